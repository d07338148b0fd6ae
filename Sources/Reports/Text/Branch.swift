/// A node of a drawn tree.
struct Branch: Sendable {
  /// What it says.
  var phrase: Phrase
  /// What stands beneath it.
  var children: [Branch]

  init(_ phrase: Phrase, _ children: [Branch] = []) {
    self.phrase = phrase
    self.children = children
  }
}

extension Page {
  /// A tree with its root at the margin.
  mutating func put(_ tree: Branch) {
    put(tree.phrase, after: "", then: tree.children.isEmpty ? "  " : Phrase("│ ", .faint))
    put(tree.children, under: "")
  }

  private mutating func put(_ branches: [Branch], under trunk: String) {
    for (number, branch) in branches.enumerated() {
      let isLast = number == branches.count - 1
      let below = trunk + (isLast ? "   " : "│  ")
      put(
        branch.phrase, after: Phrase(trunk + (isLast ? "└─ " : "├─ "), .faint),
        then: Phrase(below + (branch.children.isEmpty ? "  " : "│ "), .faint))
      put(branch.children, under: below)
    }
  }
}
