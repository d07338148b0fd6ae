public import Quantities

/// What one line is to a measure or to a condition.
public struct LinePart: Sendable {
  /// The line, by index.
  public let line: Int
  /// Whether it is among the lines in question, and there.
  public let among: Truth
  /// Whether it is one of those that count, or meets the condition.
  public let of: Truth
  /// What it weighs.
  public let weight: Interval

  /// Whether what is still unknown of it can move the result.
  public var isOpen: Bool {
    guard among.isPossible, weight.high > .zero else { return false }
    return among == .unknown || of == .unknown || weight.exact == nil
  }
}
