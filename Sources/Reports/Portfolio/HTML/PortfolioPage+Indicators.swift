internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension PortfolioPage {
  /// One indicator: its values as bars, the distance to the target, what it rests on, and who has which part in it.
  func writeIndicator(_ number: Int, to page: inout Markup) {
    let result = assessment.indicators[number]
    let scale = say.scale(of: result.measure, against: result.target)
    page.block("section", ["id": Self.anchor(number)]) { page in
      page.line("h2", say(result.requirement.title))
      page.line("p") { page in
        verdict(result.verdict, to: &page)
        page.element("span", ["class": "faint"], " · " + say(result.force.title))
      }
      for basis in result.bases { writeValue(basis, result, scale, to: &page) }
      page.block("dl") { page in
        page.entry(say("差距", "Gap"), say.gap(result, scale))
        if assessment.terms.evidence == .claims, let verified = result.verified, result.verified != result.value {
          let text = say.sum(verified, scale, near: result.target)
          page.entry(say("仅凭目录", "Verified"), say("可证实 \(text)", "\(text) by the catalogue alone"))
        }
        if result.verdict == .undetermined || result.verdict == .notApplicable {
          page.entry(say("原因", "Why"), say.reason(result))
        }
      }
      writeClause(of: number, to: &page)
      guard result.verdict != .notApplicable else { return }
      writeGroups(result, to: &page)
      writeProjects(number, to: &page)
    }
  }

  private func writeValue(
    _ basis: IndicatorAssessment.BasisOutcome, _ result: IndicatorAssessment, _ scale: Scale, to page: inout Markup
  ) {
    let isShare = if case .percent = scale { true } else { false }
    let lengths = basis.value.flatMap { value in
      result.target.flatMap { BarLengths(value, result.comparison, $0, isShare: isShare, cells: Strip.cells) }
    }
    page.block("figure") { page in
      page.line("figcaption") { page in
        page.inline("span") { page in
          page.element("span", ["class": "faint"], (basis.basis.map { say.by($0) } ?? say("数值", "Value")) + " ")
          page.element("strong", value(basis.value, result))
        }
        if let target = target(result) {
          page.inline("span") { page in
            page.element("span", ["class": "faint"], say("目标", "Target") + " ")
            page.element("strong", target)
          }
        }
        if result.bases.count > 1 { verdict(basis.verdict, to: &page) }
      }
      guard let lengths else { return }
      let label = target(result) ?? ""
      Strip(
        sure: lengths.sure, possible: lengths.possible, target: Strip.Target(cell: lengths.mark, label: label)
      ).write(to: &page)
      page.line("div", ["class": "axis", "aria-hidden": "true"]) { page in
        page.element("span", "0")
        page.element("span", say.number(lengths.end, scale.fitted(toLargest: .finite(lengths.end))))
      }
    }
  }

  /// What an indicator rests on, word for word; a clause that stands further up already is only named.
  private func writeClause(of number: Int, to page: inout Markup) {
    let name = assessment.indicators[number].requirement.clause
    guard let clause = assessment.policy.clause(name) else { return }
    if let first = assessment.indicators.firstIndex(where: { $0.requirement.clause == name }), first < number {
      page.line("p", ["class": "small"]) { page in
        page.text(say("条款：见 ", "Clause: see "))
        page.element("a", ["href": "#\(Self.anchor(first))"], say(assessment.indicators[first].requirement.title))
      }
      return
    }
    page.block("blockquote", ["class": "small"]) { page in
      for paragraph in clause.quote.split(separator: "\n") { page.line("p", say.quoted(String(paragraph))) }
      let source = clause.source.map { " · " + say("出处：", "source: ") + $0 } ?? ""
      page.line(
        "p", ["class": "faint"], say("条款", "Clause") + " " + clause.id + " · " + say(clause.reading.title) + source)
    }
  }
}
