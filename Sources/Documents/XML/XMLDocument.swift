public import Diagnostics

/// One XML document as a tree of elements, each of which knows its place.
public final class XMLDocument: Sendable {
  /// The text that it was read from.
  public let file: SourceFile
  /// INVARIANT: never empty; element 0 is the root, the elements inside another follow it, and every index is inside
  /// the list that it points into.
  let elements: [Element]
  let attributes: [Attribute]
  /// The names and namespaces, each once.
  let names: [String]
  /// The texts and values, one behind the other, in UTF-8.
  let arena: [UInt8]

  init(file: SourceFile, elements: [Element], attributes: [Attribute], names: [String], arena: [UInt8]) {
    self.file = file
    self.elements = elements
    self.attributes = attributes
    self.names = names
    self.arena = arena
  }

  /// The outermost element.
  public var root: XMLElement { XMLElement(document: self, index: 0) }

  /// An element, by places in the lists.
  struct Element: Sendable {
    var name: Int32
    /// Its namespace among the names; -1 outside all.
    var namespace: Int32
    var attributes: Range<Int32>
    var text = Piece()
    /// The first element that is not inside it.
    var next: Int32 = 0
    /// From the beginning of its first tag to the end of that tag.
    var tag: SourceRange
    /// The end of its last tag.
    var end: SourceLocation
  }

  /// An attribute, by places in the lists.
  struct Attribute: Sendable {
    var name: Int32
    var namespace: Int32
    var value: Piece
  }

  /// A stretch of the arena.
  struct Piece: Sendable {
    var offset: Int32 = 0
    var length: Int32 = 0
  }

  func text(_ piece: Piece) -> String {
    String(decoding: arena[Int(piece.offset)..<Int(piece.offset + piece.length)], as: UTF8.self)
  }

  func name(_ index: Int32) -> String { index < 0 ? "" : names[Int(index)] }
}
