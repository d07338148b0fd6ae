public import Policy
public import Quantities

/// One grant's result.
public struct GrantAssessment: Sendable {
  /// The grant.
  public let grant: Grant
  /// Whether it can be had.
  public let eligible: Verdict
  /// Why that is not decided.
  public let reason: Reason?
  /// The least and the most that it brings, rounded as the policy says.
  public let amount: Interval
  /// How the amount was found; nil where there is no money to find.
  public let steps: GrantSteps?

  /// Whether no high end is known.
  public var isOpen: Bool { amount.high == .infinity }
}

/// How the amount of a grant was found.
public struct GrantSteps: Sendable {
  /// What a rate is taken of.
  public let base: MeasureResult?
  /// The rate.
  public let rate: Rational?
  /// The amount before cap and rounding.
  public let raw: Interval
  /// The most that can be had.
  public let cap: Rational?
  /// What was had already.
  public let already: Interval?
  /// The amount after the cap.
  public let capped: Interval
  /// The amount after the rounding, before eligibility.
  public let rounded: Interval
}

/// The money of all grants of one currency.
public struct GrantTotal: Sendable {
  /// The currency.
  public let currency: String
  /// The least and the most.
  public let amount: Interval
}
