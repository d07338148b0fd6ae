/// An exact rational number in lowest terms; numerator and denominator stay within 2^126.
public struct Rational: Hashable, Sendable {
  /// The numerator; it carries the sign.
  public let numerator: Int128
  /// The denominator, above 0.
  public let denominator: Int128

  /// The largest numerator or denominator.
  public static let limit = Int128(1) << 126

  /// 0.
  public static let zero = Rational(0)
  /// 1.
  public static let one = Rational(1)

  /// A whole number.
  public init(_ value: Int) {
    numerator = Int128(value)
    denominator = 1
  }

  /// A whole number within the limit.
  public init(whole value: Int128) throws(Overflow) {
    guard value.magnitude <= Self.limit.magnitude else { throw Overflow() }
    self.init(reduced: value, 1)
  }

  /// `numerator / denominator`; the denominator is not 0.
  public init(_ numerator: Int128, over denominator: Int128) throws(Overflow) {
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    guard divisor > 0, denominator != 0 else { throw Overflow() }
    let top = numerator.magnitude / divisor
    let bottom = denominator.magnitude / divisor
    guard top <= Self.limit.magnitude, bottom <= Self.limit.magnitude else { throw Overflow() }
    self.init(reduced: (numerator < 0) != (denominator < 0) ? -Int128(top) : Int128(top), Int128(bottom))
  }

  // INVARIANT: the two are in lowest terms, within the limit, and the denominator is above 0.
  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether it is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// Whether it is below 0.
  public var isNegative: Bool { numerator < 0 }

  /// The number with its sign turned.
  public static prefix func - (value: Rational) -> Rational {
    Rational(reduced: -value.numerator, value.denominator)
  }

  /// The sum.
  public static func + (left: Rational, right: Rational) throws(Overflow) -> Rational {
    if left.denominator == 1, right.denominator == 1 {
      // Twice the limit is one past Int128.
      let (sum, overflow) = left.numerator.addingReportingOverflow(right.numerator)
      if overflow { throw Overflow() }
      return try Rational(whole: sum)
    }
    let shared = Int128(greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let (own, other) = (left.denominator / shared, right.denominator / shared)
    let (first, isFirstWide) = left.numerator.multipliedReportingOverflow(by: other)
    let (second, isSecondWide) = right.numerator.multipliedReportingOverflow(by: own)
    let (sum, isSumWide) = first.addingReportingOverflow(second)
    guard !isFirstWide, !isSecondWide, !isSumWide else { return try wideSum(left, right, shared: shared) }
    // The sum over `own * other * shared` has no factor in common with the first two.
    let divisor = Int128(greatestCommonDivisor(sum.magnitude, shared.magnitude))
    return try Rational(whole: sum / divisor).over(own, right.denominator / divisor)
  }

  /// The difference.
  public static func - (left: Rational, right: Rational) throws(Overflow) -> Rational {
    try left + -right
  }

  /// The product.
  public static func * (left: Rational, right: Rational) throws(Overflow) -> Rational {
    if left.denominator == 1, right.denominator == 1 {
      return try Rational(whole: product(left.numerator, right.numerator))
    }
    // Reducing across first keeps the intermediate products as small as the result.
    let one = Int128(greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude))
    let two = Int128(greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude))
    let top = try product(left.numerator / one, right.numerator / two)
    return try Rational(top, over: product(left.denominator / two, right.denominator / one))
  }

  /// The quotient; `right` is not 0.
  public static func / (left: Rational, right: Rational) throws(Overflow) -> Rational {
    guard right.numerator != 0 else { throw Overflow() }
    return try left
      * Rational(
        reduced: right.numerator < 0 ? -right.denominator : right.denominator, Int128(right.numerator.magnitude))
  }

  /// A whole number over the product of two numbers that have no factor in common with it.
  func over(_ one: Int128, _ two: Int128) throws(Overflow) -> Rational {
    let bottom = try Self.product(one, two)
    guard bottom <= Self.limit else { throw Overflow() }
    return numerator == 0 ? .zero : Rational(reduced: numerator, bottom)
  }

  private static func product(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow { throw Overflow() }
    return value
  }
}

extension Rational: Comparable {
  /// By value. Cross multiplication in 256 bits: a comparison never overflows and never rounds.
  public static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }
}

/// The greatest common divisor; that of 0 and 0 is 0.
func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
  var (a, b) = (left, right)
  while b != 0 {
    if a <= UInt64.max, b <= UInt64.max { return UInt128(greatestCommonDivisor(UInt64(a), UInt64(b))) }
    (a, b) = (b, a % b)
  }
  return a
}

private func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
