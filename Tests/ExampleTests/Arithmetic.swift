/// A line of arithmetic as one writes it by hand: `(64 + 4×64) / 995 = 64/199`; every side of an `=` must be the same.
struct Arithmetic {
  private var rest: Substring

  /// The value; an error says what is wrong with the line.
  static func value(of text: String) throws -> Fraction {
    let sides = try text.split(separator: "=").map { side in
      var reader = Arithmetic(rest: side)
      let value = try reader.sum()
      guard reader.peek() == nil else { throw Mistake("`\(reader.rest)` is left over in `\(side)`") }
      return value
    }
    guard let first = sides.first else { throw Mistake("there is no number") }
    guard sides.allSatisfy({ $0 == first }) else { throw Mistake("`\(text)` does not hold: \(sides)") }
    return first
  }

  private mutating func sum() throws -> Fraction {
    var value = try product()
    while let sign = take("+", "-") { value = try sign == "+" ? value + product() : value - product() }
    return value
  }

  private mutating func product() throws -> Fraction {
    var value = try atom()
    while let sign = take("×", "*", "/") {
      let other = try atom()
      if sign == "/" {
        guard let quotient = value.divided(by: other) else { throw Mistake("division by zero") }
        value = quotient
      } else {
        value = value * other
      }
    }
    return value
  }

  private mutating func atom() throws -> Fraction {
    if take("(") != nil {
      let value = try sum()
      guard take(")") != nil else { throw Mistake("a `)` is missing") }
      return value
    }
    _ = peek()
    let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "_" }
    rest = rest.dropFirst(digits.count)
    guard let value = Fraction.decimal(digits.filter { $0 != "_" }) else {
      throw Mistake("`\(digits)\(rest)` is no number")
    }
    return take("%") == nil ? value : value * Fraction(1, over: 100)
  }

  private mutating func peek() -> Character? {
    rest = rest.drop(while: \.isWhitespace)
    return rest.first
  }

  private mutating func take(_ signs: Character...) -> Character? {
    guard let next = peek(), signs.contains(next) else { return nil }
    rest = rest.dropFirst()
    return next
  }
}

/// What is wrong with a derivation.
struct Mistake: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
