internal import Quantities

/// Numbers as digits, without a language.
enum Numerals {
  /// Thousands separated in the whole part of a decimal or of both parts of a fraction: `1234567.5` is `1,234,567.5`.
  static func grouped(_ digits: String) -> String {
    if let slash = digits.firstIndex(of: "/") {
      return grouped(String(digits[..<slash])) + "/" + grouped(String(digits[digits.index(after: slash)...]))
    }
    let isNegative = digits.hasPrefix("-")
    let rest = isNegative ? digits.dropFirst() : digits[...]
    let whole = rest.prefix { $0 != "." }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (isNegative ? "-" : "") + result + String(rest.dropFirst(whole.count))
  }

  /// The exact number: a decimal where it ends, else a fraction.
  static func exact(_ value: Rational) -> String { grouped(value.description) }

  /// The exact end of an interval.
  static func exact(_ bound: Bound) -> String {
    bound.number.map { exact($0) } ?? bound.description
  }

  /// The number as a reader wants it: exact where it is short, else rounded with `≈`, with as many digits as it takes
  /// to tell it from the value that it is held against.
  static func short(_ value: Rational, near other: Rational? = nil) -> String {
    if let decimal = value.decimal, fraction(decimal) <= 2 { return grouped(decimal) }
    for places in [2, 4, 8, 12] {
      guard let text = value.decimal(places: places), let rounded = try? Rational(decimal: text) else { break }
      if other == nil || (rounded < other ?? value) == (value < other ?? value), rounded != other {
        return "≈" + grouped(text)
      }
    }
    return exact(value)
  }

  /// The hundredfold, for a percentage.
  static func percent(_ value: Rational, near other: Rational? = nil) -> String {
    guard let hundredfold = try? value * Rational(100) else { return exact(value) }
    return short(hundredfold, near: other.flatMap { try? $0 * Rational(100) }) + "%"
  }

  /// An amount of money with at least two decimals, and as many as it or its rounding has.
  static func money(_ value: Rational, places: Int = 2) -> String {
    guard let decimal = value.decimal else { return value.description }
    let missing = max(0, places - fraction(decimal))
    return decimal + (missing > 0 && fraction(decimal) == 0 ? "." : "") + String(repeating: "0", count: missing)
  }

  /// The decimals that a step of rounding has.
  static func places(of step: Rational) -> Int {
    step.decimal.map { fraction($0) } ?? 2
  }

  private static func fraction(_ decimal: String) -> Int {
    decimal.firstIndex(of: ".").map { decimal.distance(from: $0, to: decimal.endIndex) - 1 } ?? 0
  }
}
