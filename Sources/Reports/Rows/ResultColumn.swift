internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// A column of a table of results: its name, what it shows, and words that are written in place of others.
struct ResultColumn: Sendable {
  var name: String
  var source: Source
  /// What is written in place of words; the empty word stands for all others.
  var words: [String: String] = [:]

  /// What a column shows.
  enum Source: Hashable, Sendable {
    case id, name, source, line, asOf, region, verdict
    /// Of a policy, by its place among the policies.
    case policy(Int, PolicyPart)
    /// Of a requirement, by its place among those of its policy that one bill can meet.
    case requirement(policy: Int, Int, RequirementPart)
    case grant(policy: Int, Int, GrantPart)
    /// The money of a currency; nil for the first one.
    case total(currency: String?, End)
    case findings(Finding.Severity)
    case fault(FaultPart)
  }

  enum PolicyPart: String, CaseIterable { case applies, verdict, reason }
  enum RequirementPart: String, CaseIterable { case verdict, low, high, reason, value, force }
  enum GrantPart: String, CaseIterable { case eligible, low, high, reason, currency }
  enum End: String, CaseIterable { case low, high }
  enum FaultPart: String, CaseIterable { case code, at, message }
}

/// The names of all that a column can show, for the policies that bills are judged by.
struct ResultNames {
  /// What each name shows.
  private(set) var sources: [String: ResultColumn.Source] = [:]
  /// The columns of a table when nobody chooses.
  private(set) var standard: [ResultColumn] = []

  init(_ policies: [Policy]) {
    add([
      ("bom_id", .id), ("source", .source), ("line", .line), ("as_of", .asOf), ("verdict", .verdict),
    ])
    sources["name"] = .name
    sources["region"] = .region
    for (number, policy) in policies.enumerated() { add(policy, number) }
    for end in ResultColumn.End.allCases { add([("grants_total.\(end.rawValue)", .total(currency: nil, end))]) }
    let others = Set(policies.flatMap(\.grants).map(\.currency)).subtracting(["CNY"]).sorted()
    for currency in others {
      for end in ResultColumn.End.allCases {
        add([("grants_total.\(currency).\(end.rawValue)", .total(currency: currency, end))])
      }
    }
    add([
      ("findings.warning", .findings(.warning)), ("findings.note", .findings(.note)), ("error", .fault(.code)),
      ("error.at", .fault(.at)), ("error.message", .fault(.message)),
    ])
  }

  private mutating func add(_ columns: [(String, ResultColumn.Source)]) {
    for (name, source) in columns {
      standard.append(ResultColumn(name: name, source: source))
      sources[name] = source
    }
  }

  private mutating func add(_ policy: Policy, _ number: Int) {
    for part in ResultColumn.PolicyPart.allCases { sources["\(policy.id).\(part.rawValue)"] = .policy(number, part) }
    sources[policy.id] = .policy(number, .verdict)
    add([("\(policy.id).applies", .policy(number, .applies)), ("\(policy.id).verdict", .policy(number, .verdict))])
    let requirements = policy.requirements.filter { !$0.isOfPortfolio }
    for (index, requirement) in requirements.enumerated() {
      for name in ["\(policy.id)/\(requirement.id)", "\(policy.id)/requirements/\(requirement.id)"] {
        sources[name] = .requirement(policy: number, index, .verdict)
        for part in ResultColumn.RequirementPart.allCases {
          sources["\(name).\(part.rawValue)"] = .requirement(policy: number, index, part)
        }
      }
      for part in [ResultColumn.RequirementPart.verdict, .low, .high] {
        add([("\(policy.id)/\(requirement.id).\(part.rawValue)", .requirement(policy: number, index, part))])
      }
    }
    for (index, grant) in policy.grants.enumerated() {
      // A requirement of the same name keeps the short one.
      let long = "\(policy.id)/grants/\(grant.id)"
      let isTaken = requirements.contains { $0.id == grant.id }
      for name in isTaken ? [long] : ["\(policy.id)/\(grant.id)", long] {
        sources[name] = .grant(policy: number, index, .eligible)
        for part in ResultColumn.GrantPart.allCases {
          sources["\(name).\(part.rawValue)"] = .grant(policy: number, index, part)
        }
      }
      for part in [ResultColumn.GrantPart.eligible, .low, .high] {
        add([
          ("\(isTaken ? long : "\(policy.id)/\(grant.id)").\(part.rawValue)", .grant(policy: number, index, part))
        ])
      }
    }
  }
}
