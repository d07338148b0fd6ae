internal import Inventory
internal import Policy
internal import Quantities

/// Judges the requirements of one policy for one bill.
struct RequirementJudge {
  let policy: Policy
  let context: BillContext
  let basisFirst: Bool
  private var known: [Int: Judgement] = [:]

  init(_ policy: Policy, _ context: BillContext, basisFirst: Bool) {
    self.policy = policy
    self.context = context
    self.basisFirst = basisFirst
  }

  /// The judgement of a requirement, its `when` regarded.
  mutating func judge(_ index: Int) throws(LineOverflow) -> Judgement {
    if let known = known[index] { return known }
    let requirement = policy.requirements[index]
    let when = requirement.when?.truth(of: context.project) ?? .yes
    var judgement: Judgement
    if when == .no {
      judgement = Judgement(verdict: .notApplicable, reason: .applicability)
    } else if requirement.isOfPortfolio {
      // One bill has no such measure, whatever composite or grant asks for it.
      judgement = Judgement(verdict: .notApplicable, reason: .noLine)
    } else {
      judgement = try test(requirement.test)
      if when == .unknown {
        judgement.isConditional = true
        judgement.missing += requirement.when?.subjects(.unknown, context.project) ?? []
      }
    }
    known[index] = judgement
    return judgement
  }

  private mutating func test(_ test: Requirement.Test) throws(LineOverflow) -> Judgement {
    switch test {
    case .compare(let measure, let comparison, let series): return try compare(measure, comparison, series)
    case .every(let among, let must): return try every(among, must)
    case .none(let predicate): return try none(predicate)
    case .project(let predicate): return project(predicate)
    case .allOf(let members): return try composite(members, Verdict.worst)
    case .anyOf(let members): return try composite(members, Verdict.best)
    }
  }

  private mutating func composite(
    _ members: [Int], _ fold: ([Verdict]) -> Verdict
  ) throws(LineOverflow) -> Judgement {
    var judgements: [Judgement] = []
    for member in members { judgements.append(try judge(member)) }
    let counted = judgements.filter { $0.verdict != .notApplicable }
    // A member whose `when` is unknown counts or is left out: where that changes the result, the result is unknown.
    let sure = counted.filter { !$0.isConditional }.map(\.verdict)
    let outcomes =
      counted.filter(\.isConditional).map { fold(sure + [$0.verdict]) } + (sure.isEmpty ? [] : [fold(sure)])
    var result = Judgement(verdict: outcomes.first ?? .notApplicable)
    if outcomes.contains(where: { $0 != result.verdict }) {
      (result.verdict, result.reason) = (.undetermined, .applicability)
    }
    result.isConditional = sure.isEmpty && !counted.isEmpty
    if result.verdict == .undetermined || result.verdict == .notApplicable {
      result.reason = judgements.first { $0.verdict == result.verdict }?.reason ?? result.reason
    }
    if result.verdict == .undetermined || result.isConditional {
      result.missing = judgements.filter { $0.verdict == .undetermined || $0.isConditional }.flatMap(\.missing)
    }
    return result
  }

  private func project(_ predicate: ProjectPredicate) -> Judgement {
    let truth = predicate.truth(of: context.project)
    guard truth == .unknown else { return Judgement(verdict: truth == .yes ? .pass : .fail) }
    var result = Judgement(verdict: .undetermined, reason: .missingFact)
    result.missing = predicate.subjects(.unknown, context.project)
    return result
  }

  private func every(_ among: LineCondition, _ must: LineCondition) throws(LineOverflow) -> Judgement {
    let parts = try context.parts(of: must, among: among, by: .quantity)
    guard !parts.isEmpty else { return Judgement(verdict: .notApplicable, reason: .noLine) }
    let breaking = parts.filter { $0.among == .yes && $0.of == .no }
    let open = parts.filter { $0.of != .yes }
    var result = Judgement(verdict: !breaking.isEmpty ? .fail : open.isEmpty ? .pass : .undetermined)
    result.parts = parts
    result.lines = (breaking.isEmpty ? open : breaking).heaviestFirst
    if result.verdict == .undetermined {
      result.reason = try lineReason { judge throws(LineOverflow) in try judge.every(among, must).verdict }
    }
    return result
  }

  private func none(_ predicate: LineCondition) throws(LineOverflow) -> Judgement {
    let parts = try context.parts(of: nil, among: predicate, by: .quantity)
    let sure = parts.filter { $0.among == .yes }
    var result = Judgement(verdict: !sure.isEmpty ? .fail : parts.isEmpty ? .pass : .undetermined)
    result.parts = parts
    result.lines = (sure.isEmpty ? parts : sure).heaviestFirst
    if result.verdict == .undetermined {
      result.reason = try lineReason { judge throws(LineOverflow) in try judge.none(predicate).verdict }
    }
    return result
  }

  /// Why lines leave a requirement open: because claims are not counted, or because too little is known of them.
  func lineReason(
    _ verdict: (RequirementJudge) throws(LineOverflow) -> Verdict
  ) throws(LineOverflow) -> Reason {
    guard context.lineContext.evidence == .catalogue else { return .unknownComponent }
    let claimed = RequirementJudge(policy, context.under(.claims), basisFirst: basisFirst)
    return try verdict(claimed).isDefinite ? .claimOnly : .unknownComponent
  }
}

extension [LinePart] {
  /// The lines of the parts, the heaviest first, ties in the bill's order.
  var heaviestFirst: [Int] {
    sorted { ($1.weight.high, $0.line) < ($0.weight.high, $1.line) }.map(\.line)
  }
}
