public import Quantities

/// A quotient of two machine words that is not reduced, 0 or more: what the sums of most bills come to.
public struct Fraction: BitwiseCopyable, Sendable {
  /// Above the line.
  public let numerator: Int64
  /// Below the line; above 0.
  public let denominator: Int64

  static let zero = Fraction(numerator: 0, denominator: 1)
  static let one = Fraction(numerator: 1, denominator: 1)

  /// Whether it is below a number, −1, the same, 0, or above, 1: cross multiplication, which never rounds.
  @inline(__always)
  func compared(with number: Fraction) -> Int {
    let left = numerator.multipliedFullWidth(by: number.denominator)
    let right = number.numerator.multipliedFullWidth(by: denominator)
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
  }

  /// The number.
  public var rational: Rational {
    // Two machine words are always within the limit of a rational.
    (try? Rational(Int128(numerator), over: Int128(denominator))) ?? .zero
  }
}

extension Fraction {
  /// A rational of two machine words; nil where it is larger.
  init?(_ number: Rational) {
    guard let numerator = Int64(exactly: number.numerator), let denominator = Int64(exactly: number.denominator) else {
      return nil
    }
    self.init(numerator: numerator, denominator: denominator)
  }
}
