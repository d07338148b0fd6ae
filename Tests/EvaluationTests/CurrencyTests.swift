import Evaluation
import Quantities
import Testing

@Suite struct CurrencyTests {
  private static let dollars = "{parts: listed, currency: USD, facts: {investment: 1000}}"
  private static let line = """
    - {kind: cpu, model: Kernelchip, quantity: 1, unit_price: 50}
    - {kind: cpu, model: Elbechip, quantity: 1, unit_price: 50}
    """
  private static let total = "{total: {of: amount, among: {kind: cpu}}}"

  @Test(arguments: [
    ("measure: \(total), at_least: 1", Verdict.undetermined), ("measure: \(total), at_most: 1000", .undetermined),
    ("measure: {product: [\(total), {fact: renewable_share}]}, at_least: 1", .undetermined),
    // No sum of money is compared here.
    ("measure: {share: {of: domestic, among: {kind: cpu}, by: amount}}, at_least: 50%", .pass),
    ("measure: {quotient: {of: {total: {of: amount, among: domestic}}, to: \(total)}}, at_most: 50%", .pass),
    ("measure: {fact: investment}, at_least: 1000", .pass),
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, at_least: 2", .pass),
  ])
  func `money of another currency is held against no sum`(requirement: String, verdict: Verdict) throws {
    let result = try Bench.judge(requirement, lines: Self.line, project: Self.dollars)
    #expect(result.verdict == verdict)
    #expect((result.reason == .currency) == (verdict == .undetermined))
  }

  @Test func `a sum of nothing does not exist in any currency`() throws {
    let result = try Bench.judge(
      "measure: {product: [{share: {of: domestic, among: {kind: os}, by: amount}}, \(Self.total)]}, at_least: 1",
      lines: Self.line, project: Self.dollars)
    #expect(result.verdict == .notApplicable)
  }

  @Test(
    arguments: [
      ("CNY", "[0, ∞]", Reason.currency), ("USD", "20", nil), ("EUR", "[0, ∞]", .currency),
    ] as [(String, String, Reason?)])
  func `a rate of prices in another currency brings nobody knows what`(
    currency: String, amount: String, reason: Reason?
  ) throws {
    let grant = try Bench.grant(
      "currency: \(currency), amount: {rate: 20%, of: {total: {of: amount, among: {kind: cpu}}}}", lines: Self.line,
      project: Self.dollars)
    #expect(grant.amount.description == amount)
    #expect(grant.reason == reason)
    #expect(grant.eligible == .pass)
  }

  @Test func `a cap still holds, and sums that are stated need no prices`() throws {
    let capped = try Bench.grant(
      "amount: {rate: 20%, of: {total: {of: amount, among: {kind: cpu}}}, cap: 7}", lines: Self.line,
      project: Self.dollars)
    #expect(capped.amount.description == "[0, 7]")
    #expect(try Bench.grant("amount: {exactly: 5}", lines: Self.line, project: Self.dollars).amount.description == "5")
    let fact = try Bench.grant("amount: {rate: 20%, of: {fact: investment}}", lines: Self.line, project: Self.dollars)
    #expect(fact.amount.description == "200")
  }
}
