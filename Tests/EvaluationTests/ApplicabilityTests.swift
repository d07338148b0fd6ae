import Evaluation
import Quantities
import Testing

@Suite struct ApplicabilityTests {
  private static let pass =
    "requirements: {r: {clause: c, force: mandatory, measure: {count: {among: {kind: os}}}, at_least: 1}}"
  private static let fail =
    "requirements: {r: {clause: c, force: mandatory, measure: {count: {among: {kind: os}}}, at_least: 2}}"
  private static let line = "- {kind: os, quantity: 1}"

  @Test(
    arguments: [
      ("\"640000\"", "\"640000\"", Truth.yes), ("\"640000\"", "\"640500\"", .yes), ("\"640000\"", "\"640521\"", .yes),
      ("\"640500\"", "\"640500\"", .yes), ("\"640500\"", "\"640521\"", .yes), ("\"640500\"", "\"640100\"", .no),
      ("\"640500\"", "\"640000\"", .unknown), ("\"640500\"", "CN", .unknown), ("\"640000\"", "CN", .unknown),
      ("\"640000\"", "\"110000\"", .no), ("\"110000\"", "\"640500\"", .no), ("CN", "\"640500\"", .yes),
      ("CN", "CN", .yes),
      ("CN", nil, .unknown), ("CN", "US", .no), ("US", "\"640500\"", .no), ("\"640000\"", nil, .unknown),
      ("宁夏", "中卫", .yes), ("CN-NX", "Zhongwei", .yes),
      ("[\"110000\", \"640000\"]", "\"640500\"", .yes), ("[\"110000\", \"640500\"]", "\"640000\"", .unknown),
      ("[\"110000\", \"640500\"]", "\"640100\"", .no),
    ] as [(String, String?, Truth)])
  func `a policy of a region covers the places in it`(region: String, place: String?, truth: Truth) throws {
    let result = try Bench.assess(
      Bench.policy(Self.pass, appliesTo: "{region: \(region)}"), lines: Self.line,
      project: place.map { "{region: \($0)}" } ?? "{}")
    let applicability = try result.policy().applicability
    #expect(applicability.truth == truth)
    #expect(applicability.reason == (truth == .yes ? nil : .applicability))
    #expect(applicability.subjects == (truth == .yes ? [] : ["region"]))
    #expect(result.codes.contains("region-missing") == (place == nil))
  }

  @Test(arguments: [
    ("{facility: edge}", "{facility: edge}", Truth.yes), ("{facility: edge}", "{facility: data-center}", .no),
    ("{facility: edge}", "{}", .unknown), ("{facility: [edge, data-center]}", "{facility: data-center}", .yes),
    ("{buyer: enterprise}", "{buyer: [cii-operator, enterprise]}", .yes),
    ("{buyer: enterprise}", "{buyer: cii-operator}", .no),
    ("{buyer: [enterprise, cii-operator]}", "{buyer: party-government}", .no), ("{buyer: enterprise}", "{}", .unknown),
    ("{not: {facility: edge}}", "{}", .unknown), ("{not: {facility: edge}}", "{facility: edge}", .no),
    ("{facility: edge, buyer: enterprise}", "{facility: data-center}", .no),
    ("{facility: edge, buyer: enterprise}", "{facility: edge}", .unknown),
    ("{any: [{facility: edge}, {buyer: enterprise}]}", "{facility: edge}", .yes),
    ("{any: [{facility: edge}, {pue: {below: 1.3}}]}", "{facility: data-center, facts: {pue: 1.3}}", .no),
  ])
  func `what is missing of a project leaves it open`(condition: String, project: String, truth: Truth) throws {
    let result = try Bench.assess(Bench.policy(Self.pass, appliesTo: condition), lines: Self.line, project: project)
    #expect(try result.policy().applicability.truth == truth)
  }

  @Test func `a policy without a condition applies everywhere`() throws {
    let result = try Bench.assess(Bench.policy(Self.pass), lines: Self.line, project: "{}")
    #expect(try result.policy().applicability.truth == .yes)
    #expect(result.verdict == .pass)
  }

  @Test(
    arguments: [
      ("2024-12-31", Truth.no, Reason.notYetInForce), ("2025-01-01", .yes, nil), ("2025-06-30", .yes, nil),
      ("2025-12-31", .yes, nil), ("2026-01-01", .no, .noLongerInForce),
    ] as [(String, Truth, Reason?)])
  func `both ends of the days of effect are included`(day: String, truth: Truth, reason: Reason?) throws {
    for status in ["in-force", "repealed"] {
      let result = try Bench.assess(
        Bench.policy(Self.fail, status: status, from: "2025-01-01", until: "2025-12-31"), lines: Self.line, on: day)
      #expect(try result.policy().applicability.truth == truth)
      #expect(try result.policy().applicability.reason == reason)
      #expect(result.verdict == (truth == .yes ? .fail : .notApplicable))
    }
  }

  @Test(
    arguments: [
      ("draft", [], Truth.no), ("unpublished", [], .no), ("draft", ["p"], .yes), ("unpublished", ["p"], .yes),
      ("draft", ["q"], .no), ("in-force", [], .yes),
    ] as [(String, Set<String>, Truth)])
  func `a text that is no law applies only where it is asked for`(
    status: String, included: Set<String>, truth: Truth
  ) throws {
    var options = AssessmentOptions()
    options.included = included
    let result = try Bench.assess(Bench.policy(Self.fail, status: status), lines: Self.line, options)
    #expect(try result.policy().applicability.truth == truth)
    #expect(try result.policy().applicability.reason == (truth == .no ? .status : nil))
    #expect(try result.policy().requirements.count == (truth == .no ? 0 : 1))
  }

  @Test func `a draft that is asked for still has its days`() throws {
    var options = AssessmentOptions()
    options.included = ["p"]
    let result = try Bench.assess(
      Bench.policy(Self.fail, status: "draft", from: "2025-06-01"), lines: Self.line, on: "2025-05-31", options)
    #expect(try result.policy().applicability.reason == .notYetInForce)
  }

  @Test func `where it is unknown whether a policy applies what passes still passes and what fails is open`() throws {
    for (parts, verdict) in [(Self.pass, Verdict.pass), (Self.fail, .undetermined)] {
      let result = try Bench.assess(Bench.policy(parts, appliesTo: "{hub: true}"), lines: Self.line)
      #expect(try result.requirement().verdict == verdict)
      #expect(try result.requirement().unsoftened == (verdict == .pass ? .pass : .fail))
      #expect(try result.requirement().reason == (verdict == .pass ? nil : .applicability))
      #expect(result.verdict == verdict)
    }
  }

  @Test(arguments: [
    ("{hub: true}", "{hub: true}", Verdict.fail), ("{hub: true}", "{hub: false}", .notApplicable),
    ("{hub: true}", "{}", .undetermined),
  ])
  func `a requirement with a condition of its own is softened likewise`(
    when: String, facts: String, verdict: Verdict
  ) throws {
    let result = try Bench.judge(
      "when: \(when), measure: {count: {among: {kind: os}}}, at_least: 2", lines: Self.line,
      project: "{facts: \(facts)}")
    #expect(result.verdict == verdict)
    #expect(result.isConditional == (verdict == .undetermined))
    #expect(result.reason == (verdict == .fail ? nil : .applicability))
    #expect(result.missing == (verdict == .undetermined ? ["hub"] : []))
  }

  @Test func `a policy that surely does not apply is listed with the reason`() throws {
    let result = try Bench.assess(
      Bench.policy(Self.fail, appliesTo: "{region: \"110000\", facility: edge}"), lines: Self.line)
    let policy = try result.policy()
    #expect(policy.applicability.reason == .applicability)
    #expect(policy.applicability.subjects == ["region"])
    #expect(policy.requirements.isEmpty && policy.grants.isEmpty)
    #expect(policy.verdict == .notApplicable)
  }
}
