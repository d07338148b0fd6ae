/// Kleene's three values: what is not known is neither true nor false.
public enum Truth: Int8, Hashable, Comparable, Sendable {
  case no = 0
  case unknown = 1
  case yes = 2

  /// Known to be true or false.
  public init(_ value: Bool) {
    self = value ? .yes : .no
  }

  /// The truth of a value that may be missing.
  public init(_ value: Bool?) {
    self = value.map { Truth($0) } ?? .unknown
  }

  /// The weaker of the two.
  public static func & (left: Truth, right: Truth) -> Truth { min(left, right) }

  /// The stronger of the two.
  public static func | (left: Truth, right: Truth) -> Truth { max(left, right) }

  /// True for false, false for true, unknown for unknown.
  public static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// From no to yes.
  public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  /// Whether it may be true.
  public var isPossible: Bool { self != .no }
}
