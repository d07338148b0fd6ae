public import Quantities

/// Limits for a number: any of a few values, or ends.
public struct NumberRange: Hashable, Sendable {
  /// One of these, where there are any.
  public var values: [Rational] = []
  /// Not below.
  public var atLeast: Rational?
  /// Not above.
  public var atMost: Rational?
  /// Above.
  public var above: Rational?
  /// Below.
  public var below: Rational?

  /// Whether all, none or some of an interval's numbers lie in the range.
  public func truth(of interval: Interval) -> Truth {
    var result = Truth.yes
    if !values.isEmpty {
      if let exact = interval.exact {
        result = Truth(values.contains(exact))
      } else {
        result = values.contains { interval.contains($0) } ? .unknown : .no
      }
    }
    if let atLeast {
      result = result & (interval.low >= .finite(atLeast) ? .yes : interval.high < .finite(atLeast) ? .no : .unknown)
    }
    if let atMost {
      result = result & (interval.high <= .finite(atMost) ? .yes : interval.low > .finite(atMost) ? .no : .unknown)
    }
    if let above {
      result = result & (interval.low > .finite(above) ? .yes : interval.high <= .finite(above) ? .no : .unknown)
    }
    if let below {
      result = result & (interval.high < .finite(below) ? .yes : interval.low >= .finite(below) ? .no : .unknown)
    }
    return result
  }
}
