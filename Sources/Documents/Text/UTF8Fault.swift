/// The first place where bytes are no UTF-8 text.
struct UTF8Fault {
  enum Kind {
    /// Not UTF-8: a byte that cannot stand here, a surrogate, an overlong form, a cut character.
    case invalid
    /// A NUL byte, which no text has.
    case nul
  }

  var kind: Kind
  /// Counted from 0.
  var offset: Int

  /// Nil if the bytes are a text.
  static func first(in bytes: UnsafeBufferPointer<UInt8>) -> UTF8Fault? {
    let raw = UnsafeRawBufferPointer(bytes)
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // Eight characters of ASCII without a NUL among them.
        if word & high == 0, (word &- 0x0101_0101_0101_0101) & high == 0 {
          index += 8
          continue
        }
      }
      let length = length(ofCharacterAt: index, in: bytes)
      if length == 0 { return UTF8Fault(kind: bytes[index] == 0 ? .nul : .invalid, offset: index) }
      index += length
    }
    return nil
  }

  /// The bytes of the character at `index`, 0 if there is none (Unicode Standard, table 3-7).
  @inline(__always)
  private static func length(ofCharacterAt index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = bytes[index]
    let left = bytes.count - index
    switch lead {
    case 0x01...0x7F: return 1
    case 0xC2...0xDF:
      return left >= 2 && bytes[index + 1] & 0xC0 == 0x80 ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xE0, bytes[index + 1] < 0xA0 { return 0 }
      if lead == 0xED, bytes[index + 1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard left >= 4, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80, bytes[index + 3] & 0xC0 == 0x80
      else { return 0 }
      if lead == 0xF0, bytes[index + 1] < 0x90 { return 0 }
      if lead == 0xF4, bytes[index + 1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }
}
