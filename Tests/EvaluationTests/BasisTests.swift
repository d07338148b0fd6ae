import Evaluation
import Quantities
import Testing

@Suite struct BasisTests {
  /// By number 3 of 4 are domestic, by money 3 of 10.
  private static let lines = """
    - {id: a, kind: cpu, model: Kernelchip, quantity: 3, unit_price: 1}
    - {id: b, kind: cpu, model: Elbechip, quantity: 1, unit_price: 7}
    """

  private func judge(_ comparison: String, also: String = "[amount]", basisFirst: Bool = false) throws
    -> RequirementAssessment
  {
    var options = AssessmentOptions()
    options.basisFirst = basisFirst
    return try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}, also_by: \(also)}, \(comparison)",
      lines: Self.lines, options)
  }

  @Test(arguments: [
    ("at_least: 50%", Verdict.undetermined, [Verdict.pass, .fail]), ("at_most: 50%", .undetermined, [.fail, .pass]),
    ("at_least: 20%", .pass, [.pass, .pass]), ("at_least: 80%", .fail, [.fail, .fail]),
  ])
  func `a basis that says the opposite leaves the requirement open`(
    comparison: String, verdict: Verdict, verdicts: [Verdict]
  ) throws {
    let result = try judge(comparison)
    #expect(result.verdict == verdict)
    #expect(result.verdicts == verdicts)
    #expect((result.reason == .basis) == (verdict == .undetermined))
    #expect(result.measure?.bases.map { $0.value?.description } == ["0.75", "0.3"])
    #expect(result.distance == nil || verdict != .undetermined)
  }

  @Test(arguments: [("at_least: 50%", Verdict.pass), ("at_most: 50%", .fail), ("at_least: 80%", .fail)])
  func `the first basis alone decides where that is wanted`(comparison: String, verdict: Verdict) throws {
    let result = try judge(comparison, basisFirst: true)
    #expect(result.verdict == verdict)
    #expect(result.reason == nil)
    #expect(result.verdicts.count == 2)
  }

  @Test func `any of several bases is enough`() throws {
    #expect(try judge("at_least: 50%", also: "[lines, amount]").verdict == .undetermined)
    #expect(try judge("at_least: 50%", also: "[lines]").verdict == .pass)
  }

  @Test func `the lines that count against it are those of the basis that fails`() throws {
    #expect(try judge("at_least: 50%").lines == [1])
    // By money the second outweighs the third, by number it is the other way round.
    let lines = Self.lines + "\n- {id: c, kind: cpu, model: Elbechip, quantity: 2, unit_price: 1}"
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}, also_by: amount}, at_least: 50%", lines: lines
    )
    #expect(result.reason == .basis)
    #expect(result.lines == [1, 2])
    // At most a half: by number the domestic ones are too many.
    #expect(try judge("at_most: 50%").lines == [0])
  }

  @Test(arguments: [
    // Another basis that is open, or that does not exist, says nothing.
    (
      "- {kind: cpu, model: Kernelchip, quantity: 3}\n- {kind: cpu, model: Elbechip, quantity: 1}", "at_least: 50%",
      Verdict.pass
    ),
    ("- {kind: cpu, model: Kernelchip, quantity: 3, unit_price: 0}", "at_least: 50%", .pass),
    // The first basis is open, and the others do not settle it.
    (
      "- {kind: cpu, model: Zeta Q77, quantity: 3, unit_price: 0}\n"
        + "- {kind: cpu, model: Elbechip, quantity: 1, unit_price: 1}", "at_least: 50%", .undetermined
    ),
  ])
  func `a basis without a definite verdict changes nothing`(lines: String, comparison: String, verdict: Verdict) throws
  {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}, also_by: amount}, \(comparison)", lines: lines
    )
    #expect(result.verdict == verdict)
    #expect(result.reason != .basis)
  }

  @Test func `without a first basis the requirement does not apply`() throws {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: amount}, also_by: quantity}, at_least: 50%",
      lines: "- {kind: cpu, model: Kernelchip, quantity: 3, unit_price: 0}")
    #expect(result.verdict == .notApplicable)
    #expect(result.verdicts == [.notApplicable, .pass])
  }

  @Test func `a total is held against its value by each of its bases`() throws {
    let result = try Bench.judge(
      "measure: {total: {of: quantity, among: {kind: cpu}}, also_by: [quantity]}, at_least: 4", lines: Self.lines)
    #expect(result.verdicts == [.pass, .pass])
  }
}
