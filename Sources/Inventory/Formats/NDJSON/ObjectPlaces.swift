internal import Diagnostics

/// Where the values of an object on one line stand, in order; those within a value have no place of their own.
struct ObjectPlaces {
  private(set) var values: [SourceRange] = []
  private(set) var whole: SourceRange
  /// The byte behind the object, and its column.
  private(set) var end: Int
  private(set) var endColumn: Int

  /// The places of an object that the careful reader has accepted, from its brace on.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int, column first: Int) {
    var (index, column, depth) = (start, first, 0)
    var valueColumn: Int?
    func range(_ from: Int, _ to: Int) -> SourceRange {
      SourceLocation(line: line, column: from)..<SourceLocation(line: line, column: to)
    }
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x22:
        if depth == 1, let begun = valueColumn, begun == 0 { valueColumn = column }
        index += 1
        column += 1
        while index < bytes.count, bytes[index] != 0x22 {
          if bytes[index] == 0x5C {
            index += 1
            column += 1
          }
          if index < bytes.count, bytes[index] & 0xC0 != 0x80 { column += 1 }
          index += 1
        }
      case 0x3A where depth == 1:
        valueColumn = 0
      case 0x7B, 0x5B:
        if depth == 1, valueColumn == 0 { valueColumn = column }
        depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 {
          if let begun = valueColumn { values.append(range(begun, lastEnd(bytes, index, column))) }
          index += 1
          column += 1
          break scan
        }
      case 0x2C where depth == 1:
        if let begun = valueColumn { values.append(range(begun, lastEnd(bytes, index, column))) }
        valueColumn = nil
      case 0x20, 0x09: break
      default:
        if depth == 1, valueColumn == 0 { valueColumn = column }
      }
      if index < bytes.count, bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    end = index
    endColumn = column
    whole = range(first, column)

    func lastEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ column: Int) -> Int {
      var blanks = 0
      while index > blanks, bytes[index - blanks - 1] == 0x20 || bytes[index - blanks - 1] == 0x09 { blanks += 1 }
      return column - blanks
    }
  }
}
