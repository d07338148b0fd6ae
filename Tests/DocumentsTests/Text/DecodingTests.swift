import Diagnostics
import Documents
import Testing

struct DecodingTests {
  private static let text = "{\"名称\": \"昇腾 😀\"}\n"

  private static let encodings: [(name: String, bytes: [UInt8])] = [
    ("UTF-8", Array(text.utf8)),
    ("UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("UTF-16 LE", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("UTF-16 LE with a byte order mark", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("UTF-16 BE", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    ("UTF-16 BE with a byte order mark", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
  ]

  @Test(arguments: encodings)
  func `an encoding gives the same text`(name: String, bytes: [UInt8]) throws {
    let file = try SourceFile.decoding(bytes, name: "a.json")
    #expect(String(decoding: file.bytes, as: UTF8.self) == Self.text)
    #expect(try document(file).root["名称"]?.text == "昇腾 😀")
  }

  @Test(arguments: [[], [0x61], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func `a text of nothing or little is one`(bytes: [UInt8]) throws {
    #expect(try SourceFile.decoding(bytes, name: "a").bytes == bytes.filter { $0 < 0x80 })
  }

  /// The ends of what UTF-8 allows, each behind one to eight letters, so that every way of looking meets it.
  @Test(arguments: [
    "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
  ])
  func `every character is a text`(character: String) throws {
    for length in 0...8 {
      let bytes = Array((String(repeating: "x", count: length) + character + "xxxxxxxx").utf8)
      #expect(try SourceFile.decoding(bytes, name: "a").bytes == bytes)
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xE2, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xC4, 0xE3],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused where they are`(fault: [UInt8]) {
    for length in 0...8 {
      let bytes = Array("a\n华".utf8) + Array(repeating: 0x78, count: length) + fault
      let found = problems(bytes)
      #expect(found.map(\.code) == ["invalid-utf8"])
      #expect(found.first?.message.en == "byte \(5 + length) is no valid UTF-8")
      #expect(found.first?.span?.description == "a.csv:2:\(2 + length)")
    }
  }

  @Test(arguments: [
    (
      [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE5, 0x8D, 0x8E, 0xC7, 0x62] as [UInt8],
      """
      a.csv:2:2: error: byte 8 is no valid UTF-8 [invalid-utf8]
        2 | 华�b
          |   ^
        help: save the file as UTF-8; it may be in GBK or GB18030
      """
    ),
    (
      [0x61, 0x62, 0x00, 0x63],
      """
      a.csv:1:3: error: byte 2 is a NUL character, which no text has [nul-character]
        1 | ab␀c
          |   ^
        help: check that the file is a text
      """
    ),
    (
      [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00],
      """
      a.csv:1:2: error: byte 4 holds half a character of UTF-16 [stray-surrogate]
        1 | a�b
          |  ^
        help: save the file as UTF-8
      """
    ),
    (
      [0xFE, 0xFF, 0x00, 0x61, 0xDC, 0x00],
      """
      a.csv:1:2: error: byte 4 holds half a character of UTF-16 [stray-surrogate]
        1 | a�
          |  ^
        help: save the file as UTF-8
      """
    ),
    (
      [0xFF, 0xFE, 0x61, 0x00, 0x62],
      """
      a.csv:1:2: error: the UTF-16 text is cut off at byte 4 [cut-text]
        1 | a
          |  ^
        help: save the file as UTF-8
      """
    ),
    (
      [0x61, 0x00, 0x00, 0x00],
      """
      a.csv:1:2: error: byte 1 is a NUL character, which no text has [nul-character]
        1 | a␀␀␀
          |  ^
        help: check that the file is a text
      """
    ),
    (
      [0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
      """
      a.csv: error: the file is in UTF-32 [unsupported-encoding]
        help: save the file as UTF-8
      """
    ),
  ])
  func `a fault is shown where it is`(bytes: [UInt8], expected: String) {
    #expect(problems(bytes).map { $0.rendered(in: .en) }.joined(separator: "\n") == expected)
  }

  @Test func `a reader refuses what was not decoded`() {
    let file = SourceFile(name: "a", bytes: Array("[\"".utf8) + [0xC7, 0xE9] + Array("\"]".utf8))
    #expect(throws: Problems.self) { try JSON.document(in: file) }
    #expect(throws: Problems.self) { try YAML.document(in: file) }
  }

  private func problems(_ bytes: [UInt8]) -> [Diagnostic] {
    do {
      _ = try SourceFile.decoding(bytes, name: "a.csv")
      return []
    } catch {
      return error.sorted
    }
  }
}
