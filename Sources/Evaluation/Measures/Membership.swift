internal import Inventory
internal import Quantities

/// Which lines of a bill are among those in question, and which of them count.
struct Membership {
  /// Whether each line is among; one that may not be there is at best possible.
  let among: [Truth]
  /// Whether each counts; nil where there is no such condition.
  let of: [Truth]?
  /// How many can be among.
  let count: Int

  init(of: LineCondition?, among: LineCondition, _ context: BillContext) {
    let truths = context.truths(among)
    var count = 0
    self.among = truths.indices.map { index in
      guard truths[index].isPossible else { return .no }
      count += 1
      return truths[index] & context.bom.lines[index].isThere
    }
    self.count = count
    self.of = count > 0 ? of.map { context.truths($0) } : nil
  }
}
