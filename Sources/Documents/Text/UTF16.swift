/// Text in UTF-16, recognised and turned to UTF-8.
struct UTF16Text {
  enum Order {
    case little, big
  }

  var order: Order
  /// Where the text begins: behind the byte order mark, if there is one.
  var start: Int

  /// Nil if the bytes do not look like UTF-16: no byte order mark, and no ASCII character first.
  init?(_ raw: [UInt8]) {
    guard raw.count >= 2 else { return nil }
    let isUTF32 = raw.count >= 4 && raw[2] == 0 && raw[3] == 0
    switch (raw[0], raw[1]) {
    case (0xFF, 0xFE) where !isUTF32: self.init(order: .little, start: 2)
    case (0xFE, 0xFF): self.init(order: .big, start: 2)
    case (1...0x7F, 0) where !isUTF32: self.init(order: .little, start: 0)
    case (0, 1...0x7F): self.init(order: .big, start: 0)
    default: return nil
    }
  }

  private init(order: Order, start: Int) {
    self.order = order
    self.start = start
  }

  /// What a code unit that is no text was.
  enum Fault {
    case strayUnit, nul, oddLength
  }

  /// The text in UTF-8, and the first fault: the bytes before it in `raw` and in the text, which has U+FFFD there.
  func decoded(_ raw: [UInt8]) -> (text: [UInt8], fault: (kind: Fault, rawOffset: Int, offset: Int)?) {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var fault: (kind: Fault, rawOffset: Int, offset: Int)?
    var index = start
    while index < raw.count {
      let offset = index
      guard let unit = unit(at: index, in: raw) else {
        fault = fault ?? (.oddLength, offset, text.count)
        break
      }
      index += 2
      var code = UInt32(unit)
      if UTF16.isLeadSurrogate(unit), let trail = self.unit(at: index, in: raw), UTF16.isTrailSurrogate(trail) {
        code = 0x10000 + ((UInt32(unit) & 0x3FF) << 10) + (UInt32(trail) & 0x3FF)
        index += 2
      }
      let scalar = Unicode.Scalar(code)
      if scalar == nil || code == 0 { fault = fault ?? (code == 0 ? .nul : .strayUnit, offset, text.count) }
      text.append(utf8Of: scalar ?? "\u{FFFD}")
    }
    return (text, fault)
  }

  private func unit(at index: Int, in raw: [UInt8]) -> UInt16? {
    guard index + 1 < raw.count else { return nil }
    return order == .little
      ? UInt16(raw[index + 1]) << 8 | UInt16(raw[index]) : UInt16(raw[index]) << 8 | UInt16(raw[index + 1])
  }
}
