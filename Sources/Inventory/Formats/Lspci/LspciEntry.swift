internal import Diagnostics

/// A device on one line: `17:00.0 3D controller [0302]: NVIDIA Corporation GA100 [A100 PCIe 80GB] [10de:20b5] (rev a1)`,
/// or `17:00.0 0302: 10de:20b5 (rev a1)`.
struct LspciEntry {
  private let line: TextLine
  private let address: PCIAddress
  private var classCode: UInt16?
  private var identifier: PCIIdentifier?
  /// Maker and model, which the list does not tell apart.
  private var names: TextLine?

  /// The address that a line begins with, and the bytes of it.
  static func address(of line: TextLine) -> (address: PCIAddress, end: Int)? {
    let content = line.content.prefix(24)
    guard let end = content.firstIndex(of: 0x20), let address = PCIAddress(content[..<end]) else { return nil }
    return (address, end)
  }

  init?(_ line: TextLine) {
    guard let (address, end) = Self.address(of: line) else { return nil }
    self.line = line
    self.address = address
    let rest = line.piece(end..<line.bytes.upperBound).trimmed
    guard let body = Self.afterClass(rest) else { return }
    classCode = body.code
    let bytes = line.file.bytes
    // The numbers stand last, before a revision; a name may hold brackets of its own.
    var open = body.rest.bytes.upperBound - 11
    while open >= body.rest.bytes.lowerBound {
      if bytes[open] == 0x5B, bytes[open + 10] == 0x5D, let found = Self.identifier(bytes[(open + 1)..<(open + 10)]) {
        identifier = found
        names = body.rest.piece(body.rest.bytes.lowerBound..<open).trimmed
        return
      }
      open -= 1
    }
    identifier = Self.identifier(body.rest.content.prefix(9))
  }

  /// The class, and what follows its colon.
  private static func afterClass(_ rest: TextLine) -> (code: UInt16, rest: TextLine)? {
    let bytes = rest.file.bytes
    let range = rest.bytes
    // `lspci -n` writes the number alone.
    if range.count > 5, bytes[range.lowerBound + 4] == 0x3A,
      let code = UInt16(hexadecimal: bytes[range.lowerBound..<(range.lowerBound + 4)])
    {
      return (code, rest.piece((range.lowerBound + 5)..<range.upperBound).trimmed)
    }
    var index = range.lowerBound
    while index + 6 < range.upperBound {
      if bytes[index] == 0x5B, bytes[index + 5] == 0x5D, bytes[index + 6] == 0x3A,
        let code = UInt16(hexadecimal: bytes[(index + 1)..<(index + 5)])
      {
        return (code, rest.piece((index + 7)..<range.upperBound).trimmed)
      }
      index += 1
    }
    return nil
  }

  private static func identifier(_ bytes: ArraySlice<UInt8>) -> PCIIdentifier? {
    guard bytes.count == 9, bytes[bytes.startIndex + 4] == 0x3A else { return nil }
    return PCIIdentifier(
      vendor: String(decoding: bytes.prefix(4), as: UTF8.self), device: String(decoding: bytes.suffix(4), as: UTF8.self)
    )
  }

  /// The function; the table of makers tells where the maker's name ends.
  func device(_ catalog: Catalog) -> PCIDevice {
    var device = PCIDevice(address: address, classCode: classCode, identifier: identifier, span: line.span)
    guard let identifier else { return device }
    guard let row = catalog.pciVendors[identifier.vendor] else {
      device.model = names?.found?.known
      return device
    }
    device.vendor = Found(text: row.name, span: line.span)
    guard let names else { return device }
    let prefix = Array(row.name.utf8)
    if names.content.starts(with: prefix) {
      let end = names.bytes.lowerBound + prefix.count
      device.vendor = Found(text: row.name, span: names.piece(names.bytes.lowerBound..<end).span)
      device.model = names.piece(end..<names.bytes.upperBound).found?.known
    } else {
      device.model = names.found?.known
    }
    return device
  }
}

extension Found {
  /// What it says; nil where the tool only writes `Device` because it knows no name.
  var known: Found? { text == "Device" || text.hasPrefix("Device ") && text.utf8.count == 11 ? nil : self }
}

extension UInt16 {
  /// Four hexadecimal digits.
  init?(hexadecimal bytes: some Collection<UInt8>) {
    guard bytes.count == 4, let value = UInt16(String(decoding: bytes, as: UTF8.self), radix: 16), bytes.first != 0x2B
    else { return nil }
    self = value
  }
}
