/// A maker by its number on the PCI bus, and what has to be known of its functions to count cards.
public struct PCIVendor: Sendable {
  /// Four hexadecimal digits in lower case.
  public let number: String
  /// The name as `lspci` prints it.
  public let name: String
  /// The vendor of the catalogue; nil for a maker of which it knows no product.
  public let vendor: String?
  /// Whether its display controllers on the root bus are part of a processor or a chipset.
  public let hasIntegratedGraphics: Bool
  /// Whether it makes nothing but devices of virtual machines.
  public let isVirtual: Bool
  /// Models that are part of a processor, a chipset or a service processor, and so no card.
  public let builtIn: Set<String>

  init(
    number: String, name: String, vendor: String?, hasIntegratedGraphics: Bool, isVirtual: Bool, builtIn: Set<String>
  ) {
    self.number = number
    self.name = name
    self.vendor = vendor
    self.hasIntegratedGraphics = hasIntegratedGraphics
    self.isVirtual = isVirtual
    self.builtIn = builtIn
  }
}
