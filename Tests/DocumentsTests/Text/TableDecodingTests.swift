import Diagnostics
import Documents
import Testing

/// Texts of tables, in the encodings in which people save them.
struct TableDecodingTests {
  /// 名称,数量⏎昇腾,６台€ in GBK, where 0x80 is the euro sign.
  private static let gbk: [UInt8] = [
    0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xCA, 0xFD, 0xC1, 0xBF, 0x0D, 0x0A, 0x95, 0x4E, 0xCC, 0xDA, 0x2C, 0xA3, 0xB6, 0xCC,
    0xA8, 0x80,
  ]
  private static let text = "名称,数量\r\n昇腾,６台€"

  private static let encodings: [(name: String, bytes: [UInt8])] = [
    ("UTF-8", Array(text.utf8)),
    ("UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("UTF-16 LE with a byte order mark", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("UTF-16 BE with a byte order mark", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    ("GBK", gbk),
  ]

  @Test(arguments: encodings)
  func `an encoding gives the same text`(name: String, bytes: [UInt8]) throws {
    #expect(String(decoding: try SourceFile.decodingTable(bytes, name: "a.csv").bytes, as: UTF8.self) == Self.text)
  }

  @Test func `characters of four bytes are read, past the blocks in which the text is converted`() throws {
    // 𠮷 is four bytes in GB18030, and two units of UTF-16.
    let unit: [UInt8] = [0x95, 0x34, 0xB2, 0x35]
    for lead in 0...3 {
      let bytes = [UInt8](repeating: 0x78, count: lead) + Array(repeatElement(unit, count: 20_000).joined())
      let text = try SourceFile.decodingTable(bytes, name: "a.csv").bytes
      #expect(text == Array((String(repeating: "x", count: lead) + String(repeating: "𠮷", count: 20_000)).utf8))
    }
  }

  @Test(arguments: [
    (
      [0xC3, 0xFB, 0xB3, 0xC6, 0x0A, 0xCA, 0xFD, 0xFF, 0x2C, 0x61] as [UInt8],
      """
      a.csv:2:2: error: byte 7 is neither UTF-8 nor GB18030 (GBK) [invalid-encoding]
        2 | 数�,a
          |   ^
        help: save the table as “CSV UTF-8” in the program that wrote it
      """
    ),
    (
      [0xC3, 0xFB, 0xB3, 0xC6, 0x0A, 0xCA],
      """
      a.csv:2:1: error: byte 5 is neither UTF-8 nor GB18030 (GBK) [invalid-encoding]
        2 | �
          | ^
        help: save the table as “CSV UTF-8” in the program that wrote it
      """
    ),
    (
      Array("名称与数量\n".utf8) + [0xC3, 0xFB, 0xB3, 0xC6],
      """
      a.csv:2:1: error: the file begins in UTF-8; from byte 16 on it is something else, perhaps GB18030 [mixed-encodings]
        2 | �
          | ^
        help: save both parts as UTF-8 before putting them together
      """
    ),
    (
      [0xC3, 0xFB, 0xB3, 0xC6, 0x0A] + Array("名称与数量\n".utf8),
      """
      a.csv:2:1: error: the file begins in GB18030; from byte 5 on it is something else, perhaps UTF-8 [mixed-encodings]
        2 | �
          | ^
        help: save both parts as UTF-8 before putting them together
      """
    ),
    (
      [0xC3, 0xFB, 0x00, 0x61],
      """
      a.csv:1:2: error: byte 2 is a NUL character, which no text has [nul-character]
        1 | 名␀
          |   ^
        help: check that the file is a text
      """
    ),
    (
      [0x61, 0x2C, 0x00],
      """
      a.csv:1:3: error: byte 2 is a NUL character, which no text has [nul-character]
        1 | a,␀
          |   ^
        help: check that the file is a text
      """
    ),
  ])
  func `a fault is shown where it is`(bytes: [UInt8], expected: String) {
    do {
      _ = try SourceFile.decodingTable(bytes, name: "a.csv")
      Issue.record("it was read")
    } catch {
      #expect(error.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n") == expected)
    }
  }
}
