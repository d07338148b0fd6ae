import Diagnostics
import Documents
import Seeds
import Testing

struct CSVTests {
  /// The cells of a text, a row a line: its number, then column, text and range of each.
  private func outline(_ text: String, separator: CSV.Separator? = nil, limits: TableLimits = .default) throws -> String
  {
    try CSV.table(in: SourceFile(name: "a.csv", bytes: Array(text.utf8)), separator: separator, limits: limits).rows
      .map { row in
        "\(row.number): "
          + row.cells.map { cell in
            let (start, end) = (cell.range.lowerBound, cell.range.upperBound)
            return
              "\(cell.column)[\(cell.text.replacing("\n", with: "\\n"))]\(start.line):\(start.column)-\(end.line):\(end.column)"
          }.joined(separator: " ")
      }.joined(separator: "\n")
  }

  private func texts(_ text: String) throws -> [[String]] {
    try CSV.table(in: SourceFile(name: "a.csv", bytes: Array(text.utf8))).rows.map { $0.cells.map(\.text) }
  }

  @Test func `a cell has its column, its text and its place`() throws {
    #expect(
      try outline("名称,数量\r\n\r\n\"交换机\n（\"\"万兆\"\"）\",,６台\rx, ,\" \"\n") == """
        1: 1[名称]1:1-1:3 2[数量]1:4-1:6
        3: 1[交换机\\n（"万兆"）]3:1-4:10 3[６台]4:12-4:14
        4: 1[x]5:1-5:2
        """)
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3", 3), ("a;b;c\n1,5;2;3", 3), ("a\tb\n1,2,3\t4\n1,2\t5", 2), ("标题\n\na;b\n1;2", 2), ("a", 1), ("", 0),
    ("sep=;\na;b,c\n", 2), ("\"x;y;z\",b\n\"1;2;3\",2", 2), ("\"a\"\"b;c\",d\ne,f", 2), ("19\"机柜,a\n21\"机柜,b", 2),
  ])
  func `the separator is found from the first rows`(text: String, columns: Int) throws {
    #expect(try texts(text).map(\.count).max() ?? 0 == columns)
  }

  @Test func `the line that names the separator is no row, and counts`() throws {
    #expect(try outline("sep=;\r\na;b\n") == "2: 1[a]2:1-2:2 2[b]2:3-2:4")
  }

  @Test(arguments: [
    (
      "a,b\n\"1,2\n3,4\n",
      """
      a.csv:2:1: error: the quote that opens here is never closed [unclosed-quote]
        2 | "1,2
          | ^
        help: close it with `"` at the end of the cell, or remove it
      """
    ),
    (
      "a,b\n\"19\"机柜\",2\n",
      """
      a.csv:2:5: error: there is text behind a closing quote [stray-quote]
        2 | "19"机柜",2
          |     ^^
        help: inside a quoted cell a quote is written twice: `19"" rack`
      """
    ),
  ])
  func `a fault is shown where it is`(text: String, expected: String) {
    do {
      _ = try texts(text)
      Issue.record("it was read")
    } catch let problems as Problems {
      #expect(problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n") == expected)
    } catch {
      Issue.record(error)
    }
  }

  @Test func `a million columns are too many, and said to be`() {
    let text = String(repeating: "a,", count: 1_000_000)
    #expect(codes(text) == ["too-many-columns"])
  }

  @Test(arguments: [
    (TableLimits(bytes: 3), ["too-large"]), (TableLimits(rows: 1), ["too-many-rows"]),
    (TableLimits(columns: 1), ["too-many-columns"]), (TableLimits(cells: 3), ["too-many-cells"]), (TableLimits(), []),
  ])
  func `a limit that is passed is an error`(limits: TableLimits, expected: [String]) {
    #expect(codes("a,b\nc,d", limits: limits) == expected)
  }

  @Test func `cut and garbled texts are read or refused`() {
    let text = Array("名称,数量;\t单价\r\n\"交换机\n\"\"6\"\"\",６台,￥1,200.00\r\n合计,,\n".utf8)
    var random = SeededGenerator(seed: 12)
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0...Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x09].randomElement(using: &random) ?? 0x22, at: place)
        case 2 where bytes.count > 1: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[place...].prefix(8), at: place)
        }
        if bytes.isEmpty { break }
      }
      guard let file = try? SourceFile.decodingTable(bytes, name: "a.csv"), let table = try? CSV.table(in: file) else {
        continue
      }
      #expect(table.rows.allSatisfy { !$0.cells.isEmpty && $0.cells.map(\.column) == $0.cells.map(\.column).sorted() })
    }
  }

  private func codes(_ text: String, limits: TableLimits = .default) -> [String] {
    do {
      _ = try CSV.table(in: SourceFile(name: "a.csv", bytes: Array(text.utf8)), limits: limits)
      return []
    } catch {
      return error.sorted.map(\.code)
    }
  }
}
