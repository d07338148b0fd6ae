/// A text that was read, kept so that any range in it can show its line.
public final class SourceFile: Sendable {
  /// The name as the user gave it: a path, or `<stdin>`.
  public let name: String
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// The sheet of a workbook that it is; nil for a text.
  public let sheet: Sheet?
  /// The lines of a longer file that it is; nil where it is whole.
  public let excerpt: Excerpt?
  /// Places known for long texts; empty until the first one is asked for.
  let checkpoints = Guarded<[Checkpoint]>([])

  /// A file with its text.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    sheet = nil
    excerpt = nil
  }

  /// Some lines of a longer file. Places count the lines of the text as it is here; what a reader sees is where they
  /// stand in the file.
  public init(name: String, bytes: [UInt8], excerpt: Excerpt) {
    self.name = name
    self.bytes = bytes
    sheet = nil
    self.excerpt = excerpt
  }

  /// A sheet of a workbook: in its places a line is a row and a column is a column of cells, both counted from 1.
  public init(name: String, sheet: Sheet) {
    self.name = name
    self.sheet = sheet
    bytes = []
    excerpt = nil
  }

  /// The text of a line, counted from 1, without its line break; nil past the end.
  public func line(_ number: Int) -> String? {
    guard let start = offset(of: SourceLocation(line: number, column: 1)) else { return nil }
    var end = start
    while end < bytes.count, !bytes[end].isLineBreak { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
