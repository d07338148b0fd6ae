public import Diagnostics

/// A workbook of Excel: Office Open XML (`.xlsx`, `.xlsm`), transitional or strict.
///
/// A number keeps its decimal spelling at the 15 digits that Excel shows, and is never a binary one. A formula is its
/// last value. Nothing is computed, and nothing outside the file is read.
public enum Workbook {
  /// The sheets of a workbook in the order of their tabs, hidden and empty ones among them; charts are no tables.
  ///
  /// Throws what is wrong with it. Every other file of Office, old, binary, encrypted or of another program, is refused
  /// with what to do.
  public static func tables(
    in bytes: [UInt8], name: String, limits: WorkbookLimits = .default
  ) throws(Problems) -> [Table] {
    let file = SourceFile(name: name, bytes: [])
    // zlib counts what it is given in 32 bits.
    let limit = min(limits.bytes, Int(Int32.max))
    guard bytes.count <= limit else {
      throw Problems(Excess.tooLarge(bytes: bytes.count, limit: limit).diagnostic(at: SourceSpan(file: file)))
    }
    return try bytes.withUnsafeBufferPointer { bytes throws(Problems) in
      if let refusal = ForeignFile(bytes) { throw refusal.problems(in: file) }
      let archive = try ZipArchive(bytes, of: file)
      if let refusal = ForeignFile(archive) { throw refusal.problems(in: file) }
      var reader = WorkbookReader(archive: archive, limits: limits)
      return try reader.tables()
    }
  }
}
