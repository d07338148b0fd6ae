public import Quantities

/// What bills add to one indicator: a requirement that is judged over all of them together.
public struct IndicatorSums: Hashable, Sendable {
  /// The sums by each basis of the measure; the first decides.
  public var bases: [PortfolioSum]
  /// Those by the first basis under the other kind of evidence.
  public var elsewhere = PortfolioSum.zero
  /// How many bills have prices in another currency, so that their amounts are unknown here.
  public var foreignCurrencies = 0
  /// The facts that would decide whether a project counts, and how many projects do not state them.
  public var missing: [String: Int] = [:]

  /// Nothing, by so many bases.
  public init(bases: Int) {
    self.bases = Array(repeating: .zero, count: bases)
  }

  /// Adds what other bills add.
  public mutating func add(_ other: IndicatorSums) throws(Overflow) {
    for index in bases.indices where index < other.bases.count {
      bases[index] = try bases[index] + other.bases[index]
    }
    elsewhere = try elsewhere + other.elsewhere
    foreignCurrencies += other.foreignCurrencies
    missing.merge(other.missing, uniquingKeysWith: +)
  }

  /// Whether nothing was added that could ever count.
  var isEmpty: Bool {
    bases.allSatisfy { $0 == .zero } && elsewhere == .zero && foreignCurrencies == 0 && missing.isEmpty
  }
}
