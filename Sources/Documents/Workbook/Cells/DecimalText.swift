/// A number of a cell as a decimal. A workbook holds binary numbers, written with up to 17 digits of which the last two
/// are noise, such as 0.10000000000000001; Excel shows 15. All is done on the digits.
enum DecimalText {
  static let digits = 15

  /// The shortest spelling with at most 15 significant digits; nil if the text is no number.
  static func spelling(of text: UnsafeBufferPointer<UInt8>) -> String? {
    if isShort(text) { return String(decoding: text, as: UTF8.self) }
    return Parts(text)?.spelling
  }

  /// Whether a text is already spelled so: most are.
  @inline(__always)
  private static func isShort(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= digits else { return false }
    var hasPoint = false
    for byte in text where byte &- 0x30 > 9 {
      guard byte == UInt8(ascii: "."), !hasPoint else { return false }
      hasPoint = true
    }
    if hasPoint {
      // `.5`, `1.` and `1.50` are spelled otherwise, and so is `01.5`.
      guard first != UInt8(ascii: "."), last != UInt8(ascii: "."), last != UInt8(ascii: "0") else { return false }
      return first != UInt8(ascii: "0") || text[1] == UInt8(ascii: ".")
    }
    return first != UInt8(ascii: "0") || text.count == 1
  }
}

/// A number as its significant digits and the place of its point.
private struct Parts {
  var isNegative = false
  /// Without zeros at either end.
  var digits: [UInt8] = []
  /// Where the point stands: before the first digit at 0, behind it at 1.
  var point = 0

  /// Nil unless the text is `-1.5E+3` or a part of that.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    func byte() -> UInt8? { index < text.count ? text[index] : nil }
    func sign() -> Bool {
      guard let sign = byte(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
      index += 1
      return sign == UInt8(ascii: "-")
    }
    isNegative = sign()
    var (count, hasPoint) = (0, false)
    while let next = byte() {
      if next == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if next &- 0x30 <= 9 {
        count += 1
        if next != 0x30 || !digits.isEmpty { digits.append(next &- 0x30) }
        if hasPoint { point -= digits.isEmpty ? 1 : 0 } else { point += digits.isEmpty ? 0 : 1 }
      } else {
        break
      }
      index += 1
    }
    guard count > 0 else { return nil }
    if let letter = byte(), letter | 0x20 == UInt8(ascii: "e") {
      index += 1
      let isNegative = sign()
      var exponent = 0
      let start = index
      while let next = byte(), next &- 0x30 <= 9 {
        exponent = min(exponent * 10 + Int(next &- 0x30), 100_000)
        index += 1
      }
      guard index > start else { return nil }
      point += isNegative ? -exponent : exponent
    }
    guard index == text.count else { return nil }
    round()
  }

  /// Half of the last place is rounded away from zero.
  private mutating func round() {
    if digits.count > DecimalText.digits {
      let roundsUp = digits[DecimalText.digits] >= 5
      digits.removeSubrange(DecimalText.digits...)
      if roundsUp {
        while digits.last == 9 { digits.removeLast() }
        if digits.isEmpty {
          digits = [1]
          point += 1
        } else {
          digits[digits.count - 1] += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  /// Without an exponent, unless the number is far from all that anyone counts.
  var spelling: String {
    if digits.isEmpty { return "0" }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    func add(_ digits: some Sequence<UInt8>) { text += digits.map { $0 + 0x30 } }
    if !(-30...40).contains(point) {
      add(digits.prefix(1))
      if digits.count > 1 {
        text.append(UInt8(ascii: "."))
        add(digits.dropFirst())
      }
      return String(decoding: text, as: UTF8.self) + "E\(point - 1)"
    }
    if point > 0 {
      add(digits.prefix(point))
      add(repeatElement(0, count: max(0, point - digits.count)))
    } else {
      text.append(0x30)
    }
    if digits.count > point {
      text.append(UInt8(ascii: "."))
      add(repeatElement(0, count: max(0, -point)))
      add(digits.dropFirst(max(0, point)))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
