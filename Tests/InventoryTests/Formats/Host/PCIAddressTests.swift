import Testing

@testable import Inventory

/// Addresses on the PCI bus.
struct PCIAddressTests {
  @Test(arguments: [
    ("17:00.0", 0, 0x17, 0, 0), ("0000:17:1f.7", 0, 0x17, 0x1F, 7), ("10000:e1:00.0", 0x10000, 0xE1, 0, 0),
    ("0001:FF:0a.3", 1, 0xFF, 10, 3),
  ])
  func `an address is read with or without its domain`(
    text: String, domain: UInt32, bus: UInt8, device: UInt8, function: UInt8
  ) throws {
    let address = try #require(PCIAddress(text.utf8))
    #expect((address.domain, address.bus, address.device, address.function) == (domain, bus, device, function))
  }

  @Test(arguments: [
    "", "17", "17:00", "17:00.", "17:00.8", "17:20.0", "100:00.0", "17:00.00", "x7:00.0", "17.00.0", "0:17:00:0", "::.",
    "17:0.0", "123456789:17:00.0", "17:00.0:", "0000:0000:17:00.0",
  ])
  func `what is no address is none`(text: String) {
    #expect(PCIAddress(text.utf8) == nil)
  }
}
