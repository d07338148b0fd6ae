internal import Diagnostics
internal import Documents
internal import Quantities

extension Host {
  /// Takes over what a system says of itself.
  mutating func describe(_ system: RedfishResource) {
    let model = system.found("Model")
    line.name(vendor: system.found("Manufacturer"), model: model)
    serials = system.serials
    if model == nil {
      let hint = [system.found("SKU"), system.found("PartNumber")].compactMap { $0?.text }.first
      noteUnnamed(hint: hint, part: nil, span: line.span)
    }
    guard let type = system.found("SystemType"), type.text != "Physical" else { return }
    if type.text == "DPU" { line.kind = .other }
    remark(
      type.text == "DPU" ? "not-a-server" : "system-type", .note,
      Localized(zh: "系统类型是 `\(type.text)`，不是实体服务器", en: "the system is of the type `\(type.text)`, no physical server"),
      span: type.span)
  }

  /// Adds the parts of a system, or those that no system is known of.
  mutating func addParts(
    of system: RedfishResource?, _ parts: [RedfishResource], _ tree: RedfishTree, _ catalog: Catalog
  ) {
    let hint = system.map {
      [$0.found("Manufacturer"), $0.found("Model")].compactMap { $0?.text }.joined(separator: " ")
    }
    let processors = parts.filter { $0.type == "Processor" && !$0.id.contains("/SubProcessors/") && !$0.isAbsent }
    for processor in processors { addProcessor(processor, hint: hint, catalog) }
    let collections = parts.filter { $0.type == "ProcessorCollection" && !$0.id.contains("/SubProcessors") }
    for collection in collections { addUnread(collection, tree) }
    if let system, !parts.contains(where: { $0.type == "Processor" }), !collections.contains(where: \.hasMembers) {
      addSummary(of: system)
    } else if let system {
      compareSummary(of: system)
    }
    let serials = Set(processors.compactMap { $0.found("SerialNumber")?.text })
    let hasAccelerators = has(.accelerator)
    for graphics in parts where graphics.type == "GraphicsController" && !graphics.isAbsent {
      if let serial = graphics.found("SerialNumber")?.text, serials.contains(serial) { continue }
      addGraphics(graphics, isExtra: hasAccelerators, catalog)
    }
    if count(of: .accelerator) == .zero { addFunctions(parts.filter { $0.type == "PCIeFunction" }, tree, catalog) }
    for part in parts where !part.isAbsent {
      switch part.type {
      case "Memory": addModule(part)
      case "Drive": addDrive(part)
      case "NetworkAdapter": addPart(.network, part, model: part.found("Model") ?? part.found("PartNumber"))
      default: break
      }
    }
  }

  @discardableResult
  private mutating func addPart(
    _ kind: Kind, _ part: RedfishResource, model: Found?, quantity: Interval = .one,
    spec: (String, SpecValue?, Node?)? = nil, isSecond: Bool = false
  ) -> Int {
    var line = Line(kind: kind, quantity: quantity, span: part.span)
    line.name(vendor: part.found("Manufacturer") ?? Found(part.node["ProcessorId"]?["VendorId"]), model: model)
    if let (name, value, node) = spec, let value {
      line.specs[name] = value
      line.places[.specs] = node?.span
    }
    return add(line, serials: isSecond ? SerialNumbers() : part.serials)
  }

  private mutating func addProcessor(_ processor: RedfishResource, hint: String?, _ catalog: Catalog) {
    let model = processor.found("Model") ?? processor.found("PartNumber")
    let type = processor.node["ProcessorType"].flatMap { $0.kind == .scalar && !$0.isNull ? $0 : nil }
    let cores = processor.node["TotalCores"]
    let parts: [Int]
    switch type?.text {
    case "Core", "Thread": return
    case "CPU": parts = [addPart(.cpu, processor, model: model, spec: ("cores", HostSpecs.count(cores?.text), cores))]
    // NPU is no word of DMTF's, but Huawei's controllers write it.
    case "GPU", "NPU", "FPGA", "DSP", "Accelerator": parts = [addPart(.accelerator, processor, model: model)]
    case .some(let word):
      let part = addPart(.accelerator, processor, model: model)
      parts = [part]
      remark(
        "unclassified-accelerator", .warning,
        Localized(
          zh: "处理器类型 `\(word)` 不说明是什么，按型号不明的加速卡计",
          en: "the processor type `\(word)` does not say what it is; it counts as an accelerator"),
        part: part, span: type?.span ?? processor.span)
    case nil: parts = addUntyped(processor, model: model, catalog)
    }
    guard model == nil else { return }
    for part in parts { noteUnnamed(hint: hint, part: part, span: processor.span) }
  }

  /// A processor that does not say what it is: what the catalogue knows under its name, else either.
  private mutating func addUntyped(_ processor: RedfishResource, model: Found?, _ catalog: Catalog) -> [Int] {
    let vendor = processor.found("Manufacturer")?.text
    let kinds = [Kind.cpu, .accelerator].filter {
      !catalog.resolver.resolve(kind: $0, vendor: vendor, model: model?.text).candidates.isEmpty
    }
    if kinds.count == 1 { return [addPart(kinds[0], processor, model: model)] }
    return [Kind.cpu, .accelerator].map { kind in
      // It is one thing, so that one of the two lines has its number.
      let part = addPart(
        kind, processor, model: model, quantity: Interval(.zero, .one), isSecond: kind == .accelerator)
      remark(
        "untyped-processor", .warning,
        Localized(
          zh: "没有 ProcessorType，可能是 CPU 也可能是加速卡，各按 0 到 1 计",
          en: "there is no ProcessorType; it may be a CPU or an accelerator and counts as 0 to 1 of each"),
        part: part, span: processor.span)
      return part
    }
  }

  /// Members that a collection links to and the dump lacks may be CPUs or accelerators.
  private mutating func addUnread(_ collection: RedfishResource, _ tree: RedfishTree) {
    let members = collection.node["Members"]
    var missing: [Node] = []
    if let members {
      for member in members.items where member.count == 1 {
        if let id = member["@odata.id"], !tree.has(id.text) { missing.append(id) }
      }
    }
    let stated = collection.node["Members@odata.count"].flatMap { Int($0.text) } ?? 0
    let unseen = missing.count + min(max(0, stated - (members?.count ?? 0)), 1 << 20)
    guard unseen > 0 else { return }
    let span = missing.first?.span ?? members?.span ?? collection.span
    for kind in [Kind.cpu, .accelerator] {
      let part = add(Line(kind: kind, quantity: Interval(.zero, Rational(unseen)), span: span))
      remark(
        "member-missing", .warning,
        Localized(
          zh: "导出文件缺少 \(unseen) 个处理器，可能是 CPU 也可能是加速卡，各按 0 到 \(unseen) 计",
          en:
            "the dump lacks \(unseen) processors; they may be CPUs or accelerators and count as 0 to \(unseen) of each"),
        part: part, span: span)
    }
  }

  /// A dump without processors still has the summary of the system.
  private mutating func addSummary(of system: RedfishResource) {
    let summary = system.node["ProcessorSummary"]
    if let count = summary?["Count"], let number = Int(count.text), number > 0 {
      var line = Line(kind: .cpu, quantity: Interval(exactly: Rational(number)), span: summary?.headSpan ?? system.span)
      line.name(vendor: nil, model: Found(summary?["Model"]))
      line.places[.quantity] = count.span
      add(line)
    } else {
      addUnseen(
        .cpu, Localized(zh: "导出文件没有列出 CPU，按未知计", en: "the dump lists no CPUs, so they count as unknown"),
        at: system.span)
    }
    addUnseen(
      .accelerator,
      Localized(zh: "导出文件没有列出处理器和加速卡，加速卡按未知计", en: "the dump lists no processors, so accelerators count as unknown"),
      at: system.span)
  }

  private mutating func compareSummary(of system: RedfishResource) {
    guard let node = system.node["ProcessorSummary"]?["Count"], let stated = Int(node.text) else { return }
    let counted = count(of: .cpu)
    guard counted != Rational(stated) else { return }
    remark(
      "count-mismatch", .warning,
      Localized(
        zh: "ProcessorSummary 写有 \(stated) 颗 CPU，而在位的有 \(counted) 颗；以逐个列出的为准",
        en: "CPUs in ProcessorSummary: \(stated), present one by one: \(counted); those present count"),
      span: node.span)
  }

  /// A graphics controller drives a screen; only the catalogue can say that it is an accelerator.
  private mutating func addGraphics(_ graphics: RedfishResource, isExtra: Bool, _ catalog: Catalog) {
    if graphics.node["Links"]?["Processors"]?.count ?? 0 > 0 { return }
    let model = graphics.found("Model") ?? graphics.found("PartNumber")
    let vendor = graphics.found("Manufacturer")?.text
    guard !catalog.resolver.resolve(kind: .accelerator, vendor: vendor, model: model?.text).candidates.isEmpty else {
      let title = [vendor, model?.text].compactMap(\.self).joined(separator: " ")
      remark(
        "display-controller", .note,
        Localized(zh: "显示控制器不计为加速卡：\(title)", en: "a display controller is not counted as an accelerator: \(title)"),
        span: graphics.span)
      return
    }
    let part = addPart(.accelerator, graphics, model: model, quantity: isExtra ? Interval(.zero, .one) : .one)
    guard isExtra else { return }
    remark(
      "possible-accelerator", .warning,
      Localized(
        zh: "GraphicsControllers 里的加速卡可能已在 Processors 里，按 0 到 1 张计",
        en: "an accelerator under GraphicsControllers may be among the processors already; it counts as 0 to 1"),
      part: part, span: graphics.span)
  }

  /// Where no processor is an accelerator, functions on the PCI bus may be.
  private mutating func addFunctions(_ functions: [RedfishResource], _ tree: RedfishTree, _ catalog: Catalog) {
    var taken: Set<String> = []
    var devices: [PCIDevice] = []
    for function in functions where !(function.node["FunctionType"]?.hasText("Virtual") ?? false) && !function.isAbsent
    {
      // `…/PCIeDevices/GPU1/PCIeFunctions/1` belongs to `…/PCIeDevices/GPU1`.
      let device = RedfishResource.parent(of: function.id).flatMap { RedfishResource.parent(of: $0) }
      let pci = function.pciDevice(on: device.flatMap { tree.resource($0) })
      guard catalog.role(of: pci).isAccelerator else { continue }
      if let device, !taken.insert(device).inserted { continue }
      devices.append(pci)
    }
    addCards(devices, catalog)
  }

  private mutating func addModule(_ module: RedfishResource) {
    let capacity = module.node["CapacityMiB"]
    if let capacity, capacity.hasText("0") { return }
    let size = (capacity.flatMap { Int128($0.text) }).flatMap { $0 < 1 << 60 ? HostSpecs.memory(bytes: $0 << 20) : nil }
    addPart(
      .memory, module, model: module.found("PartNumber") ?? module.found("Model"), spec: ("memory_gb", size, capacity))
  }

  private mutating func addDrive(_ drive: RedfishResource) {
    let bytes = drive.node["CapacityBytes"]
    let capacity = (bytes.flatMap { Int128($0.text) }).flatMap { HostSpecs.capacity(bytes: $0) }
    addPart(
      .storage, drive, model: drive.found("Model") ?? drive.found("PartNumber"), spec: ("capacity_tb", capacity, bytes))
  }
}

extension RedfishResource {
  /// Whether a collection has members, in the dump or not.
  fileprivate var hasMembers: Bool { node["Members"]?.count ?? 0 > 0 }

  /// The function on the PCI bus that it describes.
  fileprivate func pciDevice(on device: RedfishResource?) -> PCIDevice {
    func digits(_ key: String) -> String? {
      guard let text = found(key)?.text.lowercased(), text.hasPrefix("0x") else { return nil }
      return String(text.dropFirst(2))
    }
    var pci = PCIDevice(span: span)
    if let vendor = digits("VendorId"), let model = digits("DeviceId") {
      pci.identifier = PCIIdentifier(vendor: vendor, device: model)
    }
    pci.classCode = digits("ClassCode").flatMap { UInt16(hexadecimal: $0.utf8.prefix(4)) } ?? classByName
    pci.vendor = device?.found("Manufacturer")
    pci.model = device?.found("Model") ?? device?.found("PartNumber")
    pci.serials = device?.serials ?? SerialNumbers()
    return pci
  }

  private var classByName: UInt16? {
    switch found("DeviceClass")?.text {
    case "ProcessingAccelerators": 0x1200
    case "Coprocessor": 0x0B40
    case "DisplayController": 0x0380
    default: nil
    }
  }
}
