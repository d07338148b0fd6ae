extension [UInt8] {
  /// Appends a character's UTF-8.
  @inline(__always)
  mutating func append(utf8Of scalar: Unicode.Scalar) {
    let code = scalar.value
    func continuation(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: code >> shift) & 0x3F }
    switch code {
    case ..<0x80: append(UInt8(truncatingIfNeeded: code))
    case ..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: code >> 6))
      append(continuation(0))
    case ..<0x10000:
      append(0xE0 | UInt8(truncatingIfNeeded: code >> 12))
      append(continuation(6))
      append(continuation(0))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: code >> 18))
      append(continuation(12))
      append(continuation(6))
      append(continuation(0))
    }
  }
}
