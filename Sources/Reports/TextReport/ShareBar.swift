internal import Policy
internal import Quantities

/// A bar of fixed width: `█` what is sure, `▒` what is possible, `│` the value that it is held against.
///
/// INVARIANT: the bar never contradicts the verdict: what falls short of the value never reaches its mark.
struct ShareBar {
  /// The cells of the bar, the mark not counted.
  static let cells = 24

  let text: String

  /// A share, or another number drawn from 0 to a little past the larger of its ends and the value.
  init?(_ interval: Interval, _ comparison: Comparison, _ value: Rational, isShare: Bool) {
    guard interval.low >= .zero, !value.isNegative else { return nil }
    var end = Rational.one
    if !isShare {
      let largest = max(value, interval.high.number ?? interval.low.number.map { max($0, value) } ?? value)
      guard largest > .zero, let room = try? largest * Rational(5) / Rational(4) else { return nil }
      end = room
    }
    guard value <= end, let mark = Self.cell(value, end, up: comparison == .atLeast) else { return nil }
    func fill(_ bound: Bound) -> Int? {
      guard let number = bound.number else { return Self.cells }
      guard number <= end, let cell = Self.cell(number, end, up: !comparison.wantsMore) else { return Self.cells }
      switch comparison {
      case .atLeast: return number >= value ? max(cell, mark) : min(cell, max(0, mark - 1))
      case .above, .atMost: return number > value ? max(cell, min(Self.cells, mark + 1)) : min(cell, mark)
      case .below: return number >= value ? max(cell, min(Self.cells, mark + 1)) : min(cell, mark)
      }
    }
    guard let sure = fill(interval.low), let possible = fill(interval.high) else { return nil }
    var text = "["
    for cell in 0...Self.cells {
      if cell == mark { text += "│" }
      if cell < Self.cells { text += cell < sure ? "█" : cell < possible ? "▒" : "·" }
    }
    self.text = text + "]"
  }

  /// The cells that a number fills.
  private static func cell(_ number: Rational, _ end: Rational, up: Bool) -> Int? {
    guard let filled = try? number / end * Rational(cells), let whole = try? filled.rounded(to: .one, up ? .up : .down)
    else { return nil }
    return Int(whole.numerator)
  }
}

extension Comparison {
  /// Whether a higher number helps.
  var wantsMore: Bool { self == .atLeast || self == .above }
}
