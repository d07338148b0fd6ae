internal import Diagnostics
internal import Quantities

/// The devices that an inventory of a running host lists one by one (`cdx:hbom:`): those that a bill counts, and the many
/// that it does not.
struct CycloneDXHost {
  /// What a device of an inventory is to a bill.
  enum Role: String {
    case processor, memory, storage
    case interface = "network-interface"
    case function = "pci-device"
    case display = "display-adapter"
    case displayController = "display-controller"
  }

  /// Devices of no kind, or another view of one that is listed beside them.
  private static let uncounted: Set<String> = [
    "audio-controller", "audio-device", "bluetooth-controller", "bluetooth-device", "board", "bus", "camera", "chassis",
    "display", "display-connector", "fan", "firmware", "firmware-device", "modem", "power", "power-adapter",
    "sdio-device", "sensor", "storage-container", "storage-controller", "storage-volume", "thermal-zone",
    "thunderbolt-device", "tpm", "usb-controller", "usb-device", "video-device", "wireless-adapter",
  ]

  private(set) var devices: [(device: CycloneDXComponent, role: Role)] = []
  private(set) var others: [(device: CycloneDXComponent, sort: String)] = []

  /// The host's devices among some components.
  init(_ components: [CycloneDXComponent]) {
    for component in components {
      guard let sort = Self.sort(of: component) else { continue }
      if let role = Role(rawValue: sort) {
        devices.append((component, role))
      } else {
        others.append((component, sort))
      }
    }
  }

  /// What a device of an inventory is, in the tool's words; nil for any other component, and for one of which our own
  /// properties say something.
  static func sort(of component: CycloneDXComponent) -> String? {
    guard let sort = component.value(of: "cdx:hbom:hardwareClass")?.text,
      Role(rawValue: sort) != nil || uncounted.contains(sort), component.components.isEmpty,
      !component.properties.contains(where: { CycloneDXOwnNames.isOwn($0.name.text) })
    else { return nil }
    return sort
  }

  /// Whether a role is among the devices.
  func has(_ role: Role) -> Bool { devices.contains { $0.role == role } }
}

extension CycloneDXLineMaker {
  /// Adds the lines of a host's devices. They go before all others, so that their places are those of the machine's
  /// parts.
  mutating func add(_ host: CycloneDXHost, to shelf: inout Shelf) {
    for (device, sort) in host.others { tally.add(.hostDevice, sort: sort, at: device.span) }
    guard let first = host.devices.first?.device else { return }
    var machine = Host(at: first.place)
    machine.line.id = shelf.parent
    var functions = CycloneDXFunctions(host)
    for (device, role) in host.devices {
      switch role {
      case .processor: addProcessor(device, to: &machine)
      case .memory: addMemory(device, to: &machine)
      case .storage: machine.add(line(of: device, .storage, in: host), serials: device.serials)
      case .interface:
        if !functions.take(interface: device) { addInterface(device, functions, host, to: &machine) }
      case .function, .display, .displayController: break
      }
    }
    machine.addCards(functions.cards, catalog)
    for device in functions.uncounted(by: catalog) {
      tally.add(.hostDevice, sort: device.value(of: "cdx:hbom:hardwareClass")?.text, at: device.span)
    }
    machine.check(&problems)
    var (line, said) = machine.finished(number: shelf.number)
    findings += said
    if shelf.parent != nil {
      shelf.lines += line.contents ?? []
    } else {
      line.kind = .other
      tally.add(.unmapped, at: first.place)
      shelf.lines.append(line)
    }
  }

  /// A line of a device with its names.
  private mutating func line(of device: CycloneDXComponent, _ kind: Kind, in host: CycloneDXHost) -> Line {
    var line = Line(kind: kind, quantity: .one, span: device.span)
    // The tools put the name that the system gave the device where its model is unknown.
    let model = device.name?.text == device.version?.text ? nil : meaning(device.name)
    line.name(vendor: meaning(device.manufacturer?.name), model: model)
    return line
  }

  private mutating func addProcessor(_ device: CycloneDXComponent, to machine: inout Host) {
    var line = Line(kind: .cpu, quantity: .one, span: device.span)
    var vendor = meaning(device.manufacturer?.name)
    if let written = vendor, Self.designers.contains(written.text.lowercased()) || written.text.hasPrefix("0x") {
      tally.add(.coreDesigner, written.text, at: written.span)
      vendor = nil
    }
    line.name(vendor: vendor, model: meaning(device.name))
    let written = device.value(of: "cdx:hbom:socketCount")
    if let written, let count = Int(written.text), count > 0 {
      line.quantity = Interval(exactly: Rational(count))
      line.places[.quantity] = written.span
      machine.add(line, serials: device.serials)
      return
    }
    line.quantity = Interval(.finite(.one), .infinity)
    machine.remark(
      "sockets-unknown", .warning,
      Localized(zh: "没有写 CPU 的颗数，按至少 1 颗计", en: "the number of processors is not given; it counts as 1 or more"),
      part: machine.add(line, serials: device.serials), span: device.span)
  }

  private mutating func addMemory(_ device: CycloneDXComponent, to machine: inout Host) {
    var line = Line(kind: .memory, quantity: Interval(.finite(.one), .infinity), span: device.span)
    let model = device.name?.text == "System Memory" ? nil : meaning(device.name)
    line.name(vendor: meaning(device.manufacturer?.name), model: model)
    machine.remark(
      "modules-unknown", .note,
      Localized(
        zh: "只写了内存总量，没有写条数，按至少 1 条计",
        en: "only the whole of the memory is given, not how many modules; they count as 1 or more"),
      part: machine.add(line, serials: device.serials), span: device.span)
  }

  /// An interface that is no function of the PCI bus. One of which nobody says where it is may be one that is listed
  /// there.
  private mutating func addInterface(
    _ device: CycloneDXComponent, _ functions: CycloneDXFunctions, _ host: CycloneDXHost, to machine: inout Host
  ) {
    if device.value(of: "cdx:hbom:busInfo") == nil, host.has(.function) {
      tally.add(.hostDevice, sort: CycloneDXHost.Role.interface.rawValue, at: device.span)
    } else {
      machine.add(line(of: device, .network, in: host), serials: device.serials)
    }
  }

  /// Who designs cores for the chips of others, as `lscpu` prints it.
  private static let designers: Set<String> = ["arm", "arm ltd", "arm ltd.", "arm limited"]
}
