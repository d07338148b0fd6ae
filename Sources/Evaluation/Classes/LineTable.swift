internal import Diagnostics
internal import Inventory
internal import Policy
internal import Quantities

/// The answers of conditions for the classes of lines seen so far, one row a class: each is found once, however many
/// lines and bills ask. Rows are only ever added.
final class LineTable: Sendable {
  private let classes: LineClasses
  // One to a thread is what is meant; the lock then costs next to nothing.
  private let known = Guarded(Known())

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

  init(_ classes: LineClasses) {
    self.classes = classes
  }

  /// How many classes it has.
  var count: Int { known.withLock { $0.identities.count } }

  /// The rows of a bill's lines.
  func rows(of lines: [ResolvedLine], on day: Day) -> [Int] {
    let epoch = classes.epoch(of: day)
    return known.withLock { known in
      lines.map { line in
        let key = LineClass(line, epoch: epoch, tags: classes.tags, readsSellers: classes.readsSellers)
        if let row = known.rows[key] { return row }
        let row = known.identities.count
        known.rows[key] = row
        known.identities.append(line.identity)
        known.answers.append(contentsOf: repeatElement(0, count: classes.stride))
        known.lapses.append(nil)
        return row
      }
    }
  }

  /// The truth of a condition for lines, given their rows.
  func truths(
    _ condition: LineCondition, _ lines: [ResolvedLine], _ rows: [Int], _ context: LineContext
  ) -> [Truth] {
    if classes.isPerLine[condition.number] { return lines.map { condition.predicate.truth(of: $0, context) } }
    let place = condition.number * 2 + (context.evidence == .claims ? 0 : 1)
    return known.withLock { known in
      rows.indices.map { index in
        let answer = rows[index] * classes.stride + place
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
    return classes.catalog.sortedLists.compactMap { list in
      let entries = list.entries(of: component.id).filter { $0.published <= day }
      guard !entries.isEmpty, !entries.contains(where: { $0.isValid(on: day) }),
        let last = entries.compactMap(\.validUntil).max()
      else { return nil }
      return Lapse(list: list, component: component, last: last)
    }
  }
}
