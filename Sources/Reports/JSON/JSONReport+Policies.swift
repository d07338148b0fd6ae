internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension JSONReport {
  static func policy(_ result: PolicyAssessment, _ assessment: Assessment) -> JSONValue {
    [
      "id": .string(result.policy.id), "applies": applies(result.applicability.truth),
      "reason": .text(result.applicability.reason?.rawValue), "verdict": .string(result.verdict.rawValue),
      "requirements": .array(result.requirements.map { requirement($0, assessment) }),
      "grants": .array(result.grants.map(grant)), "title": text(result.policy.title),
      "subjects": .array(result.applicability.subjects.map { .string($0) }),
    ]
  }

  private static func applies(_ truth: Truth) -> JSONValue {
    switch truth {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "unknown"
    }
  }

  private static func requirement(_ result: RequirementAssessment, _ assessment: Assessment) -> JSONValue {
    var comparison: Comparison?
    if case .compare(_, let how, _) = result.requirement.test { comparison = how }
    return [
      "id": .string(result.requirement.id), "force": .string(result.force.rawValue),
      "verdict": .string(result.verdict.rawValue), "reason": .text(result.reason?.rawValue),
      "measure": measure(result), "comparison": .text(comparison?.rawValue), "value": number(result.value),
      "lines": .array(result.lines.map { .string(assessment.bom.lines[$0].place) }),
      "title": text(result.requirement.title), "clause": .string(result.requirement.clause),
      "member": .bool(result.requirement.isMember), "missing": .array(unique(result.missing).map { .string($0) }),
      "distance": distance(result.distance), "waived": waived(result.waiver),
    ]
  }

  private static func measure(_ result: RequirementAssessment) -> JSONValue {
    guard let measured = result.measure else { return .null }
    let first = measured.bases[0]
    let others = zip(measured.bases, result.verdicts).dropFirst().map { basis, verdict -> JSONValue in
      [
        "by": .text(basis.basis?.name), "low": number(basis.value?.low), "high": number(basis.value?.high),
        "verdict": .string(verdict.rawValue),
      ]
    }
    return [
      "id": .string(measured.measure.id), "by": .text(first.basis?.name), "low": number(first.value?.low),
      "high": number(first.value?.high), "verified_low": number(result.verified?.low),
      "verified_high": number(result.verified?.high), "also": .array(Array(others)),
      "exists": .bool(first.value != nil), "unit": .text(measured.measure.unit?.name),
      "title": text(measured.measure.title),
    ]
  }

  private static func distance(_ distance: Distance?) -> JSONValue {
    switch distance {
    case nil: .null
    case .add(let amount, let basis): step("add", amount, basis)
    case .replace(let amount, let basis): step("replace", amount, basis)
    case .remove(let amount, let basis): step("remove", amount, basis)
    case .raise(let gap): step("raise", gap, nil)
    case .lower(let gap): step("lower", gap, nil)
    case .lines(let count): step("lines", Rational(count), nil)
    }
  }

  private static func step(_ action: String, _ amount: Rational, _ basis: Basis?) -> JSONValue {
    ["action": .string(action), "amount": number(amount), "by": .text(basis?.name)]
  }

  private static func waived(_ waiver: Waiver?) -> JSONValue {
    guard let waiver else { return .null }
    return [
      "reason": .string(waiver.reason), "approver": .string(waiver.approver),
      "expires": .string(waiver.expires.description),
    ]
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
