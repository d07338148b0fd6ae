public import Diagnostics
internal import Quantities

/// Reads what `lspci -nn`, `lspci -n` or `lspci -vmmnn` prints of one machine: a server with the accelerators, network
/// cards and drives on its PCI bus. The numbers decide, never the names; processors are not on the bus and count as unknown.
public struct LspciReader {
  private let catalog: Catalog

  /// A reader that knows products by their PCI numbers.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Whether a text looks like a listing of `lspci`: its first line that says something begins with an address.
  public static func recognises(_ file: SourceFile) -> Bool {
    for line in TextLines(of: file).prefix(200) where !line.trimmed.isEmpty && !line.starts(with: "#") {
      if LspciBlock.isStart(line) { return true }
      return LspciEntry.address(of: line) != nil
    }
    return false
  }

  /// The bill of the machine; none where there are errors, all of which are reported.
  public func read(_ file: SourceFile, _ problems: inout Problems) -> [BillOfMaterials] {
    let before = problems.errorCount
    let devices = devices(file, &problems)
    guard problems.errorCount == before else { return [] }
    guard let first = devices.first else {
      problems.error(
        "no-device", Localized(zh: "没有找到 PCI 设备", en: "no PCI device was found"), at: SourceSpan(file: file),
        help: Self.advice)
      return []
    }
    checkAddresses(devices, &problems)
    checkNumbers(devices, &problems)
    guard problems.errorCount == before else { return [] }
    var host = Host(at: first.span)
    host.addUnseen(
      .cpu, Localized(zh: "lspci 不显示 CPU，按未知计", en: "lspci shows no CPUs, so they count as unknown"), at: first.span)
    host.addCards(devices, catalog)
    if !devices.contains(where: \.isBridge) {
      host.addUnseen(
        .accelerator,
        Localized(
          zh: "列表里没有任何桥设备，像是筛选过的；没有列出的加速卡按未知计，请用完整的 `lspci -nn`",
          en:
            "the list has no bridge, so it seems to be filtered; accelerators that it leaves out count as unknown; use all of `lspci -nn`"
        ), at: first.span)
    }
    host.check(&problems)
    guard problems.errorCount == before else { return [] }
    return [BillOfMaterials(hosts: [host], file: file)]
  }

  static let advice = Localized(
    zh: "请用 `lspci -nn` 或 `lspci -vmmnn` 的输出", en: "use the output of `lspci -nn` or `lspci -vmmnn`")

  private func devices(_ file: SourceFile, _ problems: inout Problems) -> [PCIDevice] {
    var devices: [PCIDevice] = []
    var block: LspciBlock?
    func finishBlock() {
      if let device = block?.device(catalog) { devices.append(device) }
      block = nil
    }
    for line in TextLines(of: file) {
      if line.trimmed.isEmpty {
        finishBlock()
      } else if LspciBlock.isStart(line) {
        finishBlock()
        block = LspciBlock(line, &problems)
      } else if block != nil {
        block?.add(line)
      } else if line.isIndented || line.starts(with: "#") {
        // Details of the device above, or a comment.
        continue
      } else if let entry = LspciEntry(line) {
        devices.append(entry.device(catalog))
      } else {
        problems.error(
          "bad-lspci-line", Localized(zh: "这一行不是 lspci 的设备", en: "this line is no device of lspci"), at: line.span,
          help: Self.advice)
      }
    }
    finishBlock()
    return devices
  }

  /// Two machines in one file would be counted as one.
  private func checkAddresses(_ devices: [PCIDevice], _ problems: inout Problems) {
    var first: [PCIAddress: SourceSpan] = [:]
    for device in devices {
      guard let address = device.address else { continue }
      guard let known = first.updateValue(device.span, forKey: address) else { continue }
      problems.error(
        "several-hosts",
        Localized(
          zh: "同一个 PCI 地址出现两次，文件里像是有几台机器", en: "a PCI address occurs twice; the file seems to hold several machines"),
        at: device.span, help: Localized(zh: "每台机器一个文件", en: "use one file for each machine"),
        notes: [Diagnostic.Note(Localized(zh: "第一处在这里", en: "the first is here"), at: known)])
      return
    }
  }

  /// Names alone are not enough.
  private func checkNumbers(_ devices: [PCIDevice], _ problems: inout Problems) {
    guard let device = devices.first(where: { $0.identifier == nil || $0.classCode == nil }) else { return }
    problems.error(
      "no-pci-numbers",
      Localized(zh: "没有 PCI 编号，名称不能作准", en: "there are no PCI numbers, and names cannot be relied on"),
      at: device.span, help: Self.advice)
  }
}
