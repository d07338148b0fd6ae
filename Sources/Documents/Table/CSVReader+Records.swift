public import Diagnostics

extension CSV {
  /// One record of a text.
  public struct Record: Sendable {
    /// The cells that hold something.
    public var cells: [Table.Cell]
    /// The byte at which the next record begins.
    public var end: Int
    /// The line on which it begins.
    public var endLine: Int
    /// Whether a line break ends it, and not the end of the bytes.
    public var isEnded: Bool
  }

  /// The record that begins at a byte, read as `table` reads it, with the places of its line.
  ///
  /// - Throws: what `table` would throw here.
  public static func record(
    in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, line: Int, separator: Separator, of file: SourceFile
  ) throws(Problems) -> Record {
    let rest = UnsafeBufferPointer(rebasing: bytes[offset...])
    var reader = CSVReader(file: file, bytes: rest, separator: separator.rawValue, limits: .default, line: line)
    let cells = try reader.cells()
    let isEnded = reader.offset > 0 && (rest[reader.offset - 1] == 0x0A || rest[reader.offset - 1] == 0x0D)
    return Record(cells: cells, end: offset + reader.offset, endLine: reader.line, isEnded: isEnded)
  }

  /// The rows of a stretch of a text that begins and ends with whole records, with the places of its lines; rows are
  /// numbered from `number`.
  ///
  /// - Throws: what `table` would throw here.
  public static func rows(
    in bytes: UnsafeBufferPointer<UInt8>, line: Int, number: Int, separator: Separator, of file: SourceFile
  ) throws(Problems) -> [Table.Row] {
    let limits = TableLimits(rows: .max, cells: .max)
    var reader = CSVReader(file: file, bytes: bytes, separator: separator.rawValue, limits: limits, line: line)
    return try reader.rows(from: number)
  }
}
