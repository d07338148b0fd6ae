import Quantities

/// A line of an explanation that holds a number: `label value = operation · note`.
struct PrintedStep {
  /// A number, an infinity or a day.
  enum Value: Hashable {
    case bound(Bound)
    case day(Day)

    init?(_ text: some StringProtocol) {
      if let day = Day(text) {
        self = .day(day)
      } else if text == "∞" {
        self = .bound(.infinity)
      } else if text == "-∞" {
        self = .bound(.negativeInfinity)
      } else if let number = try? Rational(exact: String(text.filter { $0 != "," })) {
        self = .bound(.finite(number))
      } else {
        return nil
      }
    }
  }

  var label: String
  var value: Value
  var operation: String?
  var notes: [Substring]

  init?(_ node: PrintedTree) {
    let parts = node.text.split(separator: " · ", omittingEmptySubsequences: false)
    guard let head = parts.first else { return nil }
    var left = head[...]
    if let equals = head.firstRange(of: " = ") {
      left = head[..<equals.lowerBound]
      operation = String(head[equals.upperBound...])
    }
    let token = left.split(separator: " ").last ?? ""
    guard let value = Value(token) else { return nil }
    self.value = value
    label = String(left.dropLast(token.count)).trimmingSpaces
    notes = Array(parts.dropFirst())
  }

  /// The numbers of the operation, and what they come to; nil where that cannot be read.
  func result(over children: [Value]) -> (operands: [Value], value: Value)? {
    guard let operation else { return nil }
    if operation.hasPrefix("Σ ") {
      guard Int(operation.dropFirst(2)) == children.count else { return nil }
      return Self.fold(children) { try? $0 + $1 }.map { (children, $0) }
    }
    for (name, pick) in [("min", { ($0 as [Value]).min(by: Self.isLess) }), ("max", { $0.max(by: Self.isLess) })] {
      guard operation.hasPrefix(name + "(") else { continue }
      let operands = Self.values(operation.dropFirst(4).dropLast(), "; ")
      return operands.flatMap { values in pick(values).map { (values, $0) } }
    }
    if operation.hasPrefix("round(") { return rounded(operation) }
    for (sign, combine) in Self.signs {
      guard operation.contains(sign), let operands = Self.values(operation[...], sign) else { continue }
      if sign == " − ", operands.count == 2, case .day(let until) = operands[0], case .day(let from) = operands[1] {
        return (operands, .bound(.finite(Rational(until - from))))
      }
      return Self.fold(operands, combine).map { (operands, $0) }
    }
    return Value(operation).map { ([$0], $0) }
  }

  private static let signs: [(String, @Sendable (Bound, Bound) -> Bound?)] = [
    (" + ", { try? $0 + $1 }), (" × ", { try? $0 * $1 }),
    (" − ", { left, right in right.number.flatMap { number in try? left + .finite(-number) } }),
    (" ÷ ", quotient),
  ]

  private static func quotient(_ top: Bound, _ bottom: Bound) -> Bound? {
    guard let below = bottom.number else { return top == .infinity ? .finite(.one) : .zero }
    guard below != .zero else { return nil }
    return top.number.flatMap { above in (try? above / below).map { .finite($0) } }
  }

  private func rounded(_ operation: String) -> (operands: [Value], value: Value)? {
    guard let values = Self.values(operation.dropFirst(6).dropLast(), "; "), values.count == 2,
      case .bound(.finite(let number)) = values[0], case .bound(.finite(let step)) = values[1]
    else { return nil }
    let modes: [String: Rounding] = [
      "down": .down, "向下舍": .down, "up": .up, "向上入": .up, "half up": .halfUp, "四舍五入": .halfUp,
      "half to even": .halfEven,
      "四舍六入五成双": .halfEven,
    ]
    guard let mode = notes.first.flatMap({ modes[String($0)] }), let result = try? number.rounded(to: step, mode)
    else { return nil }
    return ([values[0]], .bound(.finite(result)))
  }

  private static func values(_ text: Substring, _ separator: String) -> [Value]? {
    let values = text.split(separator: separator).map { Value($0) }
    return values.contains(nil) ? nil : values.compactMap(\.self)
  }

  private static func fold(_ values: [Value], _ combine: (Bound, Bound) -> Bound?) -> Value? {
    var result: Bound?
    for value in values {
      guard case .bound(let bound) = value else { return nil }
      if let current = result {
        guard let next = combine(current, bound) else { return nil }
        result = next
      } else {
        result = bound
      }
    }
    return result.map { .bound($0) }
  }

  private static func isLess(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.bound(let a), .bound(let b)): a < b
    case (.day(let a), .day(let b)): a < b
    default: false
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
