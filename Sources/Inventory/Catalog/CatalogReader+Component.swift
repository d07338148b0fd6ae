internal import Diagnostics
internal import Documents
internal import Quantities

extension CatalogReader {
  func component(_ key: Node, _ value: Node, _ names: Names, _ problems: inout Problems) -> Component? {
    guard var fields = Fields(value, Localized(zh: "部件", en: "a component"), &problems) else { return nil }
    let kind: Kind? = fields.require("kind", &problems)?.choice(Localized(zh: "类别", en: "kind"), &problems)
    let vendor = fields.take("vendor")
    let model = fields.require("model", &problems)?.string(&problems)
    let aliases = fields.take("aliases")?.strings(&problems) ?? []
    let isa = fields.take("isa")?.string(&problems)
    var specs: [String: SpecValue] = [:]
    for (name, spec) in fields.take("specs")?.mapping(Localized(zh: "规格", en: "specs"), &problems) ?? [] {
      if let term = names.vocabulary.specs[name.text] {
        specs[name.text] = term.specValue(spec, &problems)
      } else {
        problems.unknownName(
          name, code: "unknown-spec", what: Localized(zh: "规格", en: "spec"), among: names.vocabulary.specs.keys.sorted()
        )
      }
    }
    let parts = fields.take("contains")?.list(Localized(zh: "`contains`", en: "`contains`"), &problems)
      .compactMap { part($0, names, &problems) }
    let isVerified = fields.take("verified")?.boolean(&problems) ?? true
    let details = details(&fields, &problems)
    fields.finish(&problems)
    if let vendor, !names.vendors.contains(vendor.text) {
      problems.unknownName(
        vendor, code: "unknown-vendor", what: Localized(zh: "厂商", en: "vendor"), among: names.vendors.sorted())
    }
    if !isChecked, isVerified, details.value.sources.isEmpty {
      problems.error(
        "missing-source", Localized(zh: "部件 `\(key.text)` 没有出处", en: "component `\(key.text)` names no source"),
        at: key.span,
        help: Localized(zh: "写上 `sources`，或标记 `verified: false`", en: "add `sources`, or mark it `verified: false`"))
    }
    guard let kind, let model else { return nil }
    return Component(
      id: key.text, kind: kind, vendor: vendor?.text, model: model, aliases: aliases, isa: isa, specs: specs,
      parts: parts, isVerified: isVerified, details: details)
  }

  /// What is read at once in files that are still to be checked, and when somebody asks in those that are.
  private func details(_ fields: inout Fields, _ problems: inout Problems) -> Deferred<Component.Details> {
    let (resources, pci) = (fields.take("kubernetes"), fields.take("pci"))
    let (note, sources) = (fields.take("note"), fields.take("sources"))
    @Sendable func read(_ problems: inout Problems) -> Component.Details {
      Component.Details(
        resources: resources?.strings(&problems) ?? [], pci: pci.map { self.pci($0, &problems) } ?? [],
        note: note?.string(&problems), sources: sources?.strings(&problems) ?? [])
    }
    if isChecked {
      return Deferred {
        var problems = Problems()
        return read(&problems)
      }
    }
    let details = read(&problems)
    return Deferred { details }
  }

  /// Something inside; `atLeastOne` is how many there are where the entry does not say.
  func part(
    _ node: Node, _ names: Names, atLeastOne: Bool = false, _ problems: inout Problems
  ) -> Component.Part? {
    guard var fields = Fields(node, Localized(zh: "内含部件", en: "a part"), &problems) else { return nil }
    let component = fields.take("component")
    let kind: Kind? =
      component == nil
      ? fields.require("kind", &problems)?.choice(Localized(zh: "类别", en: "kind"), &problems)
      : fields.take("kind")?.choice(Localized(zh: "类别", en: "kind"), &problems)
    let vendor = fields.take("vendor")?.string(&problems)
    let model = fields.take("model")?.string(&problems)
    let usual = atLeastOne ? Interval(.finite(.one), .infinity) : nil
    let stated = usual == nil ? fields.require("quantity", &problems) : fields.take("quantity")
    let quantity = stated.map { partQuantity($0, &problems) } ?? usual
    fields.finish(&problems)
    if let component, !names.components.contains(component.text) {
      problems.unknownName(
        component, code: "unknown-component", what: Localized(zh: "部件", en: "component"),
        among: names.components.sorted())
      return nil
    }
    guard let quantity else { return nil }
    return Component.Part(
      component: component?.text, kind: kind ?? .other, vendor: vendor, model: model, quantity: quantity)
  }

  /// A number, `unknown`, or `{at_least: 1}` where the source shows that there are some, but not how many.
  private func partQuantity(_ node: Node, _ problems: inout Problems) -> Interval? {
    if node.isPlain, node.text == "unknown" { return .nonNegative }
    guard node.kind == .mapping else {
      guard let value = node.number(&problems) else { return nil }
      if !(value > .zero) {
        problems.wrongType(node, Localized(zh: "部件的数量必须大于 0", en: "the quantity of a part must be above 0"))
      }
      return Interval(exactly: value)
    }
    guard var fields = Fields(node, Localized(zh: "数量范围", en: "a range of quantities"), &problems) else { return nil }
    let low = fields.take("at_least")?.number(&problems) ?? .zero
    let high = fields.take("at_most")?.number(&problems)
    fields.finish(&problems)
    return node.interval(low, high, &problems)
  }
}
