internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension ReportWriter {
  /// The policies that say nothing of this bill, by reason, in few lines.
  mutating func writeSilent() {
    let silent = assessment.policies.filter { !$0.speaks }
    guard !silent.isEmpty else { return }
    var groups: [(reason: String, policies: [String])] = []
    for policy in silent {
      let (reason, name) = (reason(policy), name(policy))
      if let index = groups.firstIndex(where: { $0.reason == reason }) {
        groups[index].policies.append(name)
      } else {
        groups.append((reason, [name]))
      }
    }
    page.rule("─", Phrase(say("不适用的政策（\(silent.count)）", "Policies that do not apply (\(silent.count))"), .strong))
    for group in groups {
      page.put(
        Phrase(group.reason + say.colon, .faint) + Phrase(say.list(group.policies)), indent: Self.margin, hanging: 2)
    }
    page.space()
  }

  private func reason(_ result: PolicyAssessment) -> String {
    guard result.applicability.truth == .no else {
      return say("清单中没有它所说的产品或情形", "nothing in the bill that they speak of")
    }
    switch result.applicability.reason {
    case .status:
      return say(
        result.policy.status == .draft ? "尚为征求意见稿" : "未正式公布",
        result.policy.status == .draft ? "drafts" : "never published")
    case .notYetInForce: return say("尚未生效", "not yet in force")
    case .noLongerInForce: return say("已失效", "no longer in force")
    default:
      let subjects = result.applicability.subjects.map { subject in
        ["region", "facility", "buyer"].contains(subject)
          ? say.fact(subject) : say.vocabulary.facts[subject].map { say($0.title) } ?? subject
      }
      return say("\(say.list(subjects))不符", "another \(subjects.joined(separator: " or "))")
    }
  }

  private func name(_ result: PolicyAssessment) -> String {
    let policy = result.policy
    switch result.applicability.reason {
    case .notYetInForce where result.applicability.truth == .no:
      return policy.id + say.brackets(say("\(policy.from) 起", "from \(policy.from)"))
    case .noLongerInForce where result.applicability.truth == .no:
      return policy.id + (policy.until.map { say.brackets(say("至 \($0)", "until \($0)")) } ?? "")
    default: return policy.id
    }
  }
}
