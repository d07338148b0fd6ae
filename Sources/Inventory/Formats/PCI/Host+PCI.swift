internal import Diagnostics
internal import Quantities

extension Host {
  /// A card, or what stands for one where functions are told apart: a slot of the root bus, or all of another bus.
  private struct Place: Hashable {
    enum Category: Hashable { case accelerator, network, storage }

    var category: Category
    var vendor: String?
    var domain: UInt32
    var bus: UInt8
    var device: UInt8
  }

  private struct BusNumber: Hashable {
    var domain: UInt32
    var bus: UInt8
  }

  /// Adds the cards among the functions of the PCI bus. The functions of a card, virtual ones too, are one card.
  mutating func addCards(_ functions: [PCIDevice], _ catalog: Catalog) {
    let devices = functions.enumerated().sorted { left, right in
      guard let a = left.element.address, let b = right.element.address, a != b else {
        return left.offset < right.offset
      }
      return a < b
    }.map { (device: $0.element, role: catalog.role(of: $0.element)) }
    let primaries = Set(
      devices.compactMap { device, _ -> BusNumber? in
        guard let address = device.address, address.bus != 0, address.device == 0, address.function == 0,
          !device.isBridge
        else { return nil }
        return BusNumber(domain: address.domain, bus: address.bus)
      })
    // A maker's virtual functions may spill onto the next bus; they are no cards where a whole card is listed.
    let makers = Set(
      devices.filter { $0.role.isAccelerator && !$0.device.isVirtualFunction }.map { Self.maker(of: $0.device) })
    // Of the share of a card there is no card.
    var cards: [Place: Int?] = [:]
    for (device, role) in devices {
      guard let category = Self.category(of: role) else {
        noteUncounted(device, role)
        continue
      }
      let place = device.address.map { address in
        let isOwnBus = primaries.contains(BusNumber(domain: address.domain, bus: address.bus))
        return Place(
          category: category, vendor: Self.maker(of: device), domain: address.domain, bus: address.bus,
          device: isOwnBus ? 0 : address.device)
      }
      if let place, let card = cards[place] {
        // Each port of a card has a number of its own.
        if let card, !device.isVirtualFunction { add(device.serials, toPart: card) }
        continue
      }
      var card: Int?
      if device.isVirtualFunction {
        addShare(device, category: category, isExtra: makers.contains(Self.maker(of: device)))
      } else {
        card = addCard(device, role, catalog)
      }
      if let place { cards.updateValue(card, forKey: place) }
    }
  }

  private static func maker(of device: PCIDevice) -> String? {
    device.identifier?.vendor ?? device.vendor?.text
  }

  private static func category(of role: PCIRole) -> Place.Category? {
    switch role {
    case .accelerator, .unclassified, .possible: .accelerator
    case .network: .network
    case .storage: .storage
    case .display, .builtIn, .none: nil
    }
  }

  private mutating func noteUncounted(_ device: PCIDevice, _ role: PCIRole) {
    guard role == .display else { return }
    remark(
      "display-controller", .note,
      Localized(
        zh: "显示控制器不计为加速卡：\(device.title)", en: "a display controller is not counted as an accelerator: \(device.title)"),
      span: device.span)
  }

  /// A virtual function without the card that it is a share of.
  private mutating func addShare(_ device: PCIDevice, category: Place.Category, isExtra: Bool) {
    guard category == .accelerator, !isExtra else { return }
    var line = Line(kind: .accelerator, quantity: Interval(.zero, .one), span: device.span)
    line.name(vendor: device.vendor, model: device.model)
    remark(
      "virtual-function", .warning,
      Localized(
        zh: "\(device.title) 是一张加速卡的虚拟功能，只是一份，按 0 到 1 张计",
        en: "\(device.title) is a virtual function, a share of an accelerator; it counts as 0 to 1"),
      part: add(line), span: device.span)
  }

  private mutating func addCard(_ device: PCIDevice, _ role: PCIRole, _ catalog: Catalog) -> Int {
    let kind: Kind = role == .network ? .network : role == .storage ? .storage : .accelerator
    var line = Line(kind: kind, quantity: role == .possible ? Interval(.zero, .one) : .one, span: device.span)
    line.name(vendor: device.vendor, model: device.model)
    if case .accelerator(let components) = role { line.components = components }
    if line.model == nil, let identifier = device.identifier {
      let number = "[\(identifier.vendor):\(identifier.device)]"
      // A number must not be read as a product's name.
      if catalog.resolver.resolve(kind: kind, vendor: line.vendor, model: number).isUnknown { line.model = number }
    }
    let part = add(line, serials: device.serials)
    switch role {
    case .unclassified:
      remark(
        "unclassified-accelerator", .warning,
        Localized(
          zh: "\(device.title) 按类别是加速卡，但目录中没有它的编号，型号不明",
          en: "\(device.title) is an accelerator by its class, but the catalogue does not know its number"),
        part: part, span: device.span)
    case .possible:
      remark(
        "possible-accelerator", .warning,
        Localized(
          zh: "\(device.title) 是显示控制器，目录中没有它的编号，可能是加速卡，按 0 到 1 张计",
          en:
            "\(device.title) is a display controller whose number the catalogue does not know; it may be an accelerator and counts as 0 to 1"
        ),
        part: part, span: device.span)
    default: break
    }
    return part
  }
}

extension Resolution {
  /// Whether no component has anything to do with the names.
  fileprivate var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}
