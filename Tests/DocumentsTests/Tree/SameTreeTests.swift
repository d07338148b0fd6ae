import Diagnostics
import Documents
import Testing

/// JSON is YAML written in another way: both readers make the same tree of it, ranges included.
struct SameTreeTests {
  @Test(arguments: [
    "[]", "{}", "0", "\"\"", "null", "[null, true, false]", "[1, -2, 3.25, 1e9, -0.5E-3]",
    "{\"a\": {\"b\": [1, {\"c\": \"d\"}]}, \"e\": []}", "{\"名称\": \"昇腾910B\", \"数量\": 64}",
    "[\"a\\\"b\", \"a\\\\b\", \"a\\/b\", \"\\n\\t\\r\\b\\f\", \"\\u534e\\u4E3A\"]",
    "[\"\", \" \", \"  x  \", \"#\", \": \"]",
    "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\"c\": \"𠀀😀\", \"d\": 1}\n}\n", "[\r\n  1,\r\n  2\r\n]\r\n",
    "{\"\": {\"\": [[[[[]]]]]}}", "[\"é\", \"e\u{301}\", \"\u{FFFD}\", \"￥\"]",
  ])
  func `both readers make the same tree`(text: String) throws {
    let json = try document(text, name: "a.json")
    let yaml = try document(text, name: "a.yaml")
    #expect(outline(json.root) == outline(yaml.root))
  }

  @Test(arguments: [
    ("a: 1\nb:\n  - x\n  - y: ~\n", #"{"a": 1, "b": ["x", {"y": null}]}"#),
    ("- 'it''s'\n- |\n  two\n  lines\n- >-\n  one\n  line\n", #"["it's", "two\nlines\n", "one line"]"#),
    ("x: &x [1, 2]\ny: *x\nz: {w: *x}\n", #"{"x": [1, 2], "y": [1, 2], "z": {"w": [1, 2]}}"#),
    ("? 键\n: !!str 1\n", #"{"键": "1"}"#),
  ])
  func `another spelling means the same`(yaml: String, json: String) throws {
    #expect(meaning(try document(yaml).root) == meaning(try document(json, name: "a.json").root))
  }

  /// The tree without ranges and without the way a text was quoted.
  private func meaning(_ node: Node) -> String {
    switch node.kind {
    case .scalar: node.isNull ? "null" : node.text.debugDescription
    case .sequence: "[" + node.items.map(meaning).joined(separator: ", ") + "]"
    case .mapping: "{" + node.entries.map { meaning($0.key) + ": " + meaning($0.value) }.joined(separator: ", ") + "}"
    }
  }
}
