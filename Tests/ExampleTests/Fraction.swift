/// An exact fraction, of the tests' own making: it shares nothing with the program that it holds to account.
struct Fraction: Comparable, CustomStringConvertible {
  private let top: Int128
  private let bottom: Int128

  init(_ top: Int128, over bottom: Int128 = 1) {
    var (a, b) = (top.magnitude, bottom.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1)) * (bottom < 0 ? -1 : 1)
    self.top = top / divisor
    self.bottom = bottom / divisor
  }

  /// A number as the program prints it: `0.925` or `12/13`.
  init?(printed text: String) {
    let parts = text.split(separator: "/")
    guard let first = parts.first, let top = Self.decimal(first) else { return nil }
    guard parts.count == 2 else {
      self = top
      return
    }
    guard let bottom = Self.decimal(parts[1]), let value = top.divided(by: bottom) else { return nil }
    self = value
  }

  /// The value of digits with at most one point.
  static func decimal(_ text: some StringProtocol) -> Fraction? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = Int128(parts.joined()) else { return nil }
    var scale: Int128 = 1
    if parts.count == 2 { for _ in parts[1] { scale *= 10 } }
    return Fraction(digits, over: scale)
  }

  func divided(by other: Fraction) -> Fraction? {
    other.top == 0 ? nil : Fraction(top * other.bottom, over: bottom * other.top)
  }

  var description: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.top * b.bottom + b.top * a.bottom, over: a.bottom * b.bottom)
  }
  static func - (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.top * b.bottom - b.top * a.bottom, over: a.bottom * b.bottom)
  }
  static func * (a: Fraction, b: Fraction) -> Fraction { Fraction(a.top * b.top, over: a.bottom * b.bottom) }
  static func < (a: Fraction, b: Fraction) -> Bool { a.top * b.bottom < b.top * a.bottom }
}
