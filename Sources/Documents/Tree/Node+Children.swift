extension Node {
  /// The items of a sequence, in order; none if it is no sequence.
  public var items: Items { Items(sequence: self) }

  /// The entries of a mapping, in order; none if it is no mapping.
  public var entries: Entries { Entries(mapping: self) }

  /// The value of a mapping's key; nil if there is no such key, or no mapping. It looks at one key after the other.
  public subscript(key: String) -> Node? {
    var key = key
    let place = key.withUTF8 { document.tape.value(of: $0, in: index, of: document.file) }
    return place.map { Node(document: document, place: $0) }
  }

  /// The items of a sequence.
  public struct Items: Sequence, IteratorProtocol, Sendable {
    private let document: Document
    private var place: Int
    private var left: Int

    fileprivate init(sequence: Node) {
      let entry = sequence.entry
      document = sequence.document
      place = sequence.index + 1
      left = entry.form == .sequence ? Int(entry.length) : 0
    }

    /// How many are left.
    public var underestimatedCount: Int { left }

    /// The next item.
    public mutating func next() -> Node? {
      guard left > 0 else { return nil }
      let node = Node(document: document, place: place)
      left -= 1
      place = document.tape.entries[place].next(after: place)
      return node
    }
  }

  /// The entries of a mapping.
  public struct Entries: Sequence, IteratorProtocol, Sendable {
    private let document: Document
    private var place: Int
    private var left: Int

    fileprivate init(mapping: Node) {
      let entry = mapping.entry
      document = mapping.document
      place = mapping.index + 1
      left = entry.form == .mapping ? Int(entry.length) : 0
    }

    /// How many are left.
    public var underestimatedCount: Int { left }

    /// The next entry.
    public mutating func next() -> (key: Node, value: Node)? {
      guard left > 0 else { return nil }
      let key = Node(document: document, place: place)
      let value = document.tape.entries[place].next(after: place)
      left -= 1
      place = document.tape.entries[value].next(after: value)
      return (key, Node(document: document, place: value))
    }
  }
}
