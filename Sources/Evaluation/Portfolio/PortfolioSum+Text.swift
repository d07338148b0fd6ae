internal import Quantities

extension PortfolioSum {
  /// It as a partial result keeps it: the least and the most of what counts, then of what counts against.
  public var partial: String {
    [counted.low, counted.high, against.low, against.high].map(\.description).joined(separator: " ")
  }

  /// The sums that were kept as a text; nil where it is none.
  public init?(partial text: String) {
    let ends = text.split(separator: " ").compactMap { word -> Bound? in
      if word == "∞" { return .infinity }
      return (try? Rational(exact: String(word))).map { .finite($0) }
    }
    guard ends.count == 4, ends[0] >= .zero, ends[2] >= .zero, ends[0] <= ends[1], ends[2] <= ends[3] else {
      return nil
    }
    self.init(counted: Interval(ends[0], ends[1]), against: Interval(ends[2], ends[3]))
  }
}
