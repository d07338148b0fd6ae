public import Diagnostics
public import Quantities

/// An exception that somebody with the authority has granted: it leaves a verdict out of those above it.
public struct Waiver: Sendable {
  /// The policy.
  public let policy: String
  /// The requirement in it.
  public let requirement: String
  /// The bill, by the project's identifier; nil for all.
  public let bill: String?
  /// Why.
  public let reason: String
  /// Who approved it.
  public let approver: String
  /// The last day on which it holds.
  public let expires: Day
  /// Where it stands.
  public let span: SourceSpan

  /// A waiver.
  public init(
    policy: String, requirement: String, bill: String?, reason: String, approver: String, expires: Day, span: SourceSpan
  ) {
    self.policy = policy
    self.requirement = requirement
    self.bill = bill
    self.reason = reason
    self.approver = approver
    self.expires = expires
    self.span = span
  }
}
