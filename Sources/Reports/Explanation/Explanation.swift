internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// How one policy's verdict and money come about, as a tree that can be checked by hand.
///
/// Every number is exact. A line reads `label value = operation`; the numbers of the operation stand directly beneath it.
public struct Explanation: Sendable {
  private let style: TextStyle

  /// An explanation in a style.
  public init(_ style: TextStyle) {
    self.style = style
  }

  /// The explanation of a policy's result; nil where the report has no policy of that identifier.
  public func render(_ report: Report, policy: String) -> String? {
    guard let result = report.assessment.policies.first(where: { $0.policy.id == policy }) else { return nil }
    let explainer = Explainer(report, result, style.language)
    var page = Page(style)
    explainer.writeTitle(on: &page)
    for tree in explainer.trees {
      page.put(tree)
      page.space()
    }
    return page.text
  }
}

/// Explains one policy's result. Each part stands in a file of its own.
struct Explainer {
  let report: Report
  let result: PolicyAssessment
  let say: Wording

  init(_ report: Report, _ result: PolicyAssessment, _ language: Language) {
    self.report = report
    self.result = result
    say = Wording(language, report)
  }

  var assessment: Assessment { report.assessment }
  var policy: Policy { result.policy }
  var project: Project { assessment.bom.bill.project }

  /// One tree for each step, in the order of the reasoning.
  var trees: [Branch] {
    var trees = [applicability]
    guard result.applicability.truth.isPossible else { return trees }
    trees += result.requirements.map(tree)
    let ofPortfolio = policy.requirements.filter(\.isOfPortfolio)
    if !ofPortfolio.isEmpty {
      trees.append(
        Branch(
          Phrase(say("只对多个项目合起来判断：", "Judged over many projects together: ")),
          ofPortfolio.map { Branch(.dotted([Phrase(say($0.title)), Phrase($0.id)])) }))
    }
    trees.append(verdict)
    trees += result.grants.map(tree)
    if !result.grants.isEmpty { trees += totals }
    return trees
  }

  func writeTitle(on page: inout Page) {
    page.rule(
      "═", Phrase(say(policy.title), .strong),
      right: Phrase(result.verdict.mark + " " + say.ofPolicy(result.verdict), result.verdict.ink))
    page.put(
      .dotted([
        Phrase(policy.id), Phrase(say(policy.issuer)), Phrase(policy.document.number ?? ""),
        policy.document.issued.map { Phrase(say("\($0) 印发", "issued \($0)")) } ?? "",
      ]), indent: 2, hanging: 2)
    if let url = policy.document.url { page.put(Phrase(url, .faint), indent: 2) }
    let name = [project.name, project.id].compactMap(\.self)
    page.put(
      .dotted([
        Phrase(name.isEmpty ? report.source : name.joined(separator: " ")),
        Phrase(say("按 \(assessment.asOf) 的规定", "as of \(assessment.asOf)")),
        Phrase(
          assessment.evidence == .claims ? say("采信清单声明", "claims count") : say("只认目录证据", "catalogue evidence only")),
      ]), indent: 2, hanging: 2)
    page.space()
  }
}
