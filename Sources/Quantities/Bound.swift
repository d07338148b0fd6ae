/// An end of an interval: a number or an infinity.
public enum Bound: Hashable, Sendable {
  case negativeInfinity
  case finite(Rational)
  case infinity

  /// 0.
  public static let zero = Bound.finite(.zero)

  /// The number, or nil for an infinity.
  public var number: Rational? {
    if case .finite(let value) = self { value } else { nil }
  }

  /// -1, 0 or 1.
  public var sign: Int {
    switch self {
    case .negativeInfinity: -1
    case .infinity: 1
    case .finite(let value): value.numerator.signum() == 0 ? 0 : value.isNegative ? -1 : 1
    }
  }

  /// The sum; the two are not opposite infinities.
  public static func + (left: Bound, right: Bound) throws(Overflow) -> Bound {
    switch (left, right) {
    case (.finite(let a), .finite(let b)): .finite(try a + b)
    case (.infinity, _), (_, .infinity): .infinity
    default: .negativeInfinity
    }
  }

  /// The product, where 0 times an infinity is 0: no units of a thing without a bound are still none.
  public static func * (left: Bound, right: Bound) throws(Overflow) -> Bound {
    if case .finite(let a) = left, case .finite(let b) = right { return .finite(try a * b) }
    switch left.sign * right.sign {
    case 0: return .zero
    case 1: return .infinity
    default: return .negativeInfinity
    }
  }
}

extension Bound: Comparable {
  /// By value.
  public static func < (left: Bound, right: Bound) -> Bool {
    switch (left, right) {
    case (.finite(let a), .finite(let b)): a < b
    case (.negativeInfinity, .negativeInfinity), (.infinity, _): false
    case (.negativeInfinity, _), (_, .infinity): true
    case (.finite, .negativeInfinity): false
    }
  }
}

extension Bound: CustomStringConvertible {
  /// The exact number, or the sign of infinity.
  public var description: String {
    switch self {
    case .negativeInfinity: "-∞"
    case .finite(let value): value.description
    case .infinity: "∞"
    }
  }
}
