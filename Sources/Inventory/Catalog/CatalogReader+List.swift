internal import Diagnostics
internal import Documents
internal import Quantities

extension CatalogReader {
  func list(
    _ key: Node, _ value: Node, _ predicates: inout PredicateReader, _ problems: inout Problems
  ) -> ComponentList? {
    guard var fields = Fields(value, Localized(zh: "名录", en: "a list"), &problems) else { return nil }
    let title = fields.require("title", &problems)?.localized(&problems) ?? Localized(key.text)
    let isComplete = fields.require("complete", &problems)?.boolean(&problems) ?? false
    let absent = fields.take("absent").flatMap { predicates.linePredicate($0, &problems) }
    _ = fields.take("absent_source")
    _ = fields.require("source", &problems)
    var entries: [ComponentList.Entry] = []
    for node in fields.require("entries", &problems)?.list(Localized(zh: "名录条目", en: "entries"), &problems) ?? [] {
      if let entry = entry(node, predicates.names, &problems) { entries.append(entry) }
    }
    fields.finish(&problems)
    return ComponentList(name: key.text, title: title, isComplete: isComplete, absent: absent, entries: entries)
  }

  /// A list whose `absent` asks for the list itself, directly or through others, has no answer.
  func reportCycles(_ lists: [String: ComponentList], _ keys: [Node], _ problems: inout Problems) {
    func asked(by name: String) -> Set<String> {
      let tests = lists[name]?.absent?.tests ?? []
      return Set(tests.compactMap { if case .list(let other, _) = $0 { other } else { nil } })
    }
    for key in keys {
      var reached: Set<String> = []
      var open = asked(by: key.text)
      while let name = open.popFirst() {
        if reached.insert(name).inserted { open.formUnion(asked(by: name)) }
      }
      if reached.contains(key.text) {
        problems.error(
          "cycle",
          Localized(
            zh: "名录 `\(key.text)` 的 `absent` 最终用到了它自己", en: "the `absent` of list `\(key.text)` uses the list itself"),
          at: key.span)
      }
    }
  }

  private func entry(_ node: Node, _ names: Names, _ problems: inout Problems) -> ComponentList.Entry? {
    guard var fields = Fields(node, Localized(zh: "名录条目", en: "an entry"), &problems) else { return nil }
    let component = fields.require("component", &problems)
    let level = fields.take("level")?.string(&problems)
    let announcement = fields.take("announcement")?.string(&problems)
    let published = fields.require("published", &problems)?.day(&problems)
    let validUntil = fields.take("valid_until")?.day(&problems)
    _ = fields.take("listed_as")
    _ = fields.take("source")
    fields.finish(&problems)
    if let component, !names.components.contains(component.text) {
      problems.unknownName(
        component, code: "unknown-component", what: Localized(zh: "部件", en: "component"),
        among: names.components.sorted())
    }
    if let published, let validUntil, validUntil < published {
      problems.error(
        "bad-dates", Localized(zh: "有效期早于公告日期", en: "the last day of validity is before the announcement"),
        at: node.headSpan)
    }
    guard let component, let published else { return nil }
    return ComponentList.Entry(
      component: component.text, level: level, announcement: announcement, published: published, validUntil: validUntil)
  }
}
