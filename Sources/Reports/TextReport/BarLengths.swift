internal import Policy
internal import Quantities

/// How far a bar of a number of cells is filled: by what is sure, by what is possible, and where the value stands that
/// it is held against.
///
/// INVARIANT: the bar never contradicts the verdict: what falls short of the value never reaches its mark.
struct BarLengths {
  let sure: Int
  let possible: Int
  let mark: Int
  /// What the whole bar stands for.
  let end: Rational

  /// A share, or another number drawn from 0 to a little past the larger of its ends and the value.
  init?(_ interval: Interval, _ comparison: Comparison, _ value: Rational, isShare: Bool, cells: Int) {
    guard interval.low >= .zero, !value.isNegative else { return nil }
    var end = Rational.one
    if !isShare {
      let largest = max(value, interval.high.number ?? interval.low.number.map { max($0, value) } ?? value)
      guard largest > .zero, let room = try? largest * Rational(5) / Rational(4) else { return nil }
      end = room
    }
    guard value <= end, let mark = Self.cell(value, end, up: comparison == .atLeast, cells: cells) else { return nil }
    func fill(_ bound: Bound) -> Int? {
      guard let number = bound.number else { return cells }
      guard number <= end, let cell = Self.cell(number, end, up: !comparison.wantsMore, cells: cells) else {
        return cells
      }
      switch comparison {
      case .atLeast: return number >= value ? max(cell, mark) : min(cell, max(0, mark - 1))
      case .above, .atMost: return number > value ? max(cell, min(cells, mark + 1)) : min(cell, mark)
      case .below: return number >= value ? max(cell, min(cells, mark + 1)) : min(cell, mark)
      }
    }
    guard let sure = fill(interval.low), let possible = fill(interval.high) else { return nil }
    self.sure = sure
    self.possible = possible
    self.mark = mark
    self.end = end
  }

  /// The cells that a number fills; nil where it grows past what exact arithmetic holds.
  static func cell(_ number: Rational, _ end: Rational, up: Bool, cells: Int) -> Int? {
    guard let filled = try? number / end * Rational(cells), let whole = try? filled.rounded(to: .one, up ? .up : .down)
    else { return nil }
    return Int(whole.numerator)
  }
}

extension Comparison {
  /// Whether a higher number helps.
  var wantsMore: Bool { self == .atLeast || self == .above }
}
