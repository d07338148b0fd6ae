internal import Diagnostics

/// The lines of a text, one after the other.
struct TextLines: Sequence, IteratorProtocol {
  private let file: SourceFile
  private var offset = 0
  private var number = 0

  init(of file: SourceFile) {
    self.file = file
  }

  /// The next line; LF, CR or both end one.
  mutating func next() -> TextLine? {
    let bytes = file.bytes
    guard offset < bytes.count else { return nil }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    offset = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { offset += 1 }
    number += 1
    return TextLine(file: file, number: number, start: start, bytes: start..<end)
  }
}

/// A line of a text, or a piece of one.
struct TextLine {
  let file: SourceFile
  /// The number of the line, from 1.
  let number: Int
  private let start: Int
  /// Which bytes of the file it is.
  let bytes: Range<Int>

  init(file: SourceFile, number: Int, start: Int, bytes: Range<Int>) {
    self.file = file
    self.number = number
    self.start = start
    self.bytes = bytes
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { bytes.isEmpty }

  /// The bytes themselves.
  var content: ArraySlice<UInt8> { file.bytes[bytes] }

  /// The text.
  var text: String { String(decoding: content, as: UTF8.self) }

  /// Whether it begins with a space or a tab.
  var isIndented: Bool { content.first.map { $0 == 0x20 || $0 == 0x09 } ?? false }

  /// A piece of it.
  func piece(_ range: Range<Int>) -> TextLine {
    TextLine(file: file, number: number, start: start, bytes: range)
  }

  /// The piece without spaces and tabs around it.
  var trimmed: TextLine {
    var low = bytes.lowerBound
    var high = bytes.upperBound
    while low < high, file.bytes[low] == 0x20 || file.bytes[low] == 0x09 { low += 1 }
    while low < high, file.bytes[high - 1] == 0x20 || file.bytes[high - 1] == 0x09 { high -= 1 }
    return piece(low..<high)
  }

  /// The pieces before and after the first colon; nil where there is none.
  var split: (key: TextLine, value: TextLine)? {
    guard let colon = content.firstIndex(of: 0x3A) else { return nil }
    return (piece(bytes.lowerBound..<colon).trimmed, piece(colon + 1..<bytes.upperBound).trimmed)
  }

  /// Whether it begins with some ASCII text.
  func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { content.starts(with: $0) }
  }

  /// Where it stands.
  var span: SourceSpan {
    let column = 1 + scalars(start..<bytes.lowerBound)
    let range =
      SourceLocation(
        line: number, column: column)..<SourceLocation(
        line: number, column: column + scalars(bytes))
    return SourceSpan(file: file, range: range)
  }

  /// What it says; nil where it is a placeholder.
  var found: Found? {
    let trimmed = trimmed
    return Placeholder.meaning(of: trimmed.text).map { Found(text: $0, span: trimmed.span) }
  }

  private func scalars(_ range: Range<Int>) -> Int {
    file.bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
