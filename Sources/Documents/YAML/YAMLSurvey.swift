internal import Diagnostics
internal import Glibc

/// A look over the bytes for the few things that libyaml would read slowly or count otherwise than we do.
struct YAMLSurvey {
  /// libyaml compares every `%TAG` line with all before it; nobody writes as many as this.
  private static let directiveLimit = 100

  /// How many lines begin with `%`.
  private(set) var directives = 0

  /// Looks over the text of a file, or over some lines of it, and throws the first thing that is wrong.
  init(_ bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile) throws(Problems) {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, !Self.hasSuspect(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        index += 8
        continue
      }
      let byte = bytes[index]
      // UTF-8 of U+0085, U+2028 and U+2029: line breaks to libyaml, to an editor and to YAML 1.2 none.
      if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0x85 {
        throw Self.separator(0x85, at: index, of: file)
      }
      if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
        throw Self.separator(0x2000 + UInt32(bytes[index + 2] & 0x3F), at: index, of: file)
      }
      if byte == UInt8(ascii: "%"),
        index == 0 || bytes[index - 1] == UInt8(ascii: "\n") || bytes[index - 1] == UInt8(ascii: "\r")
      {
        directives += 1
        if directives > Self.directiveLimit { throw Self.tooMany(at: index, of: file) }
      }
      index += 1
    }
  }

  /// How many line breaks there are: LF, CR, or both.
  static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var count = 0
    for byte in bytes where byte == UInt8(ascii: "\n") { count &+= 1 }
    guard memchr(base, Int32(UInt8(ascii: "\r")), bytes.count) != nil else { return count }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\r") {
      if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { count &+= 1 }
    }
    return count
  }

  /// Whether a byte of the eight begins a line separator or a directive.
  @inline(__always)
  private static func hasSuspect(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let a = word ^ (ones &* 0xC2)
    let b = word ^ (ones &* 0xE2)
    let c = word ^ (ones &* UInt64(UInt8(ascii: "%")))
    return (((a &- ones) & ~a) | ((b &- ones) & ~b) | ((c &- ones) & ~c)) & (ones &* 0x80) != 0
  }

  private static func separator(_ code: UInt32, at index: Int, of file: SourceFile) -> Problems {
    let number = String(code, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - number.count) + number
    return Problems(
      Diagnostic(
        .error, "line-separator",
        Localized(zh: "这里有一个看不见的换行字符 \(name)", en: "an invisible line separator \(name) stands here"),
        at: file.span(atByte: index),
        help: Localized(
          zh: "删去该字符；如需保留，请在双引号中写成转义", en: "delete it; where it is meant, write it as an escape in double quotes")))
  }

  private static func tooMany(at index: Int, of file: SourceFile) -> Problems {
    Problems(
      Diagnostic(
        .error, "too-many-directives",
        Localized(zh: "以 `%` 开头的行超过 \(directiveLimit) 行", en: "more than \(directiveLimit) lines begin with `%`"),
        at: file.span(atByte: index)))
  }
}
