public import Diagnostics
public import Inventory
public import Policy
public import Quantities

/// Computes the indicators of one policy over many bills: first the part of each bill, then, from their sums, the values.
/// Pure, as the assessor of one bill.
public struct PortfolioAssessor: Sendable {
  /// The policy.
  public let policy: Policy
  /// What is asked.
  public let terms: PortfolioTerms
  /// Its requirements that are judged over all bills together, in order.
  public let indicators: [Requirement]
  private let catalog: Catalog
  private let classes: LineClasses

  /// An assessor; nil where the book has no such policy.
  public init?(book: RuleBook, terms: PortfolioTerms) {
    guard let policy = book.policy(terms.policy) else { return nil }
    self.policy = policy
    self.terms = terms
    indicators = policy.requirements.filter(\.isOfPortfolio)
    catalog = book.catalog
    classes = LineClasses(book)
  }

  /// A portfolio without bills.
  public var emptyTally: PortfolioTally { PortfolioTally(bases: indicators.map { $0.measure?.baseCount ?? 0 }) }

  /// What a bill adds; its lines are judged on its own day.
  ///
  /// - Throws: a problem that names the line where a number grows past what exact arithmetic holds.
  public func contribution(
    of bom: ResolvedBom, on day: Day, source: String, line: Int?
  ) throws(Problems) -> PortfolioContribution {
    do {
      return try part(of: bom, on: day, source: source, line: line)
    } catch {
      throw Problems(Assessor.overflow(error, bom))
    }
  }

  private func part(
    of bom: ResolvedBom, on day: Day, source: String, line: Int?
  ) throws(LineOverflow) -> PortfolioContribution {
    let project = bom.bill.project
    let applies = policy.appliesTo?.truth(of: project) ?? .yes
    var contribution = PortfolioContribution(member: nil, groups: [:], span: SourceSpan(file: bom.bill.file))
    guard applies.isPossible else { return contribution }
    let context = try BillContext(bom, table: classes.table(), catalog: catalog, day: day, evidence: terms.evidence)
    let bill = PortfolioBill(context, policy)
    var sums: [IndicatorSums] = []
    for (number, requirement) in indicators.enumerated() {
      guard let measure = requirement.measure else { continue }
      let parts = try bill.parts(of: measure, when: requirement.when)
      sums.append(try parts.sums { _ in true })
      guard terms.grouping == .vendor, !measure.countsProjects else { continue }
      for vendor in parts.vendors {
        let own = try parts.sums { bom.lines[$0].vendor == vendor }
        if own.isEmpty { continue }
        if contribution.groups[vendor] == nil { contribution.groups[vendor] = emptyTally.total }
        contribution.groups[vendor]?[number] = own
      }
    }
    if let grouping = terms.grouping, grouping != .vendor {
      contribution.groups[grouping.key(of: project, on: day)] = sums
    }
    contribution.member = PortfolioMember(
      id: project.id, name: project.name, source: source, line: line, date: day, region: project.region,
      applies: applies, sums: sums)
    return contribution
  }
}

extension Requirement {
  /// The measure that it holds against a value.
  public var measure: Measure? {
    if case .compare(let measure, _, _) = test { measure } else { nil }
  }
}

extension Measure {
  /// What it counts by; none where it counts lines, projects, or nothing.
  var bases: [Basis] {
    switch form {
    case .share(_, _, let bases), .total(let bases, _): bases
    default: []
    }
  }

  /// How many values it has.
  var baseCount: Int { max(1, bases.count) }

  /// Whether it counts projects and not lines.
  public var countsProjects: Bool {
    switch form {
    case .projects, .shareOfProjects: true
    default: false
    }
  }
}
