public import Diagnostics
public import Documents

extension TableReader {
  /// The header of a long table, many bills in one file, each row with the id of its bill.
  public struct LongHeader: Sendable {
    /// How many records of the file it takes, with all that stands above it.
    public let records: Int
    /// The column of the ids, from 0.
    public let column: Int
  }

  /// The header of a long table, told by the first rows of a file; nil where these begin no such table, or where a mapping
  /// says where the header is.
  public func longHeader(of table: Table) -> LongHeader? {
    if let mapping, case .found = mapping.header {} else if mapping != nil { return nil }
    let finder = HeaderFinder(table: table, mapping: mapping)
    for index in table.rows.indices.prefix(TableRun.headerDepth) {
      guard let header = finder.header(at: index) else { continue }
      guard let column = header.column(.bom), header.rows.upperBound > 0 else { return nil }
      return LongHeader(records: table.rows[header.rows.upperBound - 1].number, column: column.number - 1)
    }
    return nil
  }

  /// Whether the first row below the header is a header again, as where two files were put together.
  public func headerReturns(in table: Table, after header: LongHeader) -> HeaderReturn {
    let finder = HeaderFinder(table: table, mapping: mapping)
    guard let index = table.rows.firstIndex(where: { $0.number > header.records }),
      let later = finder.header(at: index),
      let first = table.rows.indices[..<index].lazy.compactMap({ finder.header(at: $0) }).first
    else { return .none }
    // Where the header says quantity, a row that begins with a digit is a position.
    let numbers = Set(first.columns.filter { [.quantity, .unitPrice, .total].contains($0.field) }.map(\.number))
    let isPosition = table.rows[index].cells.contains {
      numbers.contains($0.column) && $0.text.utf8.first.map(CellNumber.isDigit) == true
    }
    if isPosition { return .none }
    return later.repeats(first) ? .same : .other(later.columns.first?.span)
  }

  /// A header below the first one.
  public enum HeaderReturn: Sendable {
    case none
    /// It has the same columns.
    case same
    /// It has other columns.
    case other(SourceSpan?)
  }
}
