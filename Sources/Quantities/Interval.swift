/// All numbers from `low` to `high`, both included where they are finite.
public struct Interval: Hashable, Sendable {
  /// The least it can be.
  public let low: Bound
  /// The most it can be.
  public let high: Bound

  /// [0, 0].
  public static let zero = Interval(exactly: .zero)
  /// [1, 1].
  public static let one = Interval(exactly: .one)
  /// [0, ∞).
  public static let nonNegative = Interval(.zero, .infinity)
  /// (-∞, ∞).
  public static let everything = Interval(.negativeInfinity, .infinity)

  /// From `low` to `high`; the two are put in order.
  public init(_ low: Bound, _ high: Bound) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  /// A single number.
  public init(exactly value: Rational) {
    low = .finite(value)
    high = .finite(value)
  }

  /// From `low` to `high`.
  public init(_ low: Rational, _ high: Rational) {
    self.init(.finite(low), .finite(high))
  }

  /// The number, where it is only one.
  public var exact: Rational? {
    low == high ? low.number : nil
  }

  /// Whether `value` lies in it.
  public func contains(_ value: Rational) -> Bool {
    low <= .finite(value) && .finite(value) <= high
  }

  /// The smallest interval that holds both.
  public func hull(_ other: Interval) -> Interval {
    Interval(min(low, other.low), max(high, other.high))
  }

  /// The interval with its ends cut to `bounds` and above.
  public func atLeast(_ floor: Rational) -> Interval {
    Interval(max(low, .finite(floor)), max(high, .finite(floor)))
  }

  /// The interval with its ends cut to `ceiling` and below.
  public func atMost(_ ceiling: Bound) -> Interval {
    Interval(min(low, ceiling), min(high, ceiling))
  }

  /// All sums.
  public static func + (left: Interval, right: Interval) throws(Overflow) -> Interval {
    Interval(try left.low + right.low, try left.high + right.high)
  }

  /// All products.
  public static func * (left: Interval, right: Interval) throws(Overflow) -> Interval {
    if let one = left.exact, let other = right.exact { return Interval(exactly: try one * other) }
    let corners = [
      try left.low * right.low, try left.low * right.high, try left.high * right.low, try left.high * right.high,
    ]
    return Interval(corners.min() ?? .zero, corners.max() ?? .zero)
  }

  /// All quotients; [0, ∞) where the divisor can be 0 (DESIGN, meaning of a quotient).
  public static func / (left: Interval, right: Interval) throws(Overflow) -> Interval {
    guard right.low.sign * right.high.sign > 0 else { return .nonNegative }
    return try left * Interval(inverse(right.low), inverse(right.high))
  }

  private static func inverse(_ bound: Bound) throws(Overflow) -> Bound {
    guard case .finite(let value) = bound else { return .zero }
    return .finite(try Rational.one / value)
  }
}

extension Interval: CustomStringConvertible {
  /// The number, or `[low, high]`.
  public var description: String {
    exact?.description ?? "[\(low), \(high)]"
  }
}
