internal import Diagnostics
internal import Documents
internal import Quantities

extension Node {
  /// A count of pods or cards: a whole number of 0 or more, with or without quotes; nil, with a problem, for all else.
  /// `what` is what is counted, as the message calls it.
  func wholeNumber(_ what: Localized, _ problems: inout Problems) -> Rational? {
    if kind == .scalar, let value = wholeNumber { return value }
    if UnrenderedTemplate.isIn(self) {
      problems.add(UnrenderedTemplate.refusal(at: headSpan))
      return nil
    }
    let shown = kind == .scalar ? " `\(text)`" : ""
    let gap = shown.isEmpty ? "" : " "
    problems.error(
      "bad-count",
      Localized(zh: "\(what.zh)的数量\(shown)\(gap)不是整数", en: "the number\(shown) of \(what.en) is no whole number"),
      at: headSpan,
      help: Localized(zh: "写 0、1、8 这样的整数", en: "write a whole number such as 0, 1 or 8"))
    return nil
  }

  /// A whole number of at most 18 digits; nil for anything else.
  var wholeNumber: Rational? {
    withUTF8Text { bytes in
      guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
      var value = 0
      for byte in bytes {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return Rational(value)
    }
  }
}
