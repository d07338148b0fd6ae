internal import Diagnostics

/// The text of a cell as it is gathered from the runs that it is written in.
struct CellText {
  /// Excel holds 32,767 characters in a cell.
  static let maximumBytes = 4 * 32_767

  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Takes a piece; false where the text is then longer than a cell can hold.
  @inline(__always)
  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.append(contentsOf: piece)
    return bytes.count <= Self.maximumBytes
  }

  /// The text. Excel writes characters that XML cannot hold as `_x000D_`, and an underscore that would look so as
  /// `_x005F_`; of them tabs and line breaks are texts, others remain as they are written.
  var string: String {
    guard hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let scalar = escape(at: index) {
        text.append(utf8Of: scalar)
        index += 7
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private var hasEscapes: Bool {
    var rest = bytes[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "_")) {
      if escape(at: place) != nil { return true }
      rest = rest[(place + 1)...]
    }
    return false
  }

  private func escape(at index: Int) -> Unicode.Scalar? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index + 2..<index + 6] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    let isText = value >= 0x20 && value != 0x7F || [0x09, 0x0A, 0x0D].contains(value)
    return isText ? Unicode.Scalar(value) : nil
  }

  /// What to say when `add` failed.
  static func tooLong(at span: SourceSpan) -> Problems {
    Problems(
      Diagnostic(
        .error, "text-too-long",
        Localized(
          zh: "单元格的文字超过 \(maximumBytes) 字节", en: "the text of a cell has more than \(maximumBytes) bytes"),
        at: span))
  }
}
