public import Policy
public import Quantities

/// A measure's value by each of its bases, with where it comes from.
public struct MeasureResult: Sendable {
  /// The measure.
  public let measure: Measure
  /// The results; the first decides.
  public let bases: [BasisResult]

  /// The value that decides; nil where the measure does not exist for this bill.
  public var value: Interval? { bases[0].value }

  /// The line parts of all that it is computed from.
  public var parts: [LinePart] { bases[0].derivation.parts }

  /// The facts that it is computed from and that are missing.
  public var missing: [String] { bases[0].derivation.missing }
}

/// A measure's value by one basis.
public struct BasisResult: Sendable {
  /// The basis; nil where the measure has none.
  public let basis: Basis?
  /// The value; nil where it does not exist.
  public let value: Interval?
  /// Where it comes from.
  public let derivation: Derivation
}

/// Where a value comes from.
public indirect enum Derivation: Sendable {
  case share(Share, [LinePart])
  case total([LinePart])
  case count([LinePart])
  case fact(String, isMissing: Bool)
  case days(from: DayReading, until: DayReading, within: [DayReading])
  case product([MeasureResult])
  case quotient(of: MeasureResult, to: MeasureResult)
  /// A measure over a portfolio, which one bill does not have.
  case portfolio

  /// A day that a measure reads: its value, and the fact that says it.
  public struct DayReading: Sendable {
    /// The day; nil where the fact is missing.
    public let day: Day?
    /// The fact; nil where the policy says the day itself.
    public let fact: String?
  }

  /// The line parts in it.
  public var parts: [LinePart] {
    switch self {
    case .share(_, let parts), .total(let parts), .count(let parts): parts
    case .product(let factors): factors.flatMap(\.parts)
    case .quotient(let of, let to): of.parts + to.parts
    case .fact, .days, .portfolio: []
    }
  }

  /// The missing facts in it.
  public var missing: [String] {
    switch self {
    case .fact(let name, let isMissing): isMissing ? [name] : []
    case .days(let from, let until, let within):
      ([from, until] + within).filter { $0.day == nil }.compactMap(\.fact)
    case .product(let factors): factors.flatMap(\.missing)
    case .quotient(let of, let to): of.missing + to.missing
    case .share, .total, .count, .portfolio: []
    }
  }
}
