internal import Diagnostics
internal import Documents
internal import Quantities

extension CatalogReader {
  /// The tables of clouds.
  func clouds(_ names: Names, _ problems: inout Problems) -> CloudTable {
    var instances: [(pattern: NamePattern, entry: InstanceType)] = []
    var known: [String: Node] = [:]
    for node in instanceNodes {
      guard let (patterns, entry) = instance(node, names, &problems) else { continue }
      for (item, pattern) in patterns {
        let name = "\(entry.provider) \(pattern.text)"
        if let first = known.updateValue(item, forKey: name) {
          problems.error(
            "redefined", Localized(zh: "`\(name)` 已有定义", en: "`\(name)` is already defined"), at: item.span,
            notes: [Diagnostic.Note(Localized(zh: "第一处在这里", en: "the first is here"), at: first.span)])
        }
        instances.append((pattern, entry))
      }
    }
    var resources: [(pattern: NamePattern, entry: CloudResource)] = []
    var types: [String: NamePattern] = [:]
    for (key, value) in cloudNodes where isNew(key, types, &problems) {
      guard let pattern = key.namePattern(&problems) else { continue }
      types[key.text] = pattern
      if let entry = resource(value, &problems) { resources.append((pattern, entry)) }
    }
    return CloudTable(instances: instances, resources: resources)
  }

  private func instance(
    _ node: Node, _ names: Names, _ problems: inout Problems
  ) -> (patterns: [(Node, NamePattern)], entry: InstanceType)? {
    guard var fields = Fields(node, Localized(zh: "实例规格", en: "an instance type"), &problems) else { return nil }
    let provider = fields.require("provider", &problems)?.string(&problems)
    let types = fields.require("types", &problems)?.filledList(Localized(zh: "规格名称", en: "names of types"), &problems)
    let parts = fields.require("contains", &problems)?.list(Localized(zh: "`contains`", en: "`contains`"), &problems)
      .compactMap { part($0, names, atLeastOne: true, &problems) }
    let source = fields.require("source", &problems)?.string(&problems)
    _ = fields.require("checked", &problems)?.day(&problems)
    fields.finish(&problems)
    guard let provider, let types, let parts, let source else { return nil }
    return (
      types.compactMap { item in item.namePattern(&problems).map { (item, $0) } },
      InstanceType(provider: provider, parts: parts, source: source)
    )
  }

  private enum ResourceKind: String, CaseIterable { case server, database, none }

  private func resource(_ node: Node, _ problems: inout Problems) -> CloudResource? {
    guard var fields = Fields(node, Localized(zh: "云资源", en: "a cloud resource"), &problems) else { return nil }
    let kind: ResourceKind? = fields.require("kind", &problems)?.choice(Localized(zh: "类别", en: "kind"), &problems)
    func text(_ key: String) -> String? { fields.take(named: key)?.string(&problems) }
    let (type, image) = (text("type"), text("image"))
    let (count, least, most) = (text("count"), text("least"), text("most"))
    let (engine, version) = (text("engine"), text("version"))
    let (product, vendor) = (text("product"), text("vendor"))
    let source = fields.require("source", &problems)?.string(&problems)
    fields.finish(&problems)
    guard let kind, let source else { return nil }
    return CloudResource(
      kind: kind == .server ? .server : kind == .database ? .database : nil, type: type, count: count, least: least,
      most: most, image: image, engine: engine, version: version, product: product, vendor: vendor, source: source)
  }
}
