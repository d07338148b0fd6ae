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
  public var isPlain: Bool { entry.form == .plain }

  /// Whether it is a scalar without quotes that means nothing: an empty one, `~`, `null`, `Null` or `NULL`.
  public var isNull: Bool {
    let entry = entry
    guard entry.form == .plain else { return false }
    switch entry.length {
    case 0: return true
    case 1: return hasText("~")
    case 4: return hasText("null") || hasText("Null") || hasText("NULL")
    default: return false
    }
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
