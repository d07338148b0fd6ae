internal import Inventory
internal import Policy
internal import Quantities

/// One bill as a part of a portfolio.
struct PortfolioBill {
  private let context: BillContext
  /// Whether the policy speaks of the project: what is unknown leaves all of its lines only possibly among.
  private let applies: Truth
  /// What of the project leaves that open.
  private let subjects: [String]

  init(_ context: BillContext, _ policy: Policy) {
    self.context = context
    applies = policy.appliesTo?.truth(of: context.project) ?? .yes
    subjects = applies == .unknown ? policy.appliesTo?.subjects(.unknown, context.project) ?? [] : []
  }

  /// What the lines of a bill are to one indicator, by each basis.
  struct Parts {
    var bases: [[LinePart]] = []
    /// By the first basis, under the other kind of evidence.
    var elsewhere: [LinePart] = []
    var isForeign = false
    var missing: [String] = []
    /// The vendors of the lines in it, the unknown one among them.
    var vendors: Set<String?> = []

    /// The sums of some lines.
    func sums(_ isWanted: (Int) -> Bool) throws(LineOverflow) -> IndicatorSums {
      var sums = IndicatorSums(bases: bases.count)
      for index in bases.indices { sums.bases[index] = try PortfolioSum(bases[index].filter { isWanted($0.line) }) }
      sums.elsewhere = try PortfolioSum(elsewhere.filter { isWanted($0.line) })
      sums.foreignCurrencies = isForeign && sums.bases.contains { $0 != .zero } ? 1 : 0
      for name in missing { sums.missing[name] = 1 }
      return sums
    }
  }

  /// The parts of the bill's lines in a measure, or that of the project itself.
  func parts(of measure: Measure, when: ProjectPredicate?) throws(LineOverflow) -> Parts {
    let holds = applies & (when?.truth(of: context.project) ?? .yes)
    var parts = Parts()
    guard holds.isPossible else {
      parts.bases = Array(repeating: [], count: measure.baseCount)
      return parts
    }
    switch measure.form {
    case .projects(let among): try count(of: nil, among: among, &parts, holds)
    case .shareOfProjects(let of, let among): try count(of: of, among: among, &parts, holds)
    case .share(let of, let among, let bases):
      try weigh(of: of, among: among, by: bases, measure, &parts, holds)
    case .total(let bases, let among): try weigh(of: nil, among: among, by: bases, measure, &parts, holds)
    case .count(let among): try weigh(of: nil, among: among, by: [.lines], measure, &parts, holds)
    case .fact, .days, .product, .quotient: parts.bases = Array(repeating: [], count: measure.baseCount)
    }
    guard parts.bases.contains(where: { !$0.isEmpty }) else { return parts }
    parts.missing += subjects
    if when?.truth(of: context.project) == .unknown {
      parts.missing += when?.subjects(.unknown, context.project) ?? []
    }
    return parts
  }

  private func weigh(
    of: LineCondition?, among: LineCondition, by bases: [Basis], _ measure: Measure, _ parts: inout Parts,
    _ holds: Truth
  ) throws(LineOverflow) {
    parts.isForeign = context.project.currency != "CNY" && bases.first == .amount
    for basis in bases { parts.bases.append(try weighed(of: of, among: among, by: basis, context, holds)) }
    let other = context.under(context.lineContext.evidence == .claims ? .catalogue : .claims)
    parts.elsewhere =
      context.isUntouchedByClaims(measure, other)
      ? parts.bases[0] : try weighed(of: of, among: among, by: bases[0], other, holds)
    parts.vendors = Set((parts.bases.joined() + parts.elsewhere).map { context.bom.lines[$0.line].vendor })
  }

  private func weighed(
    of: LineCondition?, among: LineCondition, by basis: Basis, _ context: BillContext, _ holds: Truth
  ) throws(LineOverflow) -> [LinePart] {
    let parts = try context.parts(of: of, among: among, by: basis)
    // The bills of a portfolio may be in several currencies, whose amounts do not add up.
    let isForeign = basis == .amount && context.project.currency != "CNY"
    guard holds == .unknown || isForeign else { return parts }
    return parts.map { part in
      LinePart(
        line: part.line, among: part.among & holds, of: part.of,
        weight: isForeign && part.weight.high > .zero ? .nonNegative : part.weight)
    }
  }

  /// A project counts 1.
  private func count(
    of: ProjectPredicate?, among: ProjectPredicate?, _ parts: inout Parts, _ holds: Truth
  ) throws(LineOverflow) {
    let project = context.project
    let isAmong = among?.truth(of: project) ?? .yes
    let counts = of?.truth(of: project) ?? .yes
    let part = LinePart(line: 0, among: isAmong & holds, of: counts, weight: .one)
    parts.bases = [part.among.isPossible ? [part] : []]
    parts.elsewhere = parts.bases[0]
    guard part.among.isPossible else { return }
    if isAmong == .unknown { parts.missing += among?.subjects(.unknown, project) ?? [] }
    if counts == .unknown { parts.missing += of?.subjects(.unknown, project) ?? [] }
  }
}
