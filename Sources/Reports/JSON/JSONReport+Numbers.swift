internal import Diagnostics
internal import Policy
internal import Quantities

extension JSONReport {
  /// A text in both languages.
  static func text(_ key: StaticString, _ text: Localized, to writer: inout JSONWriter) {
    writer.object(key) {
      $0.member("zh", text.zh)
      $0.member("en", text.en)
    }
  }

  /// The ends of an interval; an infinite one is null.
  static func ends(_ low: StaticString, _ high: StaticString, of value: Interval?, to writer: inout JSONWriter) {
    writer.member(low, value?.low.number?.description)
    writer.member(high, value?.high.number?.description)
  }

  /// The ends of an amount of money.
  static func money(_ amount: Interval, places: Int, to writer: inout JSONWriter) {
    writer.member("low", amount.low.number.map { Numerals.money($0, places: places) })
    writer.member("high", amount.high.number.map { Numerals.money($0, places: places) })
  }
}

extension Grant.Amount {
  /// The decimals with which it is shown: at least two, and as many as its rounding has.
  var places: Int { max(2, rounding.map { Numerals.places(of: $0.to) } ?? 2) }
}
