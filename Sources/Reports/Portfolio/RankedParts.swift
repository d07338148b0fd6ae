internal import Evaluation
internal import Quantities

/// The projects that have a part in an indicator, the largest part first.
struct RankedParts {
  /// A project with what it adds.
  typealias Part = (member: PortfolioMember, sum: PortfolioSum)

  let parts: [Part]

  /// The parts in the indicator of that index, of members in an order that does not depend on how they came together.
  init(_ members: [PortfolioMember], indicator: Int) {
    let parts: [Part] = members.compactMap { member in
      member.sums[indicator].bases.first.flatMap { $0 == .zero ? nil : (member: member, sum: $0) }
    }
    self.parts = parts.enumerated().sorted { left, right in
      left.element.sum.isLarger(than: right.element.sum) ?? (left.offset < right.offset)
    }.map(\.element)
  }

  /// The first ones.
  func first(_ count: Int) -> ArraySlice<Part> { parts.prefix(count) }

  /// How many there are beyond the first ones.
  func others(than count: Int) -> Int { max(0, parts.count - count) }

  /// What those beyond the first ones add up to; nil where that grows past what exact arithmetic holds.
  func sumOfOthers(than count: Int) -> PortfolioSum? {
    try? parts.dropFirst(count).reduce(PortfolioSum.zero) { try $0 + $1.sum }
  }
}

extension PortfolioMember {
  /// How a reader knows it: by its id or where it stands, and its name.
  var label: String { [id ?? place, name].compactMap(\.self).joined(separator: " ") }
}

extension PortfolioSum {
  /// Whether a part is larger than another: by what counts, then by what counts against; nil where they are alike.
  fileprivate func isLarger(than other: PortfolioSum) -> Bool? {
    let pairs = [
      (counted.high, other.counted.high), (counted.low, other.counted.low), (against.high, other.against.high),
      (against.low, other.against.low),
    ]
    return pairs.first { $0.0 != $0.1 }.map { $0.0 > $0.1 }
  }
}
