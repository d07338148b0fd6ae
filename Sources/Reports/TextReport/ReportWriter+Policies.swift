internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension ReportWriter {
  /// One policy: what it is, its requirements, its money.
  mutating func write(_ result: PolicyAssessment) {
    let policy = result.policy
    let verdict = result.verdict
    page.rule(
      "─", Phrase(say(policy.title), .strong), right: Phrase(verdict.mark + " " + say.ofPolicy(verdict), verdict.ink))
    page.put(
      .dotted(
        [policy.id, say(policy.issuer), policy.document.number ?? "", say.term(policy)].map { Phrase($0, .faint) }),
      indent: Self.margin + 1)
    if result.applicability.truth == .unknown {
      let missing = say.list(result.applicability.subjects.map(say.fact))
      page.put(
        Phrase(say("是否适用还不清楚，缺少：\(missing)", "Whether it applies is unknown without \(missing)"), .open),
        indent: Self.margin,
        hanging: 2)
    }
    shownClauses = []
    let top = result.requirements.filter { !$0.requirement.isMember }
    for requirement in top where requirement.verdict != .notApplicable { write(requirement, of: result, depth: 0) }
    for grant in result.grants where grant.eligible != .notApplicable { write(grant, of: result) }
    writeSilent(of: result, top)
    let ofPortfolio = policy.requirements.filter(\.isOfPortfolio).count
    if ofPortfolio > 0 {
      page.put(
        Phrase(
          say(
            "另有 \(ofPortfolio) 项要求只对多个项目合起来判断。",
            "\(ofPortfolio) more \(say.plural(ofPortfolio, "requirement is", "requirements are")) judged over many projects together."
          ),
          .faint), indent: Self.margin, hanging: 2)
    }
    page.space()
  }

  /// What of a policy does not apply, in a line each.
  private mutating func writeSilent(of result: PolicyAssessment, _ requirements: [RequirementAssessment]) {
    var lines: [String] = []
    for requirement in requirements where requirement.verdict == .notApplicable {
      lines.append(say(requirement.requirement.title) + (say.reason(requirement, result).map { say.colon + $0 } ?? ""))
    }
    for grant in result.grants where grant.eligible == .notApplicable {
      let reason = say.reason(grant, result, assessment.bom.bill.project)
      lines.append(say(grant.grant.title) + (reason.map { say.colon + $0 } ?? ""))
    }
    guard !lines.isEmpty else { return }
    page.space()
    for line in lines {
      page.put(Phrase("– " + say("不适用", "not applicable") + "\u{A0} " + line, .faint), indent: Self.margin, hanging: 2)
    }
  }
}

extension Wording {
  /// The days on which a policy holds.
  func term(_ policy: Policy) -> String {
    guard let until = policy.until else { return self("\(policy.from) 起", "from \(policy.from)") }
    return self("\(policy.from) 至 \(until)", "\(policy.from) to \(until)")
  }
}
