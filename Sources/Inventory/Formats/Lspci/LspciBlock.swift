internal import Diagnostics

/// A device as a block of lines, as `lspci -vmmnn` prints it: `Slot:`, `Class:`, `Vendor:`, `Device:` and others.
struct LspciBlock {
  private let span: SourceSpan
  private let address: PCIAddress?
  private var classCode: UInt16?
  private var vendor: (number: String, name: Found?)?
  private var model: (number: String, name: Found?)?

  /// Whether a line opens a block.
  static func isStart(_ line: TextLine) -> Bool { line.starts(with: "Slot:") }

  init(_ line: TextLine, _ problems: inout Problems) {
    span = line.trimmed.span
    let value = line.split?.value ?? line
    address = PCIAddress(value.content)
    if address == nil {
      problems.error(
        "bad-lspci-line", Localized(zh: "`\(value.text)` 不是 PCI 地址", en: "`\(value.text)` is no PCI address"),
        at: value.span,
        help: LspciReader.advice)
    }
  }

  /// Takes a further line of the block.
  mutating func add(_ line: TextLine) {
    guard let (key, value) = line.split else { return }
    switch key.text {
    case "Class": classCode = Self.numbered(value).flatMap { UInt16(hexadecimal: $0.number.utf8) }
    case "Vendor": vendor = Self.numbered(value)
    case "Device": model = Self.numbered(value)
    default: break
    }
  }

  /// `NVIDIA Corporation [10de]`: the number in the last brackets, and the name before them.
  private static func numbered(_ value: TextLine) -> (number: String, name: Found?)? {
    let end = value.bytes.upperBound
    let bytes = value.file.bytes
    guard value.bytes.count >= 6, bytes[end - 1] == 0x5D, bytes[end - 6] == 0x5B else {
      return value.bytes.count == 4 ? (value.text, nil) : nil
    }
    let number = value.piece((end - 5)..<(end - 1)).text
    return (number, value.piece(value.bytes.lowerBound..<(end - 6)).found?.known)
  }

  /// The function; nil where the block has no address.
  func device(_ catalog: Catalog) -> PCIDevice? {
    guard let address else { return nil }
    var device = PCIDevice(address: address, classCode: classCode, span: span)
    if let vendor, let model { device.identifier = PCIIdentifier(vendor: vendor.number, device: model.number) }
    device.vendor =
      vendor?.name ?? vendor.flatMap { catalog.pciVendors[$0.number] }.map { Found(text: $0.name, span: span) }
    device.model = model?.name
    return device
  }
}
