import Diagnostics
import Documents
import Testing

struct JSONRangeTests {
  @Test func `every node knows its range and style`() throws {
    let text = "{\n\t\"名称\": \"昇腾\\u0039\\\"\",\r\n  \"b\": [1.50, {}, [ ]],\r\"c\": {\"𠀀\": null}}\n"
    #expect(
      outline(try document(text, name: "a.json").root) == """
        1:1-4:18 mapping
          2:2-2:6 doubleQuoted "名称"
            2:8-2:20 doubleQuoted "昇腾9""
          3:3-3:6 doubleQuoted "b"
            3:8-3:23 sequence
              3:9-3:13 plain "1.50"
              3:15-3:17 mapping
              3:19-3:22 sequence
          4:1-4:4 doubleQuoted "c"
            4:6-4:17 mapping
              4:7-4:10 doubleQuoted "𠀀"
                4:12-4:16 plain "null"
        """)
  }

  /// Every alignment of the eight bytes that are looked at together.
  @Test(arguments: 0..<20)
  func `columns count characters wherever they lie`(count: Int) throws {
    let text = String(repeating: "x", count: count) + "华é𠀀" + String(repeating: "为", count: count)
    let root = try document("[\"\(text)\", \"\(text)\\n\(text)\", 1]", name: "a.json").root
    let items = Array(root.items)
    #expect(items.map(\.text) == [text, text + "\n" + text, "1"])
    let length = text.unicodeScalars.count
    #expect(items.map { Int($0.range.lowerBound.column) } == [2, length + 6, length + 6 + 2 * length + 6])
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000\u001f\u00e9\u534E""#, "\u{0}\u{1F}é华"),
    (#""\ud83d\ude00\uD800\uDC00\uDBFF\uDFFF""#, "😀\u{10000}\u{10FFFF}"), (#""\\u0041""#, "\\u0041"),
  ])
  func `escapes become what they stand for`(text: String, expected: String) throws {
    #expect(try document(text, name: "a.json").root.text == expected)
  }

  @Test(arguments: ["0", "-0", "1.0", "123456789012345678901234567890", "1e400", "-1.5E+10", "0.10"])
  func `a number keeps its spelling`(text: String) throws {
    #expect(try document(text, name: "a.json").root.text == text)
  }
}
