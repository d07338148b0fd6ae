/// What names of hardware in other people's formats mean; a bill in our own form has no use for them.
struct ForeignNames: Sendable {
  /// What Kubernetes' names of hardware mean.
  let kubernetes: KubernetesTable
  /// Makers by their number on the PCI bus.
  let pciVendors: [String: PCIVendor]
  /// What instance types of clouds contain, and what resources of Terraform stand for.
  let clouds: CloudTable
  /// Vendors that make accelerators.
  let acceleratorVendors: Set<String>
  /// Components by their numbers on the PCI bus.
  let components: [PCIIdentifier: [Component]]

  init(
    kubernetes: KubernetesTable, pciVendors: [String: PCIVendor], clouds: CloudTable, _ components: [String: Component]
  ) {
    self.kubernetes = kubernetes
    self.pciVendors = pciVendors
    self.clouds = clouds
    acceleratorVendors = Set(components.values.filter { $0.kind == .accelerator }.compactMap(\.vendor))
    var known: [PCIIdentifier: [Component]] = [:]
    for component in components.values {
      for identifier in component.pci { known[identifier, default: []].append(component) }
    }
    self.components = known.mapValues { $0.sorted { $0.id < $1.id } }
  }
}
