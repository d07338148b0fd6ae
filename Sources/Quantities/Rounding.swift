/// Which of the two nearest multiples a number is rounded to.
public enum Rounding: String, CaseIterable, Sendable {
  /// Towards 0: digits are cut.
  case down
  /// Away from 0.
  case up
  /// To the nearer; a half away from 0.
  case halfUp = "half_up"
  /// To the nearer; a half to the even multiple.
  case halfEven = "half_even"
}

extension Rational {
  /// The number rounded to a multiple of `step`, which is above 0.
  public func rounded(to step: Rational, _ mode: Rounding) throws(Overflow) -> Rational {
    let steps = try self / step
    let (whole, rest) = steps.numerator.magnitude.quotientAndRemainder(dividingBy: steps.denominator.magnitude)
    if rest == 0 { return self }
    // `rest` is below the denominator, which is within 2^126, so its double fits.
    let twice = rest * 2
    let half = steps.denominator.magnitude
    let away =
      switch mode {
      case .down: false
      case .up: true
      case .halfUp: twice >= half
      case .halfEven: twice > half || (twice == half && whole % 2 == 1)
      }
    let count = Int128(away ? whole + 1 : whole)
    return try Rational(whole: isNegative ? -count : count) * step
  }
}
