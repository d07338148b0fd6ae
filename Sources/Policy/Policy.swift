public import Diagnostics
public import Inventory
public import Quantities

/// One published text, checked: every name in it is known, every unit fits, every requirement rests on a clause.
///
/// Only a `RuleBook` makes policies, so the evaluator cannot be handed an unchecked one. An object, because every
/// assessment of every bill holds all of them.
public final class Policy: Sendable {
  /// Its identifier, such as `cn-nx-hub-32`.
  public let id: String
  /// The title of the text.
  public let title: Localized
  /// Who issued it.
  public let issuer: Localized
  /// Where it is to be found.
  public let document: PublishedDocument
  /// Whether it is law already, and still.
  public let status: Status
  /// The projects that it speaks of; nil for all.
  public let appliesTo: ProjectPredicate?
  /// The first day on which it holds.
  public let from: Day
  /// The last day on which it holds; nil where no end is set.
  public let until: Day?
  /// The policies that it replaces.
  public let supersedes: [String]
  /// Its sentences, by identifier, in order.
  public let clauses: [Clause]
  /// What the text leaves open.
  public let openQuestions: [Localized]
  /// Its requirements, in order.
  public let requirements: [Requirement]
  /// Its grants, in order.
  public let grants: [Grant]
  /// Its measures, in order.
  public let measures: [Measure]
  /// Where it stands.
  public let span: SourceSpan

  init(
    id: String, title: Localized, issuer: Localized, document: PublishedDocument, status: Status,
    appliesTo: ProjectPredicate?, from: Day, until: Day?, supersedes: [String], clauses: [Clause],
    openQuestions: [Localized], requirements: [Requirement], grants: [Grant], measures: [Measure], span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.issuer = issuer
    self.document = document
    self.status = status
    self.appliesTo = appliesTo
    self.from = from
    self.until = until
    self.supersedes = supersedes
    self.clauses = clauses
    self.openQuestions = openQuestions
    self.requirements = requirements
    self.grants = grants
    self.measures = measures
    self.span = span
  }

  /// The number, the day and the address of a text.
  public struct PublishedDocument: Sendable {
    /// The number, such as 工信部联通信〔2023〕180号; nil where none was found.
    public let number: String?
    /// The day of issue; nil where it was not found.
    public let issued: Day?
    /// Where it can be read.
    public let url: String?
  }

  /// Whether a text is law.
  public enum Status: String, CaseIterable, Sendable {
    case inForce = "in-force"
    case draft, unpublished, repealed
  }

  /// The clause of that identifier.
  public func clause(_ id: String) -> Clause? {
    clauses.first { $0.id == id }
  }
}

/// A sentence of a text.
public struct Clause: Sendable {
  /// Its identifier in the policy.
  public let id: String
  /// The sentence, verbatim.
  public let quote: String
  /// Where it was read.
  public let source: String?
  /// How well it was read.
  public let reading: Reading
  /// Whether nothing rests on it.
  public let isContext: Bool

  /// How a clause was read.
  public enum Reading: String, CaseIterable, Sendable {
    case verbatim, partial, secondary

    /// What a reader sees.
    public var title: Localized {
      switch self {
      case .verbatim: Localized(zh: "原文", en: "verbatim")
      case .partial: Localized(zh: "部分原文", en: "in part")
      case .secondary: Localized(zh: "二手来源", en: "secondary source")
      }
    }
  }
}
