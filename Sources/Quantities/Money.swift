/// An amount of one currency, exact to a ten-thousandth.
public struct Money: Hashable, Sendable {
  /// The amount in the currency's unit.
  public let amount: Rational

  /// The largest amount, 10^24: past every budget, and small enough that quantities of it still add up exactly.
  public static let limit = Int128(1_000_000_000_000) * 1_000_000_000_000

  /// Why a number is no amount.
  public enum Fault: Error, Hashable, Sendable {
    /// More than four decimals.
    case tooFine
    /// Past the limit.
    case overflow
  }

  /// An amount of at most four decimals.
  public init(_ amount: Rational) throws(Fault) {
    let whole = amount.numerator.magnitude / amount.denominator.magnitude
    guard whole < Self.limit.magnitude || (whole == Self.limit.magnitude && amount.isWhole) else { throw .overflow }
    guard 10_000 % amount.denominator == 0 else { throw .tooFine }
    self.amount = amount
  }
}
