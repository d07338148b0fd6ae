internal import CLibXML2
internal import Diagnostics

/// What the callbacks of a parser share.
struct XMLState {
  /// libxml2 compares each attribute of a tag with all others, and looks for a namespace among all that are open; no
  /// document has a need of more, and one that does must not cost more than its length is worth.
  static let maximumAttributes = 256
  static let maximumNamespaces = 128
  /// How much of a tag libxml2 may hold back until it has an end.
  static let maximumTagBytes = 1 << 16
  /// The same for comments, instructions and CDATA.
  static let maximumMarkupBytes = 1 << 20

  let type: any XMLHandler.Type
  /// The handler, which is of that type.
  let handler: UnsafeMutableRawPointer
  let file: SourceFile
  let maximumDepth: Int
  var context: xmlParserCtxtPtr?
  var depth = 0
  /// Whether nothing but white space was read so far.
  var isEmpty = true
  /// Whether an element has begun.
  var hasElements = false
  /// What ended the reading.
  var problems: Problems?

  init(type: any XMLHandler.Type, handler: UnsafeMutableRawPointer, file: SourceFile, maximumDepth: Int) {
    self.type = type
    self.handler = handler
    self.file = file
    // libxml2 itself goes no deeper.
    self.maximumDepth = min(maximumDepth, 256)
  }

  /// Where the parser is.
  var span: SourceSpan {
    guard let input = context?.pointee.input?.pointee else { return SourceSpan(file: file) }
    return span(line: Int(input.line), column: Int(input.col))
  }

  /// A character of the document.
  func span(line: Int, column: Int) -> SourceSpan {
    let start = SourceLocation(line: max(1, line), column: max(1, column))
    return SourceSpan(file: file, range: start..<SourceLocation(line: Int(start.line), column: Int(start.column) + 1))
  }

  /// Keeps the first reason to stop, and stops.
  mutating func stop(_ problems: Problems) {
    guard self.problems == nil else { return }
    self.problems = problems
    if let context { xmlStopParser(context) }
  }

  mutating func stop(_ code: String, _ message: Localized, help: Localized? = nil) {
    stop(Problems(Diagnostic(.error, code, message, at: span, help: help)))
  }

  var outOfMemory: Problems {
    Problems(
      Diagnostic(
        .error, "out-of-memory", Localized(zh: "内存不足，无法读取 XML", en: "there is not enough memory to read the XML"),
        at: SourceSpan(file: file)))
  }

  /// Throws if libxml2 waits too long for the end of a tag, a comment, an instruction or CDATA.
  func checkMarkup() throws(Problems) {
    guard let context, let input = context.pointee.input?.pointee else { return }
    let isTag = context.pointee.instate == XML_PARSER_START_TAG || context.pointee.instate == XML_PARSER_END_TAG
    let limit = isTag ? Self.maximumTagBytes : Self.maximumMarkupBytes
    guard input.end - input.cur > limit else { return }
    throw Problems(
      Diagnostic(
        .error, "markup-too-long",
        Localized(
          zh: "从这里开始的标签、注释或 CDATA 超过 \(limit) 字节，或没有结束",
          en: "the tag, comment or CDATA that begins here is longer than \(limit) bytes, or has no end"), at: span))
  }

  mutating func open(_ tag: XMLTag, namespaces: Int) {
    guard problems == nil else { return }
    depth += 1
    hasElements = true
    if depth > maximumDepth {
      stop(
        "too-deep",
        Localized(zh: "元素嵌套超过 \(maximumDepth) 层", en: "elements are nested more than \(maximumDepth) levels deep"))
    } else if tag.count > Self.maximumAttributes || namespaces > Self.maximumNamespaces {
      stop(
        "too-many-attributes",
        Localized(
          zh: "元素的属性超过 \(Self.maximumAttributes) 个，或命名空间超过 \(Self.maximumNamespaces) 个",
          en: "an element has more than \(Self.maximumAttributes) attributes or \(Self.maximumNamespaces) namespaces"))
    } else {
      do throws(Problems) { try type.open(tag, in: handler) } catch { stop(error) }
    }
  }

  mutating func close(_ end: XMLEnd) {
    guard problems == nil else { return }
    depth -= 1
    do throws(Problems) { try type.close(end, in: handler) } catch { stop(error) }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard problems == nil else { return }
    do throws(Problems) { try type.text(bytes, in: handler) } catch { stop(error) }
  }

  mutating func refuseDocumentType() {
    stop(
      "document-type", Localized(zh: "XML 中不允许文档类型声明（DOCTYPE）", en: "a document type (DOCTYPE) is not allowed in XML"),
      help: Localized(zh: "请删去 `<!DOCTYPE …>`", en: "delete the `<!DOCTYPE …>`"))
  }
}

/// A C function cannot be generic: the type of the handler is carried along, and its pointer without the type.
extension XMLHandler {
  fileprivate static func open(_ tag: XMLTag, in handler: UnsafeMutableRawPointer) throws(Problems) {
    try handler.assumingMemoryBound(to: Self.self).pointee.open(tag)
  }

  fileprivate static func close(_ end: XMLEnd, in handler: UnsafeMutableRawPointer) throws(Problems) {
    try handler.assumingMemoryBound(to: Self.self).pointee.close(end)
  }

  fileprivate static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, in handler: UnsafeMutableRawPointer
  ) throws(Problems) {
    try handler.assumingMemoryBound(to: Self.self).pointee.text(bytes)
  }
}
