extension Node {
  /// A collection on the way to something.
  public struct Step: Sendable {
    /// The collection.
    public let node: Node
    /// The key that it has in the mapping around it; nil in a sequence, and where nothing is around it.
    public let key: Node?
  }

  /// The collections from a node to something inside it, both included.
  public struct Way: Sendable {
    /// The collections, from the outside to the inside.
    public let steps: [Step]
    /// How many of them, from the first, the way before this one had too.
    public let shared: Int
  }

  /// The mappings in this node, it included, that have a list of mappings under a key, each with the way to it: from
  /// this node to the mapping. What a mapping that was found has inside is not searched. The tape is walked and not the
  /// tree, so that a large document costs little where there are few.
  public func ways(toListsOf key: StaticString) -> [Way] {
    var search = TapeSearch(document: document, key: key)
    search.scan(from: index)
    return search.found
  }
}

/// A walk along the tape that keeps the collections that are open.
private struct TapeSearch {
  private struct Open {
    var index: Int
    /// The entry of its key; nil where it has none.
    var key: Int?
    /// The entry behind it.
    var end: Int
    var isMapping: Bool
    /// Whether the next entry in it is a key.
    var isAtKey = true
    /// The entry of the last key in it.
    var lastKey = 0
  }

  let document: Document
  let key: StaticString
  private(set) var found: [Node.Way] = []
  /// How many of the open collections were open when the last one was found.
  private var shared = 0
  private var open: [Open] = []

  init(document: Document, key: StaticString) {
    self.document = document
    self.key = key
  }

  /// Walks through a collection; nothing is in anything else.
  mutating func scan(from start: Int) {
    scan(start, key: nil)
  }

  private mutating func scan(_ start: Int, key startKey: Int?) {
    let entries = document.tape.entries
    guard entries[start].isCollection else { return }
    let depth = open.count
    push(start, key: startKey, entries[start])
    var place = start + 1
    while open.count > depth {
      let top = open.count - 1
      if place >= open[top].end {
        open.removeLast()
        shared = min(shared, open.count)
        continue
      }
      let entry = entries[place]
      if open[top].isMapping, open[top].isAtKey {
        open[top].isAtKey = false
        open[top].lastKey = place
        if isWanted(place, entry), isListOfMappings(entry.next(after: place)) {
          note()
          place = open[top].end
        } else {
          place = entry.next(after: place)
        }
        continue
      }
      let innerKey = open[top].isMapping ? open[top].lastKey : nil
      open[top].isAtKey = true
      if entry.isCollection {
        push(place, key: innerKey, entry)
        place += 1
      } else {
        // What an alias stands for is inside here too.
        if entry.isAlias { scan(entry.target, key: innerKey) }
        place += 1
      }
    }
  }

  private mutating func push(_ index: Int, key: Int?, _ entry: Entry) {
    open.append(Open(index: index, key: key, end: entry.next(after: index), isMapping: entry.form == .mapping))
  }

  private func isWanted(_ place: Int, _ entry: Entry) -> Bool {
    guard entry.isAlias || Int(entry.length) == key.utf8CodeUnitCount else { return false }
    return Node(document: document, place: place).hasText(key)
  }

  private func isListOfMappings(_ value: Int) -> Bool {
    let list = document.tape.resolved(value)
    let entry = document.tape.entries[list]
    guard entry.form == .sequence, entry.length > 0 else { return false }
    return document.tape.entries[document.tape.resolved(list + 1)].form == .mapping
  }

  private mutating func note() {
    let steps = open.map { open in
      Node.Step(
        node: Node(document: document, place: open.index), key: open.key.map { Node(document: document, place: $0) })
    }
    found.append(Node.Way(steps: steps, shared: shared))
    shared = open.count
  }
}
