internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// Writes one report on a portfolio.
struct PortfolioWriter {
  let report: PortfolioReport
  let top: Int
  let say: Wording
  var page: Page
  /// The columns of a label; an indicator that counts by something with a long name has more.
  private(set) var column = Self.column
  private static let column = 10
  static let margin = 4

  init(_ report: PortfolioReport, _ style: TextStyle, top: Int) {
    self.report = report
    self.top = top
    say = Wording(
      style.language, regions: report.tool.regions, vocabulary: report.tool.vocabulary, catalog: report.catalog)
    page = Page(style)
  }

  var assessment: PortfolioAssessment { report.assessment }

  mutating func write() {
    writeHeadline()
    for result in assessment.indicators { write(result) }
  }

  private mutating func writeHeadline() {
    let results = assessment.indicators
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = results.count { $0.verdict == verdict }
      return count == 0 ? nil : say("\(count) 项\(say.ofRequirement(verdict))", "\(count) \(say.ofRequirement(verdict))")
    }
    let worst = Verdict.worst(results.map(\.verdict))
    let total = say("\(results.count) 项指标", "\(results.count) \(say.plural(results.count, "indicator", "indicators"))")
    page.rule(
      "═",
      Phrase(worst.mark + " " + total + say.colon + say.list(counts), worst == .notApplicable ? .strong : worst.ink))
    page.space()
    label(
      say("政策", "Policy"),
      .dotted([
        Phrase(say("《\(assessment.policy.title.zh)》", "“\(assessment.policy.title.en)”"), .strong),
        Phrase(assessment.policy.id),
      ]), 2)
    label(say("清单", "Bills"), bills, 2)
    let evidence =
      assessment.terms.evidence == .claims
      ? say("采信清单声明", "claims count") : say("只认目录证据", "catalogue evidence only")
    label(
      say("口径", "Terms"),
      .dotted([
        Phrase(say("按 \(assessment.terms.asOf) 的规定", "as of \(assessment.terms.asOf)")), Phrase(evidence),
        Phrase(assessment.terms.grouping.map { say($0.title) } ?? ""),
      ]), 2)
  }

  /// How many count, and how many do not.
  private var bills: Phrase {
    let (count, left) = (assessment.tally.members.count, assessment.tally.leftOut)
    func bills(_ count: Int) -> String { say("\(count) 份", "\(count) \(say.plural(count, "bill", "bills"))") }
    var parts = [Phrase(say("计入 \(bills(count))", "\(bills(count)) counted"))]
    if left.later > 0 {
      parts.append(Phrase(say("\(bills(left.later))晚于这一天，未计入", "\(bills(left.later)) of a later day left out")))
    }
    if left.outside > 0 {
      parts.append(
        Phrase(say("\(bills(left.outside))不在政策范围内，未计入", "\(bills(left.outside)) outside the policy left out")))
    }
    if left.faulty > 0 {
      parts.append(Phrase(say("\(bills(left.faulty))有错误，未计入", "\(bills(left.faulty)) with errors left out"), .bad))
    }
    return .dotted(parts)
  }

  mutating func label(_ label: String, _ phrase: Phrase, _ indent: Int = margin) {
    page.put(label, phrase, indent: indent, column: column)
  }

  private mutating func write(_ result: IndicatorAssessment) {
    page.space()
    let labels = result.bases.map { basis in basis.basis.map { say.by($0) } ?? say("数值", "Value") }
    column = max(Self.column, (labels.map(\.displayWidth).max() ?? 0) + 2)
    let ink = result.verdict.ink
    page.put(
      Phrase(result.verdict.mark + " ", ink) + Phrase(say(result.requirement.title), .strong),
      right: .dotted([Phrase(say(result.force.title), .faint), Phrase(say.ofRequirement(result.verdict), ink)]),
      indent: 2)
    let scale = say.scale(of: result.measure, against: result.target)
    let isShare = if case .percent = scale { true } else { false }
    for (name, basis) in zip(labels, result.bases) {
      var line = Phrase("")
      if let value = basis.value {
        let bar = result.target.flatMap { ShareBar(value, result.comparison, $0, isShare: isShare)?.text }
        line = Phrase((bar.map { $0 + "  " } ?? "") + self.value(value, scale, result.target))
      } else {
        line = Phrase(say("不存在", "does not exist"))
      }
      if let target = result.target {
        line += Phrase(
          "  \(result.comparison.sign)\u{A0}\(say.number(target, scale.fitted(toLargest: .finite(target))))", .strong)
      }
      if result.bases.count > 1 { line += Phrase("  " + basis.verdict.mark, basis.verdict.ink) }
      label(name, line)
    }
    if assessment.terms.evidence == .claims, let verified = result.verified, result.verified != result.value {
      let text = self.value(verified, scale, result.target)
      label(say("仅凭目录", "Verified"), Phrase(say("可证实 \(text)", "\(text) by the catalogue alone")))
    }
    if let gap = say.gap(result, scale) { label(say("差距", "Gap"), Phrase(gap)) }
    if result.verdict == .undetermined || result.verdict == .notApplicable, let reason = say.reason(result) {
      label(say("原因", "Why"), Phrase(reason))
    }
    guard result.verdict != .notApplicable else { return }
    writeGroups(result, scale)
    writeProjects(result, scale)
  }

  func value(_ value: Interval, _ scale: Scale, _ target: Rational?) -> String {
    say.interval(value, scale.fitted(toLargest: value.low, value.high), near: target)
  }
}
