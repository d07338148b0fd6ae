internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Explainer {
  /// Whether the policy speaks of the project, test by test.
  var applicability: Branch {
    let word =
      switch result.applicability.truth {
      case .yes: say("适用", "yes")
      case .no: say("不适用", "no")
      case .unknown: say("尚不清楚", "unknown")
      }
    var children = [Branch(Phrase(say("状态：", "status: ") + say.status(policy.status)))]
    let isHeld = policy.from <= assessment.asOf && policy.until.map { assessment.asOf <= $0 } ?? true
    children.append(
      Branch(
        Phrase(mark(Truth(isHeld))) + Phrase(say("有效期：", "in effect ") + say.term(policy))
          + Phrase.dot + Phrase(say("所查日期 \(assessment.asOf)", "as of \(assessment.asOf)"))))
    if let predicate = policy.appliesTo {
      children += branches(predicate)
    } else {
      children.append(Branch(Phrase(say("不限地区、设施和采购人", "for all regions, facilities and buyers"))))
    }
    return Branch(
      Phrase(say("适用范围：", "Applies: ")) + Phrase(word, ink(result.applicability.truth)), children)
  }

  /// A condition over the project, with the project's values.
  func branches(_ predicate: ProjectPredicate) -> [Branch] {
    if case .all(let parts) = predicate { return parts.map(branch) }
    return [branch(predicate)]
  }

  private func branch(_ predicate: ProjectPredicate) -> Branch {
    let truth = predicate.truth(of: project)
    switch predicate {
    case .all(let parts):
      return Branch(Phrase(mark(truth)) + Phrase(say("以下全部成立", "all of these")), parts.map(branch))
    case .any(let parts):
      return Branch(Phrase(mark(truth)) + Phrase(say("以下任一成立", "any of these")), parts.map(branch))
    case .not(let part): return Branch(Phrase(mark(truth)) + Phrase(say("以下不成立", "not this")), [branch(part)])
    case .named(let name, let part):
      return Branch(Phrase(mark(truth)) + Phrase(say("定义 `\(name)`", "definition `\(name)`")), branches(part))
    case .test(let test):
      return Branch(
        Phrase(mark(truth)) + Phrase(say.test(test)) + Phrase.dot + Phrase(say("本项目：", "the project: ") + value(test)))
    }
  }

  /// What the project says of the subject of a test.
  private func value(_ test: ProjectTest) -> String {
    let missing = say("未填", "not stated")
    switch test {
    case .region: return project.region.map { say.region($0) } ?? missing
    case .facility: return project.facility.map { say($0.title) } ?? missing
    case .buyer: return project.buyers.map { say.list($0.map { say($0.title) }) } ?? missing
    case .number(let name, _), .flag(let name, _), .text(let name, _), .date(let name, _):
      switch project.facts[name] {
      case nil: return missing
      case .number(let value): return Numerals.exact(value)
      case .flag(let flag): return say.yesNo(flag)
      case .date(let day): return day.description
      case .text(let text): return text
      }
    }
  }

  func mark(_ truth: Truth) -> String {
    switch truth {
    case .yes: "✓ "
    case .no: "✗ "
    case .unknown: "? "
    }
  }

  private func ink(_ truth: Truth) -> Ink {
    switch truth {
    case .yes: .good
    case .no: .faint
    case .unknown: .open
    }
  }
}
