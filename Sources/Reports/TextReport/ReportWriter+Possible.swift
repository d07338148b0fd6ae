internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension PolicyAssessment {
  /// Whether it may not apply, and decides nothing either way: then a line for each part is enough.
  var isRemote: Bool {
    applicability.truth == .unknown && (verdict == .notApplicable || verdict == .pass)
  }
}

extension ReportWriter {
  /// The policies of which it is not known whether they apply, in a line for each requirement and each grant.
  mutating func writePossible() {
    let possible = assessment.policies.filter { $0.speaks && $0.isRemote }
    guard !possible.isEmpty else { return }
    page.rule("─", Phrase(say("可能适用的政策（\(possible.count)）", "Policies that may apply (\(possible.count))"), .strong))
    for policy in possible {
      page.space()
      page.put(Phrase("? ", .open) + Phrase(say(policy.policy.title), .strong), indent: Self.margin, hanging: 2)
      let missing = say.list(policy.applicability.subjects.map(say.fact))
      page.put(
        .dotted([Phrase(policy.policy.id, .faint), Phrase(say("取决于：", "depends on: ") + missing)]),
        indent: Self.margin + 2,
        hanging: 2)
      for result in policy.requirements where !result.requirement.isMember && result.verdict != .notApplicable {
        line(result.unsoftened, say(result.requirement.title), value(result))
      }
      for grant in policy.grants where grant.eligible != .notApplicable {
        let isPossible = grant.eligible == .pass || grant.eligible == .undetermined
        let money =
          isPossible
          ? say.money(grant.amount, grant.grant.currency, places: grant.grant.amount.places)
          : say.ofGrant(grant.eligible)
        line(grant.eligible, say(grant.grant.title), money)
      }
    }
    page.space()
  }

  private mutating func line(_ verdict: Verdict, _ title: String, _ value: String) {
    page.put(
      Phrase(verdict.mark + " ", verdict.ink) + Phrase(title) + Phrase(value.isEmpty ? "" : say.colon + value),
      indent: Self.margin + 2,
      hanging: 2)
  }

  /// The number of a requirement in few words.
  private func value(_ result: RequirementAssessment) -> String {
    guard let measure = result.measure, let interval = measure.value, let value = result.value,
      case .compare(_, let comparison, _) = result.requirement.test
    else {
      return result.unsoftened == .undetermined ? say.reasonInShort(result) : say.ofRequirement(result.unsoftened)
    }
    guard !result.isUnstatedFact else { return say.reasonInShort(result) }
    let scale = say.scale(of: measure.measure, against: value).fitted(to: [
      interval.low.number, interval.high.number, value,
    ])
    return say.digits(interval, scale, near: value) + say("，须 ", ", must be ") + comparison.sign + "\u{A0}"
      + say.number(value, scale)
  }
}

extension Wording {
  /// Why a requirement is open, in few words.
  func reasonInShort(_ result: RequirementAssessment) -> String {
    switch result.reason {
    case .missingFact: self("缺 ", "needs ") + list(result.missing.map { "facts.\($0)" })
    default: ofRequirement(result.unsoftened)
    }
  }
}
