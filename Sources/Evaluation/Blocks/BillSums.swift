internal import Quantities

/// The sums of one bill, and what shares and totals come to by them.
struct BillSums: ~Copyable {
  private let sums: UnsafeMutablePointer<Int64>
  private let width: Int

  /// What a share or a total is by its sums; nil ends have no bound.
  struct Value {
    var exists: Bool
    var low: Fraction
    var high: Fraction?
    /// Whether it is open which lines count, and whether a line without a price is open.
    var isOpen: Bool
    var isUnpriced: Bool
  }

  init(width: Int) {
    self.width = max(1, width)
    sums = .allocate(capacity: self.width)
    sums.initialize(repeating: 0, count: self.width)
  }

  deinit { sums.deallocate() }

  func clear() { sums.update(repeating: 0, count: width) }

  /// Adds what a line adds for each unit, so many times; whether a sum is too large for a machine word.
  @inline(__always)
  func add(_ entries: UnsafePointer<LineProfile.Entry>, _ count: Int, times number: Int64) -> Bool {
    var isWide = false
    for index in 0..<count {
      let entry = entries[index]
      let (product, first) = entry.factor.multipliedReportingOverflow(by: number)
      let slot = sums + Int(entry.slot)
      let (sum, second) = slot.pointee.addingReportingOverflow(product)
      slot.pointee = sum
      isWide = isWide || first || second
    }
    return isWide
  }

  @inline(__always)
  private subscript(_ place: Int) -> Int64 { sums[place] }

  /// How many lines are in a group of sums by lines: surely, surely not, and perhaps.
  func counts(at first: Int) -> (counted: Int64, against: Int64, open: Int64, possible: Int64) {
    typealias Slot = LineSum.Slot
    let perhaps = self[first + Slot.openAmong]
    return (
      self[first + Slot.countedLow], self[first + Slot.againstLow],
      self[first + Slot.openOf] + self[first + Slot.openAgainst] + self[first + Slot.open], perhaps
    )
  }

  /// A share; nil where its sums are too large for machine words.
  @inline(__always)
  func share(at first: Int) -> Value? {
    typealias Slot = LineSum.Slot
    let (countedLow, countedHigh) = (self[first + Slot.countedLow], self[first + Slot.countedHigh])
    let (againstLow, againstHigh) = (self[first + Slot.againstLow], self[first + Slot.againstHigh])
    let (openOf, openAmong) = (self[first + Slot.openOf], self[first + Slot.openAmong])
    let (openAgainst, open) = (self[first + Slot.openAgainst], self[first + Slot.open])
    // Below this no sum of them passes a machine word.
    guard (countedLow | countedHigh | againstLow | againstHigh | openOf | openAmong | openAgainst | open) >> 59 == 0
    else { return nil }
    func isEndless(_ slot: Int) -> Bool { self[first + slot + Slot.endless] != 0 }
    let endlessOf = isEndless(Slot.openOf) || isEndless(Slot.open)
    let endlessAgainst = isEndless(Slot.againstHigh) || isEndless(Slot.openAgainst)
    let endlessCounted = isEndless(Slot.countedHigh) || isEndless(Slot.openAmong)
    let below = countedLow &+ againstHigh &+ openOf &+ openAgainst &+ open
    let low: Fraction =
      endlessOf || endlessAgainst ? .zero : below == 0 ? .one : Fraction(numerator: countedLow, denominator: below)
    let above = countedHigh &+ openOf &+ openAmong &+ open
    let whole = above &+ againstLow
    let high: Fraction =
      endlessOf || endlessCounted ? .one : whole == 0 ? .zero : Fraction(numerator: above, denominator: whole)
    let exists = above &+ againstHigh &+ openAgainst != 0 || endlessOf || endlessAgainst || endlessCounted
    return Value(
      exists: exists, low: low, high: high,
      isOpen: openOf &+ openAmong &+ openAgainst &+ open != 0 || endlessOf || isEndless(Slot.openAmong)
        || isEndless(Slot.openAgainst),
      isUnpriced: self[first + Slot.unpriced] != 0 || isEndless(Slot.unpriced))
  }

  /// A total; nil where its sums are too large for machine words.
  func total(at first: Int, scale: Int64) -> Value? {
    typealias Slot = LineSum.Slot
    let (low, high, open) = (
      self[first + Slot.countedLow], self[first + Slot.countedHigh], self[first + Slot.openAmong]
    )
    guard (low | high | open) >> 59 == 0 else { return nil }
    func isEndless(_ slot: Int) -> Bool { self[first + slot + Slot.endless] != 0 }
    let isOpen = open != 0 || isEndless(Slot.openAmong)
    let most: Fraction? =
      isEndless(Slot.countedHigh) || isEndless(Slot.openAmong)
      ? nil : Fraction(numerator: high &+ open, denominator: scale)
    return Value(
      exists: true, low: Fraction(numerator: low, denominator: scale), high: most, isOpen: isOpen,
      isUnpriced: self[first + Slot.unpriced] != 0 || isEndless(Slot.unpriced))
  }
}

extension BillSums.Value {
  /// The interval; nil where the measure does not exist.
  var interval: Interval? {
    exists ? Interval(.finite(low.rational), high.map { .finite($0.rational) } ?? .infinity) : nil
  }
}
