import Diagnostics
import Evaluation
import Inventory
import Policy
import Quantities
import Reports
import Testing

@Suite struct ExplanationTests {
  @Test(arguments: 0..<120)
  func `every number of an explanation follows from the numbers beneath it, by the rules that ship`(seed: Int) throws {
    let book = try Shelf.builtIn()
    try check(report(RandomBill.bill(seed, book), book, options(seed)))
  }

  @Test(arguments: 0..<200)
  func `every number of an explanation follows from the numbers beneath it, in every kind of rule`(seed: Int) throws {
    let book = try Shelf.small()
    try check(report(RandomBill.bill(seed, book), book, options(seed)))
  }

  @Test(arguments: Language.both)
  func `a policy that the report does not have is not explained`(language: Language) throws {
    let book = try Shelf.small()
    let report = try report(Shelf.bill("pass", book), book)
    #expect(Explanation(TextStyle(language: language)).render(report, policy: "no-such") == nil)
  }

  private func options(_ seed: Int) -> AssessmentOptions {
    var options = AssessmentOptions()
    if seed % 3 == 0 { options.evidence = .catalogue }
    return options
  }

  private func check(_ report: Report) throws {
    for policy in report.assessment.policies where policy.applicability.truth.isPossible {
      for language in Language.both {
        let style = TextStyle(width: language == .zh ? 80 : 100, language: language)
        let text = try #require(Explanation(style).render(report, policy: policy.policy.id))
        let trees = PrintedTree.trees(in: text)
        var steps = 0
        for node in trees.flatMap(\.all) { steps += check(node, text) ? 1 : 0 }
        checkComparisons(trees, policy, text)
        checkAmounts(trees, policy, text)
        #expect(steps > 0 || policy.isWithoutNumbers, "\(text)")
      }
    }
  }

  /// Whether a node holds a number that is derived; that it is derived rightly.
  private func check(_ node: PrintedTree, _ text: String) -> Bool {
    guard let step = PrintedStep(node), step.operation != nil else { return false }
    let children = node.children.compactMap { PrintedStep($0)?.value }
    if step.operation == "0 ÷ 0" {
      #expect(step.value == .bound(.zero) || step.value == .bound(.finite(.one)), "\(node.text)\n\(text)")
      return true
    }
    guard let (operands, value) = step.result(over: children) else {
      Issue.record("unreadable: \(node.text)\n\(text)")
      return true
    }
    #expect(value == step.value, "\(node.text)\n\(text)")
    if !children.isEmpty { #expect(operands == children, "\(node.text)\n\(text)") }
    return true
  }

  /// That both ends of every basis are compared, truly, and that the verdict beside them follows.
  private func checkComparisons(_ trees: [PrintedTree], _ policy: PolicyAssessment, _ text: String) {
    for result in policy.requirements {
      guard case .compare(_, let comparison, _) = result.requirement.test, let measure = result.measure,
        let limit = result.value,
        let tree = trees.first(where: { $0.text.contains(" · \(result.requirement.id) · ") })
      else { continue }
      let compared = tree.children.map { child in
        child.children.compactMap { $0.text.firstMatch(of: /^(?:比较|compare).* (\S+) (≥|<|>|≤) (\S+)$/) }
      }.filter { !$0.isEmpty }
      for (matches, basis) in zip(compared, measure.bases.filter { $0.value != nil }) {
        let ends = matches.compactMap { PrintedStep.Value($0.output.1) }
        let expected = Set([basis.value?.low, basis.value?.high].compactMap { $0 }.map { PrintedStep.Value.bound($0) })
        #expect(Set(ends) == expected, "\(text)")
        for match in matches {
          #expect(holds(match.output.1, match.output.2, match.output.3), "\(match.output.0)\n\(text)")
        }
        #expect(matches.allSatisfy { PrintedStep.Value($0.output.3) == .bound(.finite(limit)) }, "\(text)")
      }
      #expect(compared.count == measure.bases.count { $0.value != nil } || result.reason == .currency, "\(text)")
      for (child, basis) in zip(
        tree.children.filter { $0.children.contains { $0.text.contains("compare") || $0.text.contains("比较") } },
        measure.bases.filter { $0.value != nil })
      {
        guard let interval = basis.value, result.reason != .currency else { continue }
        #expect(child.text.contains(mark(interval, comparison, limit)), "\(child.text)\n\(text)")
      }
    }
  }

  private func mark(_ interval: Interval, _ comparison: Comparison, _ limit: Rational) -> String {
    func meets(_ bound: Bound) -> Bool {
      switch comparison {
      case .atLeast: bound >= .finite(limit)
      case .above: bound > .finite(limit)
      case .atMost: bound <= .finite(limit)
      case .below: bound < .finite(limit)
      }
    }
    let ends = [meets(interval.low), meets(interval.high)]
    return ends == [true, true] ? "✓" : ends == [false, false] ? "✗" : "?"
  }

  private func holds(_ left: Substring, _ sign: Substring, _ right: Substring) -> Bool {
    guard case .bound(let a) = PrintedStep.Value(left), case .bound(let b) = PrintedStep.Value(right) else {
      return false
    }
    switch sign {
    case "≥": return a >= b
    case "≤": return a <= b
    case ">": return a > b
    default: return a < b
    }
  }

  /// That the amounts of grants are those of the assessment.
  private func checkAmounts(_ trees: [PrintedTree], _ policy: PolicyAssessment, _ text: String) {
    for grant in policy.grants {
      guard let tree = trees.last(where: { $0.text.contains(" · \(grant.grant.id) · ") }) else {
        Issue.record("no tree of \(grant.grant.id)\n\(text)")
        continue
      }
      let labels = ["金额", "最低", "最高", "amount", "lowest", "highest"]
      let steps = tree.children.compactMap { PrintedStep($0) }.filter { labels.contains($0.label) }
      let ends = Set([grant.amount.low, grant.amount.high].map { PrintedStep.Value.bound($0) })
      #expect(Set(steps.map(\.value)) == ends, "\(text)")
    }
  }
}

extension PolicyAssessment {
  /// Whether nothing in it is computed: conditions on lines and on the project, and money without a figure.
  fileprivate var isWithoutNumbers: Bool {
    requirements.allSatisfy { result in
      guard let measure = result.measure else { return true }
      return measure.bases.allSatisfy { basis in
        switch basis.derivation {
        case .fact, .days: true
        default: basis.value == nil || basis.value?.high == .zero
        }
      }
    } && grants.allSatisfy { $0.steps?.base == nil || $0.amount == .zero }
  }
}
