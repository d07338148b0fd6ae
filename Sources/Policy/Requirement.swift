public import Diagnostics
public import Inventory
public import Quantities

/// A measure held against a value, or a condition on lines or on the project; an object, because every assessment of
/// every bill holds those of all policies.
public final class Requirement: Sendable {
  /// Its identifier in the policy.
  public let id: String
  /// What a reader sees.
  public let title: Localized
  /// The clause that it rests on.
  public let clause: String
  /// What follows when it fails.
  public let force: Force
  /// What is tested.
  public let test: Test
  /// The projects that it speaks of; nil for all that the policy applies to.
  public let when: ProjectPredicate?
  /// Whether it counts only through a composite that holds it.
  public let isMember: Bool
  /// Where it stands.
  public let span: SourceSpan

  init(
    id: String, title: Localized, clause: String, force: Force, test: Test, when: ProjectPredicate?, isMember: Bool,
    span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.force = force
    self.test = test
    self.when = when
    self.isMember = isMember
    self.span = span
  }

  /// What follows when a requirement fails.
  public enum Force: String, CaseIterable, Sendable {
    case mandatory, condition, target, advisory

    /// What a reader sees.
    public var title: Localized {
      switch self {
      case .mandatory: Localized(zh: "强制", en: "mandatory")
      case .condition: Localized(zh: "补贴条件", en: "condition of a grant")
      case .target: Localized(zh: "目标", en: "target")
      case .advisory: Localized(zh: "提示", en: "advisory")
      }
    }
  }

  /// What a requirement tests.
  public enum Test: Sendable {
    case compare(Measure, Comparison, DatedSeries<Rational>)
    case every(among: LineCondition, must: LineCondition)
    case none(LineCondition)
    case project(ProjectPredicate)
    /// The worst of other requirements, by index in the policy.
    case allOf([Int])
    /// The best of other requirements, by index in the policy.
    case anyOf([Int])
  }

  /// Whether it is judged over a portfolio, not over one bill.
  public var isOfPortfolio: Bool {
    if case .compare(let measure, _, _) = test { measure.scope == .portfolio } else { false }
  }
}

/// How a measure is held against a value.
public enum Comparison: String, CaseIterable, Sendable, BitwiseCopyable {
  case atLeast = "at_least"
  case atMost = "at_most"
  case above, below

  /// The sign.
  public var sign: String {
    switch self {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .above: ">"
    case .below: "<"
    }
  }
}
