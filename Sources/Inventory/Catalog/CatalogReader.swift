public import Diagnostics
public import Documents
internal import Quantities

/// Reads the files of `catalog/`: first the names of all, then their contents, because each may name the others.
public struct CatalogReader: Sendable {
  private var vendorNodes: [(key: Node, value: Node)] = []
  private var componentNodes: [(key: Node, value: Node)] = []
  private var listNodes: [(key: Node, value: Node)] = []
  private var boundNodes: [(key: Node, value: Node)] = []
  private(set) var resourceNodes: [(key: Node, value: Node)] = []
  private(set) var labelNodes: [Node] = []
  private var pciVendorNodes: [(key: Node, value: Node)] = []
  private(set) var instanceNodes: [Node] = []
  private(set) var cloudNodes: [(key: Node, value: Node)] = []

  let isChecked: Bool

  /// A reader without files. Where they are checked already, what only some formats look at is read when it is first
  /// asked for.
  public init(isChecked: Bool = false) {
    self.isChecked = isChecked
  }

  /// Adds a file.
  public mutating func add(_ document: Document, _ problems: inout Problems) {
    let what = Localized(zh: "目录", en: "the catalogue")
    guard var fields = Fields(document.root, what, &problems) else { return }
    vendorNodes += fields.take("vendors")?.mapping(what, &problems) ?? []
    componentNodes += fields.take("components")?.mapping(what, &problems) ?? []
    listNodes += fields.take("lists")?.mapping(what, &problems) ?? []
    boundNodes += fields.take("bounds")?.mapping(what, &problems) ?? []
    resourceNodes += fields.take("kubernetes_resources")?.mapping(what, &problems) ?? []
    labelNodes += fields.take("kubernetes_labels")?.list(what, &problems) ?? []
    pciVendorNodes += fields.take("pci_vendors")?.mapping(what, &problems) ?? []
    instanceNodes += fields.take("instance_types")?.list(what, &problems) ?? []
    cloudNodes += fields.take("cloud_resources")?.mapping(what, &problems) ?? []
    fields.finish(&problems)
  }

  /// The names that predicates may use, with what vocabulary and region table declare.
  public func names(vocabulary: Vocabulary, regions: RegionTable) -> Names {
    var names = Names()
    names.vocabulary = vocabulary
    names.regions = regions
    names.vendors = Set(vendorNodes.map(\.key.text))
    names.components = Set(componentNodes.map(\.key.text))
    names.lists = Set(listNodes.map(\.key.text))
    return names
  }

  /// The catalogue.
  public func catalog(_ predicates: inout PredicateReader, _ problems: inout Problems) -> Catalog {
    var vendors: [String: Vendor] = [:]
    for (key, value) in vendorNodes where isNew(key, vendors, &problems) {
      vendors[key.text] = vendor(key, value, &problems)
    }
    var components: [String: Component] = [:]
    for (key, value) in componentNodes where isNew(key, components, &problems) {
      components[key.text] = component(key, value, predicates.names, &problems)
    }
    var lists: [String: ComponentList] = [:]
    for (key, value) in listNodes where isNew(key, lists, &problems) {
      lists[key.text] = list(key, value, &predicates, &problems)
    }
    reportCycles(lists, listNodes.map(\.key), &problems)
    var bounds: [Kind: [String: Rational]] = [:]
    for (key, value) in boundNodes {
      if let kind: Kind = key.choice(Localized(zh: "类别", en: "kind"), &problems) {
        bounds[kind, default: [:]].merge(self.bounds(value, predicates.names, &problems)) { $1 }
      }
    }
    let names = predicates.names
    let foreignNames: Deferred<ForeignNames>
    if isChecked {
      foreignNames = Deferred { [self, components] in
        var unseen = Problems()
        return self.foreignNames(names, components, &unseen)
      }
    } else {
      let read = self.foreignNames(names, components, &problems)
      foreignNames = Deferred { read }
    }
    return Catalog(
      vendors: vendors, components: components, lists: lists, bounds: bounds, foreignNames: foreignNames)
  }

  private func foreignNames(
    _ names: Names, _ components: [String: Component], _ problems: inout Problems
  ) -> ForeignNames {
    var pciVendors: [String: PCIVendor] = [:]
    for (key, value) in pciVendorNodes where isNew(key, pciVendors, &problems) {
      pciVendors[key.text] = pciVendor(key, value, names, &problems)
    }
    return ForeignNames(
      kubernetes: kubernetes(names, &problems), pciVendors: pciVendors, clouds: clouds(names, &problems), components)
  }

  func isNew<Value>(_ key: Node, _ known: [String: Value], _ problems: inout Problems) -> Bool {
    guard known[key.text] != nil else { return true }
    problems.error(
      "redefined", Localized(zh: "`\(key.text)` 已有定义", en: "`\(key.text)` is already defined"), at: key.span)
    return false
  }

  private func vendor(_ key: Node, _ value: Node, _ problems: inout Problems) -> Vendor? {
    guard var fields = Fields(value, Localized(zh: "厂商", en: "a vendor"), &problems) else { return nil }
    let names = fields.require("names", &problems)?.strings(&problems) ?? []
    let country = fields.take("country")?.string(&problems)
    _ = fields.take("source")
    fields.finish(&problems)
    return Vendor(id: key.text, names: names.isEmpty ? [key.text] : names, country: country)
  }

  private func bounds(_ node: Node, _ names: Names, _ problems: inout Problems) -> [String: Rational] {
    var bounds: [String: Rational] = [:]
    for (key, value) in node.mapping(Localized(zh: "上限", en: "bounds"), &problems) {
      guard let term = names.vocabulary.specs[key.text] else {
        problems.unknownName(
          key, code: "unknown-spec", what: Localized(zh: "规格", en: "spec"), among: names.vocabulary.specs.keys.sorted())
        continue
      }
      guard var fields = Fields(value, Localized(zh: "上限", en: "a bound"), &problems) else { continue }
      let figure = fields.require("at_most", &problems)
      bounds[key.text] = figure?.figure(&problems)?.value(in: term.unit, at: figure ?? value, &problems)
      _ = fields.require("source", &problems)
      fields.finish(&problems)
    }
    return bounds
  }
}
