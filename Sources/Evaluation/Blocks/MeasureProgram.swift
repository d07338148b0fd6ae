internal import Policy

/// How a measure follows from the sums of a bill.
indirect enum MeasureProgram: Sendable {
  /// By the groups of sums, one a basis.
  case share([Int])
  case total([Int])
  /// The project alone says it.
  case fixed
  case product([MeasureProgram], [Measure])
  case quotient(of: MeasureProgram, Measure, to: MeasureProgram, Measure)
  /// One bill has none.
  case portfolio

  /// Whether the lines of a bill have a part in it.
  var readsLines: Bool {
    switch self {
    case .share, .total: true
    case .fixed, .portfolio: false
    case .product(let factors, _): factors.contains(where: \.readsLines)
    case .quotient(let of, _, let to, _): of.readsLines || to.readsLines
    }
  }
}
