import Evaluation
import Inventory
import Policy
import Quantities
import Testing

@Suite struct VerdictTests {
  private static func requirement(_ id: String, _ force: String, _ verdict: String) -> String {
    let test =
      switch verdict {
      case "pass": "measure: {count: {among: {kind: os}}}, at_least: 1"
      case "fail": "measure: {count: {among: {kind: os}}}, at_least: 2"
      case "open": "measure: {fact: pue}, at_least: 1"
      default: "every: {among: {kind: cpu}, must: domestic}"
      }
    return "\(id): {clause: c, force: \(force), \(test)}"
  }

  private func assess(_ requirements: [(String, String)], _ options: AssessmentOptions = AssessmentOptions()) throws
    -> Assessment
  {
    let texts = requirements.enumerated().map { Self.requirement("r\($0)", $1.0, $1.1) }
    return try Bench.assess(
      Bench.policy("requirements: {\(texts.joined(separator: ", "))}"), lines: "- {kind: os, quantity: 1}", options)
  }

  @Test(arguments: [
    ([("mandatory", "pass")], Verdict.pass), ([("mandatory", "pass"), ("mandatory", "open")], .undetermined),
    ([("mandatory", "open"), ("mandatory", "fail"), ("mandatory", "pass")], .fail),
    ([("mandatory", "pass"), ("mandatory", "absent")], .pass), ([("mandatory", "absent")], .notApplicable),
    ([("condition", "fail"), ("target", "fail"), ("advisory", "fail")], .notApplicable),
    ([("mandatory", "pass"), ("condition", "fail"), ("target", "open"), ("advisory", "fail")], .pass),
    ([], .notApplicable),
  ])
  func `the verdict is the worst of the mandatory requirements`(requirements: [(String, String)], verdict: Verdict)
    throws
  {
    let result = try assess(requirements)
    #expect(try result.policy().verdict == verdict)
    #expect(result.verdict == verdict)
    #expect(result.codes.contains("no-policy-decided") == (verdict == .notApplicable))
  }

  @Test func `enforced targets are mandatory, and nothing else is`() throws {
    var options = AssessmentOptions()
    options.enforcesTargets = true
    #expect(try assess([("mandatory", "pass"), ("target", "fail")], options).verdict == .fail)
    #expect(try assess([("target", "pass")], options).verdict == .pass)
    #expect(try assess([("condition", "fail"), ("advisory", "fail")], options).verdict == .notApplicable)
    #expect(try assess([("target", "fail")], options).requirement("r0").force == .mandatory)
    #expect(try assess([("target", "fail")]).requirement("r0").force == .target)
  }

  @Test func `the verdict of a bill is the worst of its policies`() throws {
    func policy(_ id: String, _ verdict: String) -> String {
      Bench.policy("requirements: {\(Self.requirement("r", "mandatory", verdict))}", id: id)
    }
    func verdict(_ verdicts: String...) throws -> Verdict {
      let policies = verdicts.enumerated().map { policy("p\($0)", $1) }
      let book = try Bench.book(policies)
      let bill = try Bench.bill("- {kind: os, quantity: 1}", in: book)
      return try Assessor(book: book).assess(bill, on: #require(Day("2025-03-01"))).verdict
    }
    #expect(try verdict("pass", "fail", "open") == .fail)
    #expect(try verdict("pass", "open") == .undetermined)
    #expect(try verdict("absent", "pass") == .pass)
    #expect(try verdict("absent") == .notApplicable)
    #expect(try verdict() == .notApplicable)
  }

  @Test func `only the policies that are asked for are judged, in the order of their names`() throws {
    var options = AssessmentOptions()
    let policies = ["b", "a", "c"].map {
      Bench.policy("requirements: {\(Self.requirement("r", "mandatory", "pass"))}", id: $0)
    }
    let book = try Bench.book(policies)
    let bill = try Bench.bill("- {kind: os, quantity: 1}", in: book)
    let all = try Assessor(book: book).assess(bill, on: #require(Day("2025-03-01")))
    #expect(all.policies.map(\.policy.id) == ["a", "b", "c"])
    options.policies = ["c", "a"]
    let some = try Assessor(book: book, options: options).assess(bill, on: #require(Day("2025-03-01")))
    #expect(some.policies.map(\.policy.id) == ["a", "c"])
  }

  @Test func `findings never change a verdict`() throws {
    let result = try Bench.assess(
      Bench.policy("requirements: {\(Self.requirement("r", "mandatory", "pass"))}"),
      lines: "- {kind: os, model: Zeta Q77, quantity: 1, option: false}")
    #expect(result.codes == ["unknown-component"])
    #expect(result.verdict == .pass)
  }
}
