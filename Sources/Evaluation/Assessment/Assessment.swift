public import Inventory
public import Policy
public import Quantities

/// The whole result for one bill: verdicts, numbers, where they come from, and findings.
public struct Assessment: Sendable {
  /// The bill, resolved.
  public let bom: ResolvedBom
  /// The day on which it is judged.
  public let asOf: Day
  /// Whether claims count.
  public let evidence: Evidence
  /// What the tests of its lines were judged by.
  public let context: LineContext
  /// The worst of the policies' verdicts.
  public let verdict: Verdict
  /// Every policy, those that do not apply included, in the order of their identifiers.
  public let policies: [PolicyAssessment]
  /// The money of all policies, one entry a currency, CNY first.
  public let totals: [GrantTotal]
  /// What a reader should know besides.
  public let findings: [Finding]
}

/// One policy's result.
public struct PolicyAssessment: Sendable {
  /// The policy.
  public let policy: Policy
  /// Whether it speaks of the project.
  public let applicability: Applicability
  /// The worst of its mandatory requirements.
  public let verdict: Verdict
  /// Its requirements over one bill, in order; none where it does not apply.
  public let requirements: [RequirementAssessment]
  /// Its grants, in order; none where it does not apply.
  public let grants: [GrantAssessment]
}
