internal import Inventory
internal import Policy
internal import Quantities

/// A resolved bill on a day, under one kind of evidence: what measures and requirements are computed from.
final class BillContext {
  let bom: ResolvedBom
  let project: Project
  let lineContext: LineContext
  let amounts: Amounts
  private let table: LineTable
  /// The class of each line.
  private let rows: [Int]
  /// The same bill under the other evidence, where something has asked for it.
  private var other: BillContext?

  init(_ bom: ResolvedBom, table: LineTable, catalog: Catalog, day: Day, evidence: Evidence) throws(LineOverflow) {
    self.bom = bom
    project = bom.bill.project
    self.table = table
    lineContext = LineContext(catalog: catalog, day: day, evidence: evidence)
    amounts = try Amounts(bom.lines)
    rows = table.rows(of: bom.lines, on: day)
  }

  private init(_ other: BillContext, evidence: Evidence) {
    bom = other.bom
    project = other.project
    amounts = other.amounts
    table = other.table
    rows = other.rows
    lineContext = LineContext(catalog: other.lineContext.catalog, day: other.lineContext.day, evidence: evidence)
  }

  /// The bill under a kind of evidence.
  func under(_ evidence: Evidence) -> BillContext {
    if evidence == lineContext.evidence { return self }
    if let other { return other }
    let made = BillContext(self, evidence: evidence)
    other = made
    return made
  }

  /// The lists on which a line's component no longer has an entry in force.
  func lapses(of line: Int) -> [LineTable.Lapse] {
    table.lapses(of: bom.lines[line], row: rows[line], on: lineContext.day)
  }

  /// The truth of a condition for every line.
  func truths(_ condition: LineCondition) -> [Truth] {
    table.truths(condition, bom.lines, rows, lineContext)
  }

  /// The parts of all lines that can be among, by one basis; `of` is yes where there is no such condition.
  func parts(of: LineCondition?, among: LineCondition, by basis: Basis) throws(LineOverflow) -> [LinePart] {
    try parts(Membership(of: of, among: among, self), by: basis)
  }

  /// The same of a membership that is known already.
  func parts(_ membership: Membership, by basis: Basis) throws(LineOverflow) -> [LinePart] {
    guard membership.count > 0 else { return [] }
    var parts: [LinePart] = []
    parts.reserveCapacity(membership.count)
    for (index, among) in membership.among.enumerated() where among.isPossible {
      let weight: Interval
      do {
        weight = try self.weight(of: index, among: membership.among, by: basis)
      } catch {
        throw LineOverflow(line: index)
      }
      parts.append(
        LinePart(line: index, among: among, of: membership.of?[index] ?? .yes, weight: weight))
    }
    return parts
  }

  private func weight(
    of index: Int, among: [Truth], by basis: Basis
  ) throws(Overflow) -> Interval {
    switch basis {
    case .quantity: bom.lines[index].quantity
    case .amount: amounts.weight(of: index, among: among)
    case .lines: .one
    case .spec(let name):
      try bom.lines[index].specNumber(name, lineContext.catalog, lineContext.evidence) * bom.lines[index].quantity
    }
  }
}
