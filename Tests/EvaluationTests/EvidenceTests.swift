import Evaluation
import Inventory
import Quantities
import Testing

@Suite struct EvidenceTests {
  private static let catalogueOnly: AssessmentOptions = {
    var options = AssessmentOptions()
    options.evidence = .catalogue
    return options
  }()

  @Test(arguments: [
    // A claim fills what the catalogue does not know.
    ("vendor_country: CN", "{vendor_country: CN}", Verdict.pass, Verdict.undetermined),
    ("vendor_country: US", "{vendor_country: CN}", .fail, .undetermined),
    ("origin: domestic", "{vendor_country: CN}", .pass, .undetermined),
    ("origin: foreign", "{vendor_country: CN}", .fail, .undetermined),
    ("origin: domestic", "{origin: domestic}", .pass, .undetermined),
    ("origin: foreign", "{origin: domestic}", .fail, .undetermined),
    ("made_in: CN", "{made_in: CN}", .pass, .undetermined), ("made_in: US", "{made_in: CN}", .fail, .undetermined),
    ("tags: [x]", "{tags: x}", .pass, .undetermined),
    ("specs: {power: 5}", "{power: {at_most: 5}}", .pass, .undetermined),
    ("specs: {cooling_type: air}", "{cooling_type: air}", .pass, .undetermined),
    ("specs: {ecc: false}", "{ecc: true}", .fail, .undetermined),
    // What is no claim counts either way.
    ("supplier: s", "{supplier: s}", .pass, .pass), ("lot: l", "{lot: l}", .pass, .pass),
    ("unit_price: 5", "{unit_price: 5}", .pass, .pass),
    ("vendor: Northwind", "{vendor_country: CN}", .pass, .pass),
    ("model: Elbechip", "{vendor_country: CN}", .fail, .fail),
    ("model: Elbechip", "{power: 200}", .pass, .pass), ("model: Kernelchip", "{list: {name: approved}}", .pass, .pass),
    // The catalogue beats the claim.
    ("model: Elbechip, vendor_country: CN", "{vendor_country: CN}", .fail, .fail),
    ("vendor: Southgate, origin: domestic", "{vendor_country: CN}", .fail, .fail),
    ("model: Elbechip, specs: {power: 100}", "{power: 200}", .pass, .pass),
    ("model: Kernelchip, tags: [x]", "{tags: y}", .fail, .undetermined),
    // Making is another thing than design.
    ("model: Kernelchip", "{made_in: CN}", .undetermined, .undetermined),
    ("origin: domestic", "{made_in: CN}", .undetermined, .undetermined),
    ("made_in: CN", "{vendor_country: CN}", .undetermined, .undetermined),
    ("model: Elbechip, made_in: CN", "{made_in: CN}", .pass, .undetermined),
  ])
  func `claims count unless only the catalogue's evidence does`(
    line: String, predicate: String, claims: Verdict, catalogue: Verdict
  ) throws {
    let requirement = "every: {among: {kind: cpu}, must: \(predicate)}"
    let lines = "- {kind: cpu, quantity: 1, \(line)}"
    #expect(try Bench.judge(requirement, lines: lines).verdict == claims)
    #expect(try Bench.judge(requirement, lines: lines, Self.catalogueOnly).verdict == catalogue)
  }

  @Test func `a share is reported both ways`() throws {
    let requirement = "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, at_least: 75%"
    let lines = """
      - {kind: cpu, model: Kernelchip, quantity: 2}
      - {kind: cpu, quantity: 1, vendor_country: CN}
      - {kind: cpu, model: Elbechip, quantity: 1}
      """
    let claimed = try Bench.judge(requirement, lines: lines)
    #expect(claimed.interval == "0.75")
    #expect(claimed.verified?.description == "[0.5, 0.75]")
    #expect(claimed.verdict == .pass)
    let shown = try Bench.judge(requirement, lines: lines, Self.catalogueOnly)
    #expect(shown.interval == "[0.5, 0.75]")
    #expect(shown.verified?.description == "[0.5, 0.75]")
    #expect(shown.verdict == .undetermined)
    #expect(shown.reason == .claimOnly)
  }

  @Test(arguments: [
    ("vendor_country: CN", Reason.claimOnly), ("vendor_country: US", .claimOnly), ("supplier: s", .unknownComponent),
  ])
  func `where only a claim would decide the reason says so`(line: String, reason: Reason) throws {
    let lines = "- {kind: cpu, quantity: 1, \(line)}"
    for requirement in [
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, above: 50%",
      "every: {among: {kind: cpu}, must: domestic}", "none: {kind: cpu, vendor_country: CN}",
    ] {
      let result = try Bench.judge(requirement, lines: lines, Self.catalogueOnly)
      #expect(result.verdict == .undetermined)
      #expect(result.reason == reason)
    }
  }

  @Test func `facts quantities and prices are data, not claims`() throws {
    let project = "{parts: listed, facts: {pue: 1.2}}"
    let lines = "- {kind: cpu, quantity: 3, unit_price: 5}"
    #expect(
      try Bench.judge("measure: {fact: pue}, at_most: 1.2", lines: lines, project: project, Self.catalogueOnly).verdict
        == .pass)
    let total = "measure: {total: {of: amount, among: {kind: cpu}}}, at_least: 15"
    #expect(try Bench.judge(total, lines: lines, Self.catalogueOnly).verdict == .pass)
  }

  @Test func `a claim against the catalogue is a finding`() throws {
    let policy = Bench.policy("requirements: {r: {clause: c, force: advisory, none: {kind: os}}}")
    func codes(_ line: String) throws -> [String] {
      try Bench.assess(policy, lines: "- {kind: cpu, quantity: 1, \(line)}").codes.filter { $0 != "no-policy-decided" }
    }
    #expect(try codes("model: Elbechip, origin: domestic") == ["origin-conflict"])
    #expect(try codes("model: Elbechip, vendor_country: CN") == ["origin-conflict"])
    #expect(try codes("model: Elbechip, vendor_country: foreign") == [])
    #expect(try codes("model: Elbechip, made_in: CN") == [])
    #expect(try codes("model: Elbechip, specs: {power: 100}") == ["spec-conflict"])
    #expect(try codes("model: Elbechip, specs: {power: 200}") == [])
    #expect(try codes("vendor: Northwind, model: Elbechip") == ["vendor-conflict"])
    #expect(try codes("model: Zeta Q77") == ["unknown-component"])
    #expect(try codes("origin: domestic, vendor_country: US") == ["claims-conflict"])
  }
}
