import Evaluation
import Quantities
import Testing

@Suite struct GrantAmountTests {
  private static let project = "{parts: listed, facts: {investment: 1000.55, received: 300, fee: -5}}"
  private static let total = "{total: {of: amount, among: {kind: cpu}}}"

  @Test(arguments: [
    ("up_to: 100", "[0, 100]"), ("exactly: 100", "100"), ("exactly: 12万元", "120000"), ("up_to: 0", "0"),
    ("rate: 20%, of: {fact: investment}", "200.11"), ("rate: 0.2, of: {fact: investment}", "200.11"),
    ("rate_up_to: 20%, of: {fact: investment}", "[0, 200.11]"), ("unstated: true", "[0, ∞]"),
    ("rate: 0%, of: {fact: investment}", "0"),
    // The cap comes after the rate.
    ("rate: 20%, of: {fact: investment}, cap: 150", "150"), ("rate: 20%, of: {fact: investment}, cap: 250", "200.11"),
    ("rate_up_to: 20%, of: {fact: investment}, cap: 150", "[0, 150]"), ("unstated: true, cap: 70", "[0, 70]"),
    ("up_to: 100, cap: 70", "[0, 70]"), ("exactly: 100, cap: 0", "0"),
    // What was had already goes off the cap.
    ("exactly: 900, cap: 1000, already: received", "700"), ("exactly: 600, cap: 1000, already: received", "600"),
    ("exactly: 600, cap: 300, already: received", "0"), ("exactly: 600, cap: 200, already: received", "0"),
    ("unstated: true, cap: 1000, already: received", "[0, 700]"),
    // A base below 0 brings nothing.
    ("rate: 20%, of: {fact: fee}", "0"), ("rate_up_to: 20%, of: {fact: fee}", "0"), ("exactly: -5", "0"),
    ("up_to: -5", "0"),
  ])
  func `an amount is found step by step`(amount: String, expected: String) throws {
    let grant = try Bench.grant("amount: {\(amount)}", project: Self.project)
    #expect(grant.amount.description == expected)
    #expect(grant.eligible == .pass)
    #expect(grant.isOpen == (expected == "[0, ∞]"))
  }

  @Test(arguments: [
    ("rate: 20%, of: {fact: investment}", "[0, ∞]"), ("rate: 20%, of: {fact: investment}, cap: 50", "[0, 50]"),
    ("rate_up_to: 20%, of: {fact: investment}", "[0, ∞]"), ("rate: 0%, of: {fact: investment}", "0"),
    ("exactly: 60, cap: 100, already: received", "[0, 60]"),
    ("unstated: true, cap: 100, already: received", "[0, 100]"),
    ("rate: 50%, of: {product: [{fact: investment}, {fact: renewable_share}]}", "[0, ∞]"),
    ("rate: 50%, of: {quotient: {of: {fact: investment}, to: {fact: renewable_share}}}", "[0, ∞]"),
  ])
  func `a fact that is missing is any sum from 0 up`(amount: String, expected: String) throws {
    #expect(try Bench.grant("amount: {\(amount)}", project: "{}").amount.description == expected)
  }

  @Test(
    arguments: [
      ("- {kind: cpu, quantity: 3, unit_price: 7}", "4.2", nil),
      ("- {kind: cpu, quantity: 3}", "[0, ∞]", .missingPrice),
      ("- {kind: cpu, quantity: 3, unit_price: 7}\n- {kind: cpu, quantity: 1}", "[4.2, ∞]", .missingPrice),
      ("- {kind: os, quantity: 3, unit_price: 7}", "0", nil),
      ("- {kind: cpu, quantity: unknown, unit_price: 7}", "[0, ∞]", .missingPrice),
    ] as [(String, String, Reason?)])
  func `a rate is taken of the money of lines`(lines: String, expected: String, reason: Reason?) throws {
    let grant = try Bench.grant("amount: {rate: 20%, of: \(Self.total)}", lines: lines)
    #expect(grant.amount.description == expected)
    #expect(grant.reason == reason)
  }

  @Test func `a rate of a share that does not exist brings nothing`() throws {
    let share = "{share: {of: domestic, among: {kind: cpu}, by: quantity}}"
    let grant = try Bench.grant(
      "amount: {rate: 20%, of: {product: [{fact: investment}, \(share)]}}", project: Self.project)
    #expect(grant.eligible == .notApplicable)
    #expect(grant.reason == .noLine)
    #expect(grant.amount == .zero)
    #expect(grant.steps == nil)
  }

  @Test(arguments: [
    ("", "12345.67"), ("to: 0.01, mode: down", "12345.67"), ("to: 0.01, mode: up", "12345.68"),
    ("to: 0.01, mode: half_up", "12345.68"),
    ("to: 0.001, mode: half_even", "12345.678"), ("to: 1, mode: down", "12345"), ("to: 1, mode: up", "12346"),
    ("to: 10000, mode: down", "10000"), ("to: 1万元, mode: up", "20000"), ("to: 100, mode: half_up", "12300"),
    ("to: 5, mode: half_up", "12345"),
    ("to: 0.003, mode: half_even", "12345.678"),
  ])
  func `an amount is rounded as the policy says, else down to a hundredth`(rounding: String, expected: String) throws {
    let round = rounding.isEmpty ? "" : ", round: {\(rounding)}"
    let grant = try Bench.grant("amount: {exactly: 12345.6785\(round)}")
    #expect(grant.amount.description == expected)
  }

  @Test(arguments: [
    ("half_up", "2.5", "3"), ("half_even", "2.5", "2"), ("half_even", "3.5", "4"), ("down", "2.999", "2"),
    ("up", "2.001", "3"),
  ])
  func `a half goes the way of the mode`(mode: String, amount: String, expected: String) throws {
    let grant = try Bench.grant("amount: {exactly: \(amount), round: {to: 1, mode: \(mode)}}")
    #expect(grant.amount.description == expected)
  }

  @Test func `the rounding comes after the cap, at both ends`() throws {
    let grant = try Bench.grant(
      "amount: {rate: 10%, of: \(Self.total), cap: 25.7, round: {to: 1, mode: down}}",
      lines: "- {kind: cpu, quantity: 3, unit_price: 7}\n- {kind: cpu, quantity: 1}")
    #expect(grant.amount.description == "[2, 25]")
    #expect(grant.steps?.raw.description == "[2.1, ∞]")
    #expect(grant.steps?.capped.description == "[2.1, 25.7]")
    #expect(grant.steps?.cap == (try Rational(decimal: "25.7")))
  }

  @Test(arguments: [
    // 200,000 yuan, 305 of 729 days: 25,102.88… yuan; four decimals of 万元 are cut.
    ("200000", "0", "25102"), ("200000", "1999900", "100"), ("200000", "2000000", "0"), ("99999999", "0", "2000000"),
  ])
  func `a voucher for the days within a period is cut to four decimals of ten thousand`(
    fee: String, received: String, expected: String
  ) throws {
    let parts = """
      measures:
        within: {days: {from: start, until: end, within: [2025-03-01, 2025-12-31]}}
        all: {days: {from: start, until: end}}
        base: {product: [{quotient: {of: within, to: all}}, {fact: fee}]}
      grants:
        g: {clause: c, amount: {rate: 30%, of: base, cap: 200万元, already: received, round: {to: 1, mode: down}}}
      """
    let result = try Bench.assess(
      Bench.policy(parts), lines: "- {kind: os, quantity: 1}",
      project: "{facts: {start: 2025-01-01, end: 2026-12-31, fee: \(fee), received: \(received)}}")
    #expect(try result.grant().amount.description == expected)
  }
}
