internal import Diagnostics
internal import Inventory
internal import Policy
internal import Quantities

/// Which waivers of a run found something to waive.
struct WaiverUse {
  private let waivers: [Waiver]
  private let today: Day?
  private let bill: String?
  private var used: Set<Int> = []

  init(_ waivers: [Waiver], today: Day?, bill: String?) {
    self.waivers = waivers
    self.today = today
    self.bill = bill
  }

  /// The waiver that leaves a requirement out of the verdicts above it; only what fails or is open can be waived.
  mutating func waiver(for result: RequirementAssessment, of policy: Policy) -> Waiver? {
    guard result.verdict == .fail || result.verdict == .undetermined else { return nil }
    let index = waivers.firstIndex { waiver in
      waiver.policy == policy.id && waiver.requirement == result.requirement.id && speaksOfBill(waiver)
        && !hasExpired(waiver)
    }
    guard let index else { return nil }
    used.insert(index)
    return waivers[index]
  }

  private func speaksOfBill(_ waiver: Waiver) -> Bool {
    waiver.bill == nil || waiver.bill == bill
  }

  private func hasExpired(_ waiver: Waiver) -> Bool {
    today.map { waiver.expires < $0 } ?? false
  }

  /// Waivers of this bill that have expired, or that waived nothing.
  var findings: [Finding] {
    waivers.indices.filter { speaksOfBill(waivers[$0]) && !used.contains($0) }.map { index in
      let waiver = waivers[index]
      let name = "\(waiver.policy)/\(waiver.requirement)"
      if hasExpired(waiver) {
        return Finding(
          "waiver-expired", .warning,
          Localized(
            zh: "`\(name)` 的豁免已于 \(waiver.expires) 到期，不再有效",
            en: "the waiver of `\(name)` expired on \(waiver.expires) and has no effect"),
          span: waiver.span)
      }
      return Finding(
        "waiver-unused", .note,
        Localized(zh: "`\(name)` 的豁免没有用到", en: "the waiver of `\(name)` waived nothing"), span: waiver.span)
    }
  }
}
