import Diagnostics
import Documents

/// A tree as text, one node a line: its range, what it is, its text. Two trees are compared and read with it.
func outline(_ node: Node, ranges: Bool = true, indent: String = "") -> String {
  let place = ranges ? range(node) + " " : ""
  switch node.kind {
  case .scalar: return "\(indent)\(place)\(node.style) \"\(node.text.replacing("\n", with: "\\n"))\""
  case .sequence:
    return (["\(indent)\(place)sequence"] + node.items.map { outline($0, ranges: ranges, indent: indent + "  ") })
      .joined(separator: "\n")
  case .mapping:
    let entries = node.entries.flatMap { key, value in
      [outline(key, ranges: ranges, indent: indent + "  "), outline(value, ranges: ranges, indent: indent + "    ")]
    }
    return (["\(indent)\(place)mapping"] + entries).joined(separator: "\n")
  }
}

/// `line:column-line:column`, the end not included.
private func range(_ node: Node) -> String {
  let (start, end) = (node.range.lowerBound, node.range.upperBound)
  return "\(start.line):\(start.column)-\(end.line):\(end.column)"
}
