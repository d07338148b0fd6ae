/// A node of a tree as it was printed, with what was broken over several lines put together again.
struct PrintedTree {
  var text: String
  var children: [PrintedTree] = []

  /// The trees of a printed explanation; what stands above the first empty line is its title.
  static func trees(in printed: String) -> [PrintedTree] {
    var nodes: [(depth: Int, text: String)] = []
    let body = printed.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.isEmpty }
    for line in body where !line.isEmpty { add(Array(line), to: &nodes) }
    var index = 0
    return build(nodes, &index, depth: 0)
  }

  private static func add(_ line: [Character], to nodes: inout [(depth: Int, text: String)]) {
    var place = 0
    var depth = 0
    while place + 3 <= line.count {
      let piece = String(line[place..<place + 3])
      if piece == "├─ " || piece == "└─ " {
        nodes.append((depth + 1, String(line[(place + 3)...])))
        return
      }
      guard piece == "│  " || piece == "   " else { break }
      place += 3
      depth += 1
    }
    let rest = line[place...].drop { $0 == "│" || $0 == " " }
    guard place > 0 || rest.count < line.count, let last = nodes.last else {
      nodes.append((0, String(line)))
      return
    }
    // Chinese is broken without a space, all else at one.
    let touches = (last.text.last?.isASCII ?? false) || (rest.first?.isASCII ?? false)
    nodes[nodes.count - 1].text = last.text + (touches ? " " : "") + String(rest)
  }

  private static func build(_ nodes: [(depth: Int, text: String)], _ index: inout Int, depth: Int) -> [PrintedTree] {
    var trees: [PrintedTree] = []
    while index < nodes.count, nodes[index].depth == depth {
      var tree = PrintedTree(text: nodes[index].text)
      index += 1
      tree.children = build(nodes, &index, depth: depth + 1)
      trees.append(tree)
    }
    return trees
  }

  /// This node and all beneath it.
  var all: [PrintedTree] { [self] + children.flatMap(\.all) }
}
