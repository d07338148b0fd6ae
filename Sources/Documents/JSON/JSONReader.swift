internal import Diagnostics

/// Reads a JSON text from left to right onto a tape, with a stack of its own, so that no depth can exhaust the
/// machine's.
struct JSONReader {
  /// The text up to where this value must end.
  private(set) var bytes: UnsafeBufferPointer<UInt8>
  var builder: TapeBuilder
  /// The byte to be read next.
  var index = 0
  var line = 1
  /// A byte's column is `index - columnBase`: the line's first byte less one, and every byte of the line so far that
  /// continues a character.
  var columnBase = -1

  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: DocumentLimits) {
    self.bytes = bytes
    builder = TapeBuilder(file: file, limits: limits)
  }

  /// A reader of the line of a file that begins at a byte, up to `bytes`' end.
  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: DocumentLimits, from offset: Int, line: Int) {
    self.bytes = bytes
    builder = TapeBuilder(file: file, limits: limits, length: bytes.count - offset)
    index = offset
    self.line = line
    columnBase = offset - 1
  }

  /// The place of the byte to be read next.
  var location: SourceLocation { SourceLocation(line: line, column: index - columnBase) }

  /// What is expected at `index`, white space skipped.
  private enum State {
    case value, key, separator
  }

  /// The document, or everything that is wrong.
  mutating func document() throws(Problems) -> Document {
    skipSpace()
    guard index < bytes.count else {
      throw stopped(
        "no-document", Localized(zh: "文件中没有内容", en: "the file holds no document"), at: SourceSpan(file: builder.file))
    }
    var state = State.value
    repeat {
      switch state {
      case .value: state = try readValue()
      case .key: state = try readKey()
      case .separator: state = try readSeparator()
      }
      skipSpace()
    } while state != .separator || builder.depth > 0
    guard index == bytes.count else { throw textBehind() }
    guard builder.problems.isEmpty else { throw builder.problems }
    return Document(file: builder.file, tape: builder.finish())
  }

  /// The value on the next line of `text` that is not blank, or everything that is wrong with it; nil at the end.
  mutating func lineDocument(of text: UnsafeBufferPointer<UInt8>) -> Result<Document, Problems>? {
    bytes = text
    skipSpace()
    guard index < text.count else { return nil }
    var end = index
    while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
    bytes = UnsafeBufferPointer(rebasing: text[..<end])
    builder.restart()
    do {
      return .success(try document())
    } catch {
      // Whatever is wrong with a line, the next one starts behind its end.
      index = end
      return .failure(error)
    }
  }

  private mutating func readValue() throws(Problems) -> State {
    guard index < bytes.count else { throw cut() }
    switch bytes[index] {
    case UInt8(ascii: "\""): try readString(isKey: false)
    case UInt8(ascii: "{"): return try open(isMapping: true)
    case UInt8(ascii: "["): return try open(isMapping: false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    default: try readWord()
    }
    return .separator
  }

  private mutating func open(isMapping: Bool) throws(Problems) -> State {
    try builder.open(isMapping: isMapping, isFlow: true, at: location)
    index += 1
    skipSpace()
    guard index < bytes.count, bytes[index] == (isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
      return isMapping ? .key : .value
    }
    close()
    return .separator
  }

  private mutating func close() {
    index += 1
    _ = builder.close(at: location)
  }

  private mutating func readKey() throws(Problems) -> State {
    guard index < bytes.count else { throw cut() }
    guard bytes[index] == UInt8(ascii: "\"") else { throw noKey() }
    try readString(isKey: true)
    skipSpace()
    guard index < bytes.count else { throw cut() }
    guard bytes[index] == UInt8(ascii: ":") else { throw noColon() }
    index += 1
    return .value
  }

  private mutating func readSeparator() throws(Problems) -> State {
    guard index < bytes.count else { throw cut() }
    let closing = builder.frame.isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    switch bytes[index] {
    case closing:
      close()
      return .separator
    case UInt8(ascii: ","):
      let comma = location
      index += 1
      skipSpace()
      guard index < bytes.count, bytes[index] == closing else { return builder.frame.isMapping ? .key : .value }
      reportTrailingComma(at: comma)
      close()
      return .separator
    default: throw noComma()
    }
  }

  /// Skips white space and keeps the count of lines.
  @inline(__always)
  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\n"): startLine(behind: 1)
      case UInt8(ascii: "\r"):
        let isPair = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
        startLine(behind: isPair ? 2 : 1)
      default: return
      }
    }
  }

  @inline(__always)
  private mutating func startLine(behind length: Int) {
    index += length
    line += 1
    columnBase = index - 1
  }
}
