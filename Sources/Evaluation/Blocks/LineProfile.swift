internal import Policy
internal import Quantities

/// What one line of a kind adds to the sums of its bill, whatever its numbers are: DESIGN, section 10.
struct LineProfile {
  /// What one of a line's numbers, times this, adds to one of the sums.
  struct Entry: BitwiseCopyable {
    var slot: Int32
    var times: Times
    var factor: Int64
  }

  /// Which of a line's numbers.
  enum Times: Int32, BitwiseCopyable {
    /// None: it counts once.
    case one
    case quantity, amount
  }

  var entries: [Entry] = []
  /// How many findings it brings.
  var findings = FindingCounts()
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
      guard add(low, to: first + Slot.counted, of: sum),
        add(part.weight.high, above: low, to: first + Slot.countedMore, of: sum)
      else { return false }
    case (.yes, .no):
      guard add(low, to: first + Slot.against, of: sum),
        add(part.weight.high, above: low, to: first + Slot.againstMore, of: sum)
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

  private mutating func add(_ weight: Bound, above least: Rational = .zero, to slot: Int, of sum: LineSum) -> Bool {
    guard case .finite(let number) = weight else {
      entries.append(Entry(slot: Int32(slot + LineSum.Slot.endless), times: .one, factor: 1))
      return true
    }
    guard let more = try? number - least, !more.isNegative else { return false }
    return add(more, to: slot, of: sum)
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
    let times: Times =
      switch sum.basis {
      case .lines: .one
      case .quantity, .spec: .quantity
      case .amount: .amount
      }
    entries.append(Entry(slot: Int32(slot), times: times, factor: factor))
    return true
  }
}
