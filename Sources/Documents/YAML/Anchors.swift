internal import Diagnostics

/// The names that a YAML document has given to its nodes.
struct Anchors {
  /// A named node.
  struct Anchor {
    /// Its entry on the tape.
    var index: Int
    /// Whether the reader is still inside it.
    var isOpen: Bool
    /// How many levels of collections it is deep; 0 for a scalar.
    var height = 0
    /// How many nodes it holds, itself and all aliases in it expanded.
    var size = 1
  }

  private var slots: [Anchor] = []
  private var slotByName: [String: Int] = [:]

  /// How many names were given, one given twice counted twice.
  var count: Int { slots.count }

  /// The node that has the name now.
  subscript(name: String) -> Anchor? { slotByName[name].map { slots[$0] } }

  /// Gives a name; the slot is for `close`.
  mutating func declare(_ name: String, index: Int, isOpen: Bool) -> Int {
    slotByName[name] = slots.count
    slots.append(Anchor(index: index, isOpen: isOpen))
    return slots.count - 1
  }

  /// Says that a named collection is complete.
  mutating func close(_ slot: Int, height: Int, size: Int) {
    slots[slot].isOpen = false
    slots[slot].height = height
    slots[slot].size = size
  }

  /// The name that a misspelt one may mean.
  func nearest(to name: String) -> String? {
    Diagnostics.nearest(to: name, among: slotByName.keys.sorted())
  }
}
