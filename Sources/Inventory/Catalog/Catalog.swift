public import Quantities

/// Components, vendors, lists and bounds: what is known about products, without a word of law.
public struct Catalog: Sendable {
  /// Vendors by identifier.
  public let vendors: [String: Vendor]
  /// Components by identifier.
  public let components: [String: Component]
  /// Lists by name.
  public let lists: [String: ComponentList]
  /// Lists in the order of their names.
  public let sortedLists: [ComponentList]
  /// The most that a unit of a kind can have, where its own figure is unknown.
  public let bounds: [Kind: [String: Rational]]
  /// What Kubernetes' names of hardware mean.
  public let kubernetes: KubernetesTable
  /// Makers by their number on the PCI bus.
  public let pciVendors: [String: PCIVendor]
  /// Vendors that make accelerators.
  let acceleratorVendors: Set<String>
  private let byPCI: [PCIIdentifier: [Component]]
  /// What instance types of clouds contain, and what resources of Terraform stand for.
  public let clouds: CloudTable
  /// Finds components by the names that people write.
  public let resolver: Resolver

  init(
    vendors: [String: Vendor], components: [String: Component], lists: [String: ComponentList],
    bounds: [Kind: [String: Rational]], kubernetes: KubernetesTable, pciVendors: [String: PCIVendor],
    clouds: CloudTable
  ) {
    self.vendors = vendors
    self.components = components
    self.lists = lists
    sortedLists = lists.values.sorted { $0.name < $1.name }
    self.bounds = bounds
    self.kubernetes = kubernetes
    self.pciVendors = pciVendors
    acceleratorVendors = Set(components.values.filter { $0.kind == .accelerator }.compactMap(\.vendor))
    var byPCI: [PCIIdentifier: [Component]] = [:]
    for component in components.values {
      for identifier in component.pci { byPCI[identifier, default: []].append(component) }
    }
    self.byPCI = byPCI.mapValues { $0.sorted { $0.id < $1.id } }
    self.clouds = clouds
    resolver = Resolver(vendors: vendors, components: components)
  }

  /// The components that an extended resource of Kubernetes counts, by identifier.
  public func components(countedBy resource: String) -> [Component] {
    components.values.filter { $0.resources.contains(resource) }.sorted { $0.id < $1.id }
  }

  /// The components that show these numbers on the PCI bus, by identifier.
  public func components(showing identifier: PCIIdentifier) -> [Component] {
    byPCI[identifier] ?? []
  }

  /// What an unknown figure of a unit of `kind` can be.
  public func unknownSpec(_ name: String, of kind: Kind) -> Interval {
    Interval(.zero, bounds[kind]?[name].map { .finite($0) } ?? .infinity)
  }
}
