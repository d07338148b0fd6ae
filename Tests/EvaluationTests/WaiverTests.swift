import Diagnostics
import Evaluation
import Inventory
import Quantities
import Testing

@Suite struct WaiverTests {
  private static let parts = """
    requirements:
      fail: {clause: c, force: mandatory, measure: {count: {among: {kind: os}}}, at_least: 2}
      open: {clause: c, force: mandatory, measure: {fact: pue}, at_least: 1}
      pass: {clause: c, force: mandatory, measure: {count: {among: {kind: os}}}, at_least: 1}
    grants:
      g: {clause: c, requires: fail, amount: {exactly: 100}}
    """

  private static func waiver(
    _ requirement: String, policy: String = "p", bill: String? = nil, expires: String = "2025-06-30"
  ) throws -> Waiver {
    Waiver(
      policy: policy, requirement: requirement, bill: bill, reason: "reason", approver: "approver",
      expires: try #require(Day(expires)), span: SourceSpan(file: SourceFile(name: "waivers.yaml", bytes: [])))
  }

  private func assess(_ waivers: [Waiver], today: String? = "2025-03-01", on day: String = "2025-03-01") throws
    -> Assessment
  {
    var options = AssessmentOptions()
    options.waivers = waivers
    options.today = today.flatMap { Day($0) }
    return try Bench.assess(
      Bench.policy(Self.parts), lines: "- {kind: os, quantity: 1}", project: "{id: bill-1}", on: day, options)
  }

  @Test func `what is waived is shown and left out of the verdicts above it`() throws {
    let result = try assess([Self.waiver("fail")])
    #expect(try result.requirement("fail").verdict == .fail)
    #expect(try result.requirement("fail").waiver?.approver == "approver")
    #expect(try result.requirement("open").waiver == nil)
    #expect(try result.policy().verdict == .undetermined)
    #expect(try assess([Self.waiver("fail"), Self.waiver("open")]).verdict == .pass)
    #expect(!result.codes.contains { $0.hasPrefix("waiver") })
  }

  @Test func `a waiver never touches a grant`() throws {
    let grant = try assess([Self.waiver("fail")]).grant()
    #expect(grant.eligible == .fail)
    #expect(grant.amount == .zero)
  }

  @Test func `what passes cannot be waived, so such a waiver is unused`() throws {
    let result = try assess([Self.waiver("pass")])
    #expect(try result.requirement("pass").waiver == nil)
    #expect(result.codes == ["waiver-unused"])
  }

  @Test(arguments: [("2025-06-29", true), ("2025-06-30", true), ("2025-07-01", false)])
  func `a waiver holds on its last day, by the day of today and not by that of the bill`(today: String, holds: Bool)
    throws
  {
    for day in ["2020-01-01", "2030-01-01"] {
      let result = try assess([Self.waiver("fail")], today: today, on: day)
      #expect(try (result.requirement("fail").waiver != nil) == holds)
      #expect(result.verdict == (holds ? .undetermined : .fail))
      #expect(result.codes == (holds ? [] : ["waiver-expired"]))
    }
  }

  @Test(
    arguments: [
      ("missing", "p", nil, "waiver-unused"), ("fail", "q", nil, "waiver-unused"), ("fail", "p", "bill-1", nil),
      ("fail", "p", "bill-2", nil),
    ] as [(String, String, String?, String?)])
  func `a waiver is for one requirement of one policy, and may be for one bill`(
    requirement: String, policy: String, bill: String?, code: String?
  ) throws {
    let result = try assess([Self.waiver(requirement, policy: policy, bill: bill)])
    #expect(result.codes == [code].compactMap(\.self))
    #expect(try (result.requirement("fail").waiver != nil) == (bill == "bill-1"))
  }

  @Test func `an expired waiver gives way to one that holds`() throws {
    let result = try assess([Self.waiver("fail", expires: "2025-02-28"), Self.waiver("fail")])
    #expect(try result.requirement("fail").waiver?.expires == Day("2025-06-30"))
    #expect(result.codes == ["waiver-expired"])
  }
}
