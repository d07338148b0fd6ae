extension Rational {
  /// A sum whose terms, over the common denominator, pass 128 bits: only what is left after reducing must fit.
  static func wideSum(_ left: Rational, _ right: Rational, shared: Int128) throws(Overflow) -> Rational {
    let own = left.denominator / shared
    let first = left.numerator.multipliedFullWidth(by: right.denominator / shared)
    let second = right.numerator.multipliedFullWidth(by: own)
    // Each term is within 2^252, so their sum has its sign in the high half.
    let (low, carry) = first.low.addingReportingOverflow(second.low)
    let high = first.high + second.high + (carry ? 1 : 0)
    let isNegative = high < 0
    let (negatedLow, isRound) = (~low).addingReportingOverflow(1)
    let magnitude: (high: UInt128, low: UInt128) =
      isNegative
      ? (UInt128(bitPattern: ~high) + (isRound ? 1 : 0), negatedLow) : (UInt128(bitPattern: high), low)
    let factor = shared.magnitude
    let rest = factor.dividingFullWidth((magnitude.high % factor, magnitude.low)).remainder
    let divisor = greatestCommonDivisor(rest, factor)
    guard magnitude.high < divisor else { throw Overflow() }
    let top = divisor.dividingFullWidth(magnitude).quotient
    guard top <= limit.magnitude else { throw Overflow() }
    return try Rational(whole: isNegative ? -Int128(top) : Int128(top)).over(own, right.denominator / Int128(divisor))
  }
}
