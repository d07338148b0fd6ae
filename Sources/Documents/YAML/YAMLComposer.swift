internal import CLibYAML
internal import Diagnostics

/// Puts libyaml's events on tapes, one tape a document.
struct YAMLComposer {
  /// Past this many documents a stream is no input that a person wrote.
  static let documentLimit = 100_000

  let file: SourceFile
  let onlyOne: Bool
  var builder: TapeBuilder
  var anchors = Anchors()
  var cursor: SourceCursor
  /// How many names the documents so far have given.
  private(set) var anchorsBefore = 0
  /// Whether a missing value was found at the beginning of a line.
  var hasLooseValue = false
  /// The collections that ended last, with nothing between their ends, the innermost first.
  private(set) var edge: [(index: Int, isBlock: Bool)] = []
  private var edgeEnd = 0
  /// Whether the document read last ended only because something else began, or nothing more was there.
  private(set) var isOpen = false

  /// A composer of the text in `bytes`, which begins with line `line` of the file; `capacity` where the first tape is to
  /// have room for a text of another length.
  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, line: Int = 1, capacity: Int? = nil, limits: DocumentLimits,
    onlyOne: Bool
  ) {
    self.file = file
    self.onlyOne = onlyOne
    builder = TapeBuilder(file: file, limits: limits, length: capacity ?? bytes.count)
    // Few scalars are longer than what they were written as; what is reserved and not written to is no memory.
    builder.tape.arena.reserveCapacity(capacity ?? bytes.count)
    cursor = SourceCursor(bytes, line: line)
  }

  /// The tapes of the documents; throws all that is wrong with them.
  mutating func tapes(from events: borrowing YAMLEvents) throws(Problems) -> [Tape] {
    var tapes: [Tape] = []
    while true {
      guard events.next() else {
        builder.problems.add(YAMLFault(events.parser, in: file).diagnostic)
        throw builder.problems
      }
      switch events.event.pointee.type {
      case YAML_SCALAR_EVENT: try addScalar(events.event)
      case YAML_MAPPING_START_EVENT: try openMapping(events.event)
      case YAML_SEQUENCE_START_EVENT: try openSequence(events.event)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: try close(events.event)
      case YAML_ALIAS_EVENT: try addAlias(events.event)
      case YAML_DOCUMENT_START_EVENT: try startDocument(events.event, after: tapes.count)
      case YAML_DOCUMENT_END_EVENT:
        tapes.append(builder.finish())
        isOpen = events.event.pointee.data.document_end.implicit == 1
        anchorsBefore += anchors.count
        anchors = Anchors()
      case YAML_STREAM_END_EVENT:
        guard builder.problems.isEmpty else { throw builder.problems }
        return tapes
      default: break
      }
    }
  }

  private mutating func startDocument(
    _ event: UnsafePointer<yaml_event_t>, after count: Int
  ) throws(Problems) {
    let start = event.pointee.start_mark.location
    builder.lastEnd = event.pointee.end_mark.location
    if count > 0 { builder.makeRoom() }
    guard count < Self.documentLimit else { throw builder.stopped(by: .tooManyDocuments(count), at: start) }
    guard onlyOne, count == 1 else { return }
    builder.problems.error(
      "several-documents",
      Localized(zh: "文件中有多个文档，第二个从这里开始", en: "the file holds several documents; the second begins here"),
      at: builder.span(at: start),
      help: Localized(zh: "只保留一个文档，或拆成多个文件", en: "keep one document, or make files of the others"))
    throw builder.problems
  }

  private mutating func openMapping(_ event: UnsafePointer<yaml_event_t>) throws(Problems) {
    let mapping = event.pointee.data.mapping_start
    try open(
      event, isMapping: true, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE, anchor: mapping.anchor,
      tag: mapping.tag)
  }

  private mutating func openSequence(_ event: UnsafePointer<yaml_event_t>) throws(Problems) {
    let sequence = event.pointee.data.sequence_start
    try open(
      event, isMapping: false, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE, anchor: sequence.anchor,
      tag: sequence.tag)
  }

  private mutating func open(
    _ event: UnsafePointer<yaml_event_t>, isMapping: Bool, isFlow: Bool, anchor: UnsafePointer<UInt8>?,
    tag: UnsafePointer<UInt8>?
  ) throws(Problems) {
    var start = event.pointee.start_mark.location
    if anchor != nil || tag != nil {
      check(tag, at: start, accepted: isMapping ? .map : .seq)
      start = cursor.start(behindPropertiesAt: start, before: nil)
    }
    let slot = try declare(anchor, at: start, isOpen: true)
    try builder.open(isMapping: isMapping, isFlow: isFlow, anchor: slot, at: start)
  }

  private mutating func close(_ event: UnsafePointer<yaml_event_t>) throws(Problems) {
    // A block collection has no bracket: it ends with what is inside it, not where the next token begins.
    let isBracketed = builder.frame.isFlow || builder.frame.children == 0
    let closed = builder.close(at: isBracketed ? event.pointee.end_mark.location : builder.lastEnd)
    if edgeEnd != builder.tape.entries.count {
      edge.removeAll(keepingCapacity: true)
      edgeEnd = builder.tape.entries.count
    }
    edge.append((closed.index, !isBracketed))
    guard closed.anchor >= 0 else { return }
    anchors.close(
      closed.anchor, height: closed.height + 1,
      size: builder.tape.entries.count - closed.index + builder.aliasedNodes - closed.aliasedBefore)
  }
}
