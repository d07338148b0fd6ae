import Evaluation
import Quantities
import Testing

@Suite struct GrantEligibilityTests {
  private static let requirements = """
    pass: {clause: c, force: condition, measure: {count: {among: {kind: os}}}, at_least: 1},
    fail: {clause: c, force: condition, measure: {count: {among: {kind: os}}}, at_least: 2},
    open: {clause: c, force: condition, measure: {fact: pue}, at_least: 1},
    absent: {clause: c, force: condition, every: {among: {kind: cpu}, must: domestic}},
    pass-if: {clause: c, force: condition, when: {hub: true}, measure: {count: {among: {kind: os}}}, at_least: 1},
    fail-if: {clause: c, force: condition, when: {hub: true}, measure: {count: {among: {kind: os}}}, at_least: 2}
    """

  @Test(
    arguments: [
      ("", Verdict.pass, nil), ("pass", .pass, nil), ("pass, pass", .pass, nil), ("fail", .fail, nil),
      ("pass, fail", .fail, nil),
      ("open", .undetermined, .missingFact), ("pass, open", .undetermined, .missingFact), ("open, fail", .fail, nil),
      ("absent", .notApplicable, .noLine), ("pass, absent", .notApplicable, .noLine),
      ("fail, absent", .notApplicable, .noLine),
      ("open, absent", .notApplicable, .noLine), ("pass-if", .undetermined, .applicability), ("fail-if", .fail, nil),
      ("pass, pass-if", .undetermined, .applicability), ("fail, pass-if", .fail, nil),
      ("open, pass-if", .undetermined, .missingFact),
    ] as [(String, Verdict, Reason?)])
  func `a grant can be had where all that it requires passes`(requires: String, eligible: Verdict, reason: Reason?)
    throws
  {
    let grant = try Bench.grant("requires: [\(requires)], amount: {exactly: 100}", requirements: Self.requirements)
    #expect(grant.eligible == eligible)
    #expect(grant.reason == reason)
    let amount =
      switch eligible {
      case .pass: "100"
      case .undetermined: "[0, 100]"
      case .fail, .notApplicable: "0"
      }
    #expect(grant.amount.description == amount)
    #expect((grant.steps == nil) == (eligible == .fail || eligible == .notApplicable))
  }

  @Test(
    arguments: [
      // Whether the policy speaks of the project is unknown.
      ("pass", "{hub: true}", "{}", Verdict.undetermined, Reason.applicability),
      ("fail", "{hub: true}", "{}", .fail, nil),
      ("open", "{hub: true}", "{}", .undetermined, .missingFact),
      ("", "{hub: true}", "{}", .undetermined, .applicability),
      ("pass", "{hub: true}", "{facts: {hub: true}}", .pass, nil),
    ] as [(String, String, String, Verdict, Reason?)])
  func `it is taken before softening, and then at best open`(
    requires: String, appliesTo: String, project: String, eligible: Verdict, reason: Reason?
  ) throws {
    let grant = try Bench.grant(
      "requires: [\(requires)], amount: {exactly: 100}", requirements: Self.requirements, project: project,
      appliesTo: appliesTo)
    #expect(grant.eligible == eligible)
    #expect(grant.reason == reason)
    #expect(grant.amount.high == (eligible == .fail ? .zero : .finite(Rational(100))))
  }

  @Test(arguments: [
    ("{hub: true}", "{}", Verdict.undetermined, "[0, 100]"), ("{hub: true}", "{facts: {hub: true}}", .pass, "100"),
    ("{hub: true}", "{facts: {hub: false}}", .notApplicable, "0"),
    ("{buyer: enterprise}", "{buyer: cii-operator}", .notApplicable, "0"),
  ])
  func `a grant may have a condition of its own`(when: String, project: String, eligible: Verdict, amount: String)
    throws
  {
    let grant = try Bench.grant("when: \(when), amount: {exactly: 100}", project: project)
    #expect(grant.eligible == eligible)
    #expect(grant.amount.description == amount)
    #expect(grant.reason == (eligible == .pass ? nil : .applicability))
  }

  @Test func `a basis that disagrees leaves a grant open`() throws {
    let grant = try Bench.grant(
      "requires: rate, amount: {up_to: 100}",
      requirements:
        "rate: {clause: c, force: condition, at_least: 50%, "
        + "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}, also_by: amount}}",
      lines: """
        - {kind: cpu, model: Kernelchip, quantity: 3, unit_price: 1}
        - {kind: cpu, model: Elbechip, quantity: 1, unit_price: 7}
        """)
    #expect(grant.eligible == .undetermined)
    #expect(grant.reason == .basis)
    #expect(grant.amount.description == "[0, 100]")
  }

  @Test func `a text that does not apply gives nothing`() throws {
    let result = try Bench.assess(
      Bench.policy("grants: {g: {clause: c, amount: {exactly: 100}}}", from: "2025-06-01"),
      lines: "- {kind: os, quantity: 1}")
    #expect(try result.policy().grants.isEmpty)
    #expect(result.totals.map(\.amount) == [.zero])
  }
}
