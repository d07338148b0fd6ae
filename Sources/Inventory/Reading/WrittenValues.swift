internal import Diagnostics
internal import Documents
internal import Quantities

// What a field of a line may say, in whatever format it is written: every reader says the same of the same mistake.

extension Kind {
  /// What a line is; a common word for a kind gets the kind as advice.
  static func read(_ text: String, at span: SourceSpan?, _ problems: inout Problems) -> Kind? {
    if let kind = Kind(rawValue: text) { return kind }
    if let meant = Kind.meant(by: text) {
      problems.error(
        "unknown-value", Localized(zh: "未知的类别 `\(text)`", en: "unknown kind `\(text)`"), at: span,
        help: Localized(zh: "请写 `\(meant.rawValue)`", en: "write `\(meant.rawValue)`"))
    } else {
      problems.unknownName(
        text, at: span, code: "unknown-value", what: Localized(zh: "类别", en: "kind"),
        among: Kind.allCases.map(\.rawValue), listAll: true)
    }
    return nil
  }
}

extension Interval {
  /// A quantity above 0.
  static func quantity(
    _ value: Rational, written text: String, at span: SourceSpan?, _ problems: inout Problems
  ) -> Interval? {
    if value > .zero { return Interval(exactly: value) }
    problems.error(
      "bad-quantity", Localized(zh: "数量 `\(text)` 必须大于 0", en: "the quantity `\(text)` must be above 0"), at: span,
      help: Localized(
        zh: "没有就删去这一行；数量未知请写 `unknown`；折扣请直接计入单价",
        en:
          "leave the line out if there is none; write `unknown` if it is not known; put a discount into the unit prices"
      ))
    return nil
  }
}

extension Money {
  /// A price of 0 or more with at most four decimals.
  static func price(
    _ value: Rational, written text: String, at span: SourceSpan?, _ problems: inout Problems
  ) -> Rational? {
    guard !value.isNegative else {
      problems.error(
        "negative-price",
        Localized(zh: "单价 `\(text)` 不能为负", en: "the unit price `\(text)` cannot be negative"), at: span,
        help: Localized(zh: "折扣不单列一行，请直接计入各行单价", en: "a discount is no line of its own; put it into the unit prices"))
      return nil
    }
    do {
      return try Money(value).amount
    } catch .overflow {
      problems.error(
        "overflow",
        Localized(zh: "单价 `\(text)` 超出可计算的范围", en: "the unit price `\(text)` is past what can be computed"), at: span)
    } catch {
      problems.error(
        "too-fine",
        Localized(zh: "单价 `\(text)` 的小数超过四位", en: "the unit price `\(text)` has more than four decimals"), at: span)
    }
    return nil
  }
}

extension Day? {
  /// The day of procurement where a year is stated too: where no day is, the last one of the year.
  func agreeing(withYear text: String, at span: SourceSpan?, _ problems: inout Problems) -> Day? {
    let digits = text.hasSuffix("年") ? text.dropLast() : text[...]
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(digits),
      let last = Day(year: year, month: 12, day: 31)
    else {
      problems.error(
        "bad-year", Localized(zh: "`\(text.brief)` 不是年份", en: "`\(text.brief)` is not a year"), at: span,
        help: Localized(zh: "写成四位数字，如 `2025`", en: "write four digits, such as `2025`"))
      return self
    }
    guard let day = self else { return last }
    if day.components.year != year {
      problems.error(
        "year-conflict",
        Localized(zh: "年份 `\(text)` 与日期 \(day) 矛盾", en: "the year `\(text)` contradicts the date \(day)"), at: span,
        help: Localized(zh: "只写日期，或把年份改对", en: "state the date alone, or put the year right"))
    }
    return day
  }
}

extension Country {
  /// A country code, or `foreign`: known not to be China.
  static func read(_ text: String, at span: SourceSpan?, _ problems: inout Problems) -> Country? {
    if text == "foreign" { return .notChina }
    if text.utf8.count == 2, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      return .code(text)
    }
    problems.error(
      "bad-country", Localized(zh: "`\(text)` 不是国家代码", en: "`\(text)` is not a country code"), at: span,
      help: Localized(
        zh: "写两个大写字母，如 `CN`、`US`；只知道不是中国时写 `foreign`",
        en: "write two capital letters, such as `CN` or `US`; write `foreign` where only known not to be China"))
    return nil
  }
}
