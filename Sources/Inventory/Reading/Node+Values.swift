public import Diagnostics
public import Documents
public import Quantities

extension Node {
  /// An exact number, written without quotes.
  public func number(_ problems: inout Problems) -> Rational? {
    guard kind == .scalar, isPlain, !isNull else {
      problems.wrongType(
        self, Localized(zh: "这里应是一个数", en: "expected a number"),
        help: kind == .scalar && !isNull ? Localized(zh: "去掉引号", en: "remove the quotes") : nil)
      return nil
    }
    do {
      return try Rational(decimal: text)
    } catch .overflow {
      problems.error(
        "overflow", Localized(zh: "数 `\(text)` 超出精确计算的范围", en: "`\(text)` is past what exact arithmetic holds"),
        at: span)
    } catch {
      problems.wrongType(
        self, Localized(zh: "`\(text)` 不是数", en: "`\(text)` is not a number"),
        help: Localized(
          zh: "只写数字，如 `64` 或 `1.18`，不带单位", en: "write digits only, such as `64` or `1.18`, without a unit"))
    }
    return nil
  }

  /// A fraction of two whole numbers, such as `7/3`, as a bill has it where no decimal is exact; nil for all else.
  var fraction: Rational? {
    guard kind == .scalar, isPlain, withUTF8Text({ $0.contains(UInt8(ascii: "/")) }) else { return nil }
    return try? Rational(exact: text)
  }

  /// A number with a unit of measure, such as `90%` or `2000 PFLOPS`.
  public func figure(_ problems: inout Problems) -> Figure? {
    guard kind == .scalar, !isNull else {
      problems.wrongType(self, Localized(zh: "这里应是一个数", en: "expected a number"))
      return nil
    }
    do {
      return try Figure(text)
    } catch .overflow {
      problems.error(
        "overflow", Localized(zh: "数 `\(text)` 超出精确计算的范围", en: "`\(text)` is past what exact arithmetic holds"),
        at: span)
    } catch .unknownUnit(let unit) {
      let near = nearest(to: unit, among: Unit.names)
      problems.error(
        "unknown-unit", Localized(zh: "未知的单位 `\(unit)`", en: "unknown unit `\(unit)`"), at: span,
        help: near.map { Localized(zh: "是否想写 `\($0)`？", en: "did you mean `\($0)`?") })
    } catch {
      problems.wrongType(
        self, Localized(zh: "`\(text)` 不是数值", en: "`\(text)` is not a figure"),
        help: Localized(zh: "写成 `0.9`、`90%` 或 `2000 PFLOPS`", en: "write it as `0.9`, `90%` or `2000 PFLOPS`"))
    }
    return nil
  }

  /// A calendar day.
  public func day(_ problems: inout Problems) -> Day? {
    guard let text = string(&problems) else { return nil }
    if let day = Day(text) { return day }
    problems.error(
      "bad-date", Localized(zh: "`\(text)` 不是日期", en: "`\(text)` is not a date"), at: headSpan,
      help: Localized(zh: "写成 年-月-日，如 `2025-03-01`", en: "write year-month-day, such as `2025-03-01`"))
    return nil
  }

  /// A text in both languages, `{zh: …, en: …}`, or one text for both.
  public func localized(_ problems: inout Problems) -> Localized? {
    if kind == .scalar { return string(&problems).map { Localized($0) } }
    guard var fields = Fields(self, Localized(zh: "双语文字", en: "a text in two languages"), &problems) else { return nil }
    let zh = fields.require("zh", &problems)?.string(&problems)
    let en = fields.require("en", &problems)?.string(&problems)
    fields.finish(&problems)
    guard let zh, let en else { return nil }
    return Localized(zh: zh, en: en)
  }

  /// The numbers from the least to the most that the node states; a missing most is no limit.
  func interval(_ low: Rational, _ high: Rational?, _ problems: inout Problems) -> Interval? {
    if low.isNegative || high.map({ $0 < low }) ?? false {
      problems.wrongType(
        self,
        Localized(zh: "`at_least` 不能为负，也不能大于 `at_most`", en: "`at_least` can be neither negative nor above `at_most`"))
      return nil
    }
    return Interval(.finite(low), high.map { .finite($0) } ?? .infinity)
  }

  /// A currency, ISO 4217.
  public func currency(_ problems: inout Problems) -> String? {
    guard let text = string(&problems) else { return nil }
    if text.utf8.count == 3, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      return text
    }
    problems.error(
      "bad-currency", Localized(zh: "`\(text)` 不是货币代码", en: "`\(text)` is not a currency code"), at: span,
      help: Localized(zh: "写三个大写字母，如 `CNY`", en: "write three capital letters, such as `CNY`"))
    return nil
  }

  /// A list of texts, or a single one.
  public func strings(_ problems: inout Problems) -> [String] {
    var texts: [String] = []
    for item in listed {
      if let text = item.string(&problems) { texts.append(text) }
    }
    return texts
  }
}
