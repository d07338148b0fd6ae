import Diagnostics
import Documents
import Testing

/// Finding mappings by a key that they have, with the way to them.
struct SearchTests {
  /// Each way as the keys on it, a star for a collection without one.
  private func ways(_ text: String) throws -> [String] {
    let document = try YAML.document(in: SourceFile(name: "x.yaml", bytes: Array(text.utf8)))
    return document.root.ways(toListsOf: "parts").map { way in
      way.steps.map { $0.key?.text ?? "*" }.joined(separator: "/")
    }
  }

  @Test(arguments: [
    ("{parts: [{}]}", ["*"]), ("a: {b: {parts: [{x: 1}]}}", ["*/a/b"]),
    ("a: [1, {parts: [{}]}, [{parts: [{}]}]]", ["*/a/*", "*/a/*/*"]),
    ("{parts: [{}], a: {parts: [{}]}}", ["*"]), ("{a: {parts: [{}]}, b: {parts: [{}]}}", ["*/a", "*/b"]),
    ("{a: &p {parts: [{}]}, b: *p}", ["*/a", "*/b"]), ("{a: &p {x: {parts: [{}]}}, b: [*p]}", ["*/a/x", "*/b/*/x"]),
    ("{list: &l [{}], a: {parts: *l}}", ["*/a"]), ("{item: &i {}, a: {parts: [*i]}}", ["*/a"]),
    ("{name: &k parts, a: {*k : [{}]}}", ["*/a"]),
    ("parts: []", []), ("parts: [1]", []), ("parts: {}", []), ("parts: x", []), ("[parts]", []), ("parts", []),
    ("{x: parts, y: [{}]}", []), ("{parts: [1], a: {parts: [{}]}}", ["*/a"]),
  ])
  func `a list of mappings under a key is found wherever it is`(text: String, expected: [String]) throws {
    #expect(try ways(text) == expected)
  }

  @Test func `a way says how much of it the way before it had`() throws {
    let text = "{a: {b: {parts: [{}]}, c: [{parts: [{}]}, {parts: [{}]}]}, d: {parts: [{}]}}"
    let root = try YAML.document(in: SourceFile(name: "x.yaml", bytes: Array(text.utf8))).root
    #expect(root.ways(toListsOf: "parts").map(\.shared) == [0, 2, 3, 1])
  }

  @Test func `a value is found by its key through aliases, and nothing in what is no mapping`() throws {
    let text = "{key: &k name, a: &m {*k : x, other: y}, b: *m, c: [name, x]}"
    let root = try YAML.document(in: SourceFile(name: "x.yaml", bytes: Array(text.utf8))).root
    #expect(root["a"]?["name"]?.text == "x")
    #expect(root["b"]?["other"]?.text == "y")
    #expect(root["c"]?["name"] == nil)
    #expect(root["key"]?["name"] == nil)
    #expect(root["nam"] == nil && root[""] == nil)
  }

  @Test func `the length of a text is that of its bytes`() throws {
    let root = try YAML.document(in: SourceFile(name: "x.yaml", bytes: Array("[名, \"\\n\", '', {}]".utf8))).root
    #expect(root.items.map(\.textLength) == [3, 1, 0, 0])
  }
}
