import Diagnostics
import Documents
import Testing

/// What the tree of a document holds.
struct XMLTreeTests {
  @Test func `elements, attributes and texts stand in the tree with their places`() throws {
    let text = """
      <?xml version="1.0" encoding="GBK"?>
      <!-- 注释 <x> -->
      <b:bom xmlns:b="urn:b" xmlns="urn:d" version='1'>
        <名称 b:lang="zh">昇腾 &amp; <![CDATA[<910B>]]>&#x1F600;</名称><empty/>
        混<br />合
      </b:bom >
      """
    #expect(
      try outline(of: text) == """
        3:1-6:10 urn:b|bom version="1" "\\n  \\n  混合\\n"
          4:3-4:60 urn:d|名称 urn:b|lang="zh" "昇腾 & <910B>😀"
          4:60-4:68 urn:d|empty ""
          5:4-5:10 urn:d|br ""
        """)
  }

  @Test func `white space between children is no text`() throws {
    #expect(try outline(of: "<a>\n  <b> </b>\r\n</a>") == "1:1-3:5 |a \"\"\n  2:3-2:11 |b \" \"")
  }

  @Test func `children and attributes are found by their names`() throws {
    let root = try XML.document(in: file("<a xmlns:x='u' x:k='1' k='2'><b i='1'/><c/><x:b i='2'/></a>")).root
    #expect(root.value("k") == "2")
    #expect(root.value("x") == nil)
    #expect(root.children("b").map { $0.value("i") } == ["1", "2"])
    #expect(root.child("c")?.namespace == "")
    #expect(root.child("b")?.tagSpan.description == "a.xml:1:30")
    #expect(root.child("d") == nil)
    #expect(Array(root.children).count == 3)
  }

  @Test func `an ampersand in a value is one ampersand`() throws {
    let root = try XML.document(in: file("<a k='&amp;#38;&#38;&lt;&quot;&#10;&amp;amp;'/>")).root
    #expect(root.value("k") == "&#38;&<\"\n&amp;")
  }

  @Test func `long texts come whole`() throws {
    let word = String(repeating: "华为昇腾 &lt;", count: 40_000)
    let root = try XML.document(in: file("<a><b>\(word)</b><c/></a>")).root
    #expect(root.child("b")?.text == word.replacing("&lt;", with: "<"))
    #expect(root.child("c")?.range.lowerBound == SourceLocation(line: 1, column: 4 + 40_000 * 9 + 7))
  }

  @Test func `many documents are read at once without getting in each other's way`() async throws {
    let good = "<a>" + String(repeating: "<b>1</b>", count: 2_000) + "</a>"
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<32 {
        group.addTask {
          number.isMultiple(of: 2)
            ? (try? XML.document(in: file(good)).root.children("b").count) == 2_000
            : (try? XML.document(in: file(good + "<c>"))) == nil
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}

private func file(_ text: String) -> SourceFile { SourceFile(name: "a.xml", bytes: Array(text.utf8)) }

/// A tree as text, one element a line: its range, its name with its namespace, its attributes, its text.
private func outline(of text: String) throws(Problems) -> String {
  func lines(_ element: XMLElement, _ indent: String) -> [String] {
    let range = element.range
    let place =
      "\(range.lowerBound.line):\(range.lowerBound.column)-\(range.upperBound.line):\(range.upperBound.column)"
    let attributes = element.attributes.map {
      ($0.namespace.isEmpty ? "" : $0.namespace + "|") + "\($0.name)=\"\($0.value)\" "
    }.joined()
    let words = element.text.replacing("\n", with: "\\n")
    return ["\(indent)\(place) \(element.namespace)|\(element.name) \(attributes)\"\(words)\""]
      + element.children.flatMap { lines($0, indent + "  ") }
  }
  return lines(try XML.document(in: file(text)).root, "").joined(separator: "\n")
}
