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
  private let foreignNames: Deferred<ForeignNames>
  /// Finds components by the names that people write.
  public let resolver: Resolver

  init(
    vendors: [String: Vendor], components: [String: Component], lists: [String: ComponentList],
    bounds: [Kind: [String: Rational]], foreignNames: Deferred<ForeignNames>
  ) {
    self.vendors = vendors
    self.components = components
    self.lists = lists
    sortedLists = lists.values.sorted { $0.name < $1.name }
    self.bounds = bounds
    self.foreignNames = foreignNames
    resolver = Resolver(vendors: vendors, components: components)
  }

  /// What Kubernetes' names of hardware mean.
  public var kubernetes: KubernetesTable { foreignNames.value.kubernetes }

  /// Makers by their number on the PCI bus.
  public var pciVendors: [String: PCIVendor] { foreignNames.value.pciVendors }

  /// What instance types of clouds contain, and what resources of Terraform stand for.
  public var clouds: CloudTable { foreignNames.value.clouds }

  /// Vendors that make accelerators.
  var acceleratorVendors: Set<String> { foreignNames.value.acceleratorVendors }

  /// The components that an extended resource of Kubernetes counts, by identifier.
  public func components(countedBy resource: String) -> [Component] {
    components.values.filter { $0.resources.contains(resource) }.sorted { $0.id < $1.id }
  }

  /// The components that show these numbers on the PCI bus, by identifier.
  public func components(showing identifier: PCIIdentifier) -> [Component] {
    foreignNames.value.components[identifier] ?? []
  }

  /// What an unknown figure of a unit of `kind` can be.
  public func unknownSpec(_ name: String, of kind: Kind) -> Interval {
    Interval(.zero, bounds[kind]?[name].map { .finite($0) } ?? .infinity)
  }
}
