internal import Policy
internal import Quantities

extension Comparison {
  /// The verdict of an interval held against a value.
  func verdict(_ interval: Interval, _ value: Rational) -> Verdict {
    let value = Bound.finite(value)
    switch self {
    case .atLeast: return interval.low >= value ? .pass : interval.high < value ? .fail : .undetermined
    case .above: return interval.low > value ? .pass : interval.high <= value ? .fail : .undetermined
    case .atMost: return interval.high <= value ? .pass : interval.low > value ? .fail : .undetermined
    case .below: return interval.high < value ? .pass : interval.low >= value ? .fail : .undetermined
    }
  }

  /// Whether a higher measure helps.
  var wantsMore: Bool { self == .atLeast || self == .above }
}
