internal import Evaluation
internal import Quantities

/// The projects that have a part in an indicator, the largest part first.
struct RankedParts {
  /// A project with what it adds.
  typealias Part = (member: PortfolioMember, sum: PortfolioSum)

  private let members: [PortfolioMember]
  private let indicator: Int
  /// Which members have a part; a sum is large, and there may be a million of them.
  private let order: [Int32]

  /// The parts in the indicator of that index, of members in an order that does not depend on how they came together.
  init(_ members: [PortfolioMember], indicator: Int) {
    self.members = members
    self.indicator = indicator
    let sums = members.map { $0.sum(of: indicator) }
    order = members.indices.filter { sums[$0] != .zero }.map { Int32($0) }.sorted { left, right in
      sums[Int(left)].isLarger(than: sums[Int(right)]) ?? (left < right)
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { order.isEmpty }

  /// The first ones.
  func first(_ count: Int) -> [Part] { order.prefix(count).map(part) }

  /// How many there are beyond the first ones.
  func others(than count: Int) -> Int { max(0, order.count - count) }

  /// What those beyond the first ones add up to; nil where that grows past what exact arithmetic holds.
  func sumOfOthers(than count: Int) -> PortfolioSum? {
    try? order.dropFirst(count).reduce(PortfolioSum.zero) { try $0 + part($1).sum }
  }

  private func part(_ number: Int32) -> Part {
    let member = members[Int(number)]
    return (member: member, sum: member.sum(of: indicator))
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
