import Evaluation
import Inventory
import Quantities
import Testing

/// What is inside a server (DESIGN, section 3).
@Suite struct PartsTests {
  private static let unlisted = "{region: \"640500\"}"
  private static let share = "measure: {share: {of: domestic, among: compute, by: quantity}}, at_least: 50%"

  private func share(_ lines: String, project: String = unlisted) throws -> String? {
    try Bench.judge(Self.share, lines: lines, project: project).interval
  }

  @Test(
    arguments: [
      // Nobody knows what is in it, and no processor is listed.
      ("- {kind: server, quantity: 3}", "[0, 1]"), ("- {kind: server, model: Hollowbox, quantity: 1}", "[0, 1]"),
      // The bill says that there are none, or what there is.
      ("- {kind: server, quantity: 3, contains: []}", nil),
      ("- {kind: server, quantity: 3, contains: [{kind: os, quantity: 1}]}", nil),
      ("- {kind: server, quantity: 3}\n- {kind: cpu, model: Kernelchip, quantity: 1}", "1"),
      (
        "- {kind: server, quantity: 3, contains: [{kind: cpu, model: Elbechip, quantity: 1}]}\n"
          + "- {kind: server, quantity: 9}",
        "0"
      ),
      // The catalogue says what there is.
      ("- {kind: server, model: Towerbox, quantity: 3}", "1"),
      ("- {kind: server, model: Towerbox, quantity: 3, contains: []}", nil),
      // What the catalogue knows of one server says nothing of another.
      ("- {kind: server, model: Towerbox, quantity: 3}\n- {kind: server, quantity: 1}", "[0, 1]"),
      ("- {kind: os, quantity: 3}", nil),
    ] as [(String, String?)])
  func `a server of which nothing is known hides processors`(lines: String, interval: String?) throws {
    #expect(try share(lines) == interval)
    let policy = Bench.policy("requirements: {r: {clause: c, force: mandatory, none: {kind: security}}}")
    let findings = try Bench.assess(policy, lines: lines, project: Self.unlisted).codes
    #expect(findings.contains("parts-not-listed") == (interval == "[0, 1]"))
  }

  @Test func `a bill that lists its parts hides none`() throws {
    #expect(try share("- {kind: server, quantity: 3}", project: "{parts: listed}") == nil)
  }

  @Test func `hidden parts are one unknown line of each kind, of any number`() throws {
    let count = try Bench.judge(
      "measure: {count: {among: compute}}, at_least: 0", lines: "- {id: s, kind: server, quantity: 3}",
      project: Self.unlisted)
    #expect(count.interval == "[0, 2]")
    #expect(count.measure?.parts.map(\.weight.description) == ["1", "1"])
    let total = try Bench.judge(
      "measure: {total: {of: quantity, among: compute}}, at_least: 1", lines: "- {id: s, kind: server, quantity: 3}",
      project: Self.unlisted)
    #expect(total.interval == "[0, ∞]")
    let none = try Bench.judge("none: {kind: cpu}", lines: "- {kind: server, quantity: 3}", project: Self.unlisted)
    #expect(none.verdict == .undetermined)
  }

  @Test func `parts of the catalogue are evidence of the catalogue`() throws {
    var options = AssessmentOptions()
    options.evidence = .catalogue
    let result = try Bench.judge(
      "measure: {total: {of: quantity, among: {kind: cpu, vendor_country: CN}}}, at_least: 6",
      lines: "- {id: s, kind: server, model: Towerbox, quantity: 3}", options)
    #expect(result.interval == "6")
    #expect(result.verdict == .pass)
  }

  @Test func `parts that the catalogue counts within limits are as many as that, times the servers`() throws {
    let lines = "- {kind: server, model: Cratebox, quantity: 3}"
    let total = try Bench.judge("measure: {total: {of: quantity, among: {kind: cpu}}}, at_least: 3", lines: lines)
    #expect(total.measure?.parts.map(\.weight.description) == ["[3, 12]", "[0, ∞]"])
    #expect(total.interval == "[3, ∞]")
    // The first is surely there, the second possibly.
    #expect(try Bench.judge("none: {kind: cpu, not: domestic}", lines: lines).verdict == .fail)
    #expect(try Bench.judge("none: {kind: cpu, vendor_country: CN}", lines: lines).verdict == .undetermined)
  }

  @Test func `places are ids, or numbers behind the parent's`() throws {
    let policy = Bench.policy("requirements: {r: {clause: c, force: mandatory, none: {kind: security}}}")
    let lines = """
      - {kind: os, quantity: 1}
      - kind: server
        quantity: 1
        contains: [{kind: os, quantity: 1}, {id: x, kind: other, quantity: 1, contains: [{kind: os, quantity: 1}]}]
      - {id: s, kind: server, model: Towerbox, quantity: 1}
      """
    let result = try Bench.assess(policy, lines: lines, project: Self.unlisted)
    #expect(result.bom.lines.map(\.place) == ["1", "2", "2/1", "x", "x/1", "s", "s/1"])
    #expect(result.bom.lineCount == 6)
  }

  @Test func `an option is shown and never counted, nor is what it contains`() throws {
    let lines = """
      - {kind: cpu, model: Kernelchip, quantity: 1}
      - {id: spare, kind: cpu, model: Elbechip, quantity: 9, option: true, unit_price: 5}
      - {kind: server, quantity: 1, option: true, contains: [{kind: cpu, model: Elbechip, quantity: 9}]}
      - {kind: server, quantity: 1, contains: [{kind: cpu, model: Elbechip, quantity: 9, option: true}]}
      """
    let result = try Bench.assess(
      Bench.policy("requirements: {r: {clause: c, force: mandatory, \(Self.share)}}"), lines: lines)
    #expect(try result.requirement().interval == "1")
    #expect(result.bom.options == ["spare", "3", "4/1"])
    #expect(result.codes == ["option", "option", "option"])
    #expect(result.bom.lineCount == 6)
    let total = try Bench.judge("measure: {total: {of: amount, among: {kind: cpu}}}, at_least: 1", lines: lines)
    #expect(total.interval == "[0, ∞]")
  }
}
