/// Why a text is no number.
public enum NumberFault: Error, Hashable, Sendable {
  /// It is not written as a number.
  case malformed
  /// It is a number past 2^126, or with more digits than exact arithmetic holds.
  case overflow
}

extension Rational {
  /// Reads a decimal: sign, digits, `_` between digits, a fraction, an exponent: `10_000_000`, `1.18`, `1e6`.
  public init(decimal text: String) throws(NumberFault) {
    var text = text
    let parsed = text.withUTF8 { Rational.parse($0) }
    self = try parsed.get()
  }

  /// Reads a decimal or a fraction of two whole numbers: `0.925`, `12/13`.
  public init(exact text: String) throws(NumberFault) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      try self.init(decimal: text)
      return
    }
    let top = try Rational(decimal: String(parts[0]))
    let bottom = try Rational(decimal: String(parts[1]))
    guard bottom.numerator != 0 else { throw .malformed }
    do { self = try top / bottom } catch { throw .overflow }
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Rational, NumberFault> {
    var index = 0
    var negative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      negative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits = Int128(0)
    var tooLong = false
    var scale = 0
    var seen = 0
    var inFraction = false
    var afterDigit = false
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (shifted, first) = digits.multipliedReportingOverflow(by: 10)
        let (sum, second) = shifted.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        if first || second { tooLong = true } else { digits = sum }
        if inFraction { scale += 1 }
        seen += 1
        afterDigit = true
      case UInt8(ascii: "_"):
        guard afterDigit, index + 1 < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1])
        else { return .failure(.malformed) }
        afterDigit = false
      case UInt8(ascii: "."):
        guard !inFraction, afterDigit else { return .failure(.malformed) }
        inFraction = true
        afterDigit = false
      default:
        break scan
      }
      index += 1
    }
    guard seen > 0, afterDigit else { return .failure(.malformed) }
    var exponent = 0
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") else { return .failure(.malformed) }
      guard let value = parseExponent(bytes[(index + 1)...]) else { return .failure(.malformed) }
      exponent = value
    }
    guard !tooLong else { return .failure(.overflow) }
    do {
      return .success(try scaled(negative ? -digits : digits, by: exponent - scale))
    } catch {
      return .failure(.overflow)
    }
  }

  private static func parseExponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var rest = bytes[...]
    let negative = rest.first == UInt8(ascii: "-")
    if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    // Past four digits it overflows anyway; the cut only keeps the sum below small.
    let value = rest.reduce(0) { min(100_000, $0 * 10 + Int($1 - UInt8(ascii: "0"))) }
    return negative ? -value : value
  }

  private static func scaled(_ digits: Int128, by exponent: Int) throws(Overflow) -> Rational {
    if digits == 0 { return .zero }
    guard exponent != 0 else { return try Rational(whole: digits) }
    guard abs(exponent) <= 37 else { throw Overflow() }
    var power = Int128(1)
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent > 0 ? try Rational(whole: digits) * Rational(whole: power) : try Rational(digits, over: power)
  }
}

extension Rational: CustomStringConvertible {
  /// The exact number: as a decimal where it ends (`0.925`), else as a fraction (`12/13`).
  public var description: String {
    decimal ?? "\(numerator)/\(denominator)"
  }

  /// The decimal, where it ends within 30 places.
  public var decimal: String? {
    if denominator == 1 { return "\(numerator)" }
    var places = 0
    var rest = denominator
    var top = numerator.magnitude
    while rest != 1 {
      guard places < 30 else { return nil }
      let factor: Int128 = rest % 10 == 0 ? 10 : rest % 5 == 0 ? 5 : rest % 2 == 0 ? 2 : 0
      guard factor != 0 else { return nil }
      rest /= factor
      let (value, overflow) = top.multipliedReportingOverflow(by: UInt128(10 / factor))
      // A decimal of more digits than `init(decimal:)` holds is written as a fraction.
      if overflow || value > Int128.max.magnitude { return nil }
      top = value
      places += 1
    }
    return Self.place(top, places: places, negative: isNegative)
  }

  /// The decimal cut or rounded to `places` (at most 12) digits after the point, for display only; nil where it overflows.
  public func decimal(places: Int, _ mode: Rounding = .halfUp) -> String? {
    var power = Int128(1)
    for _ in 0..<min(places, 12) { power *= 10 }
    guard let step = try? Rational(1, over: power), let rounded = try? rounded(to: step, mode),
      let whole = try? rounded * Rational(whole: power)
    else { return nil }
    return Self.place(whole.numerator.magnitude, places: min(places, 12), negative: whole.isNegative)
  }

  private static func place(_ digits: UInt128, places: Int, negative: Bool) -> String {
    var text = "\(digits)"
    if places > 0 {
      if text.utf8.count <= places { text = String(repeating: "0", count: places + 1 - text.utf8.count) + text }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    }
    return negative ? "-" + text : text
  }
}
