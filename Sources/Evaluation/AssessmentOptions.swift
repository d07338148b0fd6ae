public import Inventory
public import Quantities

/// How bills are judged.
public struct AssessmentOptions: Sendable {
  /// Whether claims count.
  public var evidence = Evidence.claims
  /// Whether only the first basis of a measure decides.
  public var basisFirst = false
  /// Whether targets count as mandatory.
  public var enforcesTargets = false
  /// Only these policies; nil for all.
  public var policies: Set<String>?
  /// Drafts and unpublished texts that are judged all the same.
  public var included: Set<String> = []
  /// Exceptions that were granted.
  public var waivers: [Waiver] = []
  /// The day against which waivers expire; nil where there are none.
  public var today: Day?

  /// Claims count, every basis is regarded, all policies are judged.
  public init() {}
}
