import Diagnostics
import Documents
import Testing

struct NodeTests {
  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func `a plain scalar of the core schema is null`(text: String) throws {
    let node = try document("a: \(text)\n").root["a"]
    #expect(node?.isNull == true)
    #expect(node?.isPlain == true)
    #expect(node?.text == text)
  }

  @Test(arguments: ["'null'", "\"\"", "nULL", "NUll", "0", "no", "!!str null", "|\n", "[]", "{}", "nil"])
  func `anything else is not`(text: String) throws {
    #expect(try document("a: \(text)\n").root["a"]?.isNull == false)
  }

  @Test(arguments: ["NO", "1_000", "90%", "0x1F", "1e3", ".inf", "2025-03-01", "12:30:00", "007", "=", "<<", "yes"])
  func `no meaning is guessed`(text: String) throws {
    let node = try document("- \(text)\n").root.items.first { _ in true }
    #expect(node?.text == text)
    #expect(node?.style == .plain)
    #expect(node?.kind == .scalar)
  }

  @Test func `a merge key is a key as any other`() throws {
    let root = try document("a: &a {x: 1}\nb: {<<: *a, y: 2}\n").root
    #expect(root["b"]?.entries.map(\.key.text) == ["<<", "y"])
    #expect(root["b"]?["x"] == nil)
    #expect(root["b"]?["<<"]?["x"]?.text == "1")
  }

  @Test func `items and entries keep their order`() throws {
    let root = try document("z: [3, 1, 2]\na: x\nm: {}\n").root
    #expect(root.entries.map(\.key.text) == ["z", "a", "m"])
    #expect(root["z"]?.items.map(\.text) == ["3", "1", "2"])
    #expect(root["z"]?.items.underestimatedCount == 3)
    #expect(root.entries.underestimatedCount == 3)
  }

  @Test func `what a node has not is empty`() throws {
    let root = try document("a: [1]\nb: {c: 1}\nd: text\n").root
    #expect(root.text == "")
    #expect(root.style == .plain)
    #expect(!root.isPlain)
    #expect(!root.hasText("" as StaticString))
    #expect(Array(root.items).isEmpty)
    for (key, count) in [("a", 1), ("b", 1), ("d", 0)] { #expect(root[key]?.count == count) }
    #expect(root["a"].map { Array($0.entries).isEmpty } == true)
    #expect(root["d"].map { Array($0.entries).isEmpty && Array($0.items).isEmpty } == true)
    #expect(root["a"]?.withUTF8Text { $0.count } == 0)
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func `a text is compared without being made`(name: String) throws {
    let root = try document(#"["服务器", "a\u00e9b"]"#, name: name).root
    let texts = Array(root.items)
    #expect(texts[0].hasText("服务器" as StaticString))
    #expect(!texts[0].hasText("服务" as StaticString))
    #expect(!texts[0].hasText("服务室" as StaticString))
    #expect(texts[1].hasText("aéb" as String))
    #expect(texts[1].withUTF8Text { Array($0) } == Array("aéb".utf8))
  }

  @Test func `an alias stands where it is written, what is in it where that is`() throws {
    let root = try document("a: &a\n  x: 1\nb: *a\n").root
    let alias = try #require(root["b"])
    #expect(alias.range == SourceLocation(line: 3, column: 4)..<SourceLocation(line: 3, column: 6))
    #expect(alias["x"]?.span.description == "a.yaml:2:6")
  }
}
