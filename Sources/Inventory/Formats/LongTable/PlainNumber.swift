/// Numbers that are nothing but digits, as nearly all of a long table are.
enum PlainNumber {
  /// A number in ten-thousandths: digits without a needless zero, at most fourteen, with at most four decimals behind a
  /// point; −1 for any other text.
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
  @inline(always)
  static func tenThousandths(_ bytes: UnsafeRawPointer, in range: Range<Int>) -> Int64 {
    let (start, count) = (range.lowerBound, range.upperBound &- range.lowerBound)
    func carefully() -> Int64 { tenThousandths(UnsafeRawBufferPointer(start: bytes + start, count: count)) }
    guard start >= 11, count > 0 else { return carefully() }
    // All is loaded first, so that nothing has to be decided in between.
    let point = bytes.load(fromByteOffset: range.upperBound &- 3, as: UInt8.self)
    let first = bytes.load(fromByteOffset: start, as: UInt8.self)
    let isDecimal = count > 3 && point == 0x2E
    let whole = isDecimal ? count &- 3 : count
    guard whole <= 8, whole == 1 || first != 0x30 else { return carefully() }
    let word = lastBytes(bytes, start &+ whole, count: whole)
    guard isDecimal else { return areDigits(word) ? number(word ^ zeros) &* 10_000 : carefully() }
    let tens = bytes.load(fromByteOffset: range.upperBound &- 2, as: UInt8.self) &- 0x30
    let ones = bytes.load(fromByteOffset: range.upperBound &- 1, as: UInt8.self) &- 0x30
    guard areDigits(word), tens < 10, ones < 10 else { return carefully() }
    return number(word ^ zeros) &* 10_000 &+ Int64(tens) &* 1_000 &+ Int64(ones) &* 100
  }

  /// At most eight bytes before one, the first of them in the lowest byte, with zeros, the digits, before them.
  @inline(always)
  private static func lastBytes(_ bytes: UnsafeRawPointer, _ end: Int, count: Int) -> UInt64 {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self))
    // What stands before the text is taken off, and zeros are put in its place.
    let strange = UInt64(truncatingIfNeeded: 64 &- count &* 8)
    let own = (~0 as UInt64) &<< strange
    return (word & own) | (zeros & ~own)
  }

  /// Whether eight bytes are digits.
  @inline(always)
  private static func areDigits(_ word: UInt64) -> Bool {
    // Above 9 the sum has another upper half.
    (word & (word &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
      && word & 0xC0C0_C0C0_C0C0_C0C0 == 0
  }

  /// Eight digits that are zero.
  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// The number of eight digits, of which each byte is the value of one.
  @inline(always)
  private static func number(_ digits: UInt64) -> Int64 {
    let word = digits &* 10 &+ (digits &>> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let first = (word & mask) &* 0x000F_4240_0000_0064
    let second = ((word &>> 16) & mask) &* 0x0000_2710_0000_0001
    return Int64((first &+ second) &>> 32)
  }

  /// How many of the eight bytes from one on are digits before the first that is none, and their values.
  @inline(always)
  private static func leadingDigits(_ bytes: UnsafeRawPointer, _ start: Int) -> (count: Int, values: UInt64) {
    let values = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)) ^ zeros
    // Above the first byte that is no digit a bit can be wrong, which does not matter.
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    return (others.trailingZeroBitCount &>> 3, values)
  }

  /// The number that begins with a digit and ends before the first byte that is none of its own, and where it ends: most
  /// have up to seven digits, and perhaps two decimals.
  @inline(always)
  static func tenThousandths(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> (number: Int64, end: Int) {
    guard start &+ 12 <= end, case let (count, values) = leadingDigits(bytes, start), count &- 1 < 7,
      count == 1 || values & 0xFF != 0
    else { return carefully(bytes, from: start, to: end) }
    let whole = number(values &<< UInt64(truncatingIfNeeded: 64 &- count &* 8)) &* 10_000
    let behind = start &+ count
    let next = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: behind, as: UInt32.self))
    guard next & 0xFF == 0x2E else { return (whole, behind) }
    let (tens, ones, last) = ((next &>> 8 & 0xFF) &- 0x30, (next &>> 16 & 0xFF) &- 0x30, next &>> 24)
    guard tens < 10, ones < 10, last &- 0x30 >= 10, last != 0x2E else {
      return carefully(bytes, from: start, to: end)
    }
    return (whole &+ Int64(tens) &* 1_000 &+ Int64(ones) &* 100, behind &+ 3)
  }

  /// The same of any number.
  @inline(never)
  private static func carefully(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> (number: Int64, end: Int) {
    let behind = self.end(bytes, from: start, to: end)
    return (tenThousandths(bytes, in: start..<behind), behind)
  }

  /// The byte behind a whole number that begins with a digit and has no needless zero; nil where there is none such, or
  /// none that some byte ends.
  @inline(always)
  static func position(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int? {
    guard start &+ 12 <= end, case let (count, values) = leadingDigits(bytes, start), count &- 1 < 7 else {
      return carefulPosition(bytes, from: start, to: end)
    }
    let behind = start &+ count
    guard count == 1 || values & 0xFF != 0, bytes.load(fromByteOffset: behind, as: UInt8.self) != 0x2E else {
      return nil
    }
    return behind
  }

  @inline(never)
  private static func carefulPosition(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int? {
    let behind = self.end(bytes, from: start, to: end)
    let first = bytes.load(fromByteOffset: start, as: UInt8.self)
    guard behind < end, behind < start + 18, behind == start + 1 || first != 0x30,
      isPosition(bytes, in: start..<behind)
    else { return nil }
    return behind
  }

  /// The first byte from one on that is neither a digit nor a point.
  private static func end(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, case let byte = bytes.load(fromByteOffset: index, as: UInt8.self),
      byte &- 0x30 < 10 || byte == 0x2E
    {
      index &+= 1
    }
    return index
  }

  /// Whether a number is the product of two others, all in ten-thousandths; false for negative ones, which are no numbers,
  /// and for those too large.
  static func isProduct(_ product: Int64, of one: Int64, and other: Int64) -> Bool {
    guard product >= 0, one >= 0, other >= 0 else { return false }
    let (found, isLarge) = one.multipliedReportingOverflow(by: other)
    let (wanted, isTooLarge) = product.multipliedReportingOverflow(by: 10_000)
    return !isLarge && !isTooLarge && found == wanted
  }

  /// Whether a text is the number of a position that belongs to no other: digits, or nothing.
  @inline(always)
  static func isPosition(_ bytes: UnsafeRawPointer, in range: Range<Int>) -> Bool {
    if range.lowerBound >= 8, range.count <= 8 {
      return range.isEmpty || areDigits(lastBytes(bytes, range.upperBound, count: range.count))
    }
    guard range.count <= 18 else { return false }
    for place in range where bytes.load(fromByteOffset: place, as: UInt8.self) &- 0x30 > 9 { return false }
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
