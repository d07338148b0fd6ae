internal import Policy
public import Quantities

/// A key that is written bit by bit.
private struct KeyWriter {
  private let key: UnsafeMutablePointer<UInt64>
  private var word: UInt64 = 0
  private var place: Int
  private var shift: UInt64 = 0

  init(_ key: UnsafeMutablePointer<UInt64>, at place: Int) {
    self.key = key
    self.place = place
  }

  @inline(__always)
  mutating func add(_ bits: UInt64, _ count: UInt64) {
    if shift + count > 64 { endWord() }
    word |= bits << shift
    shift += count
  }

  private mutating func endWord() {
    key[place] = word
    (word, shift) = (0, 0)
    place += 1
  }

  mutating func finish(width: Int) {
    endWord()
    while place < width { endWord() }
  }
}

extension BlockAssessor {
  /// Writes the outcome of a plan's leaves into the key; false where a number is too large for sums.
  func fillKey(_ plan: ProjectPlan) -> Bool {
    key[0] = UInt64(plan.number)
    var writer = KeyWriter(key, at: 1)
    for leaf in plan.leaves {
      let groups = Int(leaf.firstGroup)..<Int(leaf.firstGroup + leaf.groupCount)
      switch leaf.test {
      case .share:
        for place in groups {
          guard let value = sums.share(at: plan.groups[place].first) else { return false }
          values[place] = value
          Self.write(value, leaf, isFirst: place == groups.lowerBound, to: &writer)
        }
      case .total:
        for place in groups {
          let group = plan.groups[place]
          guard let value = sums.total(at: group.first, scale: group.scale) else { return false }
          values[place] = value
          Self.write(value, leaf, isFirst: place == groups.lowerBound, to: &writer)
        }
      case .general:
        let general = plan.generals[groups.lowerBound]
        guard let value = value(of: general.program, general.measure, plan) else { return false }
        let verdict = value.interval.map { general.comparison.verdict($0, general.value) } ?? .notApplicable
        let reason = verdict == .undetermined ? (value.isOpen ? 1 : 0) | (value.isUnpriced ? 2 : 0) : 0
        writer.add(verdict.code | UInt64(reason) << 2, 4)
      case .every:
        let counts = sums.counts(at: plan.groups[groups.lowerBound].first)
        let isOpen = counts.open != 0 || counts.against != 0
        let verdict: Verdict =
          counts.against != 0
          ? .fail
          : isOpen ? .undetermined : counts.counted == 0 && counts.possible == 0 ? .notApplicable : .pass
        writer.add(verdict.code, 2)
      case .none:
        let counts = sums.counts(at: plan.groups[groups.lowerBound].first)
        let verdict: Verdict = counts.counted != 0 ? .fail : counts.possible != 0 ? .undetermined : .pass
        writer.add(verdict.code, 2)
      }
    }
    for rated in plan.rated {
      guard let value = value(of: rated.program, rated.measure, plan) else { return false }
      var bits: UInt64 = (value.isOpen ? 1 : 0) | (value.isUnpriced ? 2 : 0)
      if let interval = value.interval {
        guard let amount = amount(of: rated, interval, plan) else { return false }
        bits |= 4 | (interval.exact != nil ? 8 : 0) | (interval.high == .infinity ? 16 : 0)
        if let amount {
          bits |= 32 | (amount.low == amount.high ? 64 : 0) | (amount.high == .zero ? 128 : 0)
          bits |= amount.high == .infinity ? 256 : 0
        }
      }
      writer.add(bits, UInt64(BlockProgram.Rated.bits))
    }
    writer.finish(width: keyWidth)
    return true
  }

  /// What a rated grant brings by what its measure comes to, if it can be had: within it, nil where there is no figure on
  /// the day.
  func amount(of rated: BlockProgram.Rated, _ value: Interval, _ plan: ProjectPlan) -> Interval?? {
    let grant = policies[rated.policy].grants[rated.grant]
    do { return .some(try GrantJudge(plan.fixed).amount(grant, ofRated: value)) } catch { return nil }
  }

  @inline(__always)
  private static func write(
    _ value: BillSums.Value, _ leaf: ProjectPlan.Leaf, isFirst: Bool, to writer: inout KeyWriter
  ) {
    let verdict = value.exists ? leaf.comparison.verdict(value, leaf.value) : .notApplicable
    writer.add(verdict.code, 2)
    // What a reason goes by.
    guard isFirst else { return }
    writer.add(verdict == .undetermined ? (value.isOpen ? 1 : 0) | (value.isUnpriced ? 2 : 0) : 0, 2)
  }

  /// What a measure of lines comes to.
  struct Measured {
    /// Nil where it does not exist.
    var interval: Interval?
    var isOpen = false
    var isUnpriced = false
  }

  /// A measure of the bill by its first basis; nil where a number is too large.
  func value(of program: MeasureProgram, _ measure: Measure, _ plan: ProjectPlan) -> Measured? {
    switch program {
    case .share(let groups):
      return groups.first.flatMap { sums.share(at: $0 * LineSum.Slot.count) }.map { Measured($0) }
    case .total(let groups):
      return groups.first.flatMap {
        sums.total(at: $0 * LineSum.Slot.count, scale: self.program.sums[$0].scale)
      }.map { Measured($0) }
    case .fixed: return (try? plan.fixed.result(of: measure)).map { Measured(interval: $0.value) }
    case .portfolio: return Measured(interval: nil)
    case .product(let factors, let measures):
      var whole = Measured(interval: .one)
      for (factor, measure) in zip(factors, measures) {
        guard let value = value(of: factor, measure, plan) else { return nil }
        whole.isOpen = whole.isOpen || value.isOpen
        whole.isUnpriced = whole.isUnpriced || value.isUnpriced
        guard let left = whole.interval, let right = value.interval else {
          whole.interval = nil
          continue
        }
        guard let product = try? left * right else { return nil }
        whole.interval = product
      }
      return whole
    case .quotient(let of, let above, let to, let below):
      guard let top = value(of: of, above, plan), let bottom = value(of: to, below, plan) else { return nil }
      var whole = Measured(
        interval: nil, isOpen: top.isOpen || bottom.isOpen, isUnpriced: top.isUnpriced || bottom.isUnpriced)
      if let left = top.interval, let right = bottom.interval {
        guard let quotient = try? left / right else { return nil }
        whole.interval = quotient
      }
      return whole
    }
  }
}

extension BlockAssessor.Measured {
  init(_ value: BillSums.Value) {
    self.init(interval: value.interval, isOpen: value.isOpen, isUnpriced: value.isUnpriced)
  }
}

extension Verdict {
  fileprivate var code: UInt64 {
    switch self {
    case .pass: 0
    case .fail: 1
    case .undetermined: 2
    case .notApplicable: 3
    }
  }
}

extension Comparison {
  /// The verdict of a value held against another.
  @inline(__always)
  fileprivate func verdict(_ value: BillSums.Value, _ held: Fraction) -> Verdict {
    let low = value.low.compared(with: held)
    let high = value.high?.compared(with: held) ?? 1
    switch self {
    case .atLeast: return low >= 0 ? .pass : high < 0 ? .fail : .undetermined
    case .above: return low > 0 ? .pass : high <= 0 ? .fail : .undetermined
    case .atMost: return high <= 0 ? .pass : low > 0 ? .fail : .undetermined
    case .below: return high < 0 ? .pass : low >= 0 ? .fail : .undetermined
    }
  }
}

// MARK: - Numbers

extension BlockAssessor {
  /// A number of an outcome's bill.
  public enum Number: Sendable {
    case fraction(Fraction)
    case rational(Rational)
    /// It has no bound.
    case none
  }

  /// The place of a requirement among those that lines decide, where its policy stands among those that are judged; nil
  /// for one whose measure the project alone says, or that has none.
  public func leaf(policy: Int, row: Int) -> Int? {
    program.leaves.firstIndex { leaf in
      guard leaf.policy == policy, leaf.row == row, case .compare = leaf.test else { return false }
      return true
    }
  }

  /// The ends of the measure of a requirement, of the bill whose outcome was found last.
  public func ends(ofLeaf leaf: Int) -> (low: Number, high: Number) {
    guard let plan = current, let place = plan.places[leaf] else { return (.none, .none) }
    let leaf = plan.leaves[place]
    let first = Int(leaf.firstGroup)
    switch leaf.test {
    case .share, .total: return Self.ends(values[first])
    case .general:
      let general = plan.generals[first]
      guard let interval = value(of: general.program, general.measure, plan)?.interval else { return (.none, .none) }
      return (
        interval.low.number.map { .rational($0) } ?? .none, interval.high.number.map { .rational($0) } ?? .none
      )
    case .every, .none: return (.none, .none)
    }
  }

  private static func ends(_ value: BillSums.Value) -> (low: Number, high: Number) {
    guard value.exists else { return (.none, .none) }
    return (.fraction(value.low), value.high.map { .fraction($0) } ?? .none)
  }
}
