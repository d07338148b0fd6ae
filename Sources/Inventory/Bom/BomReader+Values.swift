internal import Diagnostics
internal import Documents
internal import Quantities

extension BomReader {
  /// What a line is; a common word for a kind gets the kind as advice.
  func kind(_ node: Node, _ problems: inout Problems) -> Kind? {
    node.string(&problems).flatMap { Kind.read($0, at: node.headSpan, &problems) }
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

  /// A quantity above 0, a fraction such as `7/3` among them, `unknown`, or a range, `{at_least, at_most}`.
  func quantity(_ node: Node, _ problems: inout Problems) -> Interval? {
    if node.isPlain, node.text == "unknown" { return .nonNegative }
    if node.kind == .mapping { return quantityRange(node, &problems) }
    guard let value = node.fraction ?? node.number(&problems) else { return nil }
    return Interval.quantity(value, written: node.text, at: node.span, &problems)
  }

  private func quantityRange(_ node: Node, _ problems: inout Problems) -> Interval? {
    guard var fields = Fields(node, Localized(zh: "数量范围", en: "a range of quantities"), &problems) else { return nil }
    let low = fields.take("at_least").flatMap { $0.fraction ?? $0.number(&problems) } ?? .zero
    let high = fields.take("at_most").flatMap { $0.fraction ?? $0.number(&problems) }
    fields.finish(&problems)
    guard let high, !(high > .zero) else { return node.interval(low, high, &problems) }
    problems.wrongType(node, Localized(zh: "`at_most` 必须大于 0", en: "`at_most` must be above 0"))
    return nil
  }

  /// A price of 0 or more with at most four decimals.
  func price(_ node: Node, _ problems: inout Problems) -> Rational? {
    guard let value = node.number(&problems) else { return nil }
    return Money.price(value, written: node.text, at: node.span, &problems)
  }

  /// A country code, or `foreign`: known not to be China.
  func country(_ node: Node, _ problems: inout Problems) -> Country? {
    node.string(&problems).flatMap { Country.read($0, at: node.span, &problems) }
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
    guard let value = node.fraction ?? node.figure(&problems)?.value(in: unit, at: node, &problems) else { return nil }
    guard !value.isNegative else {
      problems.error(
        "negative-spec", Localized(zh: "规格 `\(node.text)` 不能为负", en: "the spec `\(node.text)` cannot be negative"),
        at: node.span)
      return nil
    }
    return value
  }
}
