import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// Bills as programs write them beside a long table: `bom_id` at the top, flat lines.
struct FlatBillTests {
  @Test func `what is said at the top is of the project, and kinds that nobody knows are other`() throws {
    let bill = try #require(
      try Self.read(
        """
        bom_id: B1
        region: 宁夏
        year: 2025
        lines:
          - {line: 1, kind: cpu, vendor: 华为, model: 鲲鹏 920, quantity: 64, unit_price: 9000.50, origin: domestic}
          - {line: 2, kind: widget, vendor: "", quantity: 2, origin: ""}
          - {line: 3, kind: 交换机, origin: unknown}
        """
      ).bill)
    #expect(bill.project.id == "B1")
    #expect(bill.project.region == "640000")
    #expect(bill.project.date?.description == "2025-12-31")
    #expect(bill.lines.map(\.kind) == [.cpu, .other, .network])
    #expect(bill.lines.map(\.vendor) == ["华为", nil, nil])
    #expect(bill.lines.map(\.origin) == [.domestic, nil, nil])
    let counts = [Interval(exactly: Rational(64)), Interval(exactly: Rational(2)), .nonNegative]
    #expect(bill.lines.map(\.quantity) == counts)
    #expect(bill.lines[0].unitPrice?.description == "9000.5")
    #expect(
      bill.findings.map { "\($0.code) \($0.line ?? "-") \($0.span?.description ?? "-")" } == [
        "unknown-kind 2 a.yaml:6:21", "missing-quantity 3 a.yaml:7:5",
      ])
  }

  @Test(arguments: [
    ("bom_id: b\nlines: [{kind: cpu, quantity: 1, colour: red}]\n", "unknown-key"),
    ("bom_id: b\nlines: [{kind: cpu, quantity: 0}]\n", "bad-quantity"),
    ("bom_id: b\nlines: [{kind: cpu, quantity: 1, contains: []}]\n", "unknown-key"),
    ("bom_id: b\nlines: [{kind: cpu, quantity: 1, origin: CN}]\n", "unknown-value"),
    ("bom_id: b\nid: c\nlines: []\n", "unknown-key"), ("bom_id: b\n", "missing-key"),
    ("bom_id: b\nyear: 25\nlines: []\n", "bad-year"), ("bom_id: [b]\nlines: []\n", "wrong-type"),
    ("bom_id: b\nlines: [{id: a, kind: cpu, quantity: 1}, {id: a, kind: cpu, quantity: 1}]\n", "duplicate-id"),
    ("bom: 1\nbom_id: b\nlines: []\n", "unknown-key"),
  ])
  func `a flat bill that is wrong says so`(text: String, code: String) throws {
    #expect(try Self.read(text).codes == [code])
  }

  private static func read(_ text: String) throws -> (bill: BillOfMaterials?, codes: [String]) {
    var problems = Problems()
    var reader = try BillTexts.reader()
    let document = try YAML.document(in: SourceFile(name: "a.yaml", bytes: Array(text.utf8)))
    let bill = reader.read(document, &problems)
    return (bill, problems.sorted.map(\.code))
  }
}
