import Diagnostics
import Documents
import Seeds
import Testing

/// Records are found where `CSV` finds them, wherever the bytes were cut.
struct RecordWalkTests {
  private func records(_ text: String, isLast: Bool = true, _ separator: CSV.Separator = .comma) -> (
    found: [String], end: Int
  ) {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var begins: [Int] = []
      let end = RecordWalk(separator: separator).begins(of: bytes, from: 0, isLast: isLast, into: &begins)
      let ends = begins.dropFirst() + [end]
      return (zip(begins, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }, end)
    }
  }

  static let cases: [(text: String, found: [String])] = [
    ("", []),
    ("a,b\nc,d\n", ["a,b\n", "c,d\n"]),
    ("a,b\r\nc,d", ["a,b\r\n", "c,d"]),
    ("a,\"b\nb\"\nc", ["a,\"b\nb\"\n", "c"]),
    ("\"a \"\"q\"\"\n\"\"\",b\r\nc", ["\"a \"\"q\"\"\n\"\"\",b\r\n", "c"]),
    ("19\" rack,b\nc \"d\",e\n", ["19\" rack,b\n", "c \"d\",e\n"]),
    ("\"a\" ,\"b\"\t\nc", ["\"a\" ,\"b\"\t\n", "c"]),
    ("\n\na\n", ["\n", "\n", "a\n"]),
    // A quote that was not meant to open spoils its own line alone.
    ("a,\"b\nc,d\ne,\"f\",g\nh\n", ["a,\"b\n", "c,d\n", "e,\"f\",g\n", "h\n"]),
    ("a,\"b\nc\nd", ["a,\"b\n", "c\n", "d"]),
    ("a,\"b\"c\nd\n", ["a,\"b\"c\n", "d\n"]),
  ]

  @Test(arguments: cases)
  func `a text is cut into its records`(text: String, found: [String]) {
    #expect(records(text).found == found)
  }

  @Test(arguments: [("a,b\nc", 4), ("a\n\"b\nc", 2), ("a\n\"b\"", 2), ("a\n\"b\"\r", 2), ("a", 0)])
  func `a record that is not whole waits for more bytes`(text: String, end: Int) {
    #expect(records(text, isLast: false).end == end)
  }

  @Test func `a quote that is not closed within a megabyte was never meant to open`() {
    let text = "a,\"b\n" + String(repeating: "c,d\n", count: RecordWalk.longestField / 4)
    let (found, end) = records(text, isLast: false)
    #expect(found.prefix(2) == ["a,\"b\n", "c,d\n"])
    #expect(end == text.utf8.count)
  }

  @Test(arguments: [
    ("a,b,c\n", 0, "a"), ("a, b ,c\n", 1, "b"), ("a,b,c\r\n", 2, "c"), ("\"a,\"\"x\"\"\",b", 0, "a,\"x\""),
    ("a,b", 2, ""),
    ("a,\" b\"\n", 1, "b"), ("a,\"b", 1, "b"), ("\"a\nb\",c", 1, "c"), ("\n", 0, ""), ("a,\"\",c", 1, ""),
  ])
  func `a field is read without its quotes and spaces`(record: String, number: Int, text: String) {
    let field = Array(record.utf8).withUnsafeBufferPointer { RecordWalk(separator: .comma).field(number, in: $0) }
    #expect(String(decoding: field, as: UTF8.self) == text)
  }

  private func field(_ random: inout SeededGenerator) -> String {
    let pieces = ["a", "型号", " ", ",", "\n", "\r\n", "\"", "12", ""]
    let text = (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
    let mustQuote = text.contains { ",\n\r\"".contains($0) || $0 == "\r\n" }
    return mustQuote || random.chance(3) ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  @Test(arguments: 0..<40)
  func `random tables have as many records, with the same fields, as CSV finds`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<60).map { row in "r\(row)," + (0..<3).map { _ in field(&random) }.joined(separator: ",") }
    let text = rows.joined(separator: random.chance(2) ? "\n" : "\r\n")
    let table = try CSV.table(in: SourceFile(name: "t.csv", bytes: Array(text.utf8)), separator: .comma)
    let found = records(text).found
    #expect(found.count == table.rows.last?.number)
    for row in table.rows {
      let record = Array(found[row.number - 1].utf8)
      for column in 0..<4 {
        let own = record.withUnsafeBufferPointer { RecordWalk(separator: .comma).field(column, in: $0) }
        let cell = row.cells.first { $0.column == column + 1 }?.text ?? ""
        let trimmed = cell.unicodeScalars.drop { $0.value <= 0x20 }.reversed().drop { $0.value <= 0x20 }.reversed()
        #expect(String(decoding: own, as: UTF8.self) == String(String.UnicodeScalarView(trimmed)))
      }
    }
    // Cut anywhere and gone on with, the records are the same.
    let bytes = Array(text.utf8)
    for _ in 0..<20 {
      let cut = Int.random(in: 0...bytes.count, using: &random)
      var begins: [Int] = []
      let walk = RecordWalk(separator: .comma)
      let end = bytes[..<cut].withUnsafeBufferPointer { walk.begins(of: $0, from: 0, isLast: false, into: &begins) }
      _ = bytes.withUnsafeBufferPointer { walk.begins(of: $0, from: end, isLast: true, into: &begins) }
      #expect(begins.count == found.count)
    }
  }

  @Test(arguments: [("", 0), ("a", 0), ("a\nb", 1), ("a\r\nb\r\n", 2), ("a\rb\n\r", 3)])
  func `lines are counted by their breaks`(text: String, count: Int) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { LineCount.breaks(in: $0) } == count)
  }
}
