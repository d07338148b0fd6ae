internal import Policy
public import Quantities

/// What grants bring to the bills of an outcome, where some of them bring a rate of what the lines come to.
public struct OutcomeGrants: Sendable {
  /// What they bring to one bill.
  public struct Amounts {
    /// Of each rated grant, by its place.
    public let amounts: [Interval]
    /// The money of all grants, one entry a currency, CNY first.
    public let totals: [GrantTotal]
  }

  private struct Rated {
    let policy: Int
    let grant: Int
    /// Its place among all grants.
    let place: Int
    let eligible: Verdict
  }

  private let grants: [GrantAssessment]
  private let rated: [Rated]

  /// The grants of a bill that was assessed; nil where none of them is rated.
  public init?(_ assessment: Assessment, _ sums: BlockAssessor) {
    var grants: [GrantAssessment] = []
    var rated: [Rated] = []
    for (policy, result) in assessment.policies.enumerated() {
      for (number, grant) in result.grants.enumerated() {
        if grant.steps != nil, sums.program.rated.contains(where: { $0.policy == policy && $0.grant == number }) {
          rated.append(Rated(policy: policy, grant: number, place: grants.count, eligible: grant.eligible))
        }
        grants.append(grant.with(amount: grant.amount))
      }
    }
    if rated.isEmpty { return nil }
    self.grants = grants
    self.rated = rated
  }

  /// The place of a rated grant; nil for any other.
  public func place(policy: Int, grant: Int) -> Int? {
    rated.firstIndex { $0.policy == policy && $0.grant == grant }
  }

  /// What they bring to the bill whose outcome was found last; nil where that is past exact arithmetic.
  public func amounts(by sums: BlockAssessor) -> Amounts? {
    guard let plan = sums.current else { return nil }
    var grants = grants
    var amounts: [Interval] = []
    for one in rated {
      guard let rated = plan.rated.first(where: { $0.policy == one.policy && $0.grant == one.grant }),
        let value = sums.value(of: rated.program, rated.measure, plan)?.interval,
        case let amount?? = sums.amount(of: rated, value, plan)
      else { return nil }
      let had = one.eligible == .undetermined ? Interval(.zero, amount.high) : amount
      amounts.append(had)
      grants[one.place] = grants[one.place].with(amount: had)
    }
    guard let totals = try? GrantTotal.totals(of: grants) else { return nil }
    return Amounts(amounts: amounts, totals: totals)
  }
}

extension GrantAssessment {
  /// The same with another amount, and without how it was found.
  fileprivate func with(amount: Interval) -> GrantAssessment {
    GrantAssessment(grant: grant, eligible: eligible, reason: reason, amount: amount, steps: nil)
  }
}
