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

  /// The same of a text behind which nothing is read, and before which eight bytes can be: most are digits, and perhaps two
  /// decimals, which are read without a look at each.
  @inline(__always)
  static func tenThousandths(_ bytes: UnsafeRawPointer, in range: Range<Int>) -> Int64 {
    let count = range.count
    let text = UnsafeRawBufferPointer(start: bytes + range.lowerBound, count: count)
    guard range.upperBound >= 11, count > 0 else { return tenThousandths(text) }
    let isDecimal = count > 3 && bytes.load(fromByteOffset: range.upperBound &- 3, as: UInt8.self) == 0x2E
    let whole = isDecimal ? count &- 3 : count
    guard whole <= 8, whole == 1 || text[0] != 0x30 else { return tenThousandths(text) }
    let end = range.upperBound &- (isDecimal ? 3 : 0)
    let units = digits(bytes, before: end, count: whole)
    let hundredths = isDecimal ? digits(bytes, before: range.upperBound, count: 2) : 0
    guard units >= 0, hundredths >= 0 else { return tenThousandths(text) }
    return units &* 10_000 &+ hundredths &* 100
  }

  /// The number that at most eight digits before a byte are; −1 where one is none.
  @inline(__always)
  private static func digits(_ bytes: UnsafeRawPointer, before end: Int, count: Int) -> Int64 {
    let zeros: UInt64 = 0x3030_3030_3030_3030
    // The first digit stands in the lowest byte; what stands before it becomes zeros.
    var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self))
    let drop = UInt64(truncatingIfNeeded: 64 &- count &* 8)
    word = (word &>> drop) &<< drop | (count == 8 ? 0 : zeros &>> (64 &- drop))
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    guard word & high == zeros, (word &+ 0x0606_0606_0606_0606) & high == zeros else { return -1 }
    word &-= zeros
    word = word &* 10 &+ (word &>> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let first = (word & mask) &* 0x000F_4240_0000_0064
    let second = ((word &>> 16) & mask) &* 0x0000_2710_0000_0001
    return Int64((first &+ second) &>> 32)
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
