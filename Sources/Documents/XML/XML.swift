public import Diagnostics

/// XML 1.0 with namespaces, as libxml2 reads it, into a tree that knows its places and no meaning.
///
/// The text is UTF-8; an encoding that it names is ignored. A document type is refused, so that nothing outside the
/// file is loaded and no entity but the five of XML is put in.
public enum XML {
  /// The document of a file. Throws the first thing that is wrong with it.
  public static func document(in file: SourceFile, limits: DocumentLimits = .default) throws(Problems) -> XMLDocument {
    try limits.check(file)
    return try file.bytes.withUnsafeBufferPointer { bytes throws(Problems) in
      if let fault = UTF8Fault.first(in: bytes) {
        throw Problems(
          Diagnostic(
            .error, "invalid-utf8",
            Localized(zh: "第 \(fault.offset) 字节处不是有效的 UTF-8", en: "byte \(fault.offset) is no valid UTF-8"),
            at: file.span(atByte: fault.offset)))
      }
      var events = XMLEvents(XMLTreeBuilder(file: file, limits: limits), of: file, depth: limits.depth)
      try events.push(bytes)
      return try events.finish().document
    }
  }
}
