import Evaluation
import Quantities
import Testing

@Suite struct GrantTotalTests {
  private func totals(_ grants: [String], _ more: [String] = []) throws -> [String] {
    func policy(_ grants: [String], _ id: String) -> String {
      let texts = grants.enumerated().map { "g\($0): {clause: c, \($1)}" }
      return Bench.policy("grants: {\(texts.joined(separator: ", "))}", id: id)
    }
    let result = try Bench.assess(
      policy(grants, "a"), policy(more, "b"), lines: "- {kind: os, quantity: 1}", project: "{facts: {investment: 100}}")
    return result.totals.map { "\($0.currency) \($0.amount)" }
  }

  @Test func `without grants nothing is given`() throws {
    #expect(try totals([]) == ["CNY 0"])
  }

  @Test(arguments: [
    (["amount: {exactly: 5}", "amount: {up_to: 7}"], ["CNY [5, 12]"]),
    (["amount: {exactly: 5}", "amount: {exactly: 7}"], ["CNY 12"]),
    // Without a high end the whole has none.
    (["amount: {exactly: 5}", "amount: {unstated: true}"], ["CNY [5, ∞]"]),
    // One currency each, the yuan first.
    (
      ["currency: EUR, amount: {exactly: 2}", "currency: AUD, amount: {exactly: 3}", "amount: {exactly: 1}"],
      ["CNY 1", "AUD 3", "EUR 2"]
    ),
    (["currency: USD, amount: {exactly: 2}"], ["CNY 0", "USD 2"]),
  ])
  func `the money of one currency is added`(grants: [String], expected: [String]) throws {
    #expect(try totals(grants) == expected)
  }

  @Test(arguments: [
    (["exclusive: x, amount: {exactly: 5}", "exclusive: x, amount: {exactly: 7}"], "CNY 7"),
    (["exclusive: x, amount: {exactly: 5}", "exclusive: x, amount: {up_to: 7}"], "CNY [5, 7]"),
    (["exclusive: x, amount: {up_to: 5}", "exclusive: x, amount: {unstated: true}"], "CNY [0, ∞]"),
    (["exclusive: x, amount: {exactly: 5}", "exclusive: y, amount: {exactly: 7}", "amount: {exactly: 1}"], "CNY 13"),
    (["exclusive: x, amount: {exactly: 5}", "exclusive: x, when: {hub: true}, amount: {exactly: 9}"], "CNY [5, 9]"),
    (
      ["exclusive: x, amount: {exactly: 5}", "exclusive: x, when: {hub: true}, amount: {unstated: true}"], "CNY [5, ∞]"
    ),
  ])
  func `of grants that exclude each other one counts`(grants: [String], expected: String) throws {
    #expect(try totals(grants) == [expected])
  }

  @Test func `a group is one over all policies`() throws {
    #expect(try totals(["exclusive: x, amount: {exactly: 5}"], ["exclusive: x, amount: {exactly: 7}"]) == ["CNY 7"])
  }

  @Test func `grants of two currencies in a group stand alone`() throws {
    let grants = ["exclusive: x, amount: {exactly: 5}", "exclusive: x, currency: USD, amount: {exactly: 7}"]
    #expect(try totals(grants) == ["CNY 5", "USD 7"])
  }
}
