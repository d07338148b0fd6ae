/// A whole number of any size, as a sign and its digits to the base of 2^32: slow, simple, and shared with nothing.
struct WideInteger: Comparable {
  private var digits: [UInt32]
  private var isNegative: Bool

  init(_ value: Int128) {
    var rest = value.magnitude
    digits = []
    while rest != 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    isNegative = value < 0
  }

  private init(digits: [UInt32], isNegative: Bool) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
    self.isNegative = isNegative && !self.digits.isEmpty
  }

  var magnitude: WideInteger { WideInteger(digits: digits, isNegative: false) }

  static func + (left: WideInteger, right: WideInteger) -> WideInteger {
    if left.isNegative == right.isNegative {
      return WideInteger(digits: added(left.digits, right.digits), isNegative: left.isNegative)
    }
    return isLess(left.digits, right.digits)
      ? WideInteger(digits: subtracted(right.digits, left.digits), isNegative: right.isNegative)
      : WideInteger(digits: subtracted(left.digits, right.digits), isNegative: left.isNegative)
  }

  static func * (left: WideInteger, right: WideInteger) -> WideInteger {
    var result = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.digits.enumerated() {
        let sum = UInt64(a) * UInt64(b) + UInt64(result[i + j]) + carry
        result[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      result[i + right.digits.count] = UInt32(carry)
    }
    return WideInteger(digits: result, isNegative: left.isNegative != right.isNegative)
  }

  static func < (left: WideInteger, right: WideInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? isLess(right.digits, left.digits) : isLess(left.digits, right.digits)
  }

  /// The greatest common divisor of two magnitudes, by halving and subtracting.
  static func greatestCommonDivisor(_ left: WideInteger, _ right: WideInteger) -> WideInteger {
    var (a, b) = (left.digits, right.digits)
    if a.isEmpty || b.isEmpty { return WideInteger(digits: a.isEmpty ? b : a, isNegative: false) }
    var twos = 0
    while a[0] & 1 == 0, b[0] & 1 == 0 {
      (a, b) = (halved(a), halved(b))
      twos += 1
    }
    while !a.isEmpty {
      while a[0] & 1 == 0 { a = halved(a) }
      while b[0] & 1 == 0 { b = halved(b) }
      if isLess(a, b) { (a, b) = (b, a) }
      a = subtracted(a, b)
    }
    for _ in 0..<twos { b = added(b, b) }
    return WideInteger(digits: b, isNegative: false)
  }

  private static func added(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(a.count, b.count) {
      let sum = UInt64(index < a.count ? a[index] : 0) + UInt64(index < b.count ? b[index] : 0) + carry
      result.append(UInt32(truncatingIfNeeded: sum))
      carry = sum >> 32
    }
    if carry != 0 { result.append(UInt32(carry)) }
    return result
  }

  private static func subtracted(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var borrow: Int64 = 0
    for index in a.indices {
      let difference = Int64(a[index]) - Int64(index < b.count ? b[index] : 0) - borrow
      borrow = difference < 0 ? 1 : 0
      result.append(UInt32(truncatingIfNeeded: difference))
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  private static func halved(_ a: [UInt32]) -> [UInt32] {
    var result = a
    for index in a.indices { result[index] = a[index] >> 1 | (index + 1 < a.count ? a[index + 1] << 31 : 0) }
    while result.last == 0 { result.removeLast() }
    return result
  }

  private static func isLess(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for index in a.indices.reversed() where a[index] != b[index] { return a[index] < b[index] }
    return false
  }
}
