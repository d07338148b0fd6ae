import Evaluation
import Policy
import Quantities
import Testing

@Suite struct CompositeTests {
  /// Requirements that come to what their names say; `-if` ones speak of a hub only, and whether it is one is unknown.
  private static let members = """
    pass: {clause: c, force: mandatory, measure: {count: {among: {kind: os}}}, at_least: 1}
      fail: {clause: c, force: mandatory, measure: {count: {among: {kind: os}}}, at_least: 2}
      open: {clause: c, force: mandatory, measure: {fact: pue}, at_least: 1}
      absent: {clause: c, force: mandatory, every: {among: {kind: cpu}, must: domestic}}
      pass-if: {clause: c, force: mandatory, when: {hub: true}, measure: {count: {among: {kind: os}}}, at_least: 1}
      fail-if: {clause: c, force: mandatory, when: {hub: true}, measure: {count: {among: {kind: os}}}, at_least: 2}
    """

  private func judge(_ test: String) throws -> Assessment {
    try Bench.assess(
      Bench.policy("requirements:\n  \(Self.members)\n  r: {clause: c, force: mandatory, \(test)}"),
      lines: "- {kind: os, quantity: 1}")
  }

  @Test(arguments: [
    ("pass", Verdict.pass), ("fail", .fail), ("open", .undetermined), ("absent", .notApplicable), ("pass, pass", .pass),
    ("pass, fail", .fail), ("pass, open", .undetermined), ("fail, open", .fail), ("pass, absent", .pass),
    ("fail, absent", .fail), ("open, absent", .undetermined), ("absent, absent", .notApplicable),
    ("pass, fail, open, absent", .fail),
    // Left out or not, the surely failing member fails; else the doubtful one decides.
    ("fail-if, fail", .fail), ("fail-if, pass", .undetermined), ("fail-if", .undetermined), ("pass-if", .pass),
    ("pass-if, fail", .fail), ("pass-if, pass", .pass), ("pass-if, open", .undetermined),
    ("pass-if, fail-if", .undetermined),
  ])
  func `all of them is the worst of the members`(members: String, verdict: Verdict) throws {
    #expect(try judge("all_of: [\(members)]").requirement().verdict == verdict)
  }

  @Test(arguments: [
    ("pass", Verdict.pass), ("fail", .fail), ("open", .undetermined), ("absent", .notApplicable), ("fail, fail", .fail),
    ("pass, fail", .pass), ("pass, open", .pass), ("fail, open", .undetermined), ("pass, absent", .pass),
    ("fail, absent", .fail), ("open, absent", .undetermined), ("absent, absent", .notApplicable),
    ("pass, fail, open, absent", .pass),
    // A member that may be left out is no help to one that surely fails.
    ("pass-if, fail", .undetermined), ("pass-if, pass", .pass), ("pass-if", .pass), ("fail-if", .undetermined),
    ("fail-if, fail", .fail), ("fail-if, pass", .pass), ("pass-if, open", .undetermined),
    ("pass-if, fail-if", .undetermined),
  ])
  func `any of them is the best of the members`(members: String, verdict: Verdict) throws {
    #expect(try judge("any_of: [\(members)]").requirement().verdict == verdict)
  }

  @Test func `members count only through the requirement that holds them`() throws {
    let result = try judge("any_of: [pass, fail, open, fail-if]")
    #expect(try result.policy().verdict == .pass)
    #expect(try result.requirement("fail").verdict == .fail)
    #expect(try result.requirement("fail").requirement.isMember)
    #expect(try !result.requirement().requirement.isMember)
  }

  @Test func `an open composite says why, and what is missing`() throws {
    let open = try judge("all_of: [pass, open]").requirement()
    #expect(open.reason == .missingFact)
    #expect(open.missing == ["pue"])
    let doubtful = try judge("any_of: [pass-if, fail]").requirement()
    #expect(doubtful.reason == .applicability)
    #expect(doubtful.missing == ["hub"])
    #expect(try judge("all_of: [absent]").requirement().reason == .noLine)
  }

  @Test(arguments: [
    ("all_of: [pass, pass-if]", Verdict.pass), ("any_of: [pass, fail-if]", .pass), ("all_of: [pass-if]", .undetermined),
    ("all_of: [fail-if, pass]", .undetermined), ("all_of: [fail-if, fail]", .fail), ("any_of: [fail-if]", .fail),
    ("any_of: [absent]", .notApplicable),
  ])
  func `a grant can be had where every way of reading the members lets it`(test: String, eligible: Verdict) throws {
    let result = try Bench.assess(
      Bench.policy(
        """
        requirements:
          \(Self.members)
          r: {clause: c, force: condition, \(test)}
        grants: {g: {clause: c, requires: r, amount: {exactly: 100}}}
        """), lines: "- {kind: os, quantity: 1}")
    #expect(try result.grant().eligible == eligible)
    let amount = eligible == .pass ? "100" : eligible == .undetermined ? "[0, 100]" : "0"
    #expect(try result.grant().amount.description == amount)
  }

  @Test func `what only many bills have is left out of a composite over one, and earns no grant`() throws {
    let parts = """
      requirements:
        \(Self.members)
        many: {clause: c, force: target, measure: {scope: portfolio, count: {among: {kind: os}}}, at_least: 9}
        r: {clause: c, force: mandatory, all_of: [many, pass]}
      grants: {g: {clause: c, requires: many, amount: {exactly: 5}}}
      """
    let result = try Bench.assess(Bench.policy(parts), lines: "- {kind: os, quantity: 1}")
    #expect(try result.requirement().verdict == .pass)
    #expect(!result.policies.flatMap(\.requirements).contains { $0.requirement.id == "many" })
    #expect(try result.grant().eligible == .notApplicable)
    #expect(try result.grant().amount == .zero)
  }

  @Test func `composites hold composites`() throws {
    let parts = """
      requirements:
        \(Self.members)
        either: {clause: c, force: mandatory, any_of: [fail, pass]}
        both: {clause: c, force: mandatory, all_of: [either, pass]}
        r: {clause: c, force: mandatory, any_of: [both, open]}
      """
    let result = try Bench.assess(Bench.policy(parts), lines: "- {kind: os, quantity: 1}")
    #expect(try result.requirement("both").verdict == .pass)
    #expect(try result.requirement().verdict == .pass)
    #expect(try result.requirement("both").requirement.isMember)
  }
}
