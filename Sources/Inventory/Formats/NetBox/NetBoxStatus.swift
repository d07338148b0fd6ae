/// What the status of a device means for the count.
struct NetBoxStatus: Hashable {
  /// The word, in lower case.
  let word: String

  /// The status of a device; nil where it is not said.
  init?(_ found: Found?) {
    guard let found else { return nil }
    word = found.text.lowercased()
  }

  /// What is not there yet or is going is not counted; what is there counts, running or not.
  var isCounted: Bool { !["planned", "decommissioning"].contains(word) }

  /// Whether nothing needs to be said of it.
  var isPlain: Bool { word == "active" }
}
