internal import Diagnostics
internal import Policy
internal import Quantities

extension JSONReport {
  /// A text in both languages.
  static func text(_ text: Localized) -> JSONValue {
    ["zh": .string(text.zh), "en": .string(text.en)]
  }

  /// An exact number as a string.
  static func number(_ value: Rational?) -> JSONValue {
    .text(value?.description)
  }

  /// An end of an interval; an infinite one is null.
  static func number(_ bound: Bound?) -> JSONValue {
    number(bound?.number)
  }

  /// An end of an amount of money.
  static func money(_ bound: Bound, places: Int) -> JSONValue {
    .text(bound.number.map { Numerals.money($0, places: places) })
  }
}

extension Grant.Amount {
  /// The decimals with which it is shown: at least two, and as many as its rounding has.
  var places: Int { max(2, rounding.map { Numerals.places(of: $0.to) } ?? 2) }
}
