/// Writes JSON as it is told the members, in lines or in one; no tree of values is built before.
struct JSONWriter: ~Copyable {
  private var sink: ByteSink
  private let isPretty: Bool
  private var depth: Int
  /// Whether the next member or item is the first of its object or array.
  private var isFirst = true

  /// A writer whose first value stands at a depth.
  init(pretty: Bool, depth: Int = 0) {
    isPretty = pretty
    self.depth = depth
    sink = ByteSink(capacity: pretty ? 1 << 16 : 1 << 14)
  }

  /// What was written, in UTF-8.
  var bytes: [UInt8] { sink.bytes }

  /// What was written and not taken yet, where that is a large piece; nil where it is less.
  mutating func takePiece() -> [UInt8]? { sink.length < 1 << 20 ? nil : sink.take() }

  /// An object with the members that `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) { enclose("{", "}", body) }

  /// An array with the items that `body` writes.
  mutating func array(_ body: (inout JSONWriter) -> Void) { enclose("[", "]", body) }

  /// An object as an item of an array.
  mutating func item(_ body: (inout JSONWriter) -> Void) {
    separate()
    object(body)
  }

  /// A text, or null, as an item of an array.
  mutating func item(_ text: String?) {
    separate()
    if let text { write(text) } else { sink.append("null") }
  }

  /// A whole number as an item of an array.
  mutating func item(_ number: Int) {
    separate()
    sink.append(text: String(number))
  }

  /// Leaves an item of an array out, for somebody to fill in; where it is among the bytes.
  mutating func hole() -> Int {
    separate()
    return sink.length
  }

  /// The same of a member.
  mutating func hole(_ key: StaticString) -> Int {
    write(key)
    return sink.length
  }

  /// A member that is an object.
  mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    write(key)
    object(body)
  }

  /// A member that is an array of objects, one for each of `items`.
  mutating func array<Items: Sequence>(
    _ key: StaticString, _ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    write(key)
    array { writer in
      for item in items { writer.item { body(&$0, item) } }
    }
  }

  /// A member that is an array of texts.
  mutating func member(_ key: StaticString, _ texts: some Sequence<String>) {
    write(key)
    array { writer in
      for text in texts { writer.item(text) }
    }
  }

  /// A member that is a text, or null.
  mutating func member(_ key: StaticString, _ text: String?) {
    write(key)
    if let text { write(text) } else { sink.append("null") }
  }

  /// A member with a key of somebody's choice that is a text, or null.
  mutating func member(text key: String, _ text: String?) {
    write(key: key)
    if let text { write(text) } else { sink.append("null") }
  }

  /// A member with a key of somebody's choice that is an object.
  mutating func object(text key: String, _ body: (inout JSONWriter) -> Void) {
    write(key: key)
    object(body)
  }

  /// A member with a key of somebody's choice that is an array with the items that `body` writes.
  mutating func array(text key: String, _ body: (inout JSONWriter) -> Void) {
    write(key: key)
    array(body)
  }

  /// A member that is a whole number, or null.
  mutating func member(_ key: StaticString, _ number: Int?) {
    write(key)
    if let number { sink.append(text: String(number)) } else { sink.append("null") }
  }

  /// The same of a member with a key of somebody's choice.
  mutating func hole(text key: String) -> Int {
    separate()
    write(key)
    sink.append(UInt8(ascii: ":"))
    return sink.length
  }

  /// A member that is true or false.
  mutating func member(_ key: StaticString, _ flag: Bool) {
    write(key)
    if flag { sink.append("true") } else { sink.append("false") }
  }

  /// A member that is null.
  mutating func null(_ key: StaticString) {
    write(key)
    sink.append("null")
  }

  /// A line break behind the whole.
  mutating func end() {
    sink.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    sink.append(UInt8(ascii: open))
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    sink.append(UInt8(ascii: close))
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { sink.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    sink.append(UInt8(ascii: "\n"))
    sink.append(UInt8(ascii: " "), count: depth * 2)
  }

  /// A key, with what stands before it and behind it. Keys need no escapes.
  private mutating func write(_ key: StaticString) {
    let (isPretty, isFirst, length) = (isPretty, isFirst, key.utf8CodeUnitCount)
    let indent = isPretty ? depth * 2 : 0
    self.isFirst = false
    sink.append(atMost: length + indent + 6) { place in
      var place = place
      func put(_ byte: Unicode.Scalar) {
        place.pointee = UInt8(ascii: byte)
        place += 1
      }
      if !isFirst { put(",") }
      if isPretty { put("\n") }
      place.update(repeating: UInt8(ascii: " "), count: indent)
      place += indent
      put("\"")
      place.update(from: key.utf8Start, count: length)
      place += length
      put("\"")
      put(":")
      if isPretty { put(" ") }
      return place
    }
  }

  private mutating func write(key: String) {
    separate()
    write(key)
    sink.append(UInt8(ascii: ":"))
    if isPretty { sink.append(UInt8(ascii: " ")) }
  }

  private mutating func write(_ text: String) {
    // By its span, which retains nothing: most texts of a report are those of the rules, which all threads share.
    text.utf8Span.span.withUnsafeBufferPointer { write($0) }
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    sink.append(UInt8(ascii: "\""))
    // Texts that need no escape, nearly all, are copied whole.
    var start = 0
    while let place = Self.escaped(in: text, from: start) {
      sink.append(UnsafeBufferPointer(rebasing: text[start..<place]))
      escape(text[place])
      start = place + 1
    }
    sink.append(UnsafeBufferPointer(rebasing: text[start...]))
    sink.append(UInt8(ascii: "\""))
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
    case UInt8(ascii: "\""): sink.append("\\\"")
    case UInt8(ascii: "\\"): sink.append("\\\\")
    case UInt8(ascii: "\n"): sink.append("\\n")
    case UInt8(ascii: "\r"): sink.append("\\r")
    case UInt8(ascii: "\t"): sink.append("\\t")
    default:
      sink.append("\\u00")
      sink.append(Self.digits[Int(byte >> 4)])
      sink.append(Self.digits[Int(byte & 15)])
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
