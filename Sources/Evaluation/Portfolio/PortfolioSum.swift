public import Quantities

/// What counts for a measure over any number of bills, and what counts against it, each from its least to its most: the
/// four sums that give both ends of a share. Sums of parts add up to that of the whole, in whatever order.
public struct PortfolioSum: Hashable, Sendable {
  /// What counts: at least what surely does, at its lowest weight; at most what may, at its highest.
  public let counted: Interval
  /// What is among the lines in question and does not count, likewise; nothing where a measure knows no such thing.
  public let against: Interval

  /// Nothing.
  public static let zero = PortfolioSum(counted: .zero, against: .zero)

  /// Sums that are known already.
  public init(counted: Interval, against: Interval) {
    self.counted = counted
    self.against = against
  }

  /// The sums of the parts of a bill: what each adds to the ends of a share (DESIGN, section 6).
  init(_ parts: some Sequence<LinePart>) throws(LineOverflow) {
    var (leastCounted, mostCounted) = (Bound.zero, Bound.zero)
    var (leastAgainst, mostAgainst) = (Bound.zero, Bound.zero)
    for part in parts {
      do {
        if let (weight, counts) = Share.End.lowest.contribution(of: part) {
          if counts { leastCounted = try leastCounted + weight } else { mostAgainst = try mostAgainst + weight }
        }
        if let (weight, counts) = Share.End.highest.contribution(of: part) {
          if counts { mostCounted = try mostCounted + weight } else { leastAgainst = try leastAgainst + weight }
        }
      } catch {
        throw LineOverflow(line: part.line)
      }
    }
    counted = Interval(leastCounted, mostCounted)
    against = Interval(leastAgainst, mostAgainst)
  }

  /// The sums of both.
  public static func + (left: PortfolioSum, right: PortfolioSum) throws(Overflow) -> PortfolioSum {
    PortfolioSum(counted: try left.counted + right.counted, against: try left.against + right.against)
  }

  /// The share of what counts; nil where nothing can have a weight above 0.
  public func share() throws(Overflow) -> Interval? {
    guard counted.high > .zero || against.high > .zero else { return nil }
    let lowest = try Share.Sums(counted: counted.low, against: against.high)
    let highest = try Share.Sums(counted: counted.high, against: against.low)
    return Interval(try lowest.quotient(atZero: .one), try highest.quotient(atZero: .zero))
  }
}
