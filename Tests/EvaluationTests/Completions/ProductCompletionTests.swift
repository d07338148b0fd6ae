import Seeds
import Evaluation
import Inventory
import Quantities
import Testing

@Suite struct ProductCompletionTests {
  @Test(arguments: 0..<8)
  func `a product or a quotient runs from the least to the most of its operands' completions`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(5000 + seed))
    for round in 0..<20 {
      let bill = ModelBill.random(&random, atMost: 1 + round % 4)
      let bases = ModelWeights.Basis.allCases.shuffled(using: &random)
      let among = [ModelCondition.randomAmong(&random), ModelCondition.randomAmong(&random)]
      let of = ModelCondition.random(&random)
      let policy = """
        measures:
          total: {total: {of: \(bases[0].rawValue), among: \(among[0].yaml)}}
          share: {share: {of: \(of.yaml), among: \(among[1].yaml), by: \(bases[1].rawValue)}}
        requirements:
          product: {clause: c, force: target, measure: {product: [total, share]}, at_least: 1}
          up: {clause: c, force: target, measure: {quotient: {of: total, to: share}}, at_least: 1}
          down: {clause: c, force: target, measure: {quotient: {of: share, to: total}}, at_least: 1}
        """
      let result = try Bench.assess(Bench.policy(policy), lines: bill.yaml, project: bill.project())
      let weights = ModelWeights(bill, claims: true)
      let totals = completions(weights, nil, among[0], bases[0]).totals()
      let shares = completions(weights, of, among[1], bases[1]).shares()
      let context = "\(policy)\n\(bill.yaml)"
      expect(try result.requirement("product").measure?.value, is: pairs(totals, shares) { product($0, $1) }, context)
      expect(try result.requirement("up").measure?.value, is: quotients(totals, shares), context)
      expect(try result.requirement("down").measure?.value, is: quotients(shares, totals), context)
    }
  }

  private func completions(
    _ weights: ModelWeights, _ of: ModelCondition?, _ among: ModelCondition, _ basis: ModelWeights.Basis
  ) -> Completions {
    let isAmong = weights.membership(among)
    return Completions(
      among: isAmong, of: weights.facts.map { of?.outcomes($0) ?? [true] },
      weights: isAmong.indices.map { weights.weight(of: $0, by: basis, among: isAmong) })
  }

  private func pairs(_ left: [Point], _ right: [Point], _ join: (Point, Point) -> Point) -> [Point] {
    // Only the ends matter, and there are few of them.
    guard let a = left.hull, let b = right.hull else { return [] }
    return [a.low, a.high].flatMap { x in [b.low, b.high].map { join(x, $0) } }
  }

  private func product(_ a: Point, _ b: Point) -> Point {
    a == Point(0) || b == Point(0)
      ? Point(0) : a == .infinity || b == .infinity ? .infinity : Point(a.top * b.top, a.bottom * b.bottom)
  }

  /// By a divisor that can be 0 anything from 0 up.
  private func quotients(_ left: [Point], _ right: [Point]) -> [Point] {
    guard !left.isEmpty, let divisor = right.hull else { return [] }
    if divisor.low == Point(0) { return [Point(0), .infinity] }
    return pairs(left, right) { product($0, $1 == .infinity ? Point(0) : Point($1.bottom, $1.top)) }
  }

  private func expect(_ interval: Interval?, is points: [Point], _ context: String) {
    guard let hull = points.hull, let interval else {
      #expect(points.isEmpty && interval == nil, "\(context)")
      return
    }
    #expect(
      hull.low.isSame(as: interval.low) && hull.high.isSame(as: interval.high),
      "\(interval), not \(hull.low) to \(hull.high): \(context)")
  }
}
