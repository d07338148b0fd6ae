extension Catalog {
  /// What a function on the PCI bus is: by its numbers where there are some, else by its class and its names.
  func role(of device: PCIDevice) -> PCIRole {
    let known =
      device.identifier.map { components(showing: $0).filter { $0.kind == .accelerator && $0.isVerified } } ?? []
    if !known.isEmpty { return .accelerator(known.map(\.id)) }
    guard let classCode = device.classCode else { return .none }
    let row = pciVendor(of: device)
    if let row, let identifier = device.identifier, row.builtIn.contains(identifier.device) { return .builtIn }
    if let row, row.isVirtual { return .builtIn }
    switch (classCode >> 8, classCode & 0xFF) {
    case (0x02, _): return .network
    case (0x01, 0x08): return .storage
    case (0x12, _), (0x0B, 0x40), (0x03, _): break
    default: return .none
    }
    if isNamedAccelerator(device) { return .accelerator(nil) }
    // What sits on the root bus of a maker of processors is part of a processor or a chipset.
    if let row, row.hasIntegratedGraphics, device.address?.bus == 0 {
      return classCode >> 8 == 0x03 ? .display : .builtIn
    }
    guard classCode >> 8 == 0x03, classCode != 0x0302 else { return .unclassified }
    if let row, row.vendor.map({ !acceleratorVendors.contains($0) }) ?? true { return .display }
    // A new maker's number is in no table yet.
    return classCode == 0x0300 || row?.hasIntegratedGraphics ?? false ? .possible : .unclassified
  }

  /// What is known of the maker of a function: by its number, else by its name.
  func pciVendor(of device: PCIDevice) -> PCIVendor? {
    if let identifier = device.identifier { return pciVendors[identifier.vendor] }
    guard let name = device.vendor?.text else { return nil }
    let rows = pciVendors.values.filter { $0.name == name }.sorted { $0.number < $1.number }
    if let row = rows.first { return row }
    guard let vendor = resolver.vendor(named: name) else { return nil }
    // Of a vendor's several numbers the one whose devices need the most care.
    let own = pciVendors.values.filter { $0.vendor == vendor }.sorted { $0.number < $1.number }
    return own.first(where: \.hasIntegratedGraphics) ?? own.first
  }

  private func isNamedAccelerator(_ device: PCIDevice) -> Bool {
    guard let model = device.model else { return false }
    let found = resolver.resolve(kind: .accelerator, vendor: device.vendor?.text, model: model.text)
    return !found.candidates.isEmpty
  }
}
