internal import Diagnostics
internal import Documents
internal import Quantities

extension BomReader {
  /// What a line is; a common word for a kind gets the kind as advice.
  func kind(_ node: Node, _ problems: inout Problems) -> Kind? {
    let what = Localized(zh: "类别", en: "kind")
    guard let text = node.string(&problems) else { return nil }
    if let kind = Kind(rawValue: text) { return kind }
    if let meant = Kind.meant(by: text) {
      problems.error(
        "unknown-value", Localized(zh: "未知的类别 `\(text)`", en: "unknown kind `\(text)`"), at: node.headSpan,
        help: Localized(zh: "请写 `\(meant.rawValue)`", en: "write `\(meant.rawValue)`"))
    } else {
      problems.unknownName(node, code: "unknown-value", what: what, among: Kind.allCases.map(\.rawValue), listAll: true)
    }
    return nil
  }

  /// Catalogue entries, by identifier: the one that the line is, or those among which the choice is open.
  func components(_ node: Node, _ problems: inout Problems) -> [String]? {
    var identifiers: [String] = []
    for item in node.kind == .sequence ? node.filledList(Localized(zh: "部件", en: "components"), &problems) : [node] {
      guard let text = item.string(&problems) else { continue }
      if catalog.components[text] != nil {
        identifiers.append(text)
      } else {
        problems.unknownName(
          item, code: "unknown-component", what: Localized(zh: "部件", en: "component"),
          among: catalog.components.keys.sorted())
      }
    }
    return identifiers.isEmpty ? nil : identifiers
  }

  /// A quantity above 0, `unknown`, or a range, `{at_least, at_most}`.
  func quantity(_ node: Node, _ problems: inout Problems) -> Interval? {
    if node.isPlain, node.text == "unknown" { return .nonNegative }
    if node.kind == .mapping { return quantityRange(node, &problems) }
    guard let value = node.number(&problems) else { return nil }
    guard value > .zero else {
      problems.error(
        "bad-quantity", Localized(zh: "数量 `\(node.text)` 必须大于 0", en: "the quantity `\(node.text)` must be above 0"),
        at: node.span,
        help: Localized(
          zh: "没有就删去这一行；数量未知请写 `unknown`；折扣请直接计入单价",
          en:
            "leave the line out if there is none; write `unknown` if it is not known; put a discount into the unit prices"
        ))
      return nil
    }
    return Interval(exactly: value)
  }

  private func quantityRange(_ node: Node, _ problems: inout Problems) -> Interval? {
    guard var fields = Fields(node, Localized(zh: "数量范围", en: "a range of quantities"), &problems) else { return nil }
    let low = fields.take("at_least")?.number(&problems) ?? .zero
    let high = fields.take("at_most")?.number(&problems)
    fields.finish(&problems)
    guard let high, !(high > .zero) else { return node.interval(low, high, &problems) }
    problems.wrongType(node, Localized(zh: "`at_most` 必须大于 0", en: "`at_most` must be above 0"))
    return nil
  }

  /// A price of 0 or more with at most four decimals.
  func price(_ node: Node, _ problems: inout Problems) -> Rational? {
    guard let value = node.number(&problems) else { return nil }
    guard !value.isNegative else {
      problems.error(
        "negative-price",
        Localized(zh: "单价 `\(node.text)` 不能为负", en: "the unit price `\(node.text)` cannot be negative"),
        at: node.span,
        help: Localized(zh: "折扣不单列一行，请直接计入各行单价", en: "a discount is no line of its own; put it into the unit prices"))
      return nil
    }
    do {
      return try Money(value).amount
    } catch .overflow {
      problems.error(
        "overflow",
        Localized(zh: "单价 `\(node.text)` 超出可计算的范围", en: "the unit price `\(node.text)` is past what can be computed"),
        at: node.span)
    } catch {
      problems.error(
        "too-fine",
        Localized(zh: "单价 `\(node.text)` 的小数超过四位", en: "the unit price `\(node.text)` has more than four decimals"),
        at: node.span)
    }
    return nil
  }

  /// A country code, or `foreign`: known not to be China.
  func country(_ node: Node, _ problems: inout Problems) -> Country? {
    guard let text = node.string(&problems) else { return nil }
    if text == "foreign" { return .notChina }
    if text.utf8.count == 2, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      return .code(text)
    }
    problems.error(
      "bad-country", Localized(zh: "`\(text)` 不是国家代码", en: "`\(text)` is not a country code"), at: node.span,
      help: Localized(
        zh: "写两个大写字母，如 `CN`、`US`；只知道不是中国时写 `foreign`",
        en: "write two capital letters, such as `CN` or `US`; write `foreign` where only known not to be China"))
    return nil
  }

  /// Properties of one unit, by the names of the vocabulary.
  func specs(_ node: Node, _ problems: inout Problems) -> [String: SpecValue] {
    var specs: [String: SpecValue] = [:]
    for (key, value) in node.mapping(Localized(zh: "规格", en: "specs"), &problems) {
      guard let term = vocabulary.specs[key.text] else {
        problems.unknownName(
          key, code: "unknown-spec", what: Localized(zh: "规格", en: "spec"), among: vocabulary.specs.keys.sorted())
        continue
      }
      if !value.isNull { specs[key.text] = term.specValue(value, &problems) }
    }
    return specs
  }
}

extension Vocabulary.Term {
  /// A value of a spec: a number, `{at_least, at_most}`, a word or a flag.
  func specValue(_ node: Node, _ problems: inout Problems) -> SpecValue? {
    switch type {
    case .boolean: return node.boolean(&problems).map { .flag($0) }
    case .text, .date: return node.string(&problems).map { .text($0) }
    case .number:
      guard node.kind == .mapping else {
        return number(node, &problems).map { .number(Interval(exactly: $0)) }
      }
      guard var fields = Fields(node, Localized(zh: "规格的范围", en: "the range of a spec"), &problems) else { return nil }
      let low = fields.take("at_least").flatMap { number($0, &problems) } ?? .zero
      let high = fields.take("at_most").flatMap { number($0, &problems) }
      fields.finish(&problems)
      return node.interval(low, high, &problems).map { .number($0) }
    }
  }

  private func number(_ node: Node, _ problems: inout Problems) -> Rational? {
    guard let value = node.figure(&problems)?.value(in: unit, at: node, &problems) else { return nil }
    guard !value.isNegative else {
      problems.error(
        "negative-spec", Localized(zh: "规格 `\(node.text)` 不能为负", en: "the spec `\(node.text)` cannot be negative"),
        at: node.span)
      return nil
    }
    return value
  }
}
