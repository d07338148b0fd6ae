internal import Inventory
internal import Quantities

/// What every line costs, each yuan counted once (DESIGN, section 3).
struct Amounts {
  private let own: [Interval]
  private let isKnown: [Bool]
  private let pricedAncestor: [Int?]

  /// The amounts of a bill's lines.
  init(_ lines: [ResolvedLine]) throws(LineOverflow) {
    var own = Array(repeating: Interval.nonNegative, count: lines.count)
    var isKnown = Array(repeating: false, count: lines.count)
    var ancestor: [Int?] = Array(repeating: nil, count: lines.count)
    for (index, line) in lines.enumerated() {
      if let parent = line.parent { ancestor[index] = lines[parent].line.unitPrice != nil ? parent : ancestor[parent] }
      guard let price = line.line.unitPrice else { continue }
      do {
        own[index] = try line.quantity * Interval(exactly: price)
        isKnown[index] = true
      } catch {
        throw LineOverflow(line: index)
      }
    }
    // A line without a price whose parts all have an amount is a heading. Parts stand behind their parents.
    var parts: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      if let parent = line.parent { parts[parent, default: []].append(index) }
    }
    for index in lines.indices.reversed() where !isKnown[index] {
      if let parts = parts[index], parts.allSatisfy({ isKnown[$0] }) {
        own[index] = .zero
        isKnown[index] = true
      }
    }
    self.own = own
    self.isKnown = isKnown
    pricedAncestor = ancestor
  }

  /// Whether a line's own amount is known.
  func isKnown(_ line: Int) -> Bool { isKnown[line] }

  /// What a line weighs by amount, given which lines are among those in question: a part of a priced line is inside it.
  func weight(of line: Int, among: [Truth]) -> Interval {
    guard let ancestor = pricedAncestor[line] else { return own[line] }
    let outside = isKnown[line] ? own[line] : Interval(.zero, own[ancestor].high)
    switch among[ancestor] {
    case .yes: return .zero
    case .no: return outside
    case .unknown: return Interval(.zero, outside.high)
    }
  }

  /// Lines that have a price inside a line that has one.
  static func countedTwice(_ lines: [ResolvedLine]) -> [Int] {
    lines.indices.filter { index in
      guard lines[index].line.unitPrice != nil else { return false }
      var parent = lines[index].parent
      while let current = parent {
        if lines[current].line.unitPrice != nil { return true }
        parent = lines[current].parent
      }
      return false
    }
  }
}
