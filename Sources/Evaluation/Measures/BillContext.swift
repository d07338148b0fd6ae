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

  /// The truth of a predicate for every line; one that may not be there is at best possible.
  func truths(_ predicate: LinePredicate) -> [Truth] {
    bom.lines.map { predicate.truth(of: $0, lineContext) & $0.isThere }
  }

  /// The parts of all lines that can be among, by one basis; `of` is yes where there is no such condition.
  func parts(of: LinePredicate?, among: LinePredicate, by basis: Basis) throws(LineOverflow) -> [LinePart] {
    let among = truths(among)
    var parts: [LinePart] = []
    for (index, line) in bom.lines.enumerated() where among[index].isPossible {
      let weight: Interval
      do {
        weight = try self.weight(of: index, line, among: among, by: basis)
      } catch {
        throw LineOverflow(line: index)
      }
      parts.append(
        LinePart(line: index, among: among[index], of: of?.truth(of: line, lineContext) ?? .yes, weight: weight))
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
