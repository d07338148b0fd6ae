internal import CLibXML2
internal import Diagnostics

/// What reads the events of a document, in their order. A method that throws ends the reading.
protocol XMLHandler {
  /// An element begins.
  mutating func open(_ tag: XMLTag) throws(Problems)
  /// The innermost open element ends.
  mutating func close(_ end: XMLEnd) throws(Problems)
  /// A piece of text inside the innermost open element; a text may come in many pieces.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems)
}

/// libxml2's push parser: it owns what libxml2 allocates, and hands the events of what is pushed into it to a handler.
///
/// UTF-8, or UTF-16 with a byte order mark; what the document says of its encoding is ignored. A document type is
/// refused: so there are no entities but the five of XML itself, and nothing outside the document is ever loaded.
struct XMLEvents<Handler: XMLHandler>: ~Copyable {
  private let state: UnsafeMutablePointer<XMLState>
  private let handler: UnsafeMutablePointer<Handler>

  /// A parser of the document in `file`, whose bytes are pushed into it; messages show their places there.
  init(_ handler: Handler, of file: SourceFile, depth: Int) {
    self.handler = .allocate(capacity: 1)
    self.handler.initialize(to: handler)
    state = .allocate(capacity: 1)
    state.initialize(to: XMLState(type: Handler.self, handler: self.handler, file: file, maximumDepth: depth))
    var callbacks = xmlSAXHandler.events
    // Without memory there is no parser; pushing then says so.
    guard let context = xmlCreatePushParserCtxt(&callbacks, state, nil, 0, nil) else { return }
    state.pointee.context = context
    // The entities that NOENT puts in their places are the five of XML: a document type never gets that far.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(options))
  }

  deinit {
    if let context = state.pointee.context { xmlFreeParserCtxt(context) }
    state.deinitialize(count: 1)
    state.deallocate()
    handler.deinitialize(count: 1)
    handler.deallocate()
  }

  /// Reads on. Throws the first fault of the document, or what the handler throws.
  mutating func push(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {
    // Pieces are small, so that a tag without an end is noticed before much of it is there.
    var start = 0
    while start < bytes.count {
      let piece = UnsafeBufferPointer(rebasing: bytes[start..<min(start + 1 << 15, bytes.count)])
      try parse(piece, isLast: false)
      try state.pointee.checkMarkup()
      start += piece.count
    }
  }

  /// Ends the document and gives the handler.
  mutating func finish() throws(Problems) -> Handler {
    try parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    return handler.pointee
  }

  private func parse(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(Problems) {
    guard let context = state.pointee.context else { throw state.pointee.outOfMemory }
    state.pointee.isEmpty = state.pointee.isEmpty && piece.allSatisfy(\.isXMLSpace)
    let code = piece.withMemoryRebound(to: CChar.self) {
      xmlParseChunk(context, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    if let problems = state.pointee.problems { throw problems }
    guard code == 0 || context.pointee.disableSAX == 0 else { throw state.pointee.outOfMemory }
  }
}

extension UInt8 {
  /// Whether XML takes it for white space.
  var isXMLSpace: Bool { self == 0x20 || (0x09...0x0A).contains(self) || self == 0x0D }
}
