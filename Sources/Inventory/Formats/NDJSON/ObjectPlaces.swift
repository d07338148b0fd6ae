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
    var walk = Walk(bytes: bytes, index: start, column: first)
    values.reserveCapacity(8)
    var depth = 0
    // Where the value begins that is not at its end yet: nil behind a comma, 0 behind a colon.
    var begun: Int?
    // The column behind the last byte that is no blank.
    var behind = first
    func range(_ from: Int, _ to: Int) -> SourceRange {
      SourceLocation(line: line, column: from)..<SourceLocation(line: line, column: to)
    }
    while let byte = walk.byte {
      switch byte {
      case 0x20, 0x09:
        walk.step()
        continue
      case 0x22:
        if depth == 1, begun == 0 { begun = walk.column }
        walk.skipText()
      case 0x3A where depth == 1:
        begun = 0
        walk.step()
      case 0x7B, 0x5B:
        if depth == 1, begun == 0 { begun = walk.column }
        depth += 1
        walk.step()
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0, let begun { values.append(range(begun, behind)) }
        walk.step()
      case 0x2C where depth == 1:
        if let begun { values.append(range(begun, behind)) }
        begun = nil
        walk.step()
      default:
        if depth == 1, begun == 0 { begun = walk.column }
        walk.step()
      }
      behind = walk.column
      if depth == 0 { break }
    }
    (end, endColumn) = (walk.index, walk.column)
    whole = range(first, walk.column)
  }

  /// A place in a text with its column, which counts characters.
  private struct Walk {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    var column: Int

    @inline(__always)
    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Goes on by a byte.
    @inline(__always)
    mutating func step() {
      column &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1
      index &+= 1
    }

    /// Goes behind the text whose first quote stands here.
    @inline(__always)
    mutating func skipText() {
      var (index, column) = (index &+ 1, column &+ 1)
      while index < bytes.count, case var byte = bytes[index], byte != 0x22 {
        if byte == 0x5C {
          index &+= 1
          column &+= 1
          guard index < bytes.count else { break }
          byte = bytes[index]
        }
        column &+= byte & 0xC0 == 0x80 ? 0 : 1
        index &+= 1
      }
      let isClosed = index < bytes.count
      (self.index, self.column) = (index &+ (isClosed ? 1 : 0), column &+ (isClosed ? 1 : 0))
    }
  }
}
