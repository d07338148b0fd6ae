/// Writes JSON, in lines or in one.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private let isPretty: Bool

  /// A value as UTF-8, without a line break at the end.
  static func bytes(_ value: JSONValue, pretty: Bool, depth: Int = 0) -> [UInt8] {
    var writer = JSONWriter(isPretty: pretty)
    writer.bytes.reserveCapacity(pretty ? 1 << 16 : 1 << 14)
    writer.write(value, depth: depth)
    return writer.bytes
  }

  private init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .string(let text): write(text)
    case .array(let items):
      write(items, "[", "]", depth) { writer, item in writer.write(item, depth: depth + 1) }
    case .object(let members):
      write(members, "{", "}", depth) { writer, member in
        writer.writeKey(member.0)
        writer.bytes.append(UInt8(ascii: ":"))
        if writer.isPretty { writer.bytes.append(UInt8(ascii: " ")) }
        writer.write(member.1, depth: depth + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ depth: Int,
    _ write: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth + 1)
      write(&self, item)
    }
    if !items.isEmpty { breakLine(depth) }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    let indent: StaticString = "\n                                                                "
    let count = min(depth * 2 + 1, indent.utf8CodeUnitCount)
    bytes.append(contentsOf: UnsafeBufferPointer(start: indent.utf8Start, count: count))
    for _ in count..<depth * 2 + 1 { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func writeKey(_ key: StaticString) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Texts that need no escape, nearly all, are copied whole.
      var start = 0
      var index = 0
      while let place = Self.escaped(in: utf8, from: index) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        escape(utf8[place])
        start = place + 1
        index = start
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The first byte from `index` on that must be escaped; eight are looked at together, as long as there are eight.
  private static func escaped(in text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    var index = index
    let raw = UnsafeRawBufferPointer(text)
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if hasByte(word, below: 0x20) | hasByte(word ^ every(0x22), below: 1) | hasByte(word ^ every(0x5C), below: 1)
        | hasByte(word ^ every(0x7F), below: 1) != 0
      {
        break
      }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return index }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private static func every(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }

  /// Not zero where one of eight bytes is below a bound of at most 128.
  @inline(__always)
  private static func hasByte(_ word: UInt64, below bound: UInt64) -> UInt64 {
    (word &- every(bound)) & ~word & every(0x80)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    default:
      bytes += "\\u00".utf8
      bytes.append(Self.digits[Int(byte >> 4)])
      bytes.append(Self.digits[Int(byte & 15)])
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
