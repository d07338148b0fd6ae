public import Diagnostics
internal import Inventory
public import Policy
public import Quantities

extension PortfolioAssessor {
  /// What the sums of all bills come to.
  ///
  /// - Throws: a problem that names the indicator where a number grows past what exact arithmetic holds.
  public func assess(_ tally: PortfolioTally) throws(Problems) -> PortfolioAssessment {
    let keys = tally.groups.keys.sorted { left, right in
      left.map { left in right.map { left < $0 } ?? true } ?? false
    }
    var results: [IndicatorAssessment] = []
    for (number, requirement) in indicators.enumerated() {
      guard case .compare(let measure, let comparison, let series) = requirement.test else { continue }
      let groups = keys.compactMap { key in tally.groups[key].map { (key: key, bills: $0.bills, sums: $0.sums[number]) }
      }
      do {
        results.append(
          try judge(requirement, measure, comparison, series.value(on: terms.asOf), tally.total[number], groups))
      } catch {
        throw Problems(
          Diagnostic(
            .error, "overflow",
            Localized(
              zh: "指标 `\(requirement.id)` 的数值超出精确计算的范围",
              en: "a number of indicator `\(requirement.id)` grows past what exact arithmetic holds")))
      }
    }
    let deciding = results.filter { $0.force == .mandatory && !$0.requirement.isMember }
    return PortfolioAssessment(
      policy: policy, terms: terms, verdict: Verdict.worst(deciding.map(\.verdict)), indicators: results, tally: tally)
  }

  /// The value of a measure from its sums.
  public static func value(_ measure: Measure, _ sum: PortfolioSum) throws(Overflow) -> Interval? {
    switch measure.form {
    case .share, .shareOfProjects: try sum.share()
    default: sum.counted
    }
  }

  private func judge(
    _ requirement: Requirement, _ measure: Measure, _ comparison: Comparison, _ target: Rational?,
    _ sums: IndicatorSums,
    _ groups: [(key: String?, bills: Int, sums: IndicatorSums)]
  ) throws(Overflow) -> IndicatorAssessment {
    let silence = silence ?? (target == nil ? .notYetInForce : nil)
    let names = measure.bases
    var bases: [IndicatorAssessment.BasisOutcome] = []
    for (index, sum) in sums.bases.enumerated() {
      let value = try Self.value(measure, sum)
      let verdict =
        if let value, let target, silence == nil { comparison.verdict(value, target) } else { Verdict.notApplicable }
      bases.append(.init(basis: index < names.count ? names[index] : nil, value: value, verdict: verdict, sum: sum))
    }
    let elsewhere = try Self.value(measure, sums.elsewhere)
    var (verdict, reason) = outcome(bases, silence)
    if verdict == .undetermined, reason == nil {
      let other = target.flatMap { target in elsewhere.map { comparison.verdict($0, target) } }
      reason = self.reason(measure, sums, other)
    }
    var gap: Interval?
    if let value = bases.first?.value, let target, silence == nil { gap = try value + Interval(exactly: -target) }
    var shown: [IndicatorAssessment.GroupOutcome] = []
    for group in groups where !(terms.grouping == .vendor && measure.countsProjects) {
      // Not every vendor has a part in every indicator.
      if terms.grouping == .vendor, group.sums.isEmpty { continue }
      let sum = group.sums.bases.first ?? .zero
      shown.append(.init(key: group.key, bills: group.bills, value: try Self.value(measure, sum), sum: sum))
    }
    return IndicatorAssessment(
      requirement: requirement,
      force: terms.enforcesTargets && requirement.force == .target ? .mandatory : requirement.force, measure: measure,
      comparison: comparison, verdict: verdict, reason: reason, target: target, bases: bases,
      verified: terms.evidence == .catalogue ? bases.first?.value : elsewhere, gap: gap, missing: sums.missing,
      groups: shown)
  }

  /// Why no indicator is judged: the policy is no law, or not on that day.
  private var silence: Reason? {
    if policy.status == .draft || policy.status == .unpublished, !terms.isIncluded { return .status }
    if terms.asOf < policy.from { return .notYetInForce }
    return policy.until.map { terms.asOf > $0 } ?? false ? .noLongerInForce : nil
  }

  /// The verdict of the first basis, unless another basis gives the opposite.
  private func outcome(_ bases: [IndicatorAssessment.BasisOutcome], _ silence: Reason?) -> (Verdict, Reason?) {
    if let silence { return (.notApplicable, silence) }
    guard let first = bases.first?.verdict, first != .notApplicable else { return (.notApplicable, .noLine) }
    let opposite: Verdict? = first == .pass ? .fail : first == .fail ? .pass : nil
    if !terms.basisFirst, let opposite, bases.contains(where: { $0.verdict == opposite }) {
      return (.undetermined, .basis)
    }
    return (first, nil)
  }

  private func reason(_ measure: Measure, _ sums: IndicatorSums, _ elsewhere: Verdict?) -> Reason {
    if sums.foreignCurrencies > 0 { return .currency }
    if measure.countsProjects || !sums.missing.isEmpty { return .missingFact }
    return terms.evidence == .catalogue && elsewhere?.isDefinite ?? false ? .claimOnly : .unknownComponent
  }
}
