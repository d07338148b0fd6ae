internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension ReportWriter {
  /// One grant: whether it can be had, and how much it is.
  mutating func write(_ result: GrantAssessment, of policy: PolicyAssessment) {
    let grant = result.grant
    page.space()
    page.put(
      Phrase(result.eligible.mark + " ", result.eligible.ink) + Phrase(say(grant.title), .strong),
      right: .dotted([Phrase(say("补贴", "grant"), .faint), Phrase(say.ofGrant(result.eligible), result.eligible.ink)]),
      indent: Self.margin)
    let inner = Self.margin + 2
    if let reason = say.reason(result, policy, assessment.bom.bill.project) {
      put(result.eligible == .pass ? say("说明", "Note") : say("原因", "Why"), Phrase(reason), inner)
    }
    guard result.eligible == .pass || result.eligible == .undetermined else { return }
    put(
      say("金额", "Amount"),
      .dotted([
        Phrase(say.money(result.amount, grant.currency, places: grant.amount.places), .strong),
        Phrase(grant.per.map { say.per($0) } ?? ""), Phrase(note(grant)), Phrase(tax(result)),
      ]), inner)
    if let group = grant.exclusive {
      put(
        say("择一", "One only"),
        Phrase(say("与同组“\(group)”的补贴只能得一项", "only one grant of the group “\(group)” can be had")), inner)
    }
    if let clause = policy.policy.clause(grant.clause), !shownClauses.contains(clause.id) { write(clause, 1, inner) }
  }

  private func note(_ grant: Grant) -> String {
    switch grant.amount.form {
    case .upTo: say("最高额，由主管部门核定", "a ceiling; the authority sets the amount")
    case .rateUpTo: say("按最高比例计，由主管部门核定", "at the highest rate; the authority sets the amount")
    case .unstated: say("文件没有写数额", "the text names no figure")
    case .exactly, .rate: ""
    }
  }

  /// Whether the prices that a rate is taken of hold the tax.
  private func tax(_ result: GrantAssessment) -> String {
    switch result.grant.amount.form {
    case .rate, .rateUpTo:
      guard result.steps?.base?.readsPrices ?? false, let prices = assessment.bom.bill.project.prices else { return "" }
      return say("按\(say(prices.title))价计算", "computed from prices with \(say(prices.title))")
    case .upTo, .exactly, .unstated: return ""
    }
  }
}

extension Wording {
  /// For what a grant is given once.
  func per(_ word: String) -> String {
    switch word {
    case "project": self("每个项目", "per project")
    case "enterprise": self("每家企业", "per enterprise")
    case "enterprise-year": self("每家企业每年", "per enterprise and year")
    case "project-year": self("每个项目每年", "per project and year")
    default: self("每 \(word)", "per \(word)")
    }
  }
}
