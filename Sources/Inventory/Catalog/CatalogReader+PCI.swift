internal import Diagnostics
internal import Documents

extension CatalogReader {
  /// The PCI numbers of a component: one pair, or a list where the product goes by several.
  func pci(_ node: Node, _ problems: inout Problems) -> [PCIIdentifier] {
    node.listed.compactMap { pciIdentifier($0, &problems) }
  }

  private func pciIdentifier(_ node: Node, _ problems: inout Problems) -> PCIIdentifier? {
    guard var fields = Fields(node, Localized(zh: "PCI 编号", en: "PCI numbers"), &problems) else { return nil }
    let vendor = fields.require("vendor", &problems)?.string(&problems)
    let device = fields.require("device", &problems)?.string(&problems)
    fields.finish(&problems)
    guard let vendor, let device else { return nil }
    if let identifier = PCIIdentifier(vendor: vendor, device: device) { return identifier }
    problems.wrongType(
      node, Localized(zh: "PCI 编号是四位十六进制数", en: "a PCI number has four hexadecimal digits"),
      help: Localized(
        zh: "写成 `{vendor: \"19e5\", device: \"d802\"}`", en: "write `{vendor: \"19e5\", device: \"d802\"}`"))
    return nil
  }

  /// A row of `pci_vendors`.
  func pciVendor(_ key: Node, _ value: Node, _ names: Names, _ problems: inout Problems) -> PCIVendor? {
    guard var fields = Fields(value, Localized(zh: "PCI 厂商", en: "a PCI vendor"), &problems) else { return nil }
    let name = fields.require("name", &problems)?.string(&problems)
    let vendor = fields.take("vendor")
    let isIntegrated = fields.take("integrated_graphics")?.boolean(&problems) ?? false
    let isVirtual = fields.take("virtual")?.boolean(&problems) ?? false
    let builtIn = fields.take("built_in")
    _ = fields.require("source", &problems)
    fields.finish(&problems)
    if let vendor, !names.vendors.contains(vendor.text) {
      problems.unknownName(
        vendor, code: "unknown-vendor", what: Localized(zh: "厂商", en: "vendor"), among: names.vendors.sorted())
    }
    for node in [key] + (builtIn?.listed ?? []) where !node.isPCINumber {
      problems.wrongType(
        node, Localized(zh: "PCI 编号是四位十六进制数", en: "a PCI number has four hexadecimal digits"),
        help: Localized(zh: "用引号和小写字母，如 `\"19e5\"`", en: "write it in quotes and lower case, such as `\"19e5\"`"))
    }
    guard let name else { return nil }
    return PCIVendor(
      number: key.text, name: name, vendor: vendor?.text, hasIntegratedGraphics: isIntegrated, isVirtual: isVirtual,
      builtIn: Set(builtIn?.listed.map(\.text) ?? []))
  }
}

extension Node {
  /// Whether it is four hexadecimal digits in lower case, in quotes: without them YAML's own rules would read `0014`.
  fileprivate var isPCINumber: Bool {
    kind == .scalar && !isPlain && text.utf8.count == 4
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
