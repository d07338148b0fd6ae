public import Diagnostics
public import Quantities

/// One bill of a portfolio, with its part in each indicator.
public struct PortfolioMember: Hashable, Sendable {
  /// The project's identifier; nil where none is given.
  public var id: String?
  /// The project's name.
  public var name: String?
  /// Where the bill was read from, as the user gave it.
  public var source: String
  /// The line at which it begins; nil where the file has only this bill.
  public var line: Int?
  /// The project's date.
  public var date: Day
  /// The project's region.
  public var region: String?
  /// Whether the policy speaks of the project: yes or unknown.
  public var applies: Truth
  private let packed: PackedSums

  /// Its part in each indicator.
  public var sums: [IndicatorSums] { packed.sums }

  /// Its part in one indicator, by the first basis; nothing where it has none.
  public func sum(of indicator: Int) -> PortfolioSum { packed.sum(of: indicator) }

  /// A member.
  public init(
    id: String?, name: String?, source: String, line: Int?, date: Day, region: String?, applies: Truth,
    sums: [IndicatorSums]
  ) {
    self.id = id
    self.name = name
    self.source = source
    self.line = line
    self.date = date
    self.region = region
    self.applies = applies
    packed = PackedSums(sums)
  }

  /// What says that two bills are of one project: the id, else the place where the bill stands.
  public var identity: String { id ?? place }

  /// The file, and the line where it has several bills.
  public var place: String { source + (line.map { ":\($0)" } ?? "") }
}

/// What one bill adds to a portfolio.
public struct PortfolioContribution: Sendable {
  /// The bill; nil where the policy surely does not speak of its project.
  public var member: PortfolioMember?
  /// Its sums by the groups that it or its lines are in.
  public var groups: [String?: [IndicatorSums]]
  /// The file that it was read from, for messages.
  public var span: SourceSpan
}
