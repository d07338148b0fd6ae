internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Explainer {
  /// An end of an interval.
  enum End {
    case low, high

    func of(_ interval: Interval) -> Bound { self == .low ? interval.low : interval.high }
  }

  /// The derivation of a measure by one basis: one branch where it is exact, else one for each end.
  func ends(of result: MeasureResult, basis: Int, _ label: String) -> [Branch] {
    guard let value = result.bases[basis].value else { return [] }
    if value.low == value.high { return [branch(of: result, basis: basis, .low, label)] }
    return [
      branch(of: result, basis: basis, .low, say("最低", "lowest")),
      branch(of: result, basis: basis, .high, say("最高", "highest")),
    ]
  }

  /// The derivation of one end.
  func branch(of result: MeasureResult, basis index: Int = 0, _ end: End, _ label: String) -> Branch {
    let basis = result.bases[index]
    guard let value = basis.value else { return Branch(Phrase(label + say.colon + say("不存在", "does not exist"))) }
    let bound = end.of(value)
    switch basis.derivation {
    case .share(let share, let parts): return self.share(share, parts, result, basis.basis, end, bound, label)
    case .total(let parts), .count(let parts):
      return sum(parts, result, basis.basis ?? .lines, end, bound, label)
    case .fact(let name, let isMissing):
      let note = isMissing ? say("项目未填", "not stated by the project") : say("项目数据", "stated by the project")
      return Step(label, bound, notes: [say.fact(name), note]).branch
    case .days(let from, let until, let within): return days(from, until, within, bound, label)
    case .product(let factors): return product(factors, end, bound, label)
    case .quotient(let of, let to): return quotient(of, to, end, bound, label)
    case .portfolio: return Branch(Phrase(say("只对多个项目合起来计算", "computed over many projects together")))
    }
  }

  private func product(_ factors: [MeasureResult], _ end: End, _ bound: Bound, _ label: String) -> Branch {
    let chosen = choose(factors, end) { bounds in
      var product: Bound? = .finite(.one)
      for next in bounds { product = product.flatMap { try? $0 * next } }
      return product == bound
    }
    guard let chosen else { return Step(label, bound).branch }
    let values = zip(factors, chosen).map { factor, end in factor.value.map { end.of($0) } ?? .zero }
    return Step(
      label, bound, Operation.product(values),
      zip(factors, chosen).map { branch(of: $0, $1, say.title($0.measure)) }
    ).branch
  }

  private func quotient(_ of: MeasureResult, _ to: MeasureResult, _ end: End, _ bound: Bound, _ label: String) -> Branch
  {
    let chosen = choose([of, to], end) { bounds in
      guard let top = bounds[0].number, let bottom = bounds[1].number, bottom != .zero else { return false }
      return (try? top / bottom).map { .finite($0) == bound } ?? false
    }
    guard let chosen, let top = of.value, let bottom = to.value else {
      return Step(
        label, bound, notes: [say("除数可能为 0 或没有上限", "the divisor may be 0 or without bound")],
        ends(of: of, basis: 0, say("被除数", "dividend")) + ends(of: to, basis: 0, say("除数", "divisor"))
      ).branch
    }
    return Step(
      label, bound, Operation.quotient(chosen[0].of(top), chosen[1].of(bottom)),
      [branch(of: of, chosen[0], say.title(of.measure)), branch(of: to, chosen[1], say.title(to.measure))]
    ).branch
  }

  /// The ends of the operands that give an end of the result.
  private func choose(_ operands: [MeasureResult], _ end: End, where fits: ([Bound]) -> Bool) -> [End]? {
    let intervals = operands.compactMap(\.value)
    guard intervals.count == operands.count, operands.count <= 8 else { return nil }
    let straight = Array(repeating: end, count: operands.count)
    let corners = (0..<(1 << operands.count)).map { bits in
      operands.indices.map { bits >> $0 & 1 == 0 ? End.low : .high }
    }
    return ([straight] + corners).first { ends in fits(zip(intervals, ends).map { $1.of($0) }) }
  }

  private func days(
    _ from: Derivation.DayReading, _ until: Derivation.DayReading, _ within: [Derivation.DayReading], _ bound: Bound,
    _ label: String
  ) -> Branch {
    let readings = [from, until] + within
    guard let first = from.day, let last = until.day, within.allSatisfy({ $0.day != nil }) else {
      let missing = readings.filter { $0.day == nil }.compactMap(\.fact).map { say.fact($0) }
      return Step(label, bound, notes: [say("项目未填：", "not stated: ") + say.list(missing)]).branch
    }
    let limits = within.compactMap(\.day)
    let start = limits.isEmpty ? first : max(first, limits[0])
    let end = limits.isEmpty ? last : min(last, limits[1])
    func day(_ label: String, _ value: Day, _ given: [Derivation.DayReading], _ word: String) -> Branch {
      var readings: [Derivation.DayReading] = []
      for reading in given where !readings.contains(where: { $0.fact == reading.fact && $0.day == reading.day }) {
        readings.append(reading)
      }
      let sources = readings.map { reading in
        Step(
          reading.fact == nil ? say("文件规定", "set by the text") : say("项目数据", "stated by the project"),
          reading.day?.description ?? "?",
          notes: [reading.fact.map { say.fact($0) } ?? ""].filter { !$0.isEmpty }
        ).branch
      }
      let operation =
        readings.count > 1
        ? "\(word)(" + readings.compactMap { $0.day?.description }.joined(separator: "; ") + ")" : nil
      return Step(label, value.description, operation, readings.count > 1 ? sources : []).branch
    }
    let operands = [
      day(say("止", "until"), end, [until] + within.suffix(1), "min"),
      day(say("起", "from"), start, [from] + within.prefix(1), "max"),
    ]
    let difference = Bound.finite(Rational(end - start))
    let inner = Step(say("相差", "difference"), difference, "\(end) − \(start)", operands)
    guard difference != bound else {
      return Step(label, bound, inner.operation, notes: [say("天", "days")], operands).branch
    }
    return Step(
      label, bound, Operation.most([.zero, difference]),
      [Step("", Bound.zero, notes: [say("不小于 0", "not below 0")]).branch, inner.branch]
    ).branch
  }
}
