internal import Diagnostics

/// A function on the PCI bus, as a tool lists it.
struct PCIDevice {
  /// Where it stands; nil where the tool does not say.
  var address: PCIAddress?
  /// Class and subclass, such as `0x0302`; nil where the tool does not say.
  var classCode: UInt16?
  /// The numbers of maker and model; nil where the tool does not say.
  var identifier: PCIIdentifier?
  /// The maker's name.
  var vendor: Found?
  /// The model's name.
  var model: Found?
  /// Its serial numbers.
  var serials = SerialNumbers()
  /// Where it is listed.
  var span: SourceSpan

  /// Whether it is a bridge; every machine has some.
  var isBridge: Bool { classCode.map { $0 >> 8 == 0x06 } ?? false }

  /// Whether its name says that it is the share of a card that a virtual machine gets.
  var isVirtualFunction: Bool {
    guard let name = model?.text.lowercased() else { return false }
    return name.contains("virtual function") || name.contains(" vf]") || name.hasSuffix(" vf")
  }

  /// The numbers as `lspci` writes them, or the name.
  var title: String {
    let name = [vendor?.text, model?.text].compactMap(\.self).joined(separator: " ")
    let number = identifier.map { "[\($0.vendor):\($0.device)]" }
    let short = String(String.UnicodeScalarView(name.unicodeScalars.prefix(120)))
    return [short.isEmpty ? nil : short, number].compactMap(\.self).joined(separator: " ")
  }
}

/// What a function on the PCI bus is to a bill.
enum PCIRole: Hashable {
  /// An accelerator that the catalogue knows by its numbers or by its name; without components the name decides.
  case accelerator([String]?)
  /// An accelerator by its class, which the catalogue does not know.
  case unclassified
  /// A display controller of a maker of accelerators, which the catalogue does not know.
  case possible
  /// A controller that only drives a screen.
  case display
  /// Part of a processor, a chipset, a service processor or a virtual machine.
  case builtIn
  case network
  case storage
  /// Nothing that a bill lists.
  case none

  /// Whether it counts as an accelerator, or may.
  var isAccelerator: Bool {
    switch self {
    case .accelerator, .unclassified, .possible: true
    default: false
    }
  }
}
