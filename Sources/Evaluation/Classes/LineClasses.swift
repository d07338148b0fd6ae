internal import Diagnostics
internal import Inventory
internal import Policy
internal import Quantities

/// What the conditions of a rule book look at, and the answers found so far (DESIGN, section 10).
final class LineClasses: Sendable {
  /// After so many classes a new table is begun: a run over endless distinct names must not grow without end.
  static let limit = 1 << 13

  let catalog: Catalog
  let stride: Int
  let readsSellers: Bool
  /// The tags that conditions ask for.
  let tags: Set<String>
  let isPerLine: [Bool]
  /// The first days and the last days of all entries of lists.
  private let turns: (first: [Day], last: [Day])
  private let limit: Int
  private let current = Guarded<LineTable?>(nil)

  init(_ book: RuleBook, limit: Int = limit) {
    catalog = book.catalog
    self.limit = limit
    stride = book.conditions.count * 2
    let entries = catalog.sortedLists.flatMap(\.entries)
    turns = (entries.map(\.published), entries.compactMap(\.validUntil))
    isPerLine = book.conditions.map { $0.predicate.readsLine(book.catalog) }
    tags = Set(book.conditions.flatMap { $0.predicate.tags(book.catalog) })
    readsSellers = book.conditions.contains { $0.predicate.readsSellers(book.catalog) }
  }

  /// The table for a bill. Whoever has one keeps it to the end of the bill, so that its rows stay what they are when
  /// another bill begins a new one.
  func table() -> LineTable {
    current.withLock { current in
      if let current, current.count <= limit { return current }
      let table = LineTable(self)
      current = table
      return table
    }
  }

  /// Which entries of lists hold on a day: days of one epoch see the same.
  func epoch(of day: Day) -> Int {
    turns.first.count { $0 <= day } + turns.last.count { $0 < day }
  }
}

extension LinePredicate {
  /// Whether it looks at what differs between lines of one class: the quantity or the price.
  fileprivate func readsLine(_ catalog: Catalog) -> Bool {
    reads(catalog) {
      switch $0 {
      case .number(.quantity, _), .number(.unitPrice, _): true
      default: false
      }
    }
  }

  /// Whether it looks at the seller or the lot.
  fileprivate func readsSellers(_ catalog: Catalog) -> Bool {
    reads(catalog) {
      switch $0 {
      case .supplier, .lot: true
      default: false
      }
    }
  }

  /// The tags that it asks for, itself or through a list.
  fileprivate func tags(_ catalog: Catalog) -> [String] {
    tests.flatMap { test in
      switch test {
      case .tags(let tags): tags
      case .list(let name, _): catalog.lists[name]?.absent?.tags(catalog) ?? []
      default: [String]()
      }
    }
  }

  /// Whether it asks such a question, itself or through a list. No list asks for itself.
  private func reads(_ catalog: Catalog, _ isWanted: (LineTest) -> Bool) -> Bool {
    contains { test in
      if case .list(let name, _) = test {
        return catalog.lists[name]?.absent?.reads(catalog, isWanted) ?? false
      }
      return isWanted(test)
    }
  }
}
