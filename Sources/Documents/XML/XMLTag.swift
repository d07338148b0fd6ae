internal import CLibXML2

/// The beginning of an element as libxml2 hands it out: its texts are only there during the call.
struct XMLTag {
  /// The local name, ended by NUL. The same name has the same address in all of a document.
  let name: UnsafePointer<UInt8>
  /// The namespace, ended by NUL, with one address as names have; nil outside all of them.
  let namespace: UnsafePointer<UInt8>?
  /// How many attributes it has.
  let count: Int
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let context: xmlParserCtxtPtr

  init(
    name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?, count: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, context: xmlParserCtxtPtr
  ) {
    self.name = name
    self.namespace = namespace
    self.count = count
    self.attributes = attributes
    self.context = context
  }

  /// An attribute.
  struct Attribute {
    var name: UnsafePointer<UInt8>
    var namespace: UnsafePointer<UInt8>?
    var value: UnsafeBufferPointer<UInt8>
  }

  /// An attribute by its place, from 0 up to `count`.
  subscript(index: Int) -> Attribute? {
    // libxml2 hands out five pointers each: name, prefix, namespace, and both ends of the value.
    guard let attributes, index < count, let name = attributes[index * 5], let start = attributes[index * 5 + 3],
      let end = attributes[index * 5 + 4]
    else { return nil }
    return Attribute(
      name: name, namespace: attributes[index * 5 + 2], value: UnsafeBufferPointer(start: start, count: end - start))
  }

  /// The value of the attribute of that name outside all namespaces.
  func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<count {
      if let attribute = self[index], attribute.namespace == nil, attribute.name.hasText(name) {
        return attribute.value
      }
    }
    return nil
  }

  /// How many bytes of the document stand before the `>` or `/>` of the tag.
  var offset: Int { xmlByteConsumed(context) }
}

/// The end of an element.
struct XMLEnd {
  /// The local name, with the address that it had at the beginning.
  let name: UnsafePointer<UInt8>
  private let context: xmlParserCtxtPtr

  init(name: UnsafePointer<UInt8>, context: xmlParserCtxtPtr) {
    self.name = name
    self.context = context
  }

  /// How many bytes of the document stand before the end of the closing tag, its `>` included.
  var offset: Int { xmlByteConsumed(context) }
}

extension UnsafePointer<UInt8> {
  /// Whether the text up to NUL is `text`.
  @inline(__always)
  func hasText(_ text: StaticString) -> Bool {
    let (start, count) = (text.utf8Start, text.utf8CodeUnitCount)
    for index in 0..<count where self[index] != start[index] { return false }
    return self[count] == 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of `text`.
  @inline(__always)
  func hasText(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    let start = text.utf8Start
    for index in 0..<count where self[index] != start[index] { return false }
    return true
  }
}
