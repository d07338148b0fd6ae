internal import Inventory
internal import Policy
internal import Quantities

extension RequirementJudge {
  /// A measure held against the value in force.
  func compare(
    _ measure: Measure, _ comparison: Comparison, _ series: DatedSeries<Rational>
  ) throws(LineOverflow) -> Judgement {
    guard let value = series.value(on: context.lineContext.day) else {
      return Judgement(verdict: .notApplicable, reason: .notYetInForce)
    }
    var result = Judgement(verdict: .notApplicable)
    let measured = try context.result(of: measure)
    result.measure = measured
    result.value = value
    let other: Evidence = context.lineContext.evidence == .claims ? .catalogue : .claims
    let otherContext = context.under(other)
    let elsewhere =
      context.isUntouchedByClaims(measure, otherContext) ? measured.value : try otherContext.result(of: measure).value
    result.verified = other == .catalogue ? elsewhere : measured.value
    if measured.value != nil, measure.unit?.base == Unit.yuan.base, context.project.currency != "CNY",
      measure.form.readsAmounts
    {
      result.verdict = .undetermined
      result.reason = .currency
      return result
    }
    result.verdicts = measured.bases.map { $0.value.map { comparison.verdict($0, value) } ?? .notApplicable }
    result.verdict = result.verdicts[0]
    guard result.verdict != .notApplicable else {
      result.reason = .noLine
      return result
    }
    result.missing = result.verdict == .undetermined ? measured.missing : []
    let opposite: Verdict? = result.verdict == .pass ? .fail : result.verdict == .fail ? .pass : nil
    if !basisFirst, let opposite, let against = result.verdicts.firstIndex(of: opposite) {
      let failing = result.verdict == .fail ? 0 : against
      result.verdict = .undetermined
      result.reason = .basis
      result.lines = measured.bases[failing].derivation.deciding(.fail, comparison)
      return result
    }
    result.lines = measured.bases[0].derivation.deciding(result.verdict, comparison)
    if result.verdict == .undetermined {
      result.reason = reason(measured, elsewhere.map { comparison.verdict($0, value) })
    }
    return result
  }

  private func reason(_ measured: MeasureResult, _ elsewhere: Verdict?) -> Reason {
    if !measured.missing.isEmpty { return .missingFact }
    if context.lineContext.evidence == .catalogue, let elsewhere, elsewhere.isDefinite { return .claimOnly }
    let open = measured.parts.filter(\.isOpen)
    let byAmount = measured.readsAmounts
    // A price is what is missing only where everything else about the open lines is known.
    if byAmount, open.contains(where: { $0.weight.exact == nil && !context.amounts.isKnown($0.line) }),
      !open.contains(where: { $0.among == .unknown || $0.of == .unknown })
    {
      return .missingPrice
    }
    return .unknownComponent
  }
}

extension MeasureResult {
  /// Whether it counts money by its first basis, directly or in an operand.
  var readsAmounts: Bool {
    switch bases[0].derivation {
    case .share, .total: bases[0].basis == .amount
    case .product(let factors): factors.contains { $0.readsAmounts }
    case .quotient(let of, let to): of.readsAmounts || to.readsAmounts
    case .count, .fact, .days, .portfolio: false
    }
  }
}

extension Measure.Form {
  /// Whether it adds up prices of the bill.
  var readsAmounts: Bool {
    switch self {
    case .share(_, _, let by): by.first == .amount
    case .total(let of, _): of.first == .amount
    case .product(let factors): factors.contains { $0.form.readsAmounts }
    case .quotient(let of, let to): of.form.readsAmounts || to.form.readsAmounts
    case .count, .fact, .days, .projects, .shareOfProjects: false
    }
  }
}

extension Derivation {
  /// The lines that hold the deciding end where it is, the heaviest first: on a failure those that count against it, while
  /// it is open those of which too little is known; none on a pass.
  func deciding(_ verdict: Verdict, _ comparison: Comparison) -> [Int] {
    switch verdict {
    case .pass, .notApplicable: []
    case .undetermined: parts.filter(\.isOpen).deduplicated
    case .fail:
      switch self {
      case .share(_, let parts):
        parts.filter { $0.among == .yes && $0.of == (comparison.wantsMore ? .no : .yes) && $0.weight.low > .zero }
          .map(\.atItsLowest).heaviestFirst
      case .total(let parts), .count(let parts):
        comparison.wantsMore
          ? [] : parts.filter { $0.among == .yes && $0.weight.low > .zero }.map(\.atItsLowest).heaviestFirst
      case .product, .quotient, .fact, .days, .portfolio: []
      }
    }
  }
}

extension LinePart {
  /// The part with its lowest weight, which is what a failure rests on.
  var atItsLowest: LinePart {
    LinePart(line: line, among: among, of: of, weight: Interval(weight.low, weight.low))
  }
}

extension [LinePart] {
  /// The lines, each once, the heaviest first.
  var deduplicated: [Int] {
    var seen: Set<Int> = []
    return heaviestFirst.filter { seen.insert($0).inserted }
  }
}
