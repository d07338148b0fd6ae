import Evaluation
import Quantities
import Testing

@Suite struct DatedValueTests {
  private static let half = "- {kind: cpu, model: Kernelchip, quantity: 1}\n- {kind: cpu, model: Elbechip, quantity: 1}"

  @Test(
    arguments: [
      ("2022-12-31", Verdict.notApplicable, nil), ("2023-01-01", .pass, "0.4"), ("2023-12-31", .pass, "0.4"),
      ("2024-06-14", .pass, "0.4"), ("2024-06-15", .pass, "0.5"), ("2024-12-31", .pass, "0.5"),
      ("2025-01-01", .fail, "0.6"),
      ("2040-01-01", .fail, "0.6"),
    ] as [(String, Verdict, String?)])
  func `a dated value is that of the last entry on or before the day`(
    day: String, verdict: Verdict, value: String?
  ) throws {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, "
        + "at_least: {2025: 60%, 2023: 40%, 2024-06-15: 50%}",
      lines: Self.half, on: day)
    #expect(result.verdict == verdict)
    #expect(result.value?.description == value)
    #expect((result.reason == .notYetInForce) == (verdict == .notApplicable))
  }

  @Test(arguments: [
    ("2024-12-31", Verdict.notApplicable, "0"), ("2025-01-01", .pass, "100"), ("2025-12-31", .pass, "100"),
    ("2026-01-01", .pass, "200"),
  ])
  func `a grant brings nothing before its first figure`(day: String, eligible: Verdict, amount: String) throws {
    let grant = try Bench.grant("amount: {exactly: {2025: 100, 2026: 200}}", on: day)
    #expect(grant.eligible == eligible)
    #expect(grant.amount.description == amount)
    #expect((grant.reason == .notYetInForce) == (eligible == .notApplicable))
  }

  @Test(arguments: [("2025-12-31", "60"), ("2026-01-01", "30")])
  func `a rate and a cap change by the day too`(day: String, amount: String) throws {
    let grant = try Bench.grant(
      "amount: {rate: {2025: 50%, 2026: 25%}, of: {fact: investment}, cap: {2025: 60, 2026: 30}}",
      project: "{facts: {investment: 1000}}", on: day)
    #expect(grant.amount.description == amount)
  }

  @Test func `a grant whose cap is not in force yet brings nothing`() throws {
    let grant = try Bench.grant(
      "amount: {exactly: 100, cap: {2026: 30}}", on: "2025-06-01")
    #expect(grant.eligible == .notApplicable)
    #expect(grant.reason == .notYetInForce)
    #expect(grant.amount == .zero)
  }
}
