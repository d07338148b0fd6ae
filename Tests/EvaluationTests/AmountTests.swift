import Evaluation
import Inventory
import Quantities
import Testing

/// Money counted once (DESIGN, section 3).
@Suite struct AmountTests {
  private func total(_ among: String, _ lines: String) throws -> String? {
    try Bench.judge("measure: {total: {of: amount, among: \(among)}}, at_least: 1", lines: lines).interval
  }

  private static let server = """
    - kind: server
      quantity: 2
      unit_price: 100
      contains:
        - {kind: cpu, model: Kernelchip, quantity: 4, unit_price: 10}
        - {kind: accelerator, model: Nova Prime, quantity: 8}
    """

  @Test(arguments: [
    // All are among: the parts are inside the server's price.
    ("{kind: [server, cpu, accelerator]}", "200"), ("{kind: server}", "200"),
    // The server is not: a part has its own price, or up to that of the server.
    ("{kind: cpu}", "80"), ("{kind: accelerator}", "[0, 200]"), ("{kind: [cpu, accelerator]}", "[80, 280]"),
    // Whether the server is among is open: from nothing to the higher of the two.
    ("{any: [{kind: cpu}, {kind: server, tags: x}]}", "[0, 280]"),
    ("{any: [{kind: accelerator}, {kind: server, tags: x}]}", "[0, 400]"),
  ])
  func `a part of a priced line is inside its price where that line is among too`(among: String, sum: String) throws {
    #expect(try total(among, Self.server) == sum)
  }

  @Test(arguments: [
    ("{kind: [server, cpu, os]}", "50"), ("{kind: server}", "0"), ("{kind: [server, cpu]}", "20"),
  ])
  func `a line without a price whose parts all have an amount is a heading`(among: String, sum: String) throws {
    let lines = """
      - kind: server
        quantity: 1
        contains: [{kind: cpu, quantity: 2, unit_price: 10}, {kind: os, quantity: 3, unit_price: 10}]
      """
    #expect(try total(among, lines) == sum)
  }

  @Test func `a heading of headings is one, and its amount is 0`() throws {
    let lines = """
      - kind: server
        quantity: 3
        contains:
          - {kind: other, quantity: 1, contains: [{kind: cpu, quantity: 2, unit_price: 10}]}
          - {kind: os, quantity: 1, unit_price: 0}
      """
    #expect(try total("{kind: [server, other]}", lines) == "0")
    #expect(try total("{kind: [server, other, cpu, os]}", lines) == "60")
  }

  @Test func `where only some parts have an amount that of the whole is unknown`() throws {
    let lines = """
      - kind: server
        quantity: 1
        contains: [{kind: cpu, quantity: 2, unit_price: 10}, {kind: os, quantity: 3}]
      """
    #expect(try total("{kind: server}", lines) == "[0, ∞]")
    #expect(try total("{kind: cpu}", lines) == "20")
    #expect(try total("{kind: os}", lines) == "[0, ∞]")
  }

  @Test(arguments: [
    ("- {kind: server, quantity: 1, contains: []}", "[0, ∞]"), ("- {kind: server, quantity: 1}", "[0, ∞]"),
    ("- {kind: server, quantity: unknown, unit_price: 5}", "[0, ∞]"),
    ("- {kind: server, quantity: unknown, unit_price: 0}", "0"),
    ("- {kind: server, quantity: 2.5, unit_price: 0.0001}", "0.00025"),
  ])
  func `a line alone costs its price times its number`(line: String, sum: String) throws {
    #expect(try total("{kind: server}", line) == sum)
  }

  @Test func `the nearest enclosing line with a price is the one that counts`() throws {
    let lines = """
      - kind: server
        quantity: 1
        unit_price: 100
        contains:
          - kind: other
            quantity: 1
            contains:
              - kind: storage
                quantity: 1
                unit_price: 30
                contains: [{kind: cpu, quantity: 1}, {kind: os, quantity: 1, unit_price: 9}]
      """
    #expect(try total("{kind: [server, storage]}", lines) == "100")
    #expect(try total("{kind: storage}", lines) == "30")
    #expect(try total("{kind: cpu}", lines) == "[0, 30]")
    #expect(try total("{kind: [cpu, storage]}", lines) == "30")
    #expect(try total("{kind: [os, storage]}", lines) == "30")
    #expect(try total("{kind: os}", lines) == "9")
    // A heading, inside a priced line as anywhere.
    #expect(try total("{kind: other}", lines) == "0")
  }

  @Test func `a line that may not be there leaves its parts open`() throws {
    let lines = """
      - kind: server
        quantity: unknown
        unit_price: 100
        contains: [{kind: cpu, quantity: 1, unit_price: 10}]
      """
    #expect(try total("{kind: [server, cpu]}", lines) == "[0, ∞]")
  }

  @Test(arguments: [
    ("domestic", "1"), ("{kind: cpu}", "0"), ("{kind: server}", "1"),
  ])
  func `the share of the parts is that of the line that holds their price`(of: String, share: String) throws {
    let part = "{kind: cpu, model: Elbechip, quantity: 2}"
    let lines = "- {kind: server, vendor: Northwind, quantity: 1, unit_price: 9, contains: [\(part)]}"
    let result = try Bench.judge(
      "measure: {share: {of: \(of), among: {kind: [server, cpu]}, by: amount}}, above: 50%", lines: lines)
    #expect(result.interval == share)
  }

  @Test func `a price inside a price is a finding, once for each line`() throws {
    let policy = Bench.policy("requirements: {r: {clause: c, force: mandatory, none: {kind: os}}}")
    let lines = """
      - kind: server
        quantity: 1
        unit_price: 100
        contains:
          - {id: a, kind: cpu, quantity: 1, unit_price: 10}
          - {kind: other, quantity: 1, contains: [{id: b, kind: cpu, quantity: 1, unit_price: 0}]}
      - {kind: cpu, quantity: 1, unit_price: 10}
      """
    let findings = try Bench.assess(policy, lines: lines).findings.filter { $0.code == "price-counted-twice" }
    #expect(findings.map(\.line) == ["a", "b"])
  }
}
