internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Wording {
  /// Why a line decides: what is known of it, who says so, and what is not known.
  func why(_ deciding: DecidingLine, _ line: ResolvedLine, _ context: LineContext) -> String {
    var words: [String] = []
    var isDoubtful = false
    func add(_ tests: [LineTest]) {
      for test in tests {
        let word = knowledge(of: line, test, context)
        if !words.contains(word) { words.append(word) }
        if test.truth(of: line, context) == .unknown { isDoubtful = true }
      }
    }
    func deciders(_ predicate: LinePredicate, _ truth: Truth) -> [LineTest] {
      predicate.deciders(of: truth) { $0.truth(of: line, context) }
    }
    if line.quantity.low <= .zero, line.quantity.high > .zero { words.append(self("数量不明", "quantity unknown")) }
    if deciding.part.among == .unknown, line.isThere == .yes { add(deciders(deciding.among, .unknown)) }
    if let of = deciding.of {
      let tests = deciders(of, deciding.part.of)
      // That it is of the right kind goes without saying.
      add(deciding.part.of == .no ? tests : tests.filter { !$0.isOfKind })
    } else if deciding.part.among == .yes {
      add(deciders(deciding.among, .yes).filter { !$0.isOfKind })
    }
    if deciding.part.weight.exact == nil, line.quantity.exact != nil {
      switch deciding.basis {
      case .amount: words.append(self("没有单价", "no price"))
      case .spec(let name):
        words.append(
          line.spec(name, context.evidence) == nil
            ? spec(name) + self("不明", " unknown") : spec(name) + self("不确定", " uncertain"))
        isDoubtful = true
      case .quantity, .lines, nil: break
      }
    }
    if isDoubtful, let because = because(line) { words.append(because) }
    return list(words)
  }
}

extension Predicate {
  /// The tests to which it owes its truth.
  func deciders(of truth: Truth, _ test: (Test) -> Truth) -> [Test] {
    switch self {
    case .test(let value): return [value]
    case .named(_, let part): return part.deciders(of: truth, test)
    case .not(let part): return part.deciders(of: !truth, test)
    case .all(let parts), .any(let parts):
      let deciding = parts.filter { $0.truth(test) == truth }
      return (deciding.isEmpty ? parts : deciding).flatMap { $0.deciders(of: $0.truth(test), test) }
    }
  }
}

extension LineTest {
  /// Whether it only asks what a line is.
  fileprivate var isOfKind: Bool {
    if case .kind = self { true } else { false }
  }
}
