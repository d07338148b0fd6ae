/// A place in a text: line and column, both counted from 1, columns in Unicode scalars.
public struct SourceLocation: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: UInt32
  /// The column in Unicode scalars, from 1.
  public var column: UInt32

  /// The place at `line` and `column`.
  public init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  /// By line, then by column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of text, the end not included.
public typealias SourceRange = Range<SourceLocation>

/// A stretch of a file.
public struct SourceSpan: Sendable {
  /// The file.
  public var file: SourceFile
  /// The stretch, or nil for the file as a whole.
  public var range: SourceRange?

  /// A stretch of `file`.
  public init(file: SourceFile, range: SourceRange? = nil) {
    self.file = file
    self.range = range
  }

  /// `file:line:column`, `file:sheet!C5`, or the file's name alone.
  public var description: String {
    guard let start = range?.lowerBound else { return file.sheet.map { "\(file.name):\($0.name)" } ?? file.name }
    if let sheet = file.sheet { return "\(file.name):\(sheet.name)!\(Sheet.reference(start))" }
    let shown = file.shown(start)
    return "\(file.name):\(shown.line):\(shown.column)"
  }
}
