import Evaluation
import Testing

@Suite struct ConditionTests {
  private static let kernel = "- {kind: cpu, model: Kernelchip, quantity: 1}\n"
  private static let elbe = "- {kind: cpu, model: Elbechip, quantity: 1}\n"
  private static let unknown = "- {kind: cpu, model: Zeta Q77, quantity: 1}\n"
  private static let someElbe = "- {kind: cpu, model: Elbechip, quantity: unknown}\n"
  private static let someKernel = "- {kind: cpu, model: Kernelchip, quantity: unknown}\n"
  private static let tagged = "- {kind: os, vendor: Southgate, quantity: 1, tags: [x]}\n"

  @Test(arguments: [
    (kernel, Verdict.pass), (elbe, .fail), (unknown, .undetermined), (kernel + elbe, .fail), (elbe + unknown, .fail),
    (kernel + unknown, .undetermined), (someElbe, .undetermined), (kernel + someElbe, .undetermined),
    (someKernel, .pass),
    (kernel + someKernel, .pass), (elbe + someElbe, .fail), ("- {kind: os, quantity: 1}", .notApplicable),
  ])
  func `every fails for a line that surely breaks it, and passes where none can`(lines: String, verdict: Verdict) throws
  {
    let result = try Bench.judge("every: {among: {kind: cpu}, must: domestic}", lines: lines)
    #expect(result.verdict == verdict)
    #expect((result.reason == .noLine) == (verdict == .notApplicable))
    #expect((result.reason == .unknownComponent) == (verdict == .undetermined))
  }

  @Test(arguments: [
    ("- {kind: cpu, vendor: Southgate, quantity: 1, tags: [x]}", Verdict.fail),
    ("- {kind: cpu, vendor: Southgate, quantity: 1}", .undetermined),
    ("- {kind: cpu, vendor: Northwind, quantity: 1}", .pass),
    ("- {kind: cpu, model: Elbechip, quantity: 1}", .notApplicable),
  ])
  func `every is open for a line that is only possibly among`(lines: String, verdict: Verdict) throws {
    #expect(try Bench.judge("every: {among: {tags: x}, must: domestic}", lines: lines).verdict == verdict)
  }

  @Test(arguments: [
    (kernel, Verdict.pass), (elbe, .fail), (unknown, .undetermined), (kernel + elbe, .fail), (elbe + unknown, .fail),
    (someElbe, .undetermined), (someKernel, .pass), ("- {kind: os, quantity: 1}", .pass), (tagged, .pass),
  ])
  func `none fails for a line of which it surely holds, and is open where it may`(lines: String, verdict: Verdict)
    throws
  {
    let result = try Bench.judge("none: {kind: cpu, not: domestic}", lines: lines)
    #expect(result.verdict == verdict)
    #expect((result.reason == .unknownComponent) == (verdict == .undetermined))
  }

  @Test(arguments: [
    ("{hub: true}", "{hub: true}", Verdict.pass), ("{hub: true}", "{hub: false}", .fail),
    ("{hub: true}", "{}", .undetermined), ("{any: [{hub: true}, {grade: A}]}", "{grade: A}", .pass),
    ("{all: [{hub: true}, {grade: A}]}", "{grade: B}", .fail), ("{not: {hub: true}}", "{hub: false}", .pass),
    ("{pue: {at_most: 1.3, above: 1}}", "{pue: 1.3}", .pass), ("{pue: {below: 1.3}}", "{pue: 1.3}", .fail),
    ("{grade: [A, B]}", "{grade: B}", .pass), ("{start: {at_least: 2024-01-01}}", "{start: 2024-01-01}", .pass),
    ("{start: {at_most: 2023-12-31}}", "{start: 2024-01-01}", .fail),
    ("{start: 2024-01-01}", "{start: 2024-01-01}", .pass),
  ])
  func `a condition on the project has the truth of its predicate`(
    condition: String, facts: String, verdict: Verdict
  ) throws {
    let result = try Bench.judge(
      "project: \(condition)", lines: "- {kind: os, quantity: 1}", project: "{parts: listed, facts: \(facts)}")
    #expect(result.verdict == verdict)
    #expect((result.reason == .missingFact) == (verdict == .undetermined))
  }

  @Test(arguments: [
    ("{quantity: {at_least: 6}}", "6", Verdict.fail), ("{quantity: {above: 6}}", "6", .pass),
    ("{quantity: 6}", "6", .fail), ("{quantity: [5, 7]}", "6", .pass), ("{quantity: [5, 6.0]}", "6", .fail),
    ("{quantity: {at_least: 6}}", "unknown", .undetermined), ("{quantity: 6}", "unknown", .undetermined),
    ("{quantity: {at_least: 0}}", "unknown", .undetermined), ("{quantity: {below: 0}}", "unknown", .pass),
  ])
  func `a quantity is compared in all, by value`(predicate: String, quantity: String, verdict: Verdict) throws {
    let lines = "- {kind: server, quantity: 1, contains: [{kind: os, quantity: \(quantity)}]}"
    #expect(try Bench.judge("none: {kind: os, all: [\(predicate)]}", lines: lines).verdict == verdict)
  }
}
