internal import Diagnostics
internal import Documents

/// A node of the tree that `lshw` prints.
struct LshwNode {
  /// All classes that lshw knows.
  static let classes: Set<String> = [
    "system", "bridge", "memory", "processor", "address", "storage", "disk", "tape", "bus", "network", "display",
    "input",
    "printer", "multimedia", "communication", "power", "volume", "generic",
  ]

  let node: Node
  let id: String
  let kind: String

  init(_ node: Node) {
    self.node = node
    id = node["id"]?.text ?? ""
    kind = node["class"]?.text ?? ""
  }

  /// A text field that says something.
  func found(_ key: String) -> Found? { Found(node[key]) }

  /// Whether the node says of itself that it is disabled, as an empty socket does.
  var isDisabled: Bool { node["disabled"]?.hasText("true") ?? false }

  /// The size in bytes.
  var bytes: Int128? {
    guard node["units"]?.hasText("bytes") ?? false, let size = node["size"], size.kind == .scalar else { return nil }
    return Int128(size.text).flatMap { $0 > 0 && $0 < 1 << 80 ? $0 : nil }
  }

  /// What it contains.
  var children: [LshwNode] {
    guard let children = node["children"] else { return [] }
    return children.items.filter { $0.kind == .mapping }.map { LshwNode($0) }
  }

  /// The function on the PCI bus that it is; nil where it is none.
  var pciDevice: PCIDevice? {
    let place = node["businfo"]?.text ?? ""
    guard place.hasPrefix("pci@") else { return nil }
    let (vendor, _) = Self.numbered(found("vendor"))
    let (model, number) = Self.numbered(found("product"))
    // Of a model that it does not know lshw repeats the maker.
    return PCIDevice(
      address: PCIAddress(place.utf8.dropFirst(4)), classCode: classCode,
      identifier: number.flatMap { PCIIdentifier(vendor: String($0.prefix(4)), device: String($0.suffix(4))) },
      vendor: vendor, model: model?.text == vendor?.text ? nil : model, serials: serials, span: node.headSpan)
  }

  /// Its serial number. That of a network card is its hardware address, unless a program has made that up.
  var serials: SerialNumbers {
    guard let serial = found("serial") else { return SerialNumbers() }
    let octets = serial.text.split(separator: ":", omittingEmptySubsequences: false)
    guard octets.count == 6, octets.allSatisfy({ $0.utf8.count == 2 }), let first = UInt8(octets[0], radix: 16) else {
      return SerialNumbers(serial)
    }
    // The two low bits tell an address of a group, and one that no maker gave out.
    return first & 3 == 0 ? SerialNumbers(serial) : SerialNumbers()
  }

  /// The class of the PCI standard, by the words that lshw has for it.
  private var classCode: UInt16? {
    switch node["description"]?.text ?? "" {
    case "VGA compatible controller": return 0x0300
    case "XGA compatible controller": return 0x0301
    case "3D controller": return 0x0302
    case "Display controller": return 0x0380
    case "Processing accelerators": return 0x1200
    case "Co-processor", "Coprocessor": return 0x0B40
    case "NVMe device", "NVMe storage", "Non-Volatile memory controller": return 0x0108
    default: break
    }
    switch kind {
    case "display": return 0x0380
    case "network": return 0x0200
    case "bridge": return 0x0600
    case "storage" where id.hasPrefix("nvme"): return 0x0108
    default: return nil
    }
  }

  /// `NVIDIA Corporation [10DE]` and `GA100 [10DE:20B5]`: the name, and the numbers that `-numeric` adds.
  private static func numbered(_ found: Found?) -> (name: Found?, number: String?) {
    guard var found, found.text.hasSuffix("]"), let open = found.text.lastIndex(of: "[") else { return (found, nil) }
    let number = found.text[found.text.index(after: open)...].dropLast()
    let isNumber = number.utf8.allSatisfy {
      $0 == 0x3A || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0
    }
    guard isNumber, number.utf8.count == 4 || number.utf8.count == 9 else { return (found, nil) }
    guard let name = Placeholder.meaning(of: String(found.text[..<open])) else { return (nil, String(number)) }
    found.text = name
    return (found, String(number))
  }
}
