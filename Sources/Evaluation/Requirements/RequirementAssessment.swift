public import Policy
public import Quantities

/// One requirement's result.
public struct RequirementAssessment: Sendable {
  /// The requirement.
  public let requirement: Requirement
  /// What follows when it fails, options applied.
  public let force: Requirement.Force
  /// The verdict.
  public let verdict: Verdict
  /// The verdict before an unknown applicability softened it.
  public let unsoftened: Verdict
  /// Whether its own `when`, or that of a member, is unknown.
  public let isConditional: Bool
  /// Why it is not decided, or does not apply.
  public let reason: Reason?
  /// The measure; nil where none is compared.
  public let measure: MeasureResult?
  /// The verdict by each basis, in the order of the measure's results.
  public let verdicts: [Verdict]
  /// The measure if only the catalogue's evidence counts; nil where it does not exist.
  public let verified: Interval?
  /// The value in force that it is held against.
  public let value: Rational?
  /// The lines that it looks at, for a condition on lines.
  public let parts: [LinePart]
  /// The lines that decide, the heaviest first, by index.
  public let lines: [Int]
  /// Facts that are missing.
  public let missing: [String]
  /// What would settle it.
  public let distance: Distance?
  /// The waiver that leaves it out of the verdicts above it.
  public var waiver: Waiver?
}
