public import Policy
public import Quantities

/// The whole result for a portfolio.
public struct PortfolioAssessment: Sendable {
  /// The policy.
  public let policy: Policy
  /// What was asked.
  public let terms: PortfolioTerms
  /// The worst of the mandatory indicators.
  public let verdict: Verdict
  /// The indicators, in the policy's order.
  public let indicators: [IndicatorAssessment]
  /// The sums that they come from.
  public let tally: PortfolioTally
}

/// One indicator's result.
public struct IndicatorAssessment: Sendable {
  /// The requirement.
  public let requirement: Requirement
  /// What follows when it fails, options applied.
  public let force: Requirement.Force
  /// Its measure.
  public let measure: Measure
  /// How it is held against the value.
  public let comparison: Comparison
  /// The verdict.
  public let verdict: Verdict
  /// Why it is not decided, or does not apply.
  public let reason: Reason?
  /// The value in force; nil before the first.
  public let target: Rational?
  /// The result by each basis; the first decides.
  public let bases: [BasisOutcome]
  /// The value if only the catalogue's evidence counts; nil where it does not exist.
  public let verified: Interval?
  /// How far the value is above the target, from its low end to its high end; below it where negative.
  public let gap: Interval?
  /// The facts that would decide whether projects count, and how many projects do not state them.
  public let missing: [String: Int]
  /// The breakdown: known groups in order, then what is unknown. Empty where none was asked for, or the measure counts
  /// projects and the groups are vendors.
  public let groups: [GroupOutcome]

  /// The value that decides; nil where there is none.
  public var value: Interval? { bases.first?.value }

  /// The result by one basis.
  public struct BasisOutcome: Sendable {
    /// The basis; nil where the measure has none.
    public let basis: Basis?
    /// The value; nil where it does not exist.
    public let value: Interval?
    /// The verdict that it gives.
    public let verdict: Verdict
    /// The sums.
    public let sum: PortfolioSum
  }

  /// A group of a breakdown, by the first basis.
  public struct GroupOutcome: Sendable {
    /// Which; nil for what is unknown.
    public let key: String?
    /// How many bills have a part in it.
    public let bills: Int
    /// The value; nil where it does not exist.
    public let value: Interval?
    /// The sums.
    public let sum: PortfolioSum
  }
}
