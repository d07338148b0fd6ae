internal import Diagnostics
internal import Quantities

extension Host {
  /// Takes over maker and product of the machine.
  mutating func nameSystem(_ system: DmiSection?, among sections: [DmiSection]) {
    // The chassis is left out: several machines may share one.
    let boards = sections.filter { $0.kind == .board }
    serials = SerialNumbers(([system].compactMap(\.self) + boards).compactMap { $0.found("Serial Number") })
    guard let system else {
      remark(
        "system-not-shown", .note,
        Localized(
          zh: "输出里没有整机信息（DMI 类型 1），厂商和型号不明",
          en: "the output has no system information (DMI type 1), so maker and model are unknown"),
        span: line.span)
      return
    }
    let model = system.found("Product Name")
    line.name(vendor: system.found("Manufacturer"), model: model)
    if let form = sections.first(where: { $0.kind == .chassis })?.found("Type") { noteForm(form) }
    if model == nil {
      let names = [boards.first?.found("Manufacturer"), boards.first?.found("Product Name")].compactMap { $0?.text }
      noteUnnamed(hint: names.isEmpty ? nil : names.joined(separator: " "), part: nil, span: system.span)
    }
  }

  /// A desktop or a notebook is no server.
  mutating func noteForm(_ form: Found) {
    guard Self.personalForms.contains(form.text.lowercased()) else { return }
    line.kind = .other
    remark(
      "not-a-server", .note,
      Localized(zh: "机箱类型是 `\(form.text)`，不是服务器", en: "the chassis is a `\(form.text)`, so the machine is no server"),
      span: form.span)
  }

  private static let personalForms: Set<String> = [
    "notebook", "laptop", "portable", "sub notebook", "hand held", "tablet", "convertible", "detachable", "all in one",
    "desktop", "desktop computer", "low profile desktop", "mini pc", "space-saving", "lunch box", "stick pc",
    "all-in-one", "handheld", "low-profile", "sub-notebook", "lunchbox",
  ]

  /// A part or the machine has no model: what else was read is said, and nothing is made of it.
  mutating func noteUnnamed(hint: String?, part: Int?, span: SourceSpan) {
    let what = hint.map { Localized(zh: "；可参考：\($0)", en: "; for reference: \($0)") } ?? Localized("")
    remark(
      "model-missing", .note,
      Localized(
        zh: "型号未填或是占位文字，按未知计\(what.zh)",
        en: "the model is not filled in, or a placeholder, and counts as unknown\(what.en)"),
      part: part, span: span)
  }

  /// Adds the processors of the sockets.
  mutating func addProcessors(_ sockets: [DmiSection]) {
    for socket in sockets {
      if let type = socket.found("Type"), type.text != "Central Processor" { continue }
      let status = socket.fields["Status"]
      if let status, !status.starts(with: "Populated") { continue }
      var part = Line(kind: .cpu, quantity: status == nil ? Interval(.zero, .one) : .one, span: socket.span)
      part.name(vendor: socket.found("Manufacturer"), model: socket.found("Version"))
      part.places[.quantity] = status?.trimmed.span
      if let cores = socket.fields["Core Count"], let count = HostSpecs.count(cores.trimmed.text) {
        part.specs["cores"] = count
        part.places[.specs] = cores.trimmed.span
      }
      let index = add(part, serials: SerialNumbers(socket.found("Serial Number")))
      if part.model == nil { noteUnnamed(hint: socket.found("Family")?.text, part: index, span: socket.span) }
      if status == nil {
        remark(
          "socket-open", .warning,
          Localized(
            zh: "没有说插槽是否装有 CPU，按 0 到 1 颗计", en: "whether the socket is populated is not said; it counts as 0 to 1"),
          part: index, span: socket.span)
      }
    }
    guard !has(.cpu) else { return }
    addUnseen(
      .cpu,
      Localized(
        zh: "输出里没有装有 CPU 的插槽，CPU 按未知计", en: "the output shows no populated socket, so the CPUs count as unknown"),
      at: line.span)
  }

  /// Adds a memory module; an empty slot is none.
  mutating func addMemory(_ slot: DmiSection) {
    guard let size = slot.fields["Size"]?.trimmed, !Self.emptySizes.contains(size.text) else { return }
    if let type = slot.found("Type"), Self.firmwareTypes.contains(type.text) { return }
    var part = Line(kind: .memory, quantity: .one, span: slot.span)
    part.name(vendor: slot.found("Manufacturer"), model: slot.found("Part Number"))
    if let memory = HostSpecs.bytes(size.text).flatMap(HostSpecs.memory(bytes:)) {
      part.specs["memory_gb"] = memory
      part.places[.specs] = size.span
    }
    add(part, serials: SerialNumbers(slot.found("Serial Number")))
  }

  private static let emptySizes: Set<String> = ["No Module Installed", "Not Installed", "0", "0 MB", "0 bytes", ""]
  private static let firmwareTypes: Set<String> = ["Flash", "ROM", "EEPROM", "FEPROM", "EPROM"]
}
