internal import Diagnostics

/// Puts the elements of a document in a list as they are met.
struct XMLTreeBuilder: XMLHandler {
  /// An element that is still open.
  private struct Frame {
    var index: Int
    var hasChildren = false
    /// The text directly inside it so far.
    var text: [UInt8] = []
  }

  private let file: SourceFile
  private let limits: DocumentLimits
  private var elements: [XMLDocument.Element] = []
  private var attributes: [XMLDocument.Attribute] = []
  private var names: [String] = []
  /// The places of the names, by the address that libxml2 gives each once.
  private var known: [UnsafePointer<UInt8>: Int32] = [:]
  private var arena: [UInt8] = []
  private var open: [Frame] = []
  private var cursor = Checkpoint()

  init(file: SourceFile, limits: DocumentLimits) {
    self.file = file
    self.limits = limits
  }

  /// The tree; the document that was read has an outermost element.
  var document: XMLDocument {
    XMLDocument(file: file, elements: elements, attributes: attributes, names: names, arena: arena)
  }

  mutating func open(_ tag: XMLTag) throws(Problems) {
    let range = range(ofTagBefore: tag.offset)
    guard elements.count + attributes.count + tag.count < limits.nodes else {
      throw Problems(Excess.tooManyNodes(limits.nodes).diagnostic(at: SourceSpan(file: file, range: range)))
    }
    if !open.isEmpty { open[open.count - 1].hasChildren = true }
    open.append(Frame(index: elements.count))
    let first = Int32(attributes.count)
    for index in 0..<tag.count {
      guard let attribute = tag[index] else { continue }
      attributes.append(
        XMLDocument.Attribute(
          name: name(attribute.name), namespace: attribute.namespace.map { name($0) } ?? -1,
          value: piece(attribute.value)))
    }
    elements.append(
      XMLDocument.Element(
        name: name(tag.name), namespace: tag.namespace.map { name($0) } ?? -1,
        attributes: first..<Int32(attributes.count), tag: range, end: range.upperBound))
  }

  mutating func close(_ end: XMLEnd) throws(Problems) {
    guard let frame = open.popLast() else { return }
    elements[frame.index].next = Int32(elements.count)
    elements[frame.index].end = location(ofByte: end.offset)
    if !frame.hasChildren || !frame.text.allSatisfy(\.isXMLSpace) {
      elements[frame.index].text = frame.text.withUnsafeBufferPointer { piece($0) }
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text.append(contentsOf: bytes)
  }

  private mutating func name(_ address: UnsafePointer<UInt8>) -> Int32 {
    if let place = known[address] { return place }
    let place = Int32(names.count)
    names.append(String(cString: address))
    known[address] = place
    return place
  }

  /// The arena holds no more than the file does, which is checked to be below 2 GiB: an entity is longer than what it
  /// stands for.
  private mutating func piece(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLDocument.Piece {
    let piece = XMLDocument.Piece(offset: Int32(arena.count), length: Int32(bytes.count))
    arena.append(contentsOf: bytes)
    return piece
  }

  /// The stretch of a tag whose `>` or `/>` stands at a byte. Its `<` is the last one before: no value holds one.
  private mutating func range(ofTagBefore end: Int) -> SourceRange {
    var start = min(end, file.bytes.count)
    while start > cursor.offset, start == file.bytes.count || file.bytes[start] != UInt8(ascii: "<") { start -= 1 }
    let first = location(ofByte: start)
    var last = min(end, file.bytes.count)
    if last < file.bytes.count, file.bytes[last] == UInt8(ascii: "/") { last += 1 }
    return first..<location(ofByte: last + 1)
  }

  /// The place of a byte that is not before the last one asked for.
  private mutating func location(ofByte offset: Int) -> SourceLocation {
    file.bytes.withUnsafeBufferPointer { bytes in
      while cursor.offset < min(offset, bytes.count) { cursor.advance(in: bytes) }
    }
    return SourceLocation(line: cursor.line, column: cursor.column)
  }
}

/// A byte whose place is known.
private struct Checkpoint {
  var offset = 0
  var line = 1
  var column = 1

  /// Steps over one character, or over a line break: LF, CR, or both.
  mutating func advance(in bytes: UnsafeBufferPointer<UInt8>) {
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\r") where offset < bytes.count && bytes[offset] == UInt8(ascii: "\n"): break
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (line, column) = (line + 1, 1)
    case 0x80..<0xC0: break
    default: column += 1
    }
  }
}
