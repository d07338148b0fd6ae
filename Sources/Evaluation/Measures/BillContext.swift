internal import Inventory
internal import Policy
internal import Quantities

/// A resolved bill on a day, under one kind of evidence: what measures and requirements are computed from.
struct BillContext {
  let bom: ResolvedBom
  let lineContext: LineContext
  let amounts: Amounts

  init(_ bom: ResolvedBom, catalog: Catalog, day: Day, evidence: Evidence) throws(LineOverflow) {
    self.bom = bom
    lineContext = LineContext(catalog: catalog, day: day, evidence: evidence)
    amounts = try Amounts(bom.lines)
  }

  private init(_ other: BillContext, evidence: Evidence) {
    bom = other.bom
    amounts = other.amounts
    lineContext = LineContext(catalog: other.lineContext.catalog, day: other.lineContext.day, evidence: evidence)
  }

  /// The same bill under other evidence.
  func under(_ evidence: Evidence) -> BillContext { BillContext(self, evidence: evidence) }

  var project: Project { bom.bill.project }

  /// The truth of a predicate for every line, as far as `start` leaves it open.
  ///
  /// A test is put to all lines before the next one is: taking it apart anew for each line would cost more than the answer.
  private func truths(_ predicate: LinePredicate, within start: [Truth]) -> [Truth] {
    var result = start
    switch predicate {
    case .test(let test):
      for (index, line) in bom.lines.enumerated() where result[index].isPossible {
        result[index] = result[index] & test.truth(of: line, lineContext)
      }
    case .named(_, let part): return truths(part, within: start)
    case .all(let parts): for part in parts { result = truths(part, within: result) }
    case .not(let part):
      let truths = truths(part, within: start.map { Truth($0.isPossible) })
      for index in result.indices { result[index] = result[index] & !truths[index] }
    case .any(let parts):
      let possible = start.map { Truth($0.isPossible) }
      var found = Array(repeating: Truth.no, count: start.count)
      for part in parts {
        for (index, truth) in truths(part, within: possible).enumerated() { found[index] = found[index] | truth }
      }
      for index in result.indices { result[index] = result[index] & found[index] }
    }
    return result
  }

  /// The parts of all lines that can be among, by one basis; `of` is yes where there is no such condition.
  func parts(of: LinePredicate?, among: LinePredicate, by basis: Basis) throws(LineOverflow) -> [LinePart] {
    // A line that may not be there is at best possible.
    let among = truths(among, within: bom.lines.map(\.isThere))
    guard among.contains(where: \.isPossible) else { return [] }
    let of = of.map { truths($0, within: among.map { Truth($0.isPossible) }) }
    var parts: [LinePart] = []
    for (index, line) in bom.lines.enumerated() where among[index].isPossible {
      let weight: Interval
      do {
        weight = try self.weight(of: index, line, among: among, by: basis)
      } catch {
        throw LineOverflow(line: index)
      }
      parts.append(
        LinePart(line: index, among: among[index], of: of?[index] ?? .yes, weight: weight))
    }
    return parts
  }

  private func weight(
    of index: Int, _ line: ResolvedLine, among: [Truth], by basis: Basis
  ) throws(Overflow) -> Interval {
    switch basis {
    case .quantity: line.quantity
    case .amount: amounts.weight(of: index, among: among)
    case .lines: .one
    case .spec(let name):
      try line.specNumber(name, lineContext.catalog, lineContext.evidence) * line.quantity
    }
  }
}
