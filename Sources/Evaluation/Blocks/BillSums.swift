internal import Quantities

/// The sums of one bill, and what shares and totals come to by them.
struct BillSums: ~Copyable {
  private let sums: UnsafeMutablePointer<Int64>
  private let width: Int
  /// The numbers of a line by which what it adds is multiplied.
  private let numbers = UnsafeMutablePointer<Int64>.allocate(capacity: 3)

  /// So many entries are added at once; what is too few of them goes to sums that nobody reads.
  static let step = 2

  /// What a share or a total is by its sums; nil ends have no bound.
  struct Value: BitwiseCopyable {
    var exists: Bool
    var low: Fraction
    var high: Fraction?
    /// Whether it is open which lines count, and whether a line without a price is open.
    var isOpen: Bool
    var isUnpriced: Bool
  }

  init(width: Int) {
    self.width = width
    sums = .allocate(capacity: width + Self.step)
    sums.initialize(repeating: 0, count: width + Self.step)
    numbers.initialize(repeating: 1, count: 3)
  }

  deinit {
    sums.deallocate()
    numbers.deallocate()
  }

  /// Entries that add nothing, behind some others so that they make whole steps, and at least one.
  func padding(behind count: Int) -> [LineProfile.Entry] {
    let few = count == 0 ? Self.step : (Self.step - count % Self.step) % Self.step
    return (0..<few).map { LineProfile.Entry(slot: Int32(width + $0), times: .one, factor: 0) }
  }

  func clear() { sums.update(repeating: 0, count: width) }

  /// Adds what a line adds, in whole steps; whether a sum is too large for a machine word.
  @inline(always)
  func add(_ entries: UnsafePointer<LineProfile.Entry>, steps: Int, quantity: Int64, amount: Int64) -> Bool {
    numbers[Int(LineProfile.Times.quantity.rawValue)] = quantity
    numbers[Int(LineProfile.Times.amount.rawValue)] = amount
    var isWide = false
    var entry = entries
    for _ in 0..<steps {
      for index in 0..<Self.step {
        let (product, first) = entry[index].factor.multipliedReportingOverflow(
          by: numbers[Int(entry[index].times.rawValue)])
        let slot = sums + Int(entry[index].slot)
        let (sum, second) = slot.pointee.addingReportingOverflow(product)
        slot.pointee = sum
        isWide = first || second || isWide
      }
      entry += Self.step
    }
    return isWide
  }

  @inline(always)
  private subscript(_ place: Int) -> Int64 { sums[place] }

  /// How many lines are in a group of sums by lines: surely, surely not, and perhaps.
  func counts(at first: Int) -> (counted: Int64, against: Int64, open: Int64, possible: Int64) {
    typealias Slot = LineSum.Slot
    let perhaps = self[first + Slot.openAmong]
    return (
      self[first + Slot.counted], self[first + Slot.against],
      self[first + Slot.openOf] + self[first + Slot.openAgainst] + self[first + Slot.open], perhaps
    )
  }

  /// A share; nil where its sums are too large for machine words.
  @inline(always)
  func share(at first: Int) -> Value? {
    typealias Slot = LineSum.Slot
    let (countedLow, countedMore) = (self[first + Slot.counted], self[first + Slot.countedMore])
    let (againstLow, againstMore) = (self[first + Slot.against], self[first + Slot.againstMore])
    let (openOf, openAmong) = (self[first + Slot.openOf], self[first + Slot.openAmong])
    let (openAgainst, open) = (self[first + Slot.openAgainst], self[first + Slot.open])
    // Below this no sum of them passes a machine word.
    guard (countedLow | countedMore | againstLow | againstMore | openOf | openAmong | openAgainst | open) >> 59 == 0
    else { return nil }
    let (countedHigh, againstHigh) = (countedLow &+ countedMore, againstLow &+ againstMore)
    func isEndless(_ slot: Int) -> Bool { self[first + slot + Slot.endless] != 0 }
    let endlessOf = isEndless(Slot.openOf) || isEndless(Slot.open)
    let endlessAgainst = isEndless(Slot.againstMore) || isEndless(Slot.openAgainst)
    let endlessCounted = isEndless(Slot.countedMore) || isEndless(Slot.openAmong)
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
    let (low, more, open) = (
      self[first + Slot.counted], self[first + Slot.countedMore], self[first + Slot.openAmong]
    )
    guard (low | more | open) >> 59 == 0 else { return nil }
    func isEndless(_ slot: Int) -> Bool { self[first + slot + Slot.endless] != 0 }
    let isOpen = open != 0 || isEndless(Slot.openAmong)
    let most: Fraction? =
      isEndless(Slot.countedMore) || isEndless(Slot.openAmong)
      ? nil : Fraction(numerator: low &+ more &+ open, denominator: scale)
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
