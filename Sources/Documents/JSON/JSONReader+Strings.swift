internal import Diagnostics

extension JSONReader {
  /// Reads a string, a mapping's key or a value. The text stays in the source unless an escape is in it.
  mutating func readString(isKey: Bool) throws(Problems) {
    let start = location
    index += 1
    let first = index
    skipOrdinary()
    var offset = first
    var isInSource = true
    if index == bytes.count || bytes[index] != UInt8(ascii: "\"") {
      offset = builder.tape.arena.count
      isInSource = false
      try readEscapes(from: first, openedAt: start)
    }
    let length = isInSource ? index - first : builder.tape.arena.count - offset
    index += 1
    if isKey {
      if isInSource {
        builder.notePrint(of: UnsafeBufferPointer(rebasing: bytes[first..<first + length]))
      } else {
        let text = Array(builder.tape.arena[offset...])
        text.withUnsafeBufferPointer { builder.notePrint(of: $0) }
      }
    }
    try builder.addScalar(
      .doubleQuoted, from: start, to: location, offset: offset, length: length, isInSource: isInSource)
  }

  /// Goes on to the next quote, backslash or control character.
  @inline(__always)
  private mutating func skipOrdinary() {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      // The high bit of every byte that is a quote, a backslash or below 0x20. Above the first of them a bit can be
      // wrong, the first itself cannot.
      let found =
        (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- (ones &* 0x20)) & ~word)) & highs
      let length = found == 0 ? 8 : found.trailingZeroBitCount >> 3
      // Bytes 10xxxxxx continue a character and take no column.
      var continuing = (word >> 7) & ~(word >> 6) & ones
      if length < 8 { continuing &= (1 &<< UInt64(length &* 8)) &- 1 }
      columnBase += continuing.nonzeroBitCount
      index += length
      if length < 8 { return }
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      if byte & 0xC0 == 0x80 { columnBase += 1 }
      index += 1
    }
  }

  /// Copies the text to the arena from `first` on, escapes resolved, up to the closing quote.
  private mutating func readEscapes(from first: Int, openedAt start: SourceLocation) throws(Problems) {
    var copied = first
    while true {
      builder.tape.arena.append(contentsOf: bytes[copied..<index])
      guard index < bytes.count else { throw unclosedQuote(at: start) }
      switch bytes[index] {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"):
        if let scalar = readEscape() { builder.tape.arena.append(utf8Of: scalar) }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw unclosedQuote(at: start)
      default:
        reportControl(bytes[index])
        index += 1
      }
      copied = index
      skipOrdinary()
    }
  }

  /// Reads one escape, or the two of a surrogate pair; nil after a report.
  private mutating func readEscape() -> Unicode.Scalar? {
    let start = index
    index += 1
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return readUnicodeEscape(from: start)
    default:
      // What is behind the backslash is read again as what it is: it may end the line.
      if byte < 0x20 || byte > 0x7E { index -= 1 }
      reportEscape(from: start)
      index = start + 1
      return nil
    }
  }

  private mutating func readUnicodeEscape(from start: Int) -> Unicode.Scalar? {
    guard let unit = readHex() else {
      reportEscape(from: start)
      return nil
    }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let behind = index
    if UTF16.isLeadSurrogate(unit), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      if let trail = readHex(), UTF16.isTrailSurrogate(trail) {
        return Unicode.Scalar(0x10000 + ((UInt32(unit) & 0x3FF) << 10) + (UInt32(trail) & 0x3FF))
      }
      index = behind
    }
    reportSurrogate(from: start)
    return nil
  }

  /// Four hexadecimal digits; nil, and as many read as there were, if there are fewer.
  private mutating func readHex() -> UInt16? {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = bytes[index].hexDigit else { return nil }
      unit = unit << 4 | digit
      index += 1
    }
    return unit
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexDigit: UInt16? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
