internal import Quantities

/// Chinese numerals, as money is written out: 陆拾叁万玖仟元整.
enum CapitalNumeral {
  /// The number that a whole text writes out; nil where it does not.
  static func value(of text: some StringProtocol) -> Rational? {
    var total = Int128(0)
    var section = Int128(0)
    var digit: Int128?
    var hasDigit = false
    var fraction = Int128(0)
    var isFraction = false
    for scalar in text.unicodeScalars {
      if let value = digits[scalar] {
        // Two digits side by side are a number read out, not one written out.
        if let digit, digit != 0 { return nil }
        digit = value
        hasDigit = true
      } else if let unit = smallUnits[scalar] {
        section += (digit ?? 1) * unit
        if digit == nil { hasDigit = true }
        digit = nil
      } else if let unit = largeUnits[scalar] {
        section += digit ?? 0
        digit = nil
        if unit == 100_000_000 {
          total = (total + section) * unit
        } else {
          guard section > 0 else { return nil }
          total += section * unit
        }
        section = 0
        guard total < Int128(1) << 90 else { return nil }
      } else if scalar == "元" || scalar == "圆" || scalar == "圓" {
        guard !isFraction else { return nil }
        total += section + (digit ?? 0)
        section = 0
        digit = nil
        isFraction = true
      } else if scalar == "角" || scalar == "分" {
        guard let value = digit else { return nil }
        fraction += value * (scalar == "角" ? 10 : 1)
        digit = nil
      } else if scalar != "整" && scalar != "正" {
        return nil
      }
    }
    guard hasDigit else { return nil }
    if isFraction, (digit ?? 0) != 0 || section != 0 { return nil }
    total += section + (digit ?? 0)
    guard let whole = try? Rational(whole: total), let cents = try? Rational(fraction, over: 100) else { return nil }
    return try? whole + cents
  }

  /// The amount written out in capitals within a text, and the text without it; nil where there is none.
  static func amount(in text: String) -> (value: Rational, rest: String)? {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    while start < scalars.count {
      guard isPart(scalars[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, isPart(scalars[end]) { end += 1 }
      let run = scalars[start..<end]
      if run.contains(where: { formal.contains($0) }), run.count > 1 {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: run)
        if let value = value(of: String(word)) {
          var rest = String.UnicodeScalarView()
          rest.append(contentsOf: scalars[..<start])
          rest.append(contentsOf: scalars[end...])
          return (value, String(rest))
        }
      }
      start = end
    }
    return nil
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    digits[scalar] != nil || smallUnits[scalar] != nil || largeUnits[scalar] != nil
      || ["元", "圆", "圓", "角", "分", "整", "正"].contains(scalar)
  }

  /// Digits that only amounts of money use: a run without one is no amount.
  private static let formal: Set<Unicode.Scalar> = [
    "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "貳", "叄", "參", "陸", "弍", "弎",
  ]
  private static let digits: [Unicode.Scalar: Int128] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2,
    "貳": 2, "弍": 2, "叁": 3, "叄": 3, "參": 3, "弎": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
  ]
  private static let smallUnits: [Unicode.Scalar: Int128] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
  ]
  private static let largeUnits: [Unicode.Scalar: Int128] = [
    "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
  ]
}
