internal import Diagnostics

extension SourceFile {
  /// The character at a byte.
  func span(atByte offset: Int) -> SourceSpan {
    let start = location(ofByte: offset)
    return SourceSpan(file: self, range: start..<SourceLocation(line: Int(start.line), column: Int(start.column) + 1))
  }
}
