/// A number grew past what exact arithmetic holds: 2^126 in numerator or denominator. Never wrapped, never rounded.
public struct Overflow: Error, Hashable, Sendable {
  /// The error.
  public init() {}
}
