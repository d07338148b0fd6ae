/// A place in a sheet as it is written: `AB12`.
struct CellReference: Equatable {
  static let maximumRow = 1_048_576
  static let maximumColumn = 16_384

  /// From 1.
  var row: Int
  /// From 1.
  var column: Int

  /// Nil if the text is no place of a sheet.
  @inline(__always)
  init?(_ text: some Collection<UInt8>) {
    (row, column) = (0, 0)
    for byte in text {
      if byte &- 0x30 <= 9, column > 0 {
        row = row * 10 + Int(byte &- 0x30)
      } else if (byte | 0x20) &- 0x61 < 26, row == 0 {
        column = column * 26 + Int((byte | 0x20) &- 0x60)
      } else {
        return nil
      }
      guard row <= Self.maximumRow, column <= Self.maximumColumn else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
  }

  /// The rows and columns of `A1:C3`, or of a single cell.
  static func area(_ text: UnsafeBufferPointer<UInt8>) -> Table.Merge? {
    let ends = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard ends.count <= 2, let start = ends.first.flatMap({ CellReference($0) }),
      let end = ends.last.flatMap({ CellReference($0) }), start.row <= end.row, start.column <= end.column
    else { return nil }
    return Table.Merge(rows: start.row...end.row, columns: start.column...end.column)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A whole number from 0 to 999,999,999; nil if the bytes are anything else.
  var wholeNumber: Int? {
    guard !isEmpty, count <= 9 else { return nil }
    var value = 0
    for byte in self {
      guard byte &- 0x30 <= 9 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }
}
