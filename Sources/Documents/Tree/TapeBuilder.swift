internal import Diagnostics

/// Puts nodes on a tape as a reader meets them, and holds what every format must: limits, keys that are scalars, keys
/// that are there once.
struct TapeBuilder {
  /// A collection that is still open.
  struct Frame {
    /// Its entry; -1 for the stream around the outermost node.
    var index: Int
    var isMapping = false
    /// Written with brackets.
    var isFlow = false
    /// The nodes directly inside it so far, keys and values alike.
    var children = 0
    /// Where the prints of its keys begin.
    var firstPrint = 0
    /// How many levels of collections are inside it.
    var height = 0
    /// The slot of its anchor; -1 if it has none.
    var anchor = -1
    /// `aliasedNodes` when it was opened.
    var aliasedBefore = 0
  }

  let file: SourceFile
  let limits: DocumentLimits
  var tape = Tape()
  var problems = Problems()
  /// The innermost open collection.
  var frame = Frame(index: -1)
  /// The collections around it.
  var outer: [Frame] = []
  var prints: [UInt64] = []
  /// Where the node that ended last ends.
  var lastEnd = SourceLocation(line: 1, column: 1)
  /// How many nodes the aliases so far would add if each were a copy.
  var aliasedNodes = 0
  /// The nodes of the documents before this one.
  var nodesBefore = 0
  /// The nodes and the bytes of text of the document before this one.
  private var last = (nodes: 0, text: 0)

  /// A builder for a document of so many bytes; of the whole file unless told otherwise.
  init(file: SourceFile, limits: DocumentLimits, length: Int? = nil) {
    self.file = file
    self.limits = limits
    // More than most files need: of what is reserved only the part that is written to becomes memory, and growing by
    // copies would cost more than all else here.
    let capacity = min((length ?? file.bytes.count) / 6, limits.nodes) + 8
    tape.entries = Array(unsafeUninitializedCapacity: capacity) { buffer, _ in
      UnsafeMutableRawBufferPointer(buffer).adviseLargePages()
    }
  }

  /// How many collections are open.
  var depth: Int { outer.count }

  /// Whether the next node is a key of a mapping.
  var expectsKey: Bool { frame.isMapping && frame.children & 1 == 0 }

  /// Adds a scalar whose text is already in the arena or in the source.
  @inline(__always)
  mutating func addScalar(
    _ form: Entry.Form, from start: SourceLocation, to end: SourceLocation, offset: Int, length: Int, isInSource: Bool
  ) throws(Problems) {
    try add(Entry(form, from: start, to: end, offset: offset, length: length, isInSource: isInSource))
    lastEnd = end
  }

  /// Opens a collection.
  mutating func open(
    isMapping: Bool, isFlow: Bool, anchor: Int = -1, at start: SourceLocation
  ) throws(Problems) {
    guard depth < limits.depth else { throw stopped(by: .tooDeep(limits.depth), at: start) }
    if expectsKey { keyIsNoScalar(at: start) }
    let index = tape.entries.count
    try add(Entry(openAt: start, isMapping: isMapping))
    outer.append(frame)
    frame = Frame(
      index: index, isMapping: isMapping, isFlow: isFlow, firstPrint: prints.count, anchor: anchor,
      aliasedBefore: aliasedNodes)
  }

  /// Closes the innermost collection and gives what is known of it.
  mutating func close(at end: SourceLocation) -> Frame {
    let closed = frame
    if closed.isMapping { checkKeys() }
    let length = closed.children >> (closed.isMapping ? 1 : 0)
    tape.entries[closed.index].close(at: end, length: length, next: tape.entries.count)
    lastEnd = end
    frame = outer.popLast() ?? Frame(index: -1)
    frame.height = max(frame.height, closed.height + 1)
    return closed
  }

  /// Puts an entry on the tape.
  @inline(__always)
  mutating func add(_ entry: Entry) throws(Problems) {
    guard nodesBefore &+ tape.entries.count < limits.nodes else {
      throw stopped(by: .tooManyNodes(limits.nodes), at: entry.start)
    }
    frame.children &+= 1
    tape.entries.append(entry)
  }

  /// Forgets what was begun and what was wrong; limits count anew.
  mutating func restart() {
    tape = Tape()
    frame = Frame(index: -1)
    outer.removeAll(keepingCapacity: true)
    prints.removeAll(keepingCapacity: true)
    problems = Problems()
    nodesBefore = 0
    aliasedNodes = 0
    makeRoom()
  }

  /// Makes room for a document like the one before it, as those of a stream mostly are.
  mutating func makeRoom() {
    tape.entries.reserveCapacity(last.nodes + last.nodes / 8)
    tape.arena.reserveCapacity(last.text + last.text / 8)
  }

  /// The tape of the document so far; the builder is then ready for the next one.
  mutating func finish() -> Tape {
    let finished = tape
    last = (tape.entries.count, tape.arena.count)
    nodesBefore += tape.entries.count
    tape = Tape()
    frame = Frame(index: -1)
    outer.removeAll(keepingCapacity: true)
    prints.removeAll(keepingCapacity: true)
    return finished
  }
}
