public import Diagnostics

/// A node of a document: a scalar, a sequence or a mapping, and where it stands.
///
/// A node that an alias stands for has the range of the alias; what is inside it has the place where it was written.
public struct Node: Sendable {
  /// What a node is.
  public enum Kind: Sendable {
    case scalar, sequence, mapping
  }

  /// How a scalar was written. A JSON string is double-quoted; a JSON number, `true`, `false` and `null` are plain.
  public enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// The document that it belongs to.
  public let document: Document
  private let placeIndex: UInt32
  private let entryIndex: UInt32

  init(document: Document, place: Int) {
    self.document = document
    self.placeIndex = UInt32(truncatingIfNeeded: place)
    self.entryIndex = UInt32(truncatingIfNeeded: document.tape.resolved(place))
  }

  /// A node of a document whose tape was looked at already.
  init(document: Document, place: Place) {
    self.document = document
    placeIndex = place.index
    entryIndex = place.entry
  }

  /// Where a node is on a tape.
  struct Place {
    /// Its entry, and the one that it is read from.
    let index: UInt32
    let entry: UInt32
    /// Whether it means nothing.
    let isNull: Bool

    init(_ place: Int, in view: TapeView) {
      let entry = view.resolved(place)
      index = UInt32(truncatingIfNeeded: place)
      self.entry = UInt32(truncatingIfNeeded: entry)
      isNull = view.isNull(entry)
    }
  }

  /// The entry that it is read from.
  var index: Int { Int(entryIndex) }
  var entry: Entry { document.tape.entries[index] }

  /// What it is.
  public var kind: Kind {
    switch entry.form {
    case .sequence: .sequence
    case .mapping: .mapping
    default: .scalar
    }
  }

  /// How it was written; plain for a collection.
  public var style: Style {
    switch entry.form {
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal: .literal
    case .folded: .folded
    case .plain, .sequence, .mapping, .alias: .plain
    }
  }

  /// Whether it is a scalar without quotes.
  public var isPlain: Bool { entry.isPlain }

  /// Whether it is a scalar without quotes that means nothing: an empty one, `~`, `null`, `Null` or `NULL`.
  public var isNull: Bool {
    let entry = entry
    return entry.isPlain && entry.length <= 4 && document.tape.withView(of: document.file) { $0.isNull(index) }
  }

  /// How many items or entries it has; 0 for a scalar.
  public var count: Int {
    let entry = entry
    return entry.isCollection ? Int(entry.length) : 0
  }

  /// Where it stands, quotes and brackets included.
  public var range: SourceRange {
    let place = document.tape.entries[Int(placeIndex)]
    return place.start..<max(place.start, place.end)
  }

  /// Where it stands, with its file.
  public var span: SourceSpan { SourceSpan(file: document.file, range: range) }
}
