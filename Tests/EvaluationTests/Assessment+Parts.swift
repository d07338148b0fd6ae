import Evaluation
import Inventory
import Policy
import Quantities
import Testing

extension Assessment {
  /// A requirement's result, in the first policy that has one of that name.
  func requirement(_ id: String = "r") throws -> RequirementAssessment {
    try #require(policies.flatMap(\.requirements).first { $0.requirement.id == id })
  }

  /// A grant's result.
  func grant(_ id: String = "g") throws -> GrantAssessment {
    try #require(policies.flatMap(\.grants).first { $0.grant.id == id })
  }

  /// A policy's result.
  func policy(_ id: String = "p") throws -> PolicyAssessment {
    try #require(policies.first { $0.policy.id == id })
  }

  /// The codes of the findings.
  var codes: [String] { findings.map(\.code) }
}

extension RequirementAssessment {
  /// The interval of the measure's first basis, as it is printed; nil where it does not exist.
  var interval: String? { measure?.value?.description }
}
