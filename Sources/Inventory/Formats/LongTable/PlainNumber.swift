/// Numbers that are nothing but digits, as nearly all of a long table are.
enum PlainNumber {
  /// A number in ten-thousandths: digits without a needless zero, at most fourteen, with at most four decimals behind a
  /// point; −1 for any other text.
  @inline(__always)
  static func tenThousandths(_ text: UnsafeRawBufferPointer) -> Int64 {
    let count = text.count
    guard count > 0, count <= 19 else { return -1 }
    var value: Int64 = 0
    var index = 0
    while index < count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ Int64(digit)
      index += 1
    }
    guard index > 0, index <= 14, index == 1 || text[0] != 0x30 else { return -1 }
    var decimals = 0
    if index < count {
      guard text[index] == 0x2E, case let places = count - index - 1, (1...4).contains(places) else { return -1 }
      index += 1
      while index < count {
        let digit = text[index] &- 0x30
        guard digit < 10 else { return -1 }
        value = value &* 10 &+ Int64(digit)
        index += 1
      }
      decimals = places
    }
    switch decimals {
    case 0: return value &* 10_000
    case 1: return value &* 1_000
    case 2: return value &* 100
    case 3: return value &* 10
    default: return value
    }
  }

  /// The number that begins at a byte and ends before the first that is none of its own, and where it ends.
  @inline(__always)
  static func tenThousandths(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> (number: Int64, end: Int) {
    var index = start
    while index < end, case let byte = bytes.load(fromByteOffset: index, as: UInt8.self),
      byte &- 0x30 < 10 || byte == 0x2E
    {
      index &+= 1
    }
    return (tenThousandths(UnsafeRawBufferPointer(start: bytes + start, count: index - start)), index)
  }

  /// Whether a text is the number of a position that belongs to no other: digits, or nothing.
  @inline(__always)
  static func isPosition(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count <= 18 else { return false }
    for byte in text where byte &- 0x30 > 9 { return false }
    return true
  }
}

/// Ids of bills.
enum BillIdentifier {
  /// Whether an id is one to every reader, and nothing else than an id: it does not head totals or lots, it is no word for
  /// nothing, and no other spelling is equal to it.
  static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count > 0, text.count <= 200 else { return false }
    var hasDigit = false
    for byte in text {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: break
      default: return isPlain(String(decoding: text, as: UTF8.self))
      }
    }
    // `discount-1`, `-5`: rare enough to be asked about in full.
    let first = text[0] | 0x20
    let last = text[text.count - 1] | 0x20
    let isLetter = (0x61...0x7A).contains(first) && first != 0x64 && first != 0x72
    if hasDigit, isLetter, last != 0x74, last != 0x65 { return true }
    return isPlain(String(decoding: text, as: UTF8.self))
  }

  private static func isPlain(_ text: String) -> Bool {
    let isKnown = text.unicodeScalars.allSatisfy { scalar in
      (0x21...0x7E).contains(scalar.value) && scalar != "\"" || (0x4E00...0x9FA5).contains(scalar.value)
    }
    guard isKnown else { return false }
    let cell = CellText(text)
    return cell.text == text && !cell.isMissing && !cell.looksLikeFormula && RowLabel(text) == nil
  }
}
