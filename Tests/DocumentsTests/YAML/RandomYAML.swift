import Seeds

/// Texts in YAML, mostly good, of the many forms that a document, a list and a scalar can have.
enum RandomYAML {
  /// A stream of documents, or one document with a list at the end.
  static func text(_ random: inout SeededGenerator) -> [UInt8] {
    var text = ""
    if random.chance(2) {
      for number in 0..<Int.random(in: 1...6, using: &random) {
        if random.chance(6) { text += "# 注释 ---\n" }
        if number > 0 || random.chance(2) {
          text += ["---", "--- ", "---\t", "--- # x"].randomElement(using: &random) ?? ""
        }
        if !text.isEmpty, !text.hasSuffix("\n") { text += random.chance(6) ? " " : "\n" }
        text += document(&random)
        if random.chance(8) { text += "...\n" }
        if random.chance(30) { text += "...\n%YAML 1.1\n---\n" }
      }
    } else {
      let indent = Int.random(in: 0...3, using: &random)
      if random.chance(2) { text += "head: \(scalar(&random, indent: 0))\n" }
      if !text.isEmpty || random.chance(2) { text += "list:\n" }
      for _ in 0..<Int.random(in: 2...9, using: &random) { text += item(&random, indent: indent) }
      if random.chance(8) { text += "tail: 1\n" }
    }
    if random.chance(8) { text.replace("\n", with: "\r\n") }
    return Array(text.utf8)
  }

  private static func document(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: ""
    case 1: "\(scalar(&random, indent: 0))\n"
    case 2: (0..<3).map { _ in item(&random, indent: 0) }.joined()
    default: mapping(&random, indent: 0)
    }
  }

  private static func item(_ random: inout SeededGenerator, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    if random.chance(10) { return "\(space)- # 空\n" }
    if random.chance(24) { return "\n\(space)  # 注释\n\(space)- ? 键\n" }
    if random.chance(2) { return "\(space)- \(scalar(&random, indent: indent))\n" }
    return "\(space)- \(mapping(&random, indent: indent + 2).dropFirst(indent + 2))"
  }

  private static func mapping(_ random: inout SeededGenerator, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    var text = ""
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let key = random.chance(30) ? "k0" : "k\(number)"
      switch Int.random(in: 0..<8, using: &random) {
      case 0 where indent < 8: text += "\(space)\(key):\n\(mapping(&random, indent: indent + 2))"
      case 1 where indent < 8:
        text += "\(space)\(key):\n\(item(&random, indent: indent + Int.random(in: 0...2, using: &random)))"
      case 2: text += "\(space)\(key): &n\(number) \(scalar(&random, indent: indent))\n"
      case 3 where random.chance(8): text += "\(space)\(key): *n\(Int.random(in: 0...1, using: &random))\n"
      default: text += "\(space)\(key): \(scalar(&random, indent: indent))\n"
      }
      if random.chance(9) { text += "\n" }
    }
    return text
  }

  private static func scalar(_ random: inout SeededGenerator, indent: Int) -> String {
    let space = String(repeating: " ", count: indent + 2)
    return [
      "1", "昇腾910B", "", "~", "a b", "'it''s'", "\"a\\tb\"", "[1, {a: b}]", "{a: 1, b: [x,\n\(space)y]}",
      "'两\n\n\(space)行'",
      "plain\n\(space)goes on", "|\n\(space)x\n\n\(space)- y\n", ">-\n\(space)x\n\(space)y", "|+\n\(space)x\n\n",
      "!!str 1", "x # 注释", "[]",
    ].randomElement(using: &random) ?? ""
  }
}
