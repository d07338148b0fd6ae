internal import Diagnostics

extension Tape {
  /// Goes on with the items of lists that are the roots of other tapes. `path` leads through collections that end with
  /// this tape, from its root to the list that the items belong to. None of the tapes has an alias.
  mutating func append(listsOf others: [Tape], along path: [Int]) {
    guard let list = path.last, let end = others.last?.entries[0].end else { return }
    entries.reserveCapacity(others.reduce(entries.count) { $0 + $1.entries.count })
    arena.reserveCapacity(others.reduce(arena.count) { $0 + $1.arena.count })
    var length = Int(entries[list].length)
    for other in others {
      // The root of the other is the list that goes on, so it is left out.
      let (nodes, text) = (entries.count - 1, arena.count)
      entries.append(contentsOf: other.entries.dropFirst().lazy.map { $0.moved(by: nodes, text: text) })
      arena += other.arena
      length += Int(other.entries[0].length)
    }
    for index in path {
      entries[index].close(at: end, length: index == list ? length : Int(entries[index].length), next: entries.count)
    }
  }
}
