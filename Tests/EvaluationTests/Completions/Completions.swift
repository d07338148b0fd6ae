import Quantities

/// Every completion of what is unknown about the lines of a measure, gone through one by one.
struct Completions {
  /// A line in one completion. A weight without a limit is a number of `infinite` units, each larger than all else.
  private struct State {
    var isAmong: Bool
    var isOf: Bool
    var weight: Int
    var infinite: Int
  }

  /// Sums in one completion. Weights are doubled, so that the middle of two whole numbers is whole.
  private struct Sums {
    var top = 0
    var bottom = 0
    var infiniteTop = 0
    var infiniteBottom = 0
    var of = 0
    var among = 0
  }

  private var states: [[State]] = []

  /// The lines with what each can be; every truth and every weight is taken as independent of the others.
  init(among: [Set<Bool>], of: [Set<Bool>], weights: [Limits]) {
    let takesMiddles = among.count { $0.contains(true) } < 5
    for index in among.indices {
      var line: [State] = []
      if among[index].contains(false) { line.append(State(isAmong: false, isOf: false, weight: 0, infinite: 0)) }
      if among[index].contains(true) {
        for isOf in of[index] {
          let (low, high) = (weights[index].low, weights[index].high)
          line.append(State(isAmong: true, isOf: isOf, weight: 2 * low, infinite: 0))
          if let high, high > low { line.append(State(isAmong: true, isOf: isOf, weight: 2 * high, infinite: 0)) }
          if high == nil { line.append(State(isAmong: true, isOf: isOf, weight: 0, infinite: 1)) }
          if takesMiddles, high != low {
            line.append(State(isAmong: true, isOf: isOf, weight: low + (high ?? low + 7), infinite: 0))
          }
        }
      }
      states.append(line)
    }
  }

  /// The share in every completion in which there is one.
  func shares() -> [Point] {
    var points: [Point] = []
    visit { sums in
      if sums.infiniteBottom > 0 {
        points.append(Point(sums.infiniteTop, sums.infiniteBottom))
      } else if sums.bottom > 0 {
        points.append(Point(sums.top, sums.bottom))
      }
    }
    return points
  }

  /// The sum of the lines among in every completion.
  func totals() -> [Point] {
    var points: [Point] = []
    visit { sums in points.append(sums.infiniteBottom > 0 ? .infinity : Point(sums.bottom, 2)) }
    return points
  }

  /// How many lines are among, and how many of those are of, in every completion.
  func counts() -> [(of: Int, among: Int)] {
    var counts: [(of: Int, among: Int)] = []
    visit { sums in counts.append((sums.of, sums.among)) }
    return counts
  }

  private func visit(_ index: Int = 0, _ sums: Sums = Sums(), _ body: (Sums) -> Void) {
    guard index < states.count else {
      body(sums)
      return
    }
    for state in states[index] {
      var next = sums
      if state.isAmong {
        next.among += 1
        next.bottom += state.weight
        next.infiniteBottom += state.infinite
        if state.isOf {
          next.top += state.weight
          next.infiniteTop += state.infinite
          next.of += 1
        }
      }
      visit(index + 1, next, body)
    }
  }
}

/// A number of the reference as two whole numbers; the bottom of an infinite one is 0.
struct Point: Comparable, CustomStringConvertible {
  let top: Int
  let bottom: Int

  static let infinity = Point(1, 0)

  init(_ top: Int, _ bottom: Int = 1) {
    self.top = top
    self.bottom = bottom
  }

  static func < (left: Point, right: Point) -> Bool { left.top * right.bottom < right.top * left.bottom }
  static func == (left: Point, right: Point) -> Bool { !(left < right) && !(right < left) }

  /// Whether an end of an interval is this number.
  func isSame(as bound: Bound) -> Bool {
    guard let number = bound.number else { return bottom == 0 && bound == .infinity }
    return number.numerator * Int128(bottom) == Int128(top) * number.denominator && bottom != 0
  }

  var description: String { bottom == 0 ? "∞" : bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }
}

extension [Point] {
  /// The least and the most of them, as text; nil where there is none.
  var hull: (low: Point, high: Point)? {
    guard let low = self.min(), let high = self.max() else { return nil }
    return (low, high)
  }
}
