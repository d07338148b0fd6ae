public import Diagnostics

/// JSON after RFC 8259, strictly, into the same tree as YAML. A number keeps its spelling and is never a binary one.
public enum JSON {
  /// The value of a file. Throws all that is wrong with it, as far as it can be read.
  public static func document(in file: SourceFile, limits: DocumentLimits = .default) throws(Problems) -> Document {
    try limits.check(file)
    return try file.bytes.withUnsafeBufferPointer { bytes throws(Problems) in
      try checkEncoding(bytes, of: file)
      var reader = JSONReader(file: file, bytes: bytes, limits: limits)
      return try reader.document()
    }
  }

  /// Newline-delimited JSON: one value a line, blank lines skipped. A line that is wrong spoils no other. `body` gets
  /// each in turn, and only one is held at a time.
  public static func forEachLine(
    in file: SourceFile, limits: DocumentLimits = .default, _ body: (Result<Document, Problems>) -> Void
  ) throws(Problems) {
    try limits.check(file)
    try file.bytes.withUnsafeBufferPointer { bytes throws(Problems) in
      try checkEncoding(bytes, of: file)
      var reader = JSONReader(file: file, bytes: bytes, limits: limits)
      while let line = reader.lineDocument(of: bytes) { body(line) }
    }
  }

  /// The value on one line of newline-delimited JSON, which begins at a byte of the file's text and is known to be the line
  /// of a number; as `forEachLine` gives it.
  public static func line(
    in file: SourceFile, bytes range: Range<Int>, line: Int, limits: DocumentLimits = .default
  ) -> Result<Document, Problems> {
    do throws(Problems) {
      guard range.count <= limits.bytes, range.upperBound <= Int(Int32.max) else {
        throw Problems(
          Excess.tooLarge(bytes: range.count, limit: limits.bytes).diagnostic(at: SourceSpan(file: file)))
      }
      return .success(
        try file.bytes.withUnsafeBufferPointer { bytes throws(Problems) in
          let text = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
          try checkEncoding(UnsafeBufferPointer(rebasing: text[range.lowerBound...]), of: file, at: range.lowerBound)
          var reader = JSONReader(file: file, bytes: text, limits: limits, from: range.lowerBound, line: line)
          return try reader.document()
        })
    } catch {
      return .failure(error)
    }
  }

  private static func checkEncoding(_ bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile, at start: Int = 0)
    throws(Problems)
  {
    if let fault = UTF8Fault.first(in: bytes), fault.kind == .invalid {
      let fault = UTF8Fault(kind: .invalid, offset: start + fault.offset)
      throw Problems(
        Diagnostic(
          .error, "invalid-utf8",
          Localized(zh: "第 \(fault.offset) 字节处不是有效的 UTF-8", en: "byte \(fault.offset) is no valid UTF-8"),
          at: file.span(atByte: fault.offset)))
    }
  }
}
