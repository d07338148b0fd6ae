/// What a device says of itself on the PCI bus: the numbers of its maker and of its model.
public struct PCIIdentifier: Hashable, Sendable {
  /// The maker, four hexadecimal digits in lower case: `19e5` is Huawei.
  public var vendor: String
  /// The model, four hexadecimal digits in lower case.
  public var device: String

  /// Numbers as written, in either case; nil where one is not four hexadecimal digits.
  public init?(vendor: String, device: String) {
    for number in [vendor, device] {
      guard number.utf8.count == 4, number.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    }
    self.vendor = vendor.lowercased()
    self.device = device.lowercased()
  }
}
