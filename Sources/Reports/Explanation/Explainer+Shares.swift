internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Explainer {
  /// One end of a share: what counts, by all.
  func share(
    _ share: Share, _ parts: [LinePart], _ result: MeasureResult, _ basis: Basis?, _ end: End, _ bound: Bound,
    _ label: String
  ) -> Branch {
    let side: Share.End = end == .low ? .lowest : .highest
    let sums = end == .low ? share.lowest : share.highest
    var counting: [LineWeight] = []
    var others: [LineWeight] = []
    var left: [Branch] = []
    for part in parts where part.among.isPossible {
      guard let (weight, counts) = side.contribution(of: part) else {
        left.append(
          leftOut(
            part,
            say(
              end == .low ? "可能不在范围内，不算时最低" : "可能不在范围内，不算时最高",
              end == .low
                ? "may be outside, and the share is lowest without it"
                : "may be outside, and the share is highest without it")))
        continue
      }
      let taken: End = part.weight.low == weight && part.weight.high != weight ? .low : .high
      let line = LineWeight(part, weight, taken, basis, self)
      if weight == .zero {
        left.append(leftOut(part, line.reasonForZero(self)))
      } else if counts {
        counting.append(line)
      } else {
        others.append(line)
      }
    }
    let numerator = Step(
      say("分子", "counting"), sums.numerator, Operation.sum(counting.map(\.weight)),
      counting.map { $0.branch(result, self) }
    ).branch
    var all = others.map { $0.branch(result, self) }
    if !counting.isEmpty {
      all.insert(Step("", sums.numerator, notes: [say("分子，见上", "what counts, above")]).branch, at: 0)
    }
    let terms = (counting.isEmpty ? [] : [sums.numerator]) + others.map(\.weight)
    let denominator = Step(say("分母", "all"), sums.denominator, Operation.sum(terms), all).branch
    var children = [numerator, denominator]
    if !left.isEmpty { children.append(Branch(Phrase(say("此处不计：", "left out here: ")), left)) }
    return Step(
      label, bound, Operation.quotient(sums.numerator, sums.denominator), notes: limitNote(sums, end), children
    ).branch
  }

  private func limitNote(_ sums: Share.Sums, _ end: End) -> [String] {
    if sums.denominator == .zero {
      return [
        end == .low
          ? say("两个和都是 0；其余的行都计入，故取 1", "both sums are 0; all that can be there counts, so it is 1")
          : say("两个和都是 0；其余的行都不计入，故取 0", "both sums are 0; nothing that can be there counts, so it is 0")
      ]
    }
    return sums.denominator == .infinity ? [say("无上限时的极限", "the limit without bound")] : []
  }

  /// One end of a sum over lines.
  func sum(
    _ parts: [LinePart], _ result: MeasureResult, _ basis: Basis, _ end: End, _ bound: Bound, _ label: String
  ) -> Branch {
    var terms: [LineWeight] = []
    var left: [Branch] = []
    for part in parts where part.among.isPossible {
      let weight = end == .low ? (part.among == .yes ? part.weight.low : .zero) : part.weight.high
      if weight == .zero {
        let line = LineWeight(part, weight, end, basis, self)
        left.append(
          leftOut(part, part.among == .yes ? line.reasonForZero(self) : say("可能不在范围内", "may be outside")))
      } else {
        terms.append(LineWeight(part, weight, end, basis, self))
      }
    }
    var children = terms.map { $0.branch(result, self) }
    if !left.isEmpty { children.append(Branch(Phrase(say("此处不计：", "left out here: ")), left)) }
    return Step(label, bound, Operation.sum(terms.map(\.weight)), children).branch
  }

  private func leftOut(_ part: LinePart, _ why: String) -> Branch {
    let line = assessment.bom.lines[part.line]
    return Branch(.dotted([Phrase(line.place + " " + say.title(line)), Phrase(why, .faint)]))
  }

  /// The lines that are surely not in question, by what keeps them out.
  func outside(of result: MeasureResult, basis: Int) -> [Branch] {
    guard let among = result.measure.form.among else { return [] }
    return outside(among, Set(result.bases[basis].derivation.parts.filter(\.among.isPossible).map(\.line)))
  }

  /// The lines that a condition surely leaves out, by what keeps them out.
  func outside(_ among: LinePredicate, _ inside: Set<Int>) -> [Branch] {
    var groups: [(why: String, lines: [String])] = []
    for (index, line) in assessment.bom.lines.enumerated() where !inside.contains(index) {
      let tests = among.tests.filter { $0.truth(of: line, assessment.context) == .no }
      let why = tests.first.map { say.knowledge(of: line, $0, assessment.context) } ?? ""
      let name = line.place + " " + say.title(line)
      if let group = groups.firstIndex(where: { $0.why == why }) {
        groups[group].lines.append(name)
      } else {
        groups.append((why, [name]))
      }
    }
    if !assessment.bom.options.isEmpty { groups.append((say("选配或备件", "options and spares"), assessment.bom.options)) }
    guard !groups.isEmpty else { return [] }
    return [
      Branch(
        Phrase(say("不在范围内：", "outside: ")),
        groups.map { Branch(Phrase($0.why + say.colon + say.list($0.lines), .faint)) })
    ]
  }
}

extension Measure.Form {
  /// The lines in question, where it looks at lines itself.
  fileprivate var among: LinePredicate? {
    switch self {
    case .share(_, let among, _), .total(_, let among), .count(let among): among.predicate
    default: nil
    }
  }
}
