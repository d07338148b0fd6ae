import Diagnostics
import Documents
import Testing

struct LimitTests {
  private let small = DocumentLimits(bytes: 200, depth: 3, nodes: 12, expandedNodes: 20)

  @Test(arguments: ["a.yaml", "a.json"])
  func `a text within all limits is read`(name: String) throws {
    #expect(try document("[[[1]], 2, 3, 4, 5, 6, 7, 8, 9]", name: name, limits: small).root.count == 9)
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func `a limit that is passed is named, with the place`(name: String) {
    #expect(
      shown("[\(String(repeating: " ", count: 300))]", name) == """
        \(name): error: the file has 302 bytes; the limit is 200 bytes [too-large]
        """)
    #expect(
      shown("[[[[1]]]]", name) == """
        \(name):1:4: error: lists and mappings are nested more than 3 levels deep [too-deep]
          1 | [[[[1]]]]
            |    ^
        """)
    #expect(
      shown("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", name) == """
        \(name):1:37: error: the file holds more than 12 values [too-many-nodes]
          1 | [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
            |                                     ^
        """)
  }

  @Test func `nodes are counted over all documents of a stream`() {
    let file = SourceFile(name: "a.yaml", bytes: Array("--- [1, 2, 3, 4, 5, 6]\n--- [1, 2, 3, 4, 5]\n".utf8))
    #expect(throws: Problems.self) { try YAML.documents(in: file, limits: small) }
  }

  @Test func `what aliases add counts as often as they stand`() {
    #expect(
      shown("a: &a [1, 2, 3, 4]\nb: [*a, *a, *a]\n", "a.yaml") == """
        a.yaml:2:13: error: with its aliases expanded the file holds more than 20 values [too-many-aliases]
          2 | b: [*a, *a, *a]
            |             ^
        """)
    #expect(codes(in: "a: &a [1, 2, 3, 4]\nb: [*a, *a, 1]\n", limits: small) == [])
  }

  @Test func `levels inside an alias count where it stands`() {
    #expect(codes(in: "a: &a [[1]]\nb: *a\n", limits: small) == [])
    #expect(codes(in: "a: &a [[1]]\nb: [*a]\n", limits: small) == ["too-deep"])
  }

  @Test(.timeLimit(.minutes(1))) func `a billion laughs end`() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...30 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
    }
    #expect(codes(in: text) == ["too-many-aliases"])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["[", "{a: ", "- ", "? ", "[[[[[[[[[[\n", "{\"a\":", "[{\"a\": "])
  func `a megabyte of openings ends`(opening: String) {
    let text = String(repeating: opening, count: 1_000_000 / opening.utf8.count)
    // A key that is a list, which `? ` makes of it, is reported on the way.
    #expect(codes(in: text).filter { $0 != "key-not-scalar" } == ["too-deep"])
    if opening == "[" || opening.contains("\"") { #expect(codes(in: text, name: "a.json") == ["too-deep"]) }
  }

  @Test(.timeLimit(.minutes(1))) func `thousands of directives end`() {
    let tags = (0..<50_000).map { "%TAG !t\($0)! tag:x,2000:\n" }.joined()
    #expect(codes(in: tags + "---\na: 1\n") == ["too-many-directives"])
  }

  @Test func `anchors and documents without end are refused`() {
    #expect(codes(in: (0...100_000).map { "- &a\($0) x\n" }.joined()) == ["too-many-anchors"])
    let file = SourceFile(name: "a.yaml", bytes: Array(String(repeating: "---\n", count: 100_001).utf8))
    #expect(throws: Problems.self) { try YAML.documents(in: file) }
  }

  @Test func `a key of more than 1024 characters is named as what it is`() {
    #expect(codes(in: "a: 1\n\(String(repeating: "很长", count: 600)): 2\n") == ["key-too-long"])
    #expect(codes(in: "a: 1\n? \(String(repeating: "很长", count: 600))\n: 2\n") == [])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["a.yaml", "a.json"])
  func `of a hundred thousand faults the first hundred are kept`(name: String) throws {
    let entries = (0..<100_000).map { "\"k\($0 % 10)\": 1" }.joined(separator: ", ")
    let found = problems(in: "{\(entries)}", name: name)
    #expect(found.count == 99_990)
    #expect(found.sorted.count == Problems.limit)
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func `a text of megabytes is no fault`(name: String) throws {
    let long = String(repeating: "长", count: 1_000_000)
    #expect(try document("[\"\(long)\"]", name: name).root.items.first { _ in true }?.text == long)
  }

  private func shown(_ text: String, _ name: String) -> String {
    problems(in: text, name: name, limits: small).sorted.map { $0.rendered(in: .en) }.joined(separator: "\n")
  }
}
