public import Quantities

/// A property of one unit of a component: a number, which may be known only within limits, or a word.
public enum SpecValue: Hashable, Sendable {
  case number(Interval)
  case text(String)
  case flag(Bool)

  /// Whether the value is one that `other` allows.
  func isWithin(_ other: SpecValue) -> Bool {
    switch (self, other) {
    case (.number(let inner), .number(let outer)): outer.low <= inner.low && inner.high <= outer.high
    default: self == other
    }
  }

  /// What all of several values allow: the interval over numbers; a word or a flag only where they agree.
  public static func hull(_ values: [SpecValue]) -> SpecValue? {
    guard var result = values.first else { return nil }
    for value in values.dropFirst() {
      switch (result, value) {
      case (.number(let a), .number(let b)): result = .number(a.hull(b))
      default: if result != value { return nil }
      }
    }
    return result
  }
}
