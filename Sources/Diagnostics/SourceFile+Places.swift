/// A byte whose place is known.
struct Checkpoint: Sendable {
  var offset = 0
  var line = 1
  var column = 1

  var location: SourceLocation { SourceLocation(line: line, column: column) }

  /// Steps over one character, or over a line break: LF, CR, or both. A byte that belongs to no character is one of its
  /// own, so that the place of a fault in the encoding leads back to its byte.
  @inline(__always)
  mutating func advance(in bytes: UnsafeBufferPointer<UInt8>) {
    let byte = bytes[offset]
    offset += 1
    if byte.isLineBreak {
      if byte == UInt8(ascii: "\r"), offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
      line += 1
      column = 1
    } else {
      if byte >= 0xC0 {
        let end = min(bytes.count, offset + (byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3))
        while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      }
      column += 1
    }
  }
}

extension SourceFile {
  /// The place of a byte; of the end if there are fewer.
  public func location(ofByte offset: Int) -> SourceLocation {
    var checkpoint = last { $0.offset <= offset }
    bytes.withUnsafeBufferPointer { bytes in
      while checkpoint.offset < min(offset, bytes.count) { checkpoint.advance(in: bytes) }
    }
    return checkpoint.location
  }

  /// The byte at a place, or where its line ends if that comes first; nil past the last line.
  func offset(of place: SourceLocation) -> Int? {
    // Near the beginning a walk is cheaper than the table, for which the whole text is gone through.
    let near = walk(from: Checkpoint(), to: place, within: 1 << 16)
    let checkpoint = near.offset < 1 << 16 ? near : walk(from: last { $0.location <= place }, to: place, within: .max)
    // A line break at the end of a text opens no further line.
    let isLine = checkpoint.line == 1 || checkpoint.column > 1 || checkpoint.offset < bytes.count
    return isLine && checkpoint.line == place.line ? checkpoint.offset : nil
  }

  /// Goes on to a place, or to the end of its line if that comes first, or to a byte.
  private func walk(from start: Checkpoint, to place: SourceLocation, within limit: Int) -> Checkpoint {
    var checkpoint = start
    bytes.withUnsafeBufferPointer { bytes in
      while checkpoint.location < place, checkpoint.offset < min(bytes.count, limit) {
        if checkpoint.line == place.line, bytes[checkpoint.offset].isLineBreak { return }
        checkpoint.advance(in: bytes)
      }
    }
    return checkpoint
  }

  /// The last checkpoint that fulfils a condition, which then holds for all before it. A long text is gone through
  /// once, so that a hundred problems in it cost no more than one.
  private func last(where holds: (Checkpoint) -> Bool) -> Checkpoint {
    let stride = 1 << 16
    guard bytes.count > stride else { return Checkpoint() }
    return checkpoints.withLock { known in
      if known.isEmpty {
        known = bytes.withUnsafeBufferPointer { bytes in
          var all: [Checkpoint] = [Checkpoint()]
          var checkpoint = Checkpoint()
          while checkpoint.offset < bytes.count {
            checkpoint.advance(in: bytes)
            if checkpoint.offset >= all.count * stride { all.append(checkpoint) }
          }
          return all
        }
      }
      let after = known.partitioningIndex { !holds($0) }
      return known[max(0, after - 1)]
    }
  }
}

extension [Checkpoint] {
  /// The first of those, at the end, for which `isBehind` holds.
  fileprivate func partitioningIndex(where isBehind: (Checkpoint) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
