internal import Diagnostics

/// The number that a maker gives one thing, so that it is told from all others of its model.
enum SerialNumber {
  /// What stands before it in a tag of a line.
  static let prefix = "serial:"
  /// No maker's numbers are that long.
  static let longest = 100

  /// The number with single spaces and none around it; nil where the text is none: empty, a word, a placeholder of the
  /// firmware, a row's number, or a number of which a tool hides the most part.
  static func meaning(of text: String) -> String? {
    guard let text = Placeholder.meaning(of: text) else { return nil }
    let bytes = text.utf8
    guard bytes.count >= 4, bytes.count <= longest, bytes.allSatisfy({ 0x20...0x7E ~= $0 }) else { return nil }
    // Words that say why there is none have no digit, and what is counted through has few.
    let digits = bytes.count { isDigit($0) }
    guard digits > 0, digits < bytes.count || digits >= 6 else { return nil }
    let key = text.lowercased()
    guard !words.contains(key), !parts.contains(where: { key.contains($0) }), !isRepeated(key), !isSignature(key)
    else { return nil }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  /// `FFFFFFFF`, `11:11:11`: one sign over and over, which memory that was never written reads as.
  private static func isRepeated(_ key: String) -> Bool {
    let signs = key.utf8.filter { $0 >= 0x30 && $0 != 0x3A }
    return signs.allSatisfy { $0 == signs.first }
  }

  /// `000206A7-0000-0000-0000-0000`, or the same in groups of four: the model of a processor that numbers no longer.
  private static func isSignature(_ key: String) -> Bool { key.hasSuffix("-0000-0000-0000-0000") }

  private static let words: Set<String> = [
    "0123456789", "1234567890", "123456789", "12345678", "123456", "01234567", "012345678", "0123456789abcdef",
    "0123456789abc", "123456789abcdef", "1234567", "0987654321", "987654321", "1234-5678", "123-4567-890",
    "a1b2c3d4", "abc123", "sn12345", "sn123456", "sn123456789", "sn0123456789", "type2 - board serial number",
    "01020304", "0x00000000", "0x0000000000000000", "0x0",
  ]
  /// Words within those that boards and modules come with: `A1_SerNum0`, `Chassis Serial Number`.
  private static let parts = [
    "sernum", "serial number", "serialnumber", "serial no", "filled by", "default string", "not specified", "o.e.m",
    "redacted", "xxxx", "****", "unknown", "n/a",
  ]
}
