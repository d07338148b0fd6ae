internal import CICU

extension String {
  /// The compatibility form NFKC: full-width digits, letters and signs become plain ones, `①` becomes `1`.
  public var compatibilityForm: String {
    // ASCII and the common Chinese characters are plain as they are.
    if unicodeScalars.allSatisfy({ $0.value < 0x80 || (0x4E00...0x9FFF).contains($0.value) }) { return self }
    let units = Array(utf16)
    guard units.count <= Int(Int32.max) / 32 else { return self }
    var target = [UInt16](repeating: 0, count: units.count * 2 + 16)
    var length = cicu_nfkc(units, Int32(units.count), &target, Int32(target.count))
    if length > Int32(target.count) {
      target = [UInt16](repeating: 0, count: Int(length))
      length = cicu_nfkc(units, Int32(units.count), &target, length)
    }
    guard length >= 0 else { return self }
    return String(decoding: target.prefix(Int(length)), as: UTF16.self)
  }
}
