internal import Diagnostics
internal import Evaluation
internal import Quantities

/// The report for a person: the verdict first, then what decides it, policy by policy.
public struct TextReport: Sendable {
  private let style: TextStyle

  /// A report in a style.
  public init(_ style: TextStyle) {
    self.style = style
  }

  /// The report on one bill.
  public func render(_ report: Report) -> String {
    var writer = ReportWriter(report, style)
    writer.write()
    return writer.page.text
  }
}

/// Writes one report. Each section stands in a file of its own.
struct ReportWriter {
  let report: Report
  let say: Wording
  var page: Page
  /// The clauses of the policy that have been shown, so that a grant does not repeat that of its condition.
  var shownClauses: Set<String> = []

  /// Where the details of a policy begin.
  static let margin = 2
  /// The columns of a label.
  let column: Int

  init(_ report: Report, _ style: TextStyle) {
    self.report = report
    say = Wording(style.language, report)
    page = Page(style)
    column = style.language == .zh ? 10 : 11
  }

  var assessment: Assessment { report.assessment }

  mutating func write() {
    writeHeadline()
    for policy in speaking where !policy.isRemote { write(policy) }
    writePossible()
    writeSilent()
    writeDeadlines()
    writeFindings()
  }

  /// The policies that say something of this bill: mandatory ones first, then those with money, the gravest first.
  private var speaking: [PolicyAssessment] {
    let gravity: [Verdict] = [.fail, .undetermined, .pass, .notApplicable]
    func rank(_ policy: PolicyAssessment) -> Int {
      if policy.verdict != .notApplicable { return gravity.firstIndex(of: policy.verdict) ?? 0 }
      return policy.grants.isEmpty ? 20 : 10
    }
    return assessment.policies.filter(\.speaks).enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}

extension PolicyAssessment {
  /// Whether it says anything of the bill: something in it is judged, or its money may be had.
  var speaks: Bool {
    applicability.truth.isPossible
      && (requirements.contains { $0.verdict != .notApplicable } || grants.contains { $0.eligible != .notApplicable })
  }
}
