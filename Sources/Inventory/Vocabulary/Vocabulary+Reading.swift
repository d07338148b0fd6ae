public import Diagnostics
public import Documents
internal import Quantities

extension Vocabulary {
  /// Adds the names of a `vocabulary.yaml`.
  public mutating func add(_ document: Document, _ problems: inout Problems) {
    let what = Localized(zh: "词汇表", en: "the vocabulary")
    guard var fields = Fields(document.root, what, &problems) else { return }
    Self.read(fields.take("facts"), into: &facts, what, &problems)
    Self.read(fields.take("specs"), into: &specs, what, &problems)
    fields.finish(&problems)
  }

  private static func read(
    _ node: Node?, into terms: inout [String: Term], _ what: Localized, _ problems: inout Problems
  ) {
    for (key, value) in node?.mapping(what, &problems) ?? [] {
      guard var fields = Fields(value, what, &problems) else { continue }
      let type: ValueType = fields.take("type")?.choice(Localized(zh: "类型", en: "type"), &problems) ?? .number
      var unit = Unit.count
      if let node = fields.take("unit") {
        if let known = Unit(named: node.text) {
          unit = known
        } else {
          problems.unknownName(node, code: "unknown-unit", what: Localized(zh: "单位", en: "unit"), among: Unit.names)
        }
      }
      let title = fields.require("title", &problems)?.localized(&problems) ?? Localized(key.text)
      fields.finish(&problems)
      let term = Term(type: type, unit: unit, title: title)
      // A book may say again what the built-in vocabulary says; it cannot change it.
      if let known = terms.updateValue(term, forKey: key.text), known != term {
        problems.error(
          "redefined", Localized(zh: "`\(key.text)` 已有另一种定义", en: "`\(key.text)` is already defined in another way"),
          at: key.span)
      }
    }
  }
}
