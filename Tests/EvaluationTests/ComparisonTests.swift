import Evaluation
import Policy
import Quantities
import Testing

@Suite struct ComparisonTests {
  private static let exact =
    "- {kind: cpu, model: Kernelchip, quantity: 3}\n- {kind: cpu, model: Elbechip, quantity: 1}"
  private static let open = "- {kind: cpu, model: Kernelchip, quantity: 3}\n- {kind: cpu, model: Zeta Q77, quantity: 1}"

  @Test(arguments: [
    (exact, "at_least: 75%", Verdict.pass), (exact, "at_least: 75.0000000000000000000000000001%", .fail),
    (exact, "above: 75%", .fail), (exact, "above: 74.9999999999999999999999999999%", .pass),
    (exact, "at_most: 75%", .pass), (exact, "at_most: 74.9999999999999999999999999999%", .fail),
    (exact, "below: 75%", .fail), (exact, "below: 75.0000000000000000000000000001%", .pass),
    // From 75 % to 100 %.
    (open, "at_least: 75%", .pass), (open, "at_least: 76%", .undetermined), (open, "at_least: 100%", .undetermined),
    (open, "at_least: 101%", .fail), (open, "above: 74%", .pass), (open, "above: 75%", .undetermined),
    (open, "above: 99%", .undetermined), (open, "above: 100%", .fail), (open, "at_most: 100%", .pass),
    (open, "at_most: 99%", .undetermined), (open, "at_most: 75%", .undetermined), (open, "at_most: 74%", .fail),
    (open, "below: 101%", .pass), (open, "below: 100%", .undetermined), (open, "below: 76%", .undetermined),
    (open, "below: 75%", .fail),
  ])
  func `an interval passes where all of it does, and fails where none of it passes`(
    lines: String, comparison: String, verdict: Verdict
  ) throws {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, \(comparison)", lines: lines)
    #expect(result.verdict == verdict)
  }

  @Test(arguments: [
    ("at_least: 6", Verdict.pass), ("at_least: 7", .undetermined), ("above: 5", .pass), ("above: 6", .undetermined),
    ("at_most: 6", .undetermined), ("at_most: 5", .fail), ("below: 6", .fail), ("below: 7", .undetermined),
    ("below: 1e30", .undetermined),
  ])
  func `a total without a highest value can pass from below only`(comparison: String, verdict: Verdict) throws {
    let lines = "- {kind: cpu, quantity: 6, specs: {fp16_tflops: 1}}\n- {kind: cpu, model: Elbechip, quantity: 1}"
    let result = try Bench.judge("measure: {total: {of: fp16_tflops, among: {kind: cpu}}}, \(comparison)", lines: lines)
    #expect(result.interval == "[6, ∞]")
    #expect(result.verdict == verdict)
  }

  @Test(arguments: ["at_least: 0", "above: -1", "at_most: 1e30", "below: 0"])
  func `a fact that is missing can be anything`(comparison: String) throws {
    let result = try Bench.judge("measure: {fact: pue}, \(comparison)", lines: "- {kind: cpu, quantity: 1}")
    #expect(result.interval == "[-∞, ∞]")
    #expect(result.verdict == .undetermined)
    #expect(result.reason == .missingFact)
    #expect(result.missing == ["pue"])
  }

  @Test(arguments: ["at_least: 45%", "at_least: 45", "at_least: 0.45 ratio", "at_most: 450‰"])
  func `a fact in percent is held against a percentage, a ratio or a plain number`(comparison: String) throws {
    for load in ["45%", "45"] {
      let result = try Bench.judge(
        "measure: {fact: load}, \(comparison)", lines: "- {kind: cpu, quantity: 1}", project: "{facts: {load: \(load)}}"
      )
      #expect(result.interval == "45")
      #expect(result.value?.description == "45")
      #expect(result.verdict == .pass)
    }
  }

  @Test(arguments: [
    ("measure: {total: {of: fp16_tflops, among: {kind: cpu}}}, at_least: 2 PFLOPS", "2000", Verdict.pass),
    ("measure: {total: {of: fp16_tflops, among: {kind: cpu}}}, above: 0.002 EFLOPS", "2000", .fail),
    ("measure: {total: {of: amount, among: {kind: cpu}}}, at_most: 100万元", "1000000", .pass),
    ("measure: {total: {of: amount, among: {kind: cpu}}}, below: 0.01亿元", "1000000", .fail),
    ("measure: {fact: pue}, at_most: 1.25", "1.25", .pass), ("measure: {fact: pue}, at_most: 124%", "1.24", .fail),
  ])
  func `a value with a unit is held against the measure in its own`(
    requirement: String, value: String, verdict: Verdict
  ) throws {
    let result = try Bench.judge(
      requirement, lines: "- {kind: cpu, quantity: 1000, unit_price: 1000, specs: {fp16_tflops: 2}}",
      project: "{parts: listed, facts: {pue: 1.25}}")
    #expect(result.value?.description == value)
    #expect(result.verdict == verdict)
  }
}
