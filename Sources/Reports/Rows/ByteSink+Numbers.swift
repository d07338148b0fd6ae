internal import Evaluation
internal import Quantities

extension ByteSink {
  /// A whole number, 0 or more.
  mutating func append(number: Int64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var place = 20
      var rest = UInt64(number)
      repeat {
        place -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        digits[place] = UInt8(truncatingIfNeeded: digit) | 0x30
        rest = quotient
      } while rest > 0
      append(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[place...]))
    }
  }

  /// A number as `Rational.description` writes it: as a decimal where it ends, else as a fraction in lowest terms.
  mutating func append(_ fraction: Fraction) {
    let divisor = Self.divisor(UInt64(fraction.numerator), UInt64(fraction.denominator))
    let (top, bottom) = (fraction.numerator / divisor, fraction.denominator / divisor)
    if bottom == 1 { return append(number: top) }
    // A decimal ends where below the line there are only twos and fives.
    let twos = bottom.trailingZeroBitCount
    var rest = bottom >> Int64(twos)
    var fives = 0
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    guard rest == 1 else {
      append(number: top)
      append(UInt8(ascii: "/"))
      return append(number: bottom)
    }
    let places = max(twos, fives)
    var digits = top
    var isWide = false
    for factor in [(Int64(2), places - twos), (Int64(5), places - fives)] {
      for _ in 0..<factor.1 {
        let (product, overflow) = digits.multipliedReportingOverflow(by: factor.0)
        digits = product
        isWide = isWide || overflow
      }
    }
    guard !isWide, places <= 18 else { return append(text: fraction.rational.description) }
    var power: Int64 = 1
    for _ in 0..<places { power *= 10 }
    append(number: digits / power)
    append(UInt8(ascii: "."))
    let decimals = digits % power
    var first = power / 10
    while first > 1, decimals < first {
      append(UInt8(ascii: "0"))
      first /= 10
    }
    append(number: decimals)
  }

  /// The greatest common divisor of a number and one above 0.
  private static func divisor(_ left: UInt64, _ right: UInt64) -> Int64 {
    guard left > 0 else { return Int64(right) }
    let twos = (left | right).trailingZeroBitCount
    var a = left >> UInt64(left.trailingZeroBitCount)
    var b = right
    while b != 0 {
      b >>= UInt64(b.trailingZeroBitCount)
      if a > b { swap(&a, &b) }
      b -= a
    }
    return Int64(a << UInt64(twos))
  }
}
