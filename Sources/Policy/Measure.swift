public import Diagnostics
public import Inventory
public import Quantities

/// A number computed from a bill of materials or from many; an object, because every result of every bill names its own.
public final class Measure: Sendable {
  /// Its identifier in the policy.
  public let id: String
  /// What a reader sees.
  public let title: Localized
  /// What one more unit is called, such as 张国产卡; nil for a general word.
  public let counts: Localized?
  /// Its unit; nil where a product or a quotient has none of its own.
  public let unit: Unit?
  /// How it is computed.
  public let form: Form
  /// Whether it runs over one bill or over a portfolio.
  public let scope: Scope

  init(id: String, title: Localized, counts: Localized?, unit: Unit?, form: Form, scope: Scope) {
    self.id = id
    self.title = title
    self.counts = counts
    self.unit = unit
    self.form = form
    self.scope = scope
  }

  /// How a measure is computed.
  public indirect enum Form: Sendable {
    /// The weight of the lines that are `of` and `among`, by the weight of those that are `among`; the first basis decides.
    case share(of: LineCondition, among: LineCondition, by: [Basis])
    /// The sum of a basis over lines; the first decides.
    case total(of: [Basis], among: LineCondition)
    /// The number of lines.
    case count(among: LineCondition)
    /// A fact of the project.
    case fact(String)
    /// The days from one day until another, within two more.
    case days(from: DayValue, until: DayValue, within: Limits?)
    /// The product of measures.
    case product([Measure])
    /// One measure by another.
    case quotient(of: Measure, to: Measure)
    /// The number of projects of a portfolio.
    case projects(ProjectPredicate?)
    /// The share of the projects of a portfolio.
    case shareOfProjects(of: ProjectPredicate, among: ProjectPredicate?)
  }

  /// Two days that bound a span.
  public struct Limits: Sendable {
    /// The first.
    public let from: DayValue
    /// The last.
    public let until: DayValue
  }

  /// A day, or the fact that says it.
  public enum DayValue: Sendable {
    case day(Day)
    case fact(String)
  }

  /// What a measure runs over.
  public enum Scope: String, CaseIterable, Sendable {
    case bill, portfolio
  }
}

/// What a share or a total counts by.
public enum Basis: Hashable, Sendable {
  case quantity
  case amount
  case lines
  /// A number of one unit, times the quantity.
  case spec(String)

  /// Its name in policies and reports.
  public var name: String {
    switch self {
    case .quantity: "quantity"
    case .amount: "amount"
    case .lines: "lines"
    case .spec(let name): name
    }
  }
}
