internal import Diagnostics

/// Where the fields of a record stand.
struct RecordPlaces {
  /// The bytes of each field.
  private(set) var bytes: [Range<Int>] = []
  private(set) var ranges: [SourceRange] = []
  /// Where the next record begins, and its line.
  private(set) var end: Int
  private(set) var endLine: Int

  /// The places of a record that is known to have so many fields, from its first byte on.
  init(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, line first: Int, columns: Int, separator: UInt8
  ) {
    var (index, line, column) = (start, first, 1)
    var (isQuoted, mayQuote) = (false, false)
    var field = (offset: start, place: SourceLocation(line: first, column: 1))
    bytes.reserveCapacity(columns)
    ranges.reserveCapacity(columns)
    while bytes.count < columns {
      let byte = index < text.count ? text[index] : 0x0A
      let isBreak = byte == 0x0A || (byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A)
      if !isQuoted, isBreak || byte == separator {
        bytes.append(field.offset..<index)
        ranges.append(field.place..<SourceLocation(line: line, column: column))
        field = (index + 1, SourceLocation(line: line, column: column + 1))
      }
      if index == field.offset { mayQuote = byte == 0x22 }
      if byte == 0x22, mayQuote { isQuoted.toggle() }
      if index < text.count { index += byte == 0x0D && isBreak ? 2 : 1 } else { break }
      if isBreak || byte == 0x0D {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    end = index
    endLine = line
  }
}
