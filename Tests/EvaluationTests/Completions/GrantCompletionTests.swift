import Seeds
import Evaluation
import Inventory
import Quantities
import Testing

@Suite struct GrantCompletionTests {
  @Test(arguments: 0..<16)
  func `an amount runs exactly from the least to the most that a completion brings`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(3000 + seed))
    for round in 0..<25 {
      let bill = ModelBill.random(&random, atMost: 1 + round % 4)
      let project = ModelProject.random(&random)
      var policy = ModelPolicy.random(&random)
      for _ in 0..<3 { policy.grants.append(.random(&random, requirements: policy.requirements.count)) }
      let result = try Bench.assess(
        Bench.policy(policy.yaml, appliesTo: policy.appliesTo?.yaml), lines: bill.yaml,
        project: project.yaml(listsParts: bill.listsParts))
      let context = "\(policy.yaml)\(policy.appliesTo?.yaml ?? "")\n\(project)\n\(bill.yaml)"
      let outcomes = ModelOutcomes(policy: policy, project: project, weights: ModelWeights(bill, claims: true))
      let applies = policy.appliesTo?.outcomes(project) ?? [true]
      guard applies.contains(true) else {
        #expect(try result.policy().grants.isEmpty)
        continue
      }
      var ends: [(low: Point, high: Point, group: String?)] = []
      for (index, grant) in policy.grants.enumerated() {
        let eligible = eligibility(grant, outcomes, applies)
        var amounts = grant.amounts(outcomes)
        if !eligible.contains(.pass) { amounts = [] }
        if eligible != [.pass] { amounts.append(Point(0)) }
        let hull = try #require(amounts.hull)
        let assessed = try result.grant("g\(index)")
        #expect(
          hull.low.isSame(as: assessed.amount.low) && hull.high.isSame(as: assessed.amount.high),
          "g\(index) is \(assessed.amount), not \(hull.low) to \(hull.high): \(context)")
        let verdict = assessed.eligible
        #expect((verdict == .pass) == (eligible == [.pass]), "g\(index): \(context)")
        #expect(
          (verdict == .undetermined) == (eligible.contains(.pass) && eligible != [.pass]), "g\(index): \(context)")
        #expect(assessed.isOpen == (hull.high == .infinity))
        ends.append((hull.low, hull.high, grant.exclusive))
      }
      expect(result.totals.first?.amount, isTotalOf: ends, context)
    }
  }

  /// What the requirements come to together, in every completion.
  private func eligibility(_ grant: ModelGrant, _ outcomes: ModelOutcomes, _ applies: Set<Bool>) -> Set<ModelOutcome> {
    var eligible: Set<ModelOutcome> = [.pass]
    for index in grant.requires {
      let next = outcomes.outcomes(of: index)
      eligible = Set(eligible.flatMap { known in next.map { known == .pass ? $0 : known } })
    }
    for condition in [applies, grant.when?.outcomes(outcomes.project) ?? [true]] {
      eligible = Set(eligible.flatMap { known in condition.map { $0 ? known : .absent } })
    }
    return eligible
  }

  /// One grant of a group counts: the lowest that can surely be had, the highest that may be.
  private func expect(
    _ total: Interval?, isTotalOf grants: [(low: Point, high: Point, group: String?)], _ context: String
  ) {
    var lows = grants.filter { $0.group == nil }.map(\.low)
    var highs = grants.filter { $0.group == nil }.map(\.high)
    for group in ["x", "y"] {
      let members = grants.filter { $0.group == group }
      if let low = members.map(\.low).max() { lows.append(low) }
      if let high = members.map(\.high).max() { highs.append(high) }
    }
    func sum(_ points: [Point]) -> Point {
      points.contains(.infinity) ? .infinity : Point(points.reduce(0) { $0 + $1.top * (100 / $1.bottom) }, 100)
    }
    let isSame = total.map { sum(lows).isSame(as: $0.low) && sum(highs).isSame(as: $0.high) } ?? false
    #expect(isSame, "the total is \(total?.description ?? "nothing"), not \(sum(lows)) to \(sum(highs)): \(context)")
  }
}
