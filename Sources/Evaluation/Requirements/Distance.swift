public import Policy
public import Quantities

/// What would settle a requirement, in the measure's own units.
public enum Distance: Sendable {
  /// So much more that counts, added to the bill, makes it pass.
  case add(Rational, Basis)
  /// So much of what counts against it, replaced by what counts for it, makes it pass; nothing added could.
  case replace(Rational, Basis)
  /// So much of what counts, taken away, makes it pass.
  case remove(Rational, Basis)
  /// The measured number must rise by so much.
  case raise(Rational)
  /// The measured number must fall by so much.
  case lower(Rational)
  /// So many lines must be changed or made known.
  case lines(Int)

  /// The distance of a judgement; nil where it passes, or no amount would settle it.
  init?(_ judgement: Judgement, _ test: Requirement.Test) {
    guard judgement.verdict == .fail || judgement.verdict == .undetermined, judgement.reason != .basis,
      judgement.reason != .currency
    else { return nil }
    switch test {
    case .every, .none: self = .lines(judgement.parts.filter { $0.of != .yes || Self.isNone(test) }.count)
    case .compare(_, let comparison, _):
      guard let result = judgement.measure?.bases[0], let value = judgement.value,
        let distance = try? Self.distance(result, comparison, value)
      else { return nil }
      self = distance
    case .project, .allOf, .anyOf: return nil
    }
  }

  private static func isNone(_ test: Requirement.Test) -> Bool {
    if case .none = test { true } else { false }
  }

  private static func distance(
    _ result: BasisResult, _ comparison: Comparison, _ value: Rational
  ) throws(Overflow) -> Distance? {
    let isStrict = comparison == .above || comparison == .below
    switch result.derivation {
    case .share(let share, _):
      guard let basis = result.basis else { return nil }
      return comparison.wantsMore
        ? try toRaise(share, value, basis, isStrict) : try toLower(share, value, basis, isStrict)
    case .total:
      guard let basis = result.basis, let gap = try gap(result, comparison, value) else { return nil }
      return comparison.wantsMore
        ? .add(try gap.stepped(basis, isStrict), basis) : .remove(try gap.stepped(basis, isStrict), basis)
    case .fact(_, let isMissing):
      guard !isMissing, let gap = try gap(result, comparison, value) else { return nil }
      return comparison.wantsMore ? .raise(gap) : .lower(gap)
    case .count, .days, .product, .quotient, .portfolio: return nil
    }
  }

  /// How far the end that decides is from the value.
  private static func gap(
    _ result: BasisResult, _ comparison: Comparison, _ value: Rational
  ) throws(Overflow) -> Rational? {
    guard let end = comparison.wantsMore ? result.value?.low.number : result.value?.high.number else { return nil }
    return comparison.wantsMore ? try value - end : try end - value
  }

  /// What, added to both sums of the lowest share, lifts it to the value: `(n + x) / (d + x) ≥ t`.
  private static func toRaise(
    _ share: Share, _ value: Rational, _ basis: Basis, _ isStrict: Bool
  ) throws(Overflow) -> Distance? {
    guard let top = share.lowest.numerator.number, let bottom = share.lowest.denominator.number else { return nil }
    let short = try value * bottom - top
    guard value < .one else {
      // At 100 % nothing added helps while something counts against it; past it nothing does.
      guard value == .one, !isStrict, short > .zero else { return nil }
      return .replace(try short.stepped(basis, false), basis)
    }
    return .add(try (short / (Rational.one - value)).stepped(basis, isStrict), basis)
  }

  /// What, taken from both sums of the highest share, brings it down to the value: `(n - x) / (d - x) ≤ t`.
  private static func toLower(
    _ share: Share, _ value: Rational, _ basis: Basis, _ isStrict: Bool
  ) throws(Overflow) -> Distance? {
    guard let top = share.highest.numerator.number, let bottom = share.highest.denominator.number, value < .one
    else { return nil }
    let excess = try (top - value * bottom) / (Rational.one - value)
    let amount = try excess.stepped(basis, isStrict)
    return amount <= top ? .remove(amount, basis) : nil
  }
}

extension Rational {
  /// The next amount that can be bought: a whole one, or a hundredth of a yuan.
  fileprivate func stepped(_ basis: Basis, _ isStrict: Bool) throws(Overflow) -> Rational {
    let step = basis == .amount ? try Rational(1, over: 100) : .one
    let rounded = try rounded(to: step, .up)
    return isStrict && rounded == self ? try rounded + step : rounded
  }
}
