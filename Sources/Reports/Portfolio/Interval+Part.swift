internal import Quantities

extension Interval {
  /// Which part of a total that holds it this is, from the least, where all else is at its most, to the most; nil where
  /// there is none, or no bound.
  func part(of total: Interval) -> Interval? {
    guard let low = low.number, let high = high.number, let least = total.low.number, let most = total.high.number,
      most > .zero
    else { return nil }
    func share(_ own: Rational, _ others: Rational) -> Rational? {
      own == .zero ? .zero : try? own / (own + others)
    }
    guard let rest = try? (most: most - high, least: least - low), let from = share(low, rest.most),
      let until = share(high, rest.least)
    else { return nil }
    return Interval(from, until)
  }
}
