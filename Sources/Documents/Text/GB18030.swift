internal import CICU

/// Text in GB18030, which holds GBK and GB2312: what Excel writes as CSV on a Chinese Windows.
enum GB18030 {
  /// The text in UTF-8 and the first byte that is no text, with the bytes of the text before it.
  /// Nil where the system's ICU has no such converter.
  static func decoded(_ raw: [UInt8]) -> (text: [UInt8], fault: (rawOffset: Int, offset: Int)?)? {
    guard let converter = cicu_gb18030_open() else { return nil }
    defer { cicu_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 2)
    var fault: (rawOffset: Int, offset: Int)?
    var buffer = [UInt16](repeating: 0, count: 1 << 14)
    // Half of a pair, where a block of UTF-16 ends inside one.
    var lead: UInt16?
    raw.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress else { return }
      let end = base + raw.count
      var source: UnsafePointer<CChar>? = base
      var state: Int32 = 1
      while state == 1 {
        buffer.withUnsafeMutableBufferPointer { buffer in
          guard let start = buffer.baseAddress else { return }
          var target: UnsafeMutablePointer<UInt16>? = start
          state = cicu_to_utf16(converter, &target, start + buffer.count, &source, end)
          let count = target.map { $0 - start } ?? 0
          for unit in buffer.prefix(count) { append(unit, to: &text, &lead) }
        }
        // In a Chinese code page of Windows 0x80 is the euro sign.
        if state < 0, let place = source, cicu_invalid_length(converter) == 1, place[-1] == CChar(bitPattern: 0x80) {
          text.append(utf8Of: "\u{20AC}")
          state = 1
        }
      }
      if state < 0, let source {
        fault = (source - base - Int(cicu_invalid_length(converter)), text.count)
        text.append(utf8Of: "\u{FFFD}")
        // What follows is only shown, and only in the line of the fault.
        for byte in raw[(source - base)...].prefix(while: { $0 != 0x0A && $0 != 0x0D }).prefix(200) {
          text.append(utf8Of: byte < 0x80 ? Unicode.Scalar(byte) : "\u{FFFD}")
        }
      }
    }
    return (text, fault)
  }

  private static func append(_ unit: UInt16, to text: inout [UInt8], _ lead: inout UInt16?) {
    if UTF16.isLeadSurrogate(unit) {
      lead = unit
      return
    }
    var code = UInt32(unit)
    if UTF16.isTrailSurrogate(unit), let first = lead {
      code = 0x10000 + ((UInt32(first) & 0x3FF) << 10) + (code & 0x3FF)
    }
    lead = nil
    text.append(utf8Of: Unicode.Scalar(code) ?? "\u{FFFD}")
  }
}
