import Diagnostics
import Testing

struct SourceFileTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb", ["a", "b"]),
    ("\n\nc", ["", "", "c"]), ("\r\r\n\n", ["", "", ""]), ("华\n为\n", ["华", "为"]), ("\n", [""]),
  ])
  func `a line is what is between two line breaks`(text: String, lines: [String]) {
    let file = SourceFile(name: "a", bytes: Array(text.utf8))
    for (index, line) in lines.enumerated() { #expect(file.line(index + 1) == line) }
    #expect(file.line(lines.count + 1) == nil)
    #expect(file.line(lines.count + 100) == nil)
  }

  @Test(arguments: [(0, 1, 1), (1, 1, 2), (4, 1, 3), (5, 2, 1), (6, 2, 2), (8, 3, 1), (11, 3, 2), (99, 3, 2)])
  func `a byte has a place`(offset: Int, line: Int, column: Int) {
    let file = SourceFile(name: "a", bytes: Array("a华\nb\r\n为".utf8))
    #expect(file.location(ofByte: offset) == SourceLocation(line: line, column: column))
  }

  @Test func `places are ordered by line, then by column`() {
    let places = [(2, 1), (1, 9), (1, 10), (10, 1)].map { SourceLocation(line: $0.0, column: $0.1) }
    #expect(places.sorted().map(\.line) == [1, 1, 2, 10])
    #expect(places.sorted().map(\.column) == [9, 10, 1, 1])
  }

  @Test func `a place too large for its number is kept at the largest`() {
    #expect(SourceLocation(line: .max, column: -1) == SourceLocation(line: Int(UInt32.max), column: 0))
  }
}
