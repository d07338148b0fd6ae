internal import Diagnostics

/// One node on the tape, in the order of the text; the nodes inside a collection follow it.
///
/// It has 24 bytes, because a file of 50 MB has millions of them and writing them is a good part of the time. Two of
/// its words mean one thing in a scalar or an alias and another in a collection.
struct Entry: Sendable {
  /// What the node is and how it was written.
  enum Form: UInt32, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded, sequence, mapping, alias
  }

  /// Where the node begins.
  let start: SourceLocation
  /// A scalar: where its text begins. An alias: the entry it stands for. A collection: the line where it ends.
  private var first: UInt32
  /// A scalar: the bytes of its text. A sequence: its items. A mapping: its entries.
  private(set) var length: UInt32
  /// A collection: the entry behind all that is inside it. Any other node: the line where it ends.
  private var second: UInt32
  /// The form in three bits, whether the text is in the source in one, the column where the node ends in the others.
  private var tail: UInt32

  private static let columnLimit = UInt32.max >> 4

  /// A scalar.
  @inline(__always)
  init(
    _ form: Form, from start: SourceLocation, to end: SourceLocation, offset: Int, length: Int, isInSource: Bool
  ) {
    self.start = start
    first = UInt32(truncatingIfNeeded: offset)
    self.length = UInt32(truncatingIfNeeded: length)
    second = end.line
    tail = min(end.column, Self.columnLimit) << 4 | (isInSource ? 8 : 0) | form.rawValue
  }

  /// An alias for another entry.
  init(aliasOf target: Int, from start: SourceLocation, to end: SourceLocation) {
    self.init(.alias, from: start, to: end, offset: target, length: 0, isInSource: false)
  }

  /// A collection that is not closed yet.
  init(openAt start: SourceLocation, isMapping: Bool) {
    self.init(
      isMapping ? .mapping : .sequence, from: start, to: start, offset: Int(start.line), length: 0, isInSource: false)
  }

  /// Closes a collection of `length` items or entries, before the entry `next`.
  mutating func close(at end: SourceLocation, length: Int, next: Int) {
    first = end.line
    self.length = UInt32(truncatingIfNeeded: length)
    second = UInt32(truncatingIfNeeded: next)
    tail = min(end.column, Self.columnLimit) << 4 | tail & 15
  }

  var form: Form { Form(rawValue: tail & 7) ?? .plain }
  // Asked for every entry that is passed, so none of them makes a form first.
  var isPlain: Bool { tail & 7 == Form.plain.rawValue }
  var isAlias: Bool { tail & 7 == Form.alias.rawValue }
  var isScalar: Bool { tail & 7 <= Form.folded.rawValue }
  var isCollection: Bool { tail & 7 == Form.sequence.rawValue || tail & 7 == Form.mapping.rawValue }
  /// Whether the text is in the source as it stands, so that no copy of it was made.
  var isInSource: Bool { tail & 8 != 0 }

  /// Where the node ends, the end not included.
  var end: SourceLocation {
    SourceLocation(line: Int(isCollection ? first : second), column: Int(tail >> 4))
  }

  /// Where a scalar's text begins in the arena or in the source.
  var offset: Int { Int(first) }
  /// The entry that an alias stands for.
  var target: Int { Int(first) }

  /// The entry behind this node, which is entry `index`, and behind all that is inside it.
  func next(after index: Int) -> Int { isCollection ? Int(second) : index + 1 }

  /// The same node on a tape that has so many more entries and bytes of text before it. It is no alias.
  @inline(__always)
  func moved(by nodes: Int, text: Int) -> Entry {
    var entry = self
    if isCollection {
      entry.second &+= UInt32(truncatingIfNeeded: nodes)
    } else if !isInSource {
      entry.first &+= UInt32(truncatingIfNeeded: text)
    }
    return entry
  }
}
