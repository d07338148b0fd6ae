import Seeds
import Diagnostics
import Documents
import Testing

/// Whatever is done to a text, reading it gives a tree, or problems that lie inside the file.
struct MutationTests {
  @Test(arguments: 0..<8)
  func `a damaged text gives a tree or problems with a place`(part: Int) {
    var random = SeededGenerator(seed: UInt64(part))
    for _ in 0..<600 {
      for (name, sample) in samples {
        var bytes = Array(sample.utf8)
        for _ in 0...Int.random(in: 0..<4, using: &random) { damage(&bytes, &random) }
        check(bytes, name: name)
      }
    }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
    case 3: bytes.removeLast(bytes.count - place)
    case 4: bytes.insert(contentsOf: bytes[place...].prefix(Int.random(in: 1..<30, using: &random)), at: place)
    default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<30, using: &random)))
    }
  }

  /// Reads a text and everything in it.
  private func check(_ bytes: [UInt8], name: String) {
    do {
      let file = try SourceFile.decoding(bytes, name: name)
      let root = try document(file).root
      #expect(walk(root, within: nil) > 0)
    } catch {
      #expect(error.hasErrors)
      for problem in error.sorted {
        for place in [problem.span] + problem.notes.map(\.span) {
          #expect(place.map(isInside) == true, "\(problem.code) of \(bytes)")
        }
        #expect(!problem.rendered(in: .zh).isEmpty)
      }
    }
  }

  /// The number of nodes; checks that each lies inside the one around it, unless an alias is between them.
  private func walk(_ node: Node, within outer: SourceRange?) -> Int {
    let range = node.range
    if let outer { #expect(outer.lowerBound <= range.lowerBound && range.upperBound <= outer.upperBound) }
    #expect(isInside(node.span))
    let isAlias = node.document.isAlias(node)
    let children = Array(node.items) + node.entries.flatMap { [$0.key, $0.value] }
    return children.reduce(1) { $0 + walk($1, within: isAlias ? nil : range) }
  }

  /// Whether a place is in the text, or directly behind a line of it.
  private func isInside(_ span: SourceSpan) -> Bool {
    guard let range = span.range else { return true }
    let place = range.lowerBound
    guard let line = span.file.line(Int(place.line)) else { return false }
    return place.column >= 1 && Int(place.column) <= line.unicodeScalars.count + 1
  }
}

extension Document {
  /// Whether the node is written as `*name`.
  fileprivate func isAlias(_ node: Node) -> Bool {
    guard file.name.hasSuffix(".yaml"), let line = file.line(Int(node.range.lowerBound.line)) else { return false }
    return line.unicodeScalars.dropFirst(Int(node.range.lowerBound.column) - 1).first == "*"
  }
}

private let signs = Array(":-?,[]{}#&*!|>'\"%@` \t\n\r\\/0aé".utf8) + [0, 0x80, 0xC2, 0xE2, 0xEF, 0xFF]

private let samples: [(name: String, text: String)] = [
  (
    "a.yaml",
    """
    bom: 1
    project: {id: nx-01, name: 中卫智算中心, facts: {pue: 1.18, share: 82%}}
    lines:
      - &s1
        id: s1   # first
        note: |
          两行
          文字

        contains:
        - {kind: cpu, model: "鲲鹏920", quantity: 4}
        - {kind: accelerator, model: '昇腾910B'}
      - *s1
      - !!str text
      - ? key
        : >-
          folded
    """
  ),
  (
    "a.json",
    #"""
    {"bom": 1, "project": {"name": "中卫\u667a算 \ud83d\ude00", "facts": {"pue": 1.18e0}},
      "lines": [{"id": "s1", "contains": [{"kind": "cpu", "quantity": -4}, null, true]}, [], {}]
    }
    """#
  ),
  ("a.yaml", "%YAML 1.1\n---\na: 1\n...\n# end\n"),
  ("a.yaml", "\u{FEFF}- 'it''s'\r\n- \"a\\u534e\r\n  b\"\r\n- [x,\r\n  y]\r\n"),
]
