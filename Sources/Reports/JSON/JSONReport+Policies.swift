internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension JSONReport {
  static func policy(_ result: PolicyAssessment, _ lines: [ResolvedLine], to writer: inout JSONWriter) {
    writer.member("id", result.policy.id)
    writer.member("applies", applies(result.applicability.truth))
    writer.member("reason", result.applicability.reason?.rawValue)
    writer.member("verdict", result.verdict.rawValue)
    writer.array("requirements", result.requirements) { requirement($1, lines, to: &$0) }
    writer.array("grants", result.grants) { grant($1, to: &$0) }
    text("title", result.policy.title, to: &writer)
    writer.member("subjects", result.applicability.subjects)
  }

  static func applies(_ truth: Truth) -> String {
    switch truth {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "unknown"
    }
  }

  private static func requirement(
    _ result: RequirementAssessment, _ lines: [ResolvedLine], to writer: inout JSONWriter
  ) {
    var comparison: Comparison?
    if case .compare(_, let how, _) = result.requirement.test { comparison = how }
    writer.member("id", result.requirement.id)
    writer.member("force", result.force.rawValue)
    writer.member("verdict", result.verdict.rawValue)
    writer.member("reason", result.reason?.rawValue)
    measure(result, to: &writer)
    writer.member("comparison", comparison?.rawValue)
    writer.member("value", result.value?.description)
    writer.member("lines", result.lines.lazy.map { lines[$0].place })
    text("title", result.requirement.title, to: &writer)
    writer.member("clause", result.requirement.clause)
    writer.member("member", result.requirement.isMember)
    writer.member("missing", unique(result.missing))
    distance(result.distance, to: &writer)
    waived(result.waiver, to: &writer)
  }

  private static func measure(_ result: RequirementAssessment, to writer: inout JSONWriter) {
    guard let measured = result.measure else { return writer.null("measure") }
    writer.object("measure") { writer in
      let first = measured.bases[0]
      writer.member("id", measured.measure.id)
      writer.member("by", first.basis?.name)
      ends("low", "high", of: first.value, to: &writer)
      ends("verified_low", "verified_high", of: result.verified, to: &writer)
      writer.array("also", zip(measured.bases, result.verdicts).dropFirst()) { writer, other in
        writer.member("by", other.0.basis?.name)
        ends("low", "high", of: other.0.value, to: &writer)
        writer.member("verdict", other.1.rawValue)
      }
      writer.member("exists", first.value != nil)
      writer.member("unit", measured.measure.unit?.name)
      text("title", measured.measure.title, to: &writer)
    }
  }

  private static func distance(_ distance: Distance?, to writer: inout JSONWriter) {
    func step(_ action: String, _ amount: Rational, _ basis: Basis?) {
      writer.object("distance") {
        $0.member("action", action)
        $0.member("amount", amount.description)
        $0.member("by", basis?.name)
      }
    }
    switch distance {
    case nil: writer.null("distance")
    case .add(let amount, let basis): step("add", amount, basis)
    case .replace(let amount, let basis): step("replace", amount, basis)
    case .remove(let amount, let basis): step("remove", amount, basis)
    case .raise(let gap): step("raise", gap, nil)
    case .lower(let gap): step("lower", gap, nil)
    case .lines(let count): step("lines", Rational(count), nil)
    }
  }

  private static func waived(_ waiver: Waiver?, to writer: inout JSONWriter) {
    guard let waiver else { return writer.null("waived") }
    writer.object("waived") {
      $0.member("reason", waiver.reason)
      $0.member("approver", waiver.approver)
      $0.member("expires", waiver.expires.description)
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    guard names.count > 1 else { return names }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
