internal import Policy
internal import Quantities

/// A bar of fixed width: `█` what is sure, `▒` what is possible, `│` the value that it is held against.
struct ShareBar {
  /// The cells of the bar, the mark not counted.
  static let cells = 24

  let text: String

  /// A share, or another number drawn from 0 to a little past the larger of its ends and the value.
  init?(_ interval: Interval, _ comparison: Comparison, _ value: Rational, isShare: Bool) {
    guard let lengths = BarLengths(interval, comparison, value, isShare: isShare, cells: Self.cells) else { return nil }
    var text = "["
    for cell in 0...Self.cells {
      if cell == lengths.mark { text += "│" }
      if cell < Self.cells { text += cell < lengths.sure ? "█" : cell < lengths.possible ? "▒" : "·" }
    }
    self.text = text + "]"
  }
}
