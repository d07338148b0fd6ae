internal import Diagnostics

/// Walks the source beside the events, for the few places where libyaml's marks do not say enough. Its steps follow
/// the events forward, so that a whole file costs one pass.
struct SourceCursor {
  /// The place looked at last.
  private var reached: Walk
  private let start: Walk

  /// A cursor of a text that begins with line `line` of its file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    start = Walk(bytes: bytes, line: line)
    reached = start
  }

  /// Where a node begins whose anchor and tag begin at `place`; at most `limit`.
  mutating func start(behindPropertiesAt place: SourceLocation, before limit: SourceLocation?) -> SourceLocation {
    var walk = walk(at: place)
    while let byte = walk.byte {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while let byte = walk.byte, !byte.isYAMLSpace { walk.advance() }
      case UInt8(ascii: "#"):
        while let byte = walk.byte, !byte.isYAMLBreak { walk.advance() }
      case _ where byte.isYAMLSpace: walk.advance()
      default:
        return limit.map { min($0, walk.location) } ?? walk.location
      }
    }
    return limit ?? place
  }

  /// The range of a literal or folded scalar: from its indicator to the end of its last line that is not empty.
  /// libyaml's end is behind the empty lines that follow, its start before the anchor.
  mutating func block(
    from start: SourceLocation, to end: SourceLocation
  ) -> (start: SourceLocation, end: SourceLocation) {
    let first = self.start(behindPropertiesAt: start, before: end)
    var walk = walk(at: first)
    while let byte = walk.byte, !byte.isYAMLSpace { walk.advance() }
    var last = walk.location
    while let byte = walk.byte, !byte.isYAMLBreak { walk.advance() }
    while let byte = walk.byte {
      if byte.isYAMLSpace {
        walk.advance()
      } else {
        if walk.location >= end { break }
        while let byte = walk.byte, !byte.isYAMLBreak { walk.advance() }
        last = walk.location
      }
    }
    return (first, last)
  }

  private mutating func walk(at place: SourceLocation) -> Walk {
    // Events never go back, but nothing breaks if one does.
    if place < reached.location { reached = start }
    while reached.line < place.line, reached.byte != nil { reached.advanceLine() }
    while reached.location < place, reached.byte != nil { reached.advance() }
    return reached
  }

  /// A place in the bytes with its line and column.
  private struct Walk {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var line: Int
    var column = 1

    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }
    var location: SourceLocation { SourceLocation(line: line, column: column) }

    /// Steps over the rest of the line and its break.
    mutating func advanceLine() {
      let bytes = bytes
      var index = index
      while index < bytes.count, !bytes[index].isYAMLBreak { index += 1 }
      self.index = index
      if index < bytes.count { advance() }
    }

    /// Steps over one character, a line break of two bytes included.
    mutating func advance() {
      let byte = bytes[index]
      index += 1
      if byte.isYAMLBreak {
        if byte == UInt8(ascii: "\r"), self.byte == UInt8(ascii: "\n") { index += 1 }
        line += 1
        column = 1
      } else {
        while let byte = self.byte, byte & 0xC0 == 0x80 { index += 1 }
        column += 1
      }
    }
  }
}

extension UInt8 {
  fileprivate var isYAMLBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isYAMLSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || isYAMLBreak }
}
