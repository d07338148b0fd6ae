internal import Diagnostics

/// The functions of a host's PCI bus, each of which an inventory may list in several ways.
struct CycloneDXFunctions {
  private var listed: [(device: CycloneDXComponent, function: PCIDevice)] = []
  private var extra: [PCIDevice] = []
  private var addresses: Set<PCIAddress> = []
  private let listsDrives: Bool

  /// The functions that are listed as such; where there are none, the display adapters.
  init(_ host: CycloneDXHost) {
    listsDrives = host.has(.storage)
    let isBusListed = host.has(.function)
    for (device, role) in host.devices {
      switch role {
      case .function: break
      case .display where !isBusListed, .displayController where !isBusListed: break
      case .display, .displayController:
        // A display adapter is a function of the bus too.
        listed.append((device, PCIDevice(span: device.span)))
        continue
      default: continue
      }
      var function = Self.function(device)
      if role != .function, function.classCode == nil { function.classCode = 0x0300 }
      if let address = function.address { addresses.insert(address) }
      listed.append((device, function))
    }
  }

  /// Takes a network interface that is on the bus, if its function is not listed; false where it is not on the bus.
  mutating func take(interface device: CycloneDXComponent) -> Bool {
    guard let address = Self.address(of: device) else { return false }
    if addresses.insert(address).inserted {
      var function = Self.function(device)
      function.classCode = 0x0200
      extra.append(function)
    }
    return true
  }

  /// All functions that may be cards. Where drives are listed by themselves, those on the bus are not listed again.
  var cards: [PCIDevice] {
    (listed.map(\.function) + extra).filter { !isListedDrive($0) }
  }

  /// The devices that are no card, as far as the catalogue tells.
  func uncounted(by catalog: Catalog) -> [CycloneDXComponent] {
    listed.filter { isListedDrive($0.function) || !catalog.role(of: $0.function).isCard }.map(\.device)
  }

  private func isListedDrive(_ function: PCIDevice) -> Bool { listsDrives && function.classCode == 0x0108 }

  private static func function(_ device: CycloneDXComponent) -> PCIDevice {
    var function = PCIDevice(serials: device.serials, span: device.span)
    function.address = address(of: device)
    func number(_ name: String) -> String? {
      guard let text = device.value(of: "cdx:hbom:" + name)?.text else { return nil }
      return text.hasPrefix("0x") ? String(text.dropFirst(2)) : text
    }
    function.classCode = number("pciClassCode").flatMap { UInt16($0, radix: 16) }
    if let vendor = number("vendorId"), let model = number("productId") {
      function.identifier = PCIIdentifier(vendor: vendor, device: model)
    }
    let vendor = device.manufacturer?.name
    if let vendor, Placeholder.meaning(of: vendor.text) != nil { function.vendor = vendor }
    // A tool writes the maker's name where it knows no name of the model.
    if let name = device.name, name.text != vendor?.text, Placeholder.meaning(of: name.text) != nil,
      name.text != device.version?.text
    {
      function.model = name
    }
    return function
  }

  /// Where a device stands on the bus: `0000:c6:00.0`, or with `pci@` before it.
  private static func address(of device: CycloneDXComponent) -> PCIAddress? {
    for name in ["cdx:hbom:pciSlot", "cdx:hbom:busInfo", "cdx:hbom:pciAddress"] {
      guard let text = device.value(of: name)?.text else { continue }
      let bytes = text.hasPrefix("pci@") ? text.utf8.dropFirst(4) : text.utf8[...]
      if let address = PCIAddress(bytes) { return address }
    }
    return nil
  }
}

extension PCIRole {
  /// Whether a bill lists it.
  fileprivate var isCard: Bool {
    switch self {
    case .network, .storage: true
    default: isAccelerator
    }
  }
}
