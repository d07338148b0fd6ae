import Diagnostics
import Documents
import Testing

/// Where each kind of node begins and ends, and how it was written.
struct YAMLRangeTests {
  @Test(arguments: [
    (
      "a: 1\n名称: 'it''s 华为'\n\"c\": \"x\\ny\"   # comment\n",
      """
      1:1-3:12 mapping
        1:1-1:2 plain "a"
          1:4-1:5 plain "1"
        2:1-2:3 plain "名称"
          2:5-2:15 singleQuoted "it's 华为"
        3:1-3:4 doubleQuoted "c"
          3:6-3:12 doubleQuoted "x\\ny"
      """
    ),
    (
      "- a\n- b: 1\n  c:\n  - d\n\n# end\n",
      """
      1:1-4:6 sequence
        1:3-1:4 plain "a"
        2:3-4:6 mapping
          2:3-2:4 plain "b"
            2:6-2:7 plain "1"
          3:3-3:4 plain "c"
            4:3-4:6 sequence
              4:5-4:6 plain "d"
      """
    ),
    (
      "a: [1, [2], {x: y}]   # comment\nb: {}\n",
      """
      1:1-2:6 mapping
        1:1-1:2 plain "a"
          1:4-1:20 sequence
            1:5-1:6 plain "1"
            1:8-1:11 sequence
              1:9-1:10 plain "2"
            1:13-1:19 mapping
              1:14-1:15 plain "x"
                1:17-1:18 plain "y"
        2:1-2:2 plain "b"
          2:4-2:6 mapping
      """
    ),
    (
      "a: |\n  one\n  two\n\n\nb: >-  # comment\n  folded\n  text\nc: |+\n  keep\n\n# end\n",
      """
      1:1-10:7 mapping
        1:1-1:2 plain "a"
          1:4-3:6 literal "one\\ntwo\\n"
        6:1-6:2 plain "b"
          6:4-8:7 folded "folded text"
        9:1-9:2 plain "c"
          9:4-10:7 literal "keep\\n\\n"
      """
    ),
    (
      "a: |\nb: one\n  two\nc: \"one\n\n  two\"\n",
      """
      1:1-6:7 mapping
        1:1-1:2 plain "a"
          1:4-1:5 literal ""
        2:1-2:2 plain "b"
          2:4-3:6 plain "one two"
        4:1-4:2 plain "c"
          4:4-6:7 doubleQuoted "one\\ntwo"
      """
    ),
    (
      "- &a foo\n- !!str 12\n- ! 3\n- &c !!seq [1]\n- !!map &d\n  k: &e # comment\n    'v'\n- &f |\n  t\n- &g\n- *a\n",
      """
      1:1-11:5 sequence
        1:6-1:9 plain "foo"
        2:9-2:11 doubleQuoted "12"
        3:5-3:6 doubleQuoted "3"
        4:12-4:15 sequence
          4:13-4:14 plain "1"
        6:3-7:8 mapping
          6:3-6:4 plain "k"
            7:5-7:8 singleQuoted "v"
        8:6-9:4 literal "t\\n"
        10:5-10:5 plain ""
        11:3-11:5 plain "foo"
      """
    ),
    (
      "a:\nb: [{c, d: }]\n? e\n",
      """
      1:1-3:4 mapping
        1:1-1:2 plain "a"
          1:3-1:3 plain ""
        2:1-2:2 plain "b"
          2:4-2:14 sequence
            2:5-2:13 mapping
              2:6-2:7 plain "c"
                2:7-2:7 plain ""
              2:9-2:10 plain "d"
                2:12-2:12 plain ""
        3:3-3:4 plain "e"
          3:4-3:4 plain ""
      """
    ),
    (
      "a: b\r\nc: |\r\n  d\r\n\r\ne: f\rg: h\r\n",
      """
      1:1-6:5 mapping
        1:1-1:2 plain "a"
          1:4-1:5 plain "b"
        2:1-2:2 plain "c"
          2:4-3:4 literal "d\\n"
        5:1-5:2 plain "e"
          5:4-5:5 plain "f"
        6:1-6:2 plain "g"
          6:4-6:5 plain "h"
      """
    ),
  ])
  func `every node knows its range and style`(text: String, expected: String) throws {
    #expect(outline(try document(text).root) == expected)
  }

  @Test func `a stream has documents, each with its own tree`() throws {
    let text = "--- a\n---\nb: &x 1\n...\n# comment\n--- |\n text\n---\n"
    let documents = try YAML.documents(in: SourceFile(name: "a.yaml", bytes: Array(text.utf8)))
    #expect(
      documents.map { outline($0.root) } == [
        "1:5-1:6 plain \"a\"",
        """
        3:1-3:8 mapping
          3:1-3:2 plain "b"
            3:7-3:8 plain "1"
        """,
        "6:5-7:6 literal \"text\\n\"",
        "8:4-8:4 plain \"\"",
      ])
  }

  @Test(arguments: ["", "\n", "# comment\n", "   \n\n"])
  func `a stream of nothing has no documents`(text: String) throws {
    #expect(try YAML.documents(in: SourceFile(name: "a.yaml", bytes: Array(text.utf8))).isEmpty)
  }

  @Test func `a name belongs to its document`() {
    let file = SourceFile(name: "a.yaml", bytes: Array("--- &a 1\n--- *a\n".utf8))
    #expect(throws: Problems.self) { try YAML.documents(in: file) }
  }

  @Test func `a name given again stands for the later node`() throws {
    let root = try document("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root
    #expect(root.entries.map(\.value.text) == ["1", "1", "2", "2"])
  }
}
