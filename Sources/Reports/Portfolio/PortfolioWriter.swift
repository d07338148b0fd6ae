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
    let worst = Verdict.worst(assessment.indicators.map(\.verdict))
    page.rule(
      "═", Phrase(worst.mark + " " + say.headline(assessment), worst == .notApplicable ? .strong : worst.ink))
    page.space()
    label(
      say("政策", "Policy"), .dotted([Phrase(say.cited(assessment.policy), .strong), Phrase(assessment.policy.id)]), 2)
    let left = say.leftOut(assessment.tally.leftOut)
    label(
      say("清单", "Bills"),
      .dotted(
        ([say.counted(assessment.tally)] + left.fine).map { Phrase($0) }
          + (left.faulty.map { [Phrase($0, .bad)] } ?? [])), 2)
    label(say("口径", "Terms"), .dotted(say.terms(assessment.terms).map { Phrase($0) }), 2)
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
        line = Phrase((bar.map { $0 + "  " } ?? "") + say.sum(value, scale, near: result.target))
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
      let text = say.sum(verified, scale, near: result.target)
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
}
