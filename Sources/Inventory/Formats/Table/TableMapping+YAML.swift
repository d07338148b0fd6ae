extension TableMapping {
  /// The mapping as a file that can be read again.
  public var yaml: String {
    var lines = ["table: 1"]
    if !sheets.isEmpty { lines.append("sheet: [" + sheets.map(Self.quoted).joined(separator: ", ") + "]") }
    switch header {
    case .found: break
    case .none: lines.append("header: none")
    case .rows(let rows):
      lines.append(rows.count == 1 ? "header: \(rows.lowerBound)" : "header: [\(rows.lowerBound), \(rows.upperBound)]")
    }
    add("columns", columns.map { ($0.title, $0.field.rawValue) }, to: &lines)
    if let money { lines.append("money: \(money.word)") }
    if let prices { lines.append("prices: \(prices.rawValue)") }
    if let parts { lines.append("parts: \(parts.rawValue)") }
    add("kinds", kinds.map { ($0.word, $0.kind.rawValue) }, to: &lines)
    add("origins", origins.map { ($0.word, $0.origin?.rawValue ?? "unknown") }, to: &lines)
    let kind = defaultKind.map { [("kind", $0.rawValue)] } ?? []
    let texts = TableField.allCases.compactMap { field in defaults[field].map { (field.rawValue, Self.quoted($0)) } }
    add("defaults", kind + texts, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ key: String, _ entries: [(String, String)], to lines: inout [String]) {
    guard !entries.isEmpty else { return }
    lines.append(key + ":")
    var seen: Set<String> = []
    for (name, value) in entries where seen.insert(name).inserted { lines.append("  \(Self.quoted(name)): \(value)") }
  }

  /// A text in double quotes, so that nothing in it has a meaning in YAML.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          quoted += "\\x" + String(repeating: "0", count: 2 - digits.utf8.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
