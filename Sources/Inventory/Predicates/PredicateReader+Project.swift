public import Diagnostics
public import Documents
public import Quantities

extension PredicateReader {
  /// A question about a project.
  mutating func projectTest(_ key: Node, _ value: Node, _ problems: inout Problems) -> ProjectTest? {
    switch key.text {
    case "region":
      var codes: [String] = []
      for item in value.listed {
        if let code = names.regions.code(of: item.text) {
          codes.append(code)
        } else {
          problems.unknownName(
            item, code: "unknown-region", what: Localized(zh: "地区", en: "region"), among: names.regions.spellings)
        }
      }
      return codes.count == value.listed.count ? .region(codes) : nil
    case "facility":
      return choices(value, Localized(zh: "设施", en: "facility"), &problems).map { .facility($0) }
    case "buyer":
      return choices(value, Localized(zh: "采购人", en: "buyer"), &problems).map { .buyer($0) }
    default:
      guard let fact = names.vocabulary.facts[key.text] else {
        problems.unknownName(
          key, code: "unknown-fact", what: Localized(zh: "事实", en: "fact"),
          among: ["region", "facility", "buyer", "all", "any", "not"] + names.vocabulary.facts.keys.sorted())
        return nil
      }
      switch fact.type {
      case .number: return range(value, unit: fact.unit, &problems).map { .number(key.text, $0) }
      case .boolean: return value.boolean(&problems).map { .flag(key.text, $0) }
      case .text: return .text(key.text, value.strings(&problems))
      case .date: return dateRange(value, &problems).map { .date(key.text, $0) }
      }
    }
  }

  private func dateRange(_ value: Node, _ problems: inout Problems) -> ProjectTest.DateRange? {
    if value.kind == .scalar {
      return value.day(&problems).map { ProjectTest.DateRange(atLeast: $0, atMost: $0) }
    }
    guard var fields = Fields(value, Localized(zh: "日期范围", en: "a range of days"), &problems) else { return nil }
    let range = ProjectTest.DateRange(
      atLeast: fields.take("at_least")?.day(&problems), atMost: fields.take("at_most")?.day(&problems))
    fields.finish(&problems)
    return range
  }

  /// Words of a closed set, one or several.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ value: Node, _ what: Localized, _ problems: inout Problems
  ) -> [Choice]? where Choice.RawValue == String {
    let read: [Choice?] = value.listed.map { $0.choice(what, &problems) }
    return read.contains { $0 == nil } ? nil : read.compactMap(\.self)
  }

  /// Limits for a number in a unit; numbers without a unit are taken in it.
  func range(_ value: Node, unit: Unit?, _ problems: inout Problems) -> NumberRange? {
    var range = NumberRange()
    let before = problems.errorCount
    guard value.kind == .mapping else {
      range.values = value.listed.compactMap { number($0, unit, &problems) }
      return problems.errorCount == before ? range : nil
    }
    guard var fields = Fields(value, Localized(zh: "数值范围", en: "a range of numbers"), &problems) else { return nil }
    range.atLeast = fields.take("at_least").flatMap { number($0, unit, &problems) }
    range.atMost = fields.take("at_most").flatMap { number($0, unit, &problems) }
    range.above = fields.take("above").flatMap { number($0, unit, &problems) }
    range.below = fields.take("below").flatMap { number($0, unit, &problems) }
    fields.finish(&problems)
    return problems.errorCount == before ? range : nil
  }

  private func number(_ node: Node, _ unit: Unit?, _ problems: inout Problems) -> Rational? {
    node.figure(&problems).flatMap { $0.value(in: unit, at: node, &problems) }
  }
}

extension Figure {
  /// The value in a unit; one written without a unit is taken in it. Nil, with a problem, where the units do not fit.
  public func value(in unit: Unit?, at node: Node, _ problems: inout Problems) -> Rational? {
    guard let written = self.unit, let unit else {
      if let written = self.unit { problems.wrongUnit(node, written.name, expected: nil); return nil }
      return value
    }
    do {
      // A percentage is read as its hundredth already, a plain ratio.
      if let converted = try written.convert(value, to: unit) { return converted }
      problems.wrongUnit(node, written.name, expected: unit.name)
    } catch {
      problems.error(
        "overflow",
        Localized(zh: "数 `\(node.text)` 超出精确计算的范围", en: "`\(node.text)` is past what exact arithmetic holds"),
        at: node.span)
    }
    return nil
  }
}

extension Problems {
  /// A unit that measures something else.
  public mutating func wrongUnit(_ node: Node, _ unit: String, expected: String?) {
    error(
      "wrong-unit",
      Localized(
        zh: node.kind == .scalar ? "`\(node.text)` 的单位 `\(unit)` 与此处不符" : "单位 `\(unit)` 与此处不符",
        en: node.kind == .scalar
          ? "the unit `\(unit)` of `\(node.text)` does not fit here" : "the unit `\(unit)` does not fit here"),
      at: node.span,
      help: expected.map { Localized(zh: "此处的单位是 `\($0)`", en: "the unit here is `\($0)`") }
        ?? Localized(zh: "此处的数不带单位", en: "the number here has no unit"))
  }
}
