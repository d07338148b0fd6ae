internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension ReportWriter {
  /// What ends soon: policies, values and entries on lists.
  mutating func writeDeadlines() {
    let deadlines = (policyEnds + valueChanges + listEnds).enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    guard !deadlines.isEmpty else { return }
    page.rule("─", Phrase(say("即将到期或变化", "Soon to end or to change"), .strong))
    for deadline in deadlines {
      page.put(deadline.day.description, Phrase(deadline.text), indent: Self.margin, column: 12)
    }
    page.space()
  }

  private struct Deadline {
    var day: Day
    var text: String
  }

  private func isNear(_ day: Day, _ days: Int) -> Bool {
    day >= assessment.asOf && day - assessment.asOf <= days
  }

  private var speaking: [PolicyAssessment] { assessment.policies.filter(\.speaks) }

  private var policyEnds: [Deadline] {
    speaking.compactMap { result in
      guard let until = result.policy.until, isNear(until, 180) else { return nil }
      return Deadline(
        day: until, text: say("最后一天：《\(result.policy.title.zh)》", "last day of “\(result.policy.title.en)”"))
    }
  }

  private var valueChanges: [Deadline] {
    speaking.flatMap { result in
      result.requirements.compactMap { requirement -> Deadline? in
        guard case .compare(let measure, let comparison, let series) = requirement.requirement.test,
          let next = series.next(after: assessment.asOf), isNear(next.from, 365)
        else { return nil }
        let scale = say.scale(of: measure, against: next.value)
        let change = comparison.sign + " " + say.number(next.value, scale)
        return Deadline(
          day: next.from,
          text: say(
            "起，“\(requirement.requirement.title.zh)”改为 \(change)",
            "“\(requirement.requirement.title.en)” becomes \(change)"))
      }
    }
  }

  private var listEnds: [Deadline] {
    var seen: Set<String> = []
    var found: [Deadline] = []
    for line in assessment.bom.lines {
      guard let component = line.resolution.component else { continue }
      for list in assessment.context.catalog.sortedLists {
        let valid = list.entries(of: component.id).filter { $0.isValid(on: assessment.asOf) }
        guard let until = valid.compactMap(\.validUntil).max(), valid.allSatisfy({ $0.validUntil != nil }),
          isNear(until, 180),
          seen.insert(list.name + " " + component.id).inserted
        else { continue }
        found.append(
          Deadline(
            day: until,
            text: say(
              "“\(component.model)”在《\(list.title.zh)》中的最后一天", "last day of “\(component.model)” on “\(list.title.en)”")
          ))
      }
    }
    return found
  }
}
