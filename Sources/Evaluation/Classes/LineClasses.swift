internal import Inventory
internal import Policy
internal import Quantities
internal import Synchronization

/// The answers of a rule book's conditions for the classes of lines seen so far: each is found once, however many lines
/// and bills ask (DESIGN, section 10).
final class LineClasses: Sendable {
  private let catalog: Catalog
  private let stride: Int
  /// The first days and the last days of all entries of lists.
  private let turns: (first: [Day], last: [Day])
  private let readsSellers: Bool
  private let isPerLine: [Bool]
  // One to a thread is what is meant; the lock then costs next to nothing.
  private let known = Mutex(Known())

  private struct Known {
    var rows: [LineClass: Int] = [:]
    // A class names its identity by address, which must not come to mean another.
    var identities: [Identity] = []
    // Two answers a condition and class, under claims and under the catalogue alone; 0 where nobody has asked yet.
    var answers: [UInt8] = []
    var lapses: [[Lapse]?] = []
  }

  /// That all entries of a component on a list have run out.
  struct Lapse {
    let list: ComponentList
    let component: Component
    let last: Day
  }

  init(_ book: RuleBook) {
    catalog = book.catalog
    stride = book.conditions.count * 2
    let entries = catalog.sortedLists.flatMap(\.entries)
    turns = (entries.map(\.published), entries.compactMap(\.validUntil))
    isPerLine = book.conditions.map { $0.predicate.readsLine(book.catalog) }
    readsSellers = book.conditions.contains { $0.predicate.readsSellers(book.catalog) }
  }

  /// The rows of a bill's lines. A run over endless distinct names must not grow without end: between two bills all is
  /// forgotten once there is too much.
  func rows(of lines: [ResolvedLine], on day: Day) -> [Int] {
    let epoch = turns.first.count { $0 <= day } + turns.last.count { $0 < day }
    return known.withLock { known in
      if known.rows.count > 100_000 { known = Known() }
      return lines.map { line in
        let key = LineClass(line, epoch: epoch, readsSellers: readsSellers)
        if let row = known.rows[key] { return row }
        let row = known.identities.count
        known.rows[key] = row
        known.identities.append(line.identity)
        known.answers.append(contentsOf: repeatElement(0, count: stride))
        known.lapses.append(nil)
        return row
      }
    }
  }

  /// The truth of a condition for lines, given their rows.
  func truths(
    _ condition: LineCondition, _ lines: [ResolvedLine], _ rows: [Int], _ context: LineContext
  ) -> [Truth] {
    if isPerLine[condition.number] { return lines.map { condition.predicate.truth(of: $0, context) } }
    let place = condition.number * 2 + (context.evidence == .claims ? 0 : 1)
    return known.withLock { known in
      rows.indices.map { index in
        let answer = rows[index] * stride + place
        if let truth = Truth(rawValue: Int8(bitPattern: known.answers[answer]) - 1) { return truth }
        let truth = condition.predicate.truth(of: lines[index], context)
        known.answers[answer] = UInt8(bitPattern: truth.rawValue + 1)
        return truth
      }
    }
  }

  /// The lists whose every entry for the line's component has run out by the day of its row.
  func lapses(of line: ResolvedLine, row: Int, on day: Day) -> [Lapse] {
    known.withLock { known in
      if let lapses = known.lapses[row] { return lapses }
      let lapses = lapses(of: line, on: day)
      known.lapses[row] = lapses
      return lapses
    }
  }

  private func lapses(of line: ResolvedLine, on day: Day) -> [Lapse] {
    guard let component = line.resolution.component else { return [] }
    return catalog.sortedLists.compactMap { list in
      let entries = list.entries(of: component.id).filter { $0.published <= day }
      guard !entries.isEmpty, !entries.contains(where: { $0.isValid(on: day) }),
        let last = entries.compactMap(\.validUntil).max()
      else { return nil }
      return Lapse(list: list, component: component, last: last)
    }
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

  /// Whether it asks such a question, itself or through a list. No list asks for itself.
  private func reads(_ catalog: Catalog, _ isWanted: (LineTest) -> Bool) -> Bool {
    tests.contains { test in
      if case .list(let name, _) = test {
        return catalog.lists[name]?.absent?.reads(catalog, isWanted) ?? false
      }
      return isWanted(test)
    }
  }
}
