internal import Diagnostics
internal import Documents
internal import Quantities

/// Goes through the tree of a machine and collects its parts.
struct LshwWalk {
  let catalog: Catalog
  private var devices: [PCIDevice] = []
  private var cores: [LshwNode] = []
  private var seesBus = false

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Takes a node and all that it contains. The document's own limit bounds the depth.
  mutating func visit(_ node: LshwNode, in host: inout Host) {
    // Sticks, keyboards and virtual media hang on USB.
    if node.node["businfo"]?.text.hasPrefix("usb@") ?? false { return }
    var contents = node.children
    if let device = node.pciDevice {
      seesBus = true
      devices.append(device)
      // The drive that an NVMe controller is, is listed below it once more.
      if device.classCode == 0x0108 { contents = [] }
    }
    switch node.kind {
    case "bus" where node.id == "core": host.serials.add(node.serials)
    case "processor" where node.id.isNumbered("cpu") && !node.isDisabled: addProcessor(node, to: &host)
    case "memory" where node.id.isNumbered("bank"): addMemory(node, to: &host)
    case "disk" where node.id.isNumbered("disk"): addDrive(node, to: &host)
    default: break
    }
    for child in contents { visit(child, in: &host) }
  }

  /// Adds what can only be told once all is seen.
  mutating func finish(_ host: inout Host) {
    addCores(to: &host)
    if !host.has(.cpu) {
      host.addUnseen(
        .cpu, Localized(zh: "输出里没有 CPU，按未知计", en: "the output shows no CPU, so they count as unknown"),
        at: host.line.span)
    }
    host.addCards(devices, catalog)
    if !seesBus {
      host.addUnseen(
        .accelerator,
        Localized(
          zh: "输出里没有 PCI 总线，加速卡按未知计；请用完整的 `lshw -json -numeric`",
          en: "the output shows no PCI bus, so accelerators count as unknown; use all of `lshw -json -numeric`"),
        at: host.line.span)
    }
  }

  private mutating func addProcessor(_ node: LshwNode, to host: inout Host) {
    // Firmware tables list sockets; a device tree lists cores, without a word on their maker.
    let isSocket = node.node["handle"]?.text.hasPrefix("DMI:") ?? false
    guard isSocket || node.found("vendor") != nil else {
      cores.append(node)
      return
    }
    if node.node["description"]?.text.lowercased().contains("[empty]") ?? false { return }
    let part = host.add(processor(node), serials: node.serials)
    if node.found("product") == nil, node.found("version") == nil {
      host.noteUnnamed(hint: nil, part: part, span: node.node.headSpan)
    }
  }

  private func processor(_ node: LshwNode) -> Line {
    var line = Line(kind: .cpu, quantity: .one, span: node.node.headSpan)
    line.name(vendor: node.found("vendor"), model: node.found("product") ?? node.found("version"))
    let cores = node.node["configuration"]?["cores"]
    if let cores, let count = HostSpecs.count(cores.text) {
      line.specs["cores"] = count
      line.places[.specs] = cores.span
    }
    return line
  }

  /// Cores without a socket: at least one processor, at most one for each.
  private func addCores(to host: inout Host) {
    guard let first = cores.first else { return }
    let models = Set(cores.map { ($0.found("product") ?? $0.found("version"))?.text })
    var line = Line(
      kind: .cpu, quantity: Interval(.one, Rational(cores.count)), span: first.node.headSpan)
    if models.count == 1 { line.name(vendor: nil, model: first.found("product") ?? first.found("version")) }
    host.remark(
      "cores-not-sockets", .warning,
      Localized(
        zh: "列出 \(cores.count) 个没有厂商的 CPU，可能是同一颗的内核，按 1 到 \(cores.count) 颗计",
        en:
          "\(cores.count) CPUs without a maker are listed; they may be cores of one, so they count as 1 to \(cores.count)"
      ),
      part: host.add(line), span: first.node.headSpan)
  }

  private func addMemory(_ node: LshwNode, to host: inout Host) {
    guard let bytes = node.bytes else { return }
    var line = Line(kind: .memory, quantity: .one, span: node.node.headSpan)
    line.name(vendor: node.found("vendor"), model: node.found("product"))
    line.specs["memory_gb"] = HostSpecs.memory(bytes: bytes)
    line.places[.specs] = node.node["size"]?.span
    host.add(line, serials: node.serials)
  }

  private func addDrive(_ node: LshwNode, to host: inout Host) {
    guard let bytes = node.bytes, node.node["capabilities"]?["removable"] == nil else { return }
    var line = Line(kind: .storage, quantity: .one, span: node.node.headSpan)
    line.name(vendor: node.found("vendor"), model: node.found("product"))
    line.specs["capacity_tb"] = HostSpecs.capacity(bytes: bytes)
    line.places[.specs] = node.node["size"]?.span
    host.add(line, serials: node.serials)
  }
}

extension String {
  /// Whether it is a word, or the word with a number: `cpu`, `cpu:1`.
  fileprivate func isNumbered(_ word: String) -> Bool {
    guard hasPrefix(word) else { return false }
    let rest = utf8.dropFirst(word.utf8.count)
    return rest.isEmpty || rest.first == 0x3A
  }
}
