internal import Diagnostics
internal import Documents

extension CatalogReader {
  /// The table of Kubernetes' names, whose entries name vendors, components and each other.
  func kubernetes(_ names: Names, _ problems: inout Problems) -> KubernetesTable {
    var resources: [(pattern: NamePattern, entry: ExtendedResource)] = []
    var known: [String: NamePattern] = [:]
    let texts = Set(resourceNodes.map(\.key.text))
    for (key, value) in resourceNodes where isNew(key, known, &problems) {
      guard let pattern = key.namePattern(&problems) else { continue }
      known[key.text] = pattern
      if let entry = resource(value, texts, names, &problems) { resources.append((pattern, entry)) }
    }
    return KubernetesTable(
      resources: resources, labels: labelNodes.compactMap { label($0, texts, names, &problems) })
  }

  private func resource(
    _ node: Node, _ known: Set<String>, _ names: Names, _ problems: inout Problems
  ) -> ExtendedResource? {
    guard var fields = Fields(node, Localized(zh: "扩展资源", en: "an extended resource"), &problems) else { return nil }
    let vendor = fields.take("vendor").flatMap { self.vendor($0, names, &problems) }
    let count: ExtendedResource.Count? = fields.require("counts", &problems)?
      .choice(Localized(zh: "计数方式", en: "way of counting"), &problems)
    let sharedBy = fields.take("shared_by")?.listed.compactMap { resourceName($0, known, &problems) } ?? []
    let isApart = fields.take("apart")?.boolean(&problems) ?? false
    let cardsOf = fields.take("of").flatMap { resourceName($0, known, &problems) }
    let unit = fields.take("unit").flatMap { size($0, &problems) } ?? 1
    var devices: [String: Int] = [:]
    let pairs =
      fields.take("devices_per_card")?.mapping(Localized(zh: "每卡器件数", en: "devices per card"), &problems) ?? []
    for (key, value) in pairs where isComponent(key, names, &problems) { devices[key.text] = size(value, &problems) }
    let source = fields.require("source", &problems)?.string(&problems)
    fields.finish(&problems)
    guard let count, let source else { return nil }
    return ExtendedResource(
      vendor: vendor, count: count, sharedBy: sharedBy, isApart: isApart, cardsOf: cardsOf, unit: unit,
      devicesPerCard: devices, source: source)
  }

  private func label(
    _ node: Node, _ known: Set<String>, _ names: Names, _ problems: inout Problems
  ) -> NodeLabel? {
    guard var fields = Fields(node, Localized(zh: "节点标签", en: "a node label"), &problems) else { return nil }
    let key = fields.require("key", &problems)?.string(&problems)
    let value = fields.take("value")?.namePattern(&problems)
    let says: LabelWord? = fields.require("says", &problems)?
      .choice(Localized(zh: "标签含义", en: "meaning of a label"), &problems)
    let resource = fields.take("of").flatMap { resourceName($0, known, &problems) }
    var statement: NodeLabel.Statement?
    switch says {
    case .model: statement = .model(cut: fields.take("cut")?.strings(&problems) ?? [])
    case .device: statement = fields.require("pci_vendor", &problems)?.string(&problems).map { .device(pciVendor: $0) }
    case .components:
      let nodes = fields.require("components", &problems)?.listed ?? []
      statement = .components(nodes.filter { isComponent($0, names, &problems) }.map(\.text))
    case .count: statement = .count
    case .machine: statement = .machine
    case .cpuVendor: statement = .cpuVendor
    case .hint: statement = .hint
    case nil: break
    }
    let source = fields.require("source", &problems)?.string(&problems)
    fields.finish(&problems)
    guard let key, let statement, let source else { return nil }
    return NodeLabel(key: key, value: value, statement: statement, resource: resource, source: source)
  }

  private enum LabelWord: String, CaseIterable {
    case model, count, device, components, machine
    case cpuVendor = "cpu-vendor"
    case hint
  }

  /// The name of a resource that has an entry of its own.
  private func resourceName(_ node: Node, _ known: Set<String>, _ problems: inout Problems) -> String? {
    if known.contains(node.text) { return node.text }
    problems.unknownName(
      node, code: "unknown-resource", what: Localized(zh: "扩展资源", en: "extended resource"), among: known.sorted())
    return nil
  }

  /// A whole number from 1.
  private func size(_ node: Node, _ problems: inout Problems) -> Int? {
    if node.isPlain, let size = Int(node.text), size > 0 { return size }
    problems.wrongType(node, Localized(zh: "这里应是大于 0 的整数", en: "expected a whole number above 0"))
    return nil
  }

  /// A vendor's identifier.
  func vendor(_ node: Node, _ names: Names, _ problems: inout Problems) -> String? {
    if names.vendors.contains(node.text) { return node.text }
    problems.unknownName(
      node, code: "unknown-vendor", what: Localized(zh: "厂商", en: "vendor"), among: names.vendors.sorted())
    return nil
  }

  /// Whether a node is a component's identifier.
  func isComponent(_ node: Node, _ names: Names, _ problems: inout Problems) -> Bool {
    if names.components.contains(node.text) { return true }
    problems.unknownName(
      node, code: "unknown-component", what: Localized(zh: "部件", en: "component"), among: names.components.sorted())
    return false
  }
}

extension Node {
  /// A name, or a family of names with `*` in it.
  func namePattern(_ problems: inout Problems) -> NamePattern? {
    guard let text = string(&problems) else { return nil }
    do { return try NamePattern(text) } catch {
      let message =
        switch error {
        case .empty: Localized(zh: "名称是空的", en: "the name is empty")
        case .space: Localized(zh: "名称 `\(text)` 含有空格", en: "the name `\(text)` has a space in it")
        case .doubleStar: Localized(zh: "名称 `\(text)` 有两个相连的 `*`", en: "the name `\(text)` has two `*` side by side")
        }
      problems.error("bad-pattern", message, at: headSpan)
      return nil
    }
  }
}
