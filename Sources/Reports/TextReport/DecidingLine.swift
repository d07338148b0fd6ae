internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// A line that decides a requirement, with what it is to it.
struct DecidingLine {
  let part: LinePart
  let of: LinePredicate?
  let among: LinePredicate
  let basis: Basis?

  /// The line, by index.
  var line: Int { part.line }

  /// The first deciding lines of a requirement, in its order.
  static func lines(of result: RequirementAssessment, atMost count: Int) -> [DecidingLine] {
    let wanted = result.lines.prefix(count)
    var found: [Int: DecidingLine] = [:]
    for deciding in all(of: result) where wanted.contains(deciding.line) && found[deciding.line] == nil {
      found[deciding.line] = deciding
    }
    return wanted.compactMap { found[$0] }
  }

  /// All lines that a requirement looks at, in the bill's order.
  static func all(of result: RequirementAssessment) -> [DecidingLine] {
    switch result.requirement.test {
    case .every(let among, let must):
      return result.parts.map { DecidingLine(part: $0, of: must, among: among, basis: nil) }
    case .none(let predicate):
      return result.parts.map { DecidingLine(part: $0, of: nil, among: predicate, basis: nil) }
    default:
      guard let measure = result.measure else { return [] }
      // On a conflict of bases the lines are those of the basis that fails.
      let basis = result.reason == .basis ? result.verdicts.firstIndex(of: .fail) ?? 0 : 0
      return lines(of: measure, basis)
    }
  }

  /// A line of a share, a total or a count; nil for other measures.
  init?(_ form: Measure.Form, _ part: LinePart, _ basis: Basis?) {
    switch form {
    case .share(let of, let among, _): self.init(part: part, of: of, among: among, basis: basis)
    case .total(_, let among), .count(let among): self.init(part: part, of: nil, among: among, basis: basis)
    default: return nil
    }
  }

  private init(part: LinePart, of: LineCondition?, among: LineCondition, basis: Basis?) {
    self.part = part
    self.of = of?.predicate
    self.among = among.predicate
    self.basis = basis
  }

  private static func lines(of measure: MeasureResult, _ basis: Int) -> [DecidingLine] {
    let result = measure.bases[min(basis, measure.bases.count - 1)]
    switch result.derivation {
    case .share(_, let parts), .total(let parts), .count(let parts):
      return parts.compactMap { DecidingLine(measure.measure.form, $0, result.basis) }
    case .product(let factors): return factors.flatMap { lines(of: $0, 0) }
    case .quotient(let of, let to): return lines(of: of, 0) + lines(of: to, 0)
    case .fact, .days, .portfolio: return []
    }
  }
}
