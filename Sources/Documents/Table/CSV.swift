public import Diagnostics

/// Separated values: commas, semicolons or tabs, fields in double quotes where they need them (RFC 4180).
public enum CSV {
  /// What stands between two fields.
  public enum Separator: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// What separates the fields of a text, found from its first rows.
  public static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> Separator {
    SeparatorSurvey.separator(of: bytes, from: 0)
  }

  /// The table of a text; the separator is found from its first rows unless it is given.
  ///
  /// - Throws: a quote that never closes, text behind a closing quote, or a limit that is passed, each at its place.
  public static func table(
    in file: SourceFile, separator: Separator? = nil, limits: TableLimits = .default
  ) throws(Problems) -> Table {
    guard file.bytes.count <= limits.bytes else {
      throw Problems(
        Excess.tooLarge(bytes: file.bytes.count, limit: limits.bytes).diagnostic(at: SourceSpan(file: file)))
    }
    return try file.bytes.withUnsafeBufferPointer { bytes throws(Problems) in
      let start = CSVStart(bytes)
      let separator = separator ?? start.separator ?? SeparatorSurvey.separator(of: bytes, from: start.offset)
      var reader = CSVReader(file: file, bytes: bytes, separator: separator.rawValue, limits: limits)
      reader.skip(start)
      return Table(file: file, rows: try reader.rows())
    }
  }
}

/// The line `sep=;` with which Excel is told the separator.
struct CSVStart {
  var separator: CSV.Separator?
  /// Where the rows begin.
  var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 5, bytes.prefix(4).elementsEqual("sep=".utf8), let named = CSV.Separator(rawValue: bytes[4])
    else { return }
    var end = 5
    guard end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D else { return }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    separator = named
    offset = end
  }
}
