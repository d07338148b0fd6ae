/// Where a function stands on the PCI bus: `0000:17:00.0`.
struct PCIAddress: Hashable, Comparable {
  var domain: UInt32
  var bus: UInt8
  var device: UInt8
  var function: UInt8

  /// An address as tools write it, the domain left out where there is only one; nil where the bytes are none.
  init?(_ bytes: some Sequence<UInt8>) {
    var numbers: [UInt32] = [0]
    var digits = 0
    var isFunction = false
    for byte in bytes {
      switch byte {
      case 0x3A where !isFunction && (1...8).contains(digits) && numbers.count < 3,
        0x2E where !isFunction && digits == 2:
        isFunction = byte == 0x2E
        numbers.append(0)
        digits = 0
      default:
        guard let digit = Self.value(of: byte), digits < 8 else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] << 4 | digit
        digits += 1
      }
    }
    guard isFunction, digits == 1, numbers.count == 3 || numbers.count == 4 else { return nil }
    let tail = numbers.suffix(3).map { $0 }
    guard tail[0] <= 0xFF, tail[1] <= 0x1F, tail[2] <= 7 else { return nil }
    domain = numbers.count == 4 ? numbers[0] : 0
    bus = UInt8(tail[0])
    device = UInt8(tail[1])
    function = UInt8(tail[2])
  }

  private static func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case 0x30...0x39: UInt32(digit) - 0x30
    case 0x61...0x66: UInt32(digit) - 0x57
    case 0x41...0x46: UInt32(digit) - 0x37
    default: nil
    }
  }

  /// Domain, bus, device, function.
  static func < (left: PCIAddress, right: PCIAddress) -> Bool {
    (left.domain, left.bus, left.device, left.function) < (right.domain, right.bus, right.device, right.function)
  }
}
