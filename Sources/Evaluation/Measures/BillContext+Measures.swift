internal import Inventory
internal import Policy
internal import Quantities

extension BillContext {
  /// A measure by all its bases.
  func result(of measure: Measure) throws(LineOverflow) -> MeasureResult {
    switch measure.form {
    case .share(let of, let among, let bases):
      let membership = Membership(of: of, among: among, self)
      var results: [BasisResult] = []
      for basis in bases {
        let parts = try parts(membership, by: basis)
        let share = try Share(parts)
        results.append(BasisResult(basis: basis, value: share.value, derivation: .share(share, parts)))
      }
      return MeasureResult(measure: measure, bases: results)
    case .total(let bases, let among):
      let membership = Membership(of: nil, among: among, self)
      var results: [BasisResult] = []
      for basis in bases {
        let parts = try parts(membership, by: basis)
        results.append(BasisResult(basis: basis, value: try Self.sum(parts), derivation: .total(parts)))
      }
      return MeasureResult(measure: measure, bases: results)
    case .count(let among):
      let parts = try parts(of: nil, among: among, by: .lines)
      return single(measure, try Self.sum(parts), .count(parts))
    case .fact(let name):
      if case .number(let value) = project.facts[name] {
        return single(measure, Interval(exactly: value), .fact(name, isMissing: false))
      }
      return single(measure, .everything, .fact(name, isMissing: true))
    case .days(let from, let until, let within):
      return days(measure, from: from, until: until, within: within)
    case .product(let factors): return try product(measure, factors)
    case .quotient(let of, let to): return try quotient(measure, of, to)
    case .projects, .shareOfProjects: return single(measure, nil, .portfolio)
    }
  }

  /// Whether a measure is the same under either kind of evidence, because nothing that it asks of a line rests on a
  /// claim. Where it cannot be seen at a glance it is not said.
  func isUntouchedByClaims(_ measure: Measure, _ other: BillContext) -> Bool {
    func isAlike(_ condition: LineCondition) -> Bool { truths(condition) == other.truths(condition) }
    func isPlain(_ bases: [Basis]) -> Bool {
      !bases.contains { if case .spec = $0 { true } else { false } } || bom.lines.allSatisfy { $0.line.specs.isEmpty }
    }
    switch measure.form {
    case .share(let of, let among, let bases): return isPlain(bases) && isAlike(among) && isAlike(of)
    case .total(let bases, let among): return isPlain(bases) && isAlike(among)
    case .count(let among): return isAlike(among)
    case .product(let factors): return factors.allSatisfy { isUntouchedByClaims($0, other) }
    case .quotient(let of, let to): return isUntouchedByClaims(of, other) && isUntouchedByClaims(to, other)
    case .fact, .days, .projects, .shareOfProjects: return true
    }
  }

  private func single(_ measure: Measure, _ value: Interval?, _ derivation: Derivation) -> MeasureResult {
    MeasureResult(measure: measure, bases: [BasisResult(basis: nil, value: value, derivation: derivation)])
  }

  /// The sum of what the parts weigh; a line that is only possibly among adds nothing to the low end.
  static func sum(_ parts: [LinePart]) throws(LineOverflow) -> Interval {
    var sum = Interval.zero
    for part in parts {
      do {
        sum = try sum + (part.among == .yes ? part.weight : Interval(.zero, part.weight.high))
      } catch {
        throw LineOverflow(line: part.line)
      }
    }
    return sum
  }

  private func product(_ measure: Measure, _ factors: [Measure]) throws(LineOverflow) -> MeasureResult {
    var results: [MeasureResult] = []
    var value: Interval? = .one
    for factor in factors {
      let result = try result(of: factor)
      results.append(result)
      guard let current = value, let next = result.value else {
        value = nil
        continue
      }
      do { value = try current * next } catch { throw LineOverflow(line: nil) }
    }
    return single(measure, value, .product(results))
  }

  private func quotient(_ measure: Measure, _ of: Measure, _ to: Measure) throws(LineOverflow) -> MeasureResult {
    let top = try result(of: of)
    let bottom = try result(of: to)
    var value: Interval?
    if let above = top.value, let below = bottom.value {
      do { value = try above / below } catch { throw LineOverflow(line: nil) }
    }
    return single(measure, value, .quotient(of: top, to: bottom))
  }

  private func days(
    _ measure: Measure, from: Measure.DayValue, until: Measure.DayValue, within: Measure.Limits?
  ) -> MeasureResult {
    let start = reading(from)
    let end = reading(until)
    let limits = within.map { [reading($0.from), reading($0.until)] } ?? []
    let derivation = Derivation.days(from: start, until: end, within: limits)
    guard let first = start.day, let last = end.day, !limits.contains(where: { $0.day == nil }) else {
      return single(measure, .nonNegative, derivation)
    }
    let days = limits.compactMap(\.day)
    let from = days.isEmpty ? first : max(first, days[0])
    let until = days.isEmpty ? last : min(last, days[1])
    return single(measure, Interval(exactly: Rational(max(0, until - from))), derivation)
  }

  private func reading(_ value: Measure.DayValue) -> Derivation.DayReading {
    switch value {
    case .day(let day): return Derivation.DayReading(day: day, fact: nil)
    case .fact(let name):
      if case .date(let day) = project.facts[name] { return Derivation.DayReading(day: day, fact: name) }
      return Derivation.DayReading(day: nil, fact: name)
    }
  }
}
