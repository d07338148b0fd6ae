internal import Inventory
internal import Policy
internal import Quantities

/// Finds what a grant brings.
struct GrantJudge {
  let context: BillContext
  private let zero = Interval.zero

  init(_ context: BillContext) {
    self.context = context
  }

  /// A grant's result, given what its requirements came to and whether the policy speaks of the project.
  func judge(_ grant: Grant, _ required: [Judgement], applies: Truth) throws(LineOverflow) -> GrantAssessment {
    let when = grant.when?.truth(of: context.project) ?? .yes
    var eligible = Verdict.worst(required.map(\.verdict))
    var reason = required.first { $0.verdict == eligible && $0.verdict != .pass }?.reason
    if required.isEmpty { eligible = .pass }
    if required.contains(where: { $0.verdict == .notApplicable }) {
      eligible = .notApplicable
      reason = required.first { $0.verdict == .notApplicable }?.reason
    }
    if when == .no { (eligible, reason) = (.notApplicable, .applicability) }
    let isDoubtful = applies == .unknown || when == .unknown || required.contains { $0.isConditional }
    if isDoubtful, eligible == .pass { (eligible, reason) = (.undetermined, .applicability) }
    guard eligible == .pass || eligible == .undetermined else {
      return GrantAssessment(grant: grant, eligible: eligible, reason: reason, amount: zero, steps: nil)
    }
    guard let steps = try steps(grant, { measure throws(LineOverflow) in try context.result(of: measure) }) else {
      let reason: Reason = isNotYetInForce(grant.amount) ? .notYetInForce : .noLine
      return GrantAssessment(grant: grant, eligible: .notApplicable, reason: reason, amount: zero, steps: nil)
    }
    var amount = steps.rounded
    if eligible == .undetermined { amount = Interval(.zero, amount.high) }
    if reason == nil, amount.low != amount.high { reason = self.reason(grant, steps) }
    return GrantAssessment(grant: grant, eligible: eligible, reason: reason, amount: amount, steps: steps)
  }

  /// Whether one of the figures begins on a later day.
  private func isNotYetInForce(_ amount: Grant.Amount) -> Bool {
    let day = context.lineContext.day
    if let cap = amount.cap, cap.value(on: day) == nil { return true }
    switch amount.form {
    case .upTo(let series), .exactly(let series), .rate(let series, _), .rateUpTo(let series, _):
      return series.value(on: day) == nil
    case .unstated: return false
    }
  }

  private func reason(_ grant: Grant, _ steps: GrantSteps) -> Reason? {
    guard let base = steps.base, base.value?.exact == nil || steps.raw.high == .infinity else { return nil }
    if !base.missing.isEmpty { return .missingFact }
    if isInOtherCurrency(grant) { return .currency }
    return base.readsAmounts ? .missingPrice : .unknownComponent
  }

  private func isInOtherCurrency(_ grant: Grant) -> Bool {
    guard context.project.currency != grant.currency else { return false }
    switch grant.amount.form {
    case .rate(_, let measure), .rateUpTo(_, let measure): return measure.form.readsAmounts
    case .upTo, .exactly, .unstated: return false
    }
  }

  /// What a grant brings that is a rate of something, given what that comes to; nil where there is no figure on the day.
  func amount(_ grant: Grant, ofRated value: Interval) throws(LineOverflow) -> Interval? {
    try steps(grant) { measure in
      MeasureResult(measure: measure, bases: [BasisResult(basis: nil, value: value, derivation: .portfolio)])
    }?.rounded
  }

  /// The amount step by step; nil where there is no figure on the day, or nothing that a rate could be taken of.
  private func steps(
    _ grant: Grant, _ measured: (Measure) throws(LineOverflow) -> MeasureResult
  ) throws(LineOverflow) -> GrantSteps? {
    guard !isNotYetInForce(grant.amount) else { return nil }
    let day = context.lineContext.day
    var base: MeasureResult?
    var rate: Rational?
    var raw: Interval
    switch grant.amount.form {
    case .upTo(let series):
      guard let most = series.value(on: day) else { return nil }
      raw = Interval(.zero, .finite(most))
    case .exactly(let series):
      guard let amount = series.value(on: day) else { return nil }
      raw = Interval(exactly: amount)
    case .unstated: raw = .nonNegative
    case .rate(let series, let measure), .rateUpTo(let series, let measure):
      guard let value = series.value(on: day) else { return nil }
      let result = try measured(measure)
      guard let interval = result.value else { return nil }
      let money = isInOtherCurrency(grant) ? Interval.nonNegative : interval.atLeast(.zero)
      do { raw = try Interval(exactly: value) * money } catch { throw LineOverflow(line: nil) }
      if case .rateUpTo = grant.amount.form { raw = Interval(.zero, raw.high) }
      base = result
      rate = value
    }
    let cap = grant.amount.cap?.value(on: day)
    let already = grant.amount.already.map(fact)
    do {
      let capped = try self.capped(raw, cap, already)
      let rounded = try rounded(capped, grant.amount.rounding)
      return GrantSteps(
        base: base, rate: rate, raw: raw, cap: cap, already: already, capped: capped, rounded: rounded)
    } catch {
      throw LineOverflow(line: nil)
    }
  }

  private func fact(_ name: String) -> Interval {
    if case .number(let value) = context.project.facts[name] { Interval(exactly: value) } else { .nonNegative }
  }

  private func capped(_ raw: Interval, _ cap: Rational?, _ already: Interval?) throws(Overflow) -> Interval {
    guard let cap else { return raw.atLeast(.zero) }
    let limit = Interval(exactly: cap)
    let had = already.map { Interval(negated($0.high), negated($0.low)) } ?? .zero
    let left = try (limit + had).atLeast(.zero)
    return Interval(min(raw.low, left.low), min(raw.high, left.high)).atLeast(.zero)
  }

  private func negated(_ bound: Bound) -> Bound {
    switch bound {
    case .finite(let value): .finite(-value)
    case .infinity: .negativeInfinity
    case .negativeInfinity: .infinity
    }
  }

  private func rounded(_ amount: Interval, _ step: Grant.Step?) throws(Overflow) -> Interval {
    let hundredth = try Rational(1, over: 100)
    let to = step?.to ?? hundredth
    let mode = step?.mode ?? .down
    func end(_ bound: Bound) throws(Overflow) -> Bound {
      guard case .finite(let value) = bound else { return bound }
      return .finite(try value.rounded(to: to, mode))
    }
    return Interval(try end(amount.low), try end(amount.high))
  }
}
