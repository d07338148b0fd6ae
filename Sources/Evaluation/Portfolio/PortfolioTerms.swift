public import Inventory
public import Quantities

/// What is asked of a portfolio: sums add up only where they answer the same question.
public struct PortfolioTerms: Hashable, Sendable {
  /// The policy whose indicators are computed, by identifier.
  public var policy: String
  /// The day whose values are in force; bills dated after it are left out.
  public var asOf: Day
  /// By what the values are broken down; nil for not at all.
  public var grouping: PortfolioGrouping?
  /// Whether claims count.
  public var evidence = Evidence.claims
  /// Whether only the first basis of a measure decides.
  public var basisFirst = false
  /// Whether targets count as mandatory.
  public var enforcesTargets = false
  /// Whether the policy is judged though it is a draft or was never published.
  public var isIncluded = false

  /// A policy on a day.
  public init(policy: String, asOf: Day, grouping: PortfolioGrouping? = nil) {
    self.policy = policy
    self.asOf = asOf
    self.grouping = grouping
  }
}

/// By what the values of a portfolio are broken down.
public enum PortfolioGrouping: String, CaseIterable, Sendable {
  /// The province of the project.
  case region
  /// The year of the project's date.
  case year
  /// What the buyer is; a project with several has a group of their combination.
  case buyer
  /// The vendor of each line, so that a project may be in several groups.
  case vendor

  /// The group of a project; nil where it is unknown.
  func key(of project: Project, on day: Day) -> String? {
    switch self {
    case .region: project.region.flatMap(Self.province)
    case .year: String(day.components.year)
    case .buyer: project.buyers.flatMap { $0.isEmpty ? nil : Set($0.map(\.rawValue)).sorted().joined(separator: "+") }
    case .vendor: nil
    }
  }

  /// The province of a Chinese code, `640500` is in `640000`; another place is its own; of the country it is unknown.
  private static func province(of region: String) -> String? {
    if region == "CN" { return nil }
    let isCode =
      region.utf8.count == 6 && region.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isCode ? region.prefix(2) + "0000" : region
  }
}

extension PortfolioTerms {
  /// The terms of a policy's indicators for bills that are judged by some options.
  public init(policy: String, asOf: Day, grouping: PortfolioGrouping?, judging options: AssessmentOptions) {
    self.init(policy: policy, asOf: asOf, grouping: grouping)
    evidence = options.evidence
    basisFirst = options.basisFirst
    enforcesTargets = options.enforcesTargets
    isIncluded = options.included.contains(policy)
  }
}
