internal import Policy
internal import Quantities

/// What one line of a kind adds to the sums of its bill, whatever its numbers are: DESIGN, section 10.
struct LineProfile {
  /// What a line's number, times this, adds to one of the sums.
  struct Entry: BitwiseCopyable {
    var slot: Int32
    var factor: Int64
  }

  /// What is multiplied by nothing, by the quantity, and by the amount.
  var ones: [Entry] = []
  var quantities: [Entry] = []
  var amounts: [Entry] = []
  /// How many findings it brings.
  var warnings = 0
  var notes = 0
  /// Whether it is, or holds as listed, a processor.
  var listsProcessor = false
  /// Whether it is a server of which no part is known.
  var mayHideParts = false

  /// Adds the part that one unit at a price of one has in a group of sums; false where no whole number says it.
  mutating func add(_ part: LinePart, of sum: LineSum, at first: Int, isPriced: Bool) -> Bool {
    guard case .finite(let low) = part.weight.low, !low.isNegative else { return false }
    typealias Slot = LineSum.Slot
    switch (part.among, part.of) {
    case (.no, _): return true
    case (.yes, .yes):
      guard add(low, to: first + Slot.countedLow, of: sum),
        add(part.weight.high, to: first + Slot.countedHigh, of: sum)
      else { return false }
    case (.yes, .no):
      guard add(low, to: first + Slot.againstLow, of: sum),
        add(part.weight.high, to: first + Slot.againstHigh, of: sum)
      else { return false }
    case (.yes, _): guard add(part.weight.high, to: first + Slot.openOf, of: sum) else { return false }
    case (_, .yes): guard add(part.weight.high, to: first + Slot.openAmong, of: sum) else { return false }
    case (_, .no): guard add(part.weight.high, to: first + Slot.openAgainst, of: sum) else { return false }
    default: guard add(part.weight.high, to: first + Slot.open, of: sum) else { return false }
    }
    if part.isOpen, part.weight.exact == nil, !isPriced {
      return add(part.weight.high, to: first + Slot.unpriced, of: sum)
    }
    return true
  }

  private mutating func add(_ weight: Bound, to slot: Int, of sum: LineSum) -> Bool {
    guard case .finite(let number) = weight else {
      ones.append(Entry(slot: Int32(slot + LineSum.Slot.endless), factor: 1))
      return true
    }
    return add(number, to: slot, of: sum)
  }

  private mutating func add(_ number: Rational, to slot: Int, of sum: LineSum) -> Bool {
    if number == .zero { return true }
    // A spec of one unit comes in ten-thousandths; all else is as many units.
    var scaled = number
    if case .spec = sum.basis {
      guard let parts = try? number * Rational(10_000) else { return false }
      scaled = parts
    }
    guard scaled.isWhole, let factor = Int64(exactly: scaled.numerator), factor < 1 << 40 else { return false }
    let entry = Entry(slot: Int32(slot), factor: factor)
    switch sum.basis {
    case .lines: ones.append(entry)
    case .quantity, .spec: quantities.append(entry)
    case .amount: amounts.append(entry)
    }
    return true
  }
}
