internal import Diagnostics
internal import Documents
internal import Quantities

/// Values of our own properties. A property is always a text, so that none is asked to go without quotes.
extension Found {
  /// An exact number.
  func number(_ problems: inout Problems) -> Rational? {
    do {
      return try Rational(decimal: text)
    } catch .overflow {
      overflow(&problems)
    } catch {
      problems.error(
        "wrong-type", Localized(zh: "`\(text)` 不是数", en: "`\(text)` is not a number"), at: span,
        help: Localized(
          zh: "只写数字，如 `64` 或 `1.18`，不带单位", en: "write digits only, such as `64` or `1.18`, without a unit"))
    }
    return nil
  }

  /// `true` or `false`.
  func boolean(_ problems: inout Problems) -> Bool? {
    if text == "true" { return true }
    if text == "false" { return false }
    problems.error(
      "wrong-type", Localized(zh: "这里应是 `true` 或 `false`", en: "expected `true` or `false`"), at: span)
    return nil
  }

  /// A calendar day.
  func day(_ problems: inout Problems) -> Day? {
    if let day = Day(text) { return day }
    problems.error(
      "bad-date", Localized(zh: "`\(text)` 不是日期", en: "`\(text)` is not a date"), at: span,
      help: Localized(zh: "写成 年-月-日，如 `2025-03-01`", en: "write year-month-day, such as `2025-03-01`"))
    return nil
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ what: Localized, _ problems: inout Problems
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    problems.unknownName(
      text, at: span, code: "unknown-value", what: what, among: Choice.allCases.map(\.rawValue), listAll: true)
    return nil
  }

  /// A currency, ISO 4217.
  func currency(_ problems: inout Problems) -> String? {
    if text.utf8.count == 3, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      return text
    }
    problems.error(
      "bad-currency", Localized(zh: "`\(text)` 不是货币代码", en: "`\(text)` is not a currency code"), at: span,
      help: Localized(zh: "写三个大写字母，如 `CNY`", en: "write three capital letters, such as `CNY`"))
    return nil
  }

  /// A number in a unit of the vocabulary, which may be written behind it.
  func figure(in unit: Unit, _ problems: inout Problems) -> Rational? {
    do {
      let figure = try Figure(text)
      guard let written = figure.unit else { return figure.value }
      do {
        if let value = try written.convert(figure.value, to: unit) { return value }
        problems.error(
          "wrong-unit",
          Localized(
            zh: "`\(text)` 的单位 `\(written.name)` 与此处不符", en: "the unit `\(written.name)` of `\(text)` does not fit here"
          ),
          at: span, help: Localized(zh: "此处的单位是 `\(unit.name)`", en: "the unit here is `\(unit.name)`"))
      } catch {
        overflow(&problems)
      }
    } catch .overflow {
      overflow(&problems)
    } catch .unknownUnit(let unit) {
      problems.unknownName(
        unit, at: span, code: "unknown-unit", what: Localized(zh: "单位", en: "unit"), among: Unit.names)
    } catch {
      problems.error(
        "wrong-type", Localized(zh: "`\(text)` 不是数值", en: "`\(text)` is not a figure"), at: span,
        help: Localized(zh: "写成 `0.9`、`90%` 或 `2000 PFLOPS`", en: "write it as `0.9`, `90%` or `2000 PFLOPS`"))
    }
    return nil
  }

  private func overflow(_ problems: inout Problems) {
    problems.error(
      "overflow", Localized(zh: "数 `\(text)` 超出精确计算的范围", en: "`\(text)` is past what exact arithmetic holds"),
      at: span)
  }
}

extension Vocabulary.Term {
  /// The value of a fact, from a text.
  func fact(_ written: Found, _ problems: inout Problems) -> FactValue? {
    switch type {
    case .number: written.figure(in: unit, &problems).map { .number($0) }
    case .boolean: written.boolean(&problems).map { .flag($0) }
    case .date: written.day(&problems).map { .date($0) }
    case .text: .text(written.text)
    }
  }

  /// The value of a spec, from a text.
  func spec(_ written: Found, _ problems: inout Problems) -> SpecValue? {
    switch type {
    case .boolean: return written.boolean(&problems).map { .flag($0) }
    case .text, .date: return .text(written.text)
    case .number:
      guard let value = written.figure(in: unit, &problems) else { return nil }
      guard !value.isNegative else {
        problems.error(
          "negative-spec",
          Localized(zh: "规格 `\(written.text)` 不能为负", en: "the spec `\(written.text)` cannot be negative"),
          at: written.span)
        return nil
      }
      return .number(Interval(exactly: value))
    }
  }
}
