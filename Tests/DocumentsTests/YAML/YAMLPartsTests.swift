import Diagnostics
import Seeds
import Testing

@testable import Documents

/// A text that several threads read gives what one gives: the same trees, the same places, the same problems.
struct YAMLPartsTests {
  @Test(arguments: 0..<8)
  func `a random text is the same read in parts`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var (cut, joined) = (0, 0)
    for _ in 0..<300 {
      var text = RandomYAML.text(&random)
      if random.chance(3) { damage(&text, &random) }
      let file = SourceFile(name: "a.yaml", bytes: text)
      let jobs = Int.random(in: 2...5, using: &random)
      check(file, jobs: jobs)
      guard let parts = parts(of: file, jobs: jobs) else { continue }
      if parts.documents(of: file, .default) != nil { parts.boundary == .document ? (cut += 1) : (joined += 1) }
    }
    // Else nothing was tested.
    #expect(cut > 30 && joined > 20, "\(cut) \(joined)")
  }

  @Test(arguments: 0..<4)
  func `limits hold over all parts`(seed: Int) {
    var random = SeededGenerator(seed: 100 + UInt64(seed))
    for _ in 0..<200 {
      let file = SourceFile(name: "a.yaml", bytes: RandomYAML.text(&random))
      let limits = DocumentLimits(
        depth: Int.random(in: 1...12, using: &random), nodes: Int.random(in: 1...60, using: &random),
        expandedNodes: Int.random(in: 1...90, using: &random))
      check(file, jobs: 3, limits: limits)
    }
  }

  @Test(arguments: [
    "a: 1\n---\nb: 2\n", "---\n---\n---\n", "# only a comment\n---\na\n# last\n", "a\n--- b\n---\tc\n--- # d\n---",
    "a: 1\r\n---\r\nb: |\r\n  x\r\n\r\n---\r\nc\r\n", "a\r---\rb\r---\rc\r", "--- |\n text\n---\n>\n folded\n---\nc\n",
    "a: &x 1\n---\nb: *x\n", "a: &x 1\nb: *x\n---\na: &x 2\nb: *x\n", "...\n---\na\n...\n...\nb\n---\nc\n",
    "a: \"b\n---\nc\"\n", "a: 'b\n--- c\nd'\n", "[a,\n---\nb]\n", "a: |\n---\nb: 1\n",
    "%YAML 1.1\n---\na\n...\n%YAML 1.1\n---\nb\n",
    "%TAG ! x\n---\n!y a\n---\nb\n", "a\n---\nb: 1\nb: 2\n---\nc: 1\nc: 2\n", "a:\n---\nb:\n---\n",
    "? a\n---\n? b\n---\n",
    "a\n----\nb\n---c\nd\n", "a\n---\n\u{FEFF}b\n", "\u{FEFF}a\n---\nb\n", "a\n---\n\u{2028}b\n", "- a\n---\n\tb: 1\n",
    "- a\n- b\n- c\n", "  - a\n  - b:\n  - c: |\n      d\n\n  - e\n", "x:\n- a\n- b\n- c\ny: 1\n",
    "x:\n- a\n- ? b\n- c\n",
    "x:\n  y:\n    - a: 1\n      b: [2,\n      3]\n    - 'c\n      d'\n    - e\n", "- a\n- b\n...\n", "- a\n...\n- b\n",
    "- a\n...\n---\n- b\n",
    "  [a,\n  - b,\n  - c]\n", "  [a, b]\n  - c\n  - d\n", "x: [a, b]\n- c\n- d\n", "- &a b\n- *a\n- *a\n", "-\n-\n-\n",
    "- ? a\n- ? b\n- ? c\n", "  - ? a\n  - ? b\n  - ? c\n", "- - a\n  - b\n- - c\n  - d\n", "- \"a\n- b\"\n- c\n",
    "- |\n- a\n- b\n",
    "- a\n # c\n- b\n# d\n- e\n", "- a\r\n- b\r\n- c\r\n", "- a\r- b\n- c\n", "x: &x\n  - a\n  - b\n  - c\n",
    "x: !!seq\n  - a\n  - b\n  - c\n",
    "- a: 1\n  a: 2\n- b\n- c: 1\n  c: 1\n", "- a\n- b\n - c\n", " - a\n - b\n- c\n", "x:\n  - a\n  - b\n  c: 1\n",
    "%A b\n---\n- a\n- b\n- c\n",
    "- a\n- %b\n%c\n- d\n", "", "\n\n\n", "a", "- 0\n- >\n\n\n- b\n- |+\n\n\n- c\n",
  ])
  func `a text of cases is the same read in parts`(text: String) {
    let file = SourceFile(name: "a.yaml", bytes: Array(text.utf8))
    for jobs in 2...6 { check(file, jobs: jobs) }
  }

  @Test func `a text is cut where a document begins, and else where an item does`() {
    func cuts(_ text: String) -> [Int] {
      parts(of: SourceFile(name: "a.yaml", bytes: Array(text.utf8)), jobs: 2)?.ranges.dropFirst().map(\.lowerBound)
        ?? []
    }
    #expect(cuts("a: 1\n---\nb: 2\nc: 3\n---\n") == [19])
    #expect(cuts("x:\n  - a\n  - b\n  - c\n") == [15])
    #expect(cuts("x:\n  - a\n  - b\ny: 1\n") == [])
    #expect(cuts("a: 1\nb: 2\nc: 3\n") == [])
  }

  private func parts(of file: SourceFile, jobs: Int) -> YAMLParts? {
    file.bytes.withUnsafeBufferPointer { YAMLParts($0, count: jobs, shortest: 1) }
  }

  private func check(_ file: SourceFile, jobs: Int, limits: DocumentLimits = .default) {
    let whole = outcome { () throws(Problems) in try YAML.documents(in: file, limits: limits) }
    let cut = outcome { () throws(Problems) in try YAML.documents(in: file, limits: limits, jobs: jobs, bytesPerJob: 1)
    }
    #expect(cut == whole, "\(String(decoding: file.bytes, as: UTF8.self).debugDescription) by \(jobs)")
  }

  /// All that a reading gave: the words and the texts of every tree, or every problem as a reader sees it.
  private func outcome(_ read: () throws(Problems) -> [Document]) -> [String] {
    do {
      return try read().map { "\($0.compiled.words) \($0.compiled.arena)" }
    } catch {
      return ["\(error.count) \(error.errorCount)"] + error.sorted.map { $0.rendered(in: .en) + $0.rendered(in: .zh) }
    }
  }

  private func damage(_ text: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0...Int.random(in: 0..<3, using: &random) where !text.isEmpty {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.remove(at: place)
      case 1: text.insert(signs.randomElement(using: &random) ?? 0, at: place)
      case 2: text.insert(contentsOf: text[place...].prefix(Int.random(in: 1..<30, using: &random)), at: place)
      default: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1..<12, using: &random)))
      }
    }
  }
}

private let signs = Array(":-?,[]{}#&*!|>'\"%@` \t\n\r0a".utf8) + [0, 0x80, 0xC2, 0xE2]
