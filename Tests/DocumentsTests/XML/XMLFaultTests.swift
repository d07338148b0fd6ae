import Diagnostics
import Documents
import Seeds
import Testing

/// What is said of a document that is no XML, or more than a reader takes.
struct XMLFaultTests {
  @Test(arguments: faults)
  func `a fault is shown where it is, with what to do`(_ fault: Fault) {
    fault.check(in: "a.xml")
  }

  @Test(arguments: excesses)
  func `passing a limit is an error`(_ excess: Excess) {
    let limits = DocumentLimits(bytes: 5_000_000, depth: excess.depth, nodes: 400)
    #expect(codes(in: excess.text, name: "a.xml", limits: limits) == [excess.code])
  }

  @Test func `a tag of many attributes ends the reading before it costs time`() {
    let tag = "<a " + (0..<20_000).map { "a\($0)='' " }.joined() + "/>"
    let start = ContinuousClock.now
    #expect(codes(in: tag + tag, name: "a.xml").count == 1)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `whatever the bytes are, reading ends`() {
    let twin = """
      <?xml version="1.0"?><!-- a --><bom xmlns="urn:b" xmlns:x="urn:x" version="1">
      <components x:k='v'><component type="device">昇腾 &amp; &#x41; <![CDATA[<b>]]></component><?pi x?></components></bom>
      """
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "<", ">", "&", "]]>", "<!--", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "\0", "\u{FFFE}", "'", "xmlns:x=''",
    ]
    for _ in 0..<4_000 {
      var bytes = Array(twin.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place...)
        case 2: bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
        default: bytes.remove(at: place)
        }
        if bytes.isEmpty { break }
      }
      let file = SourceFile(name: "a.xml", bytes: bytes)
      if let document = try? XML.document(in: file) {
        #expect(document.root.range.lowerBound < document.root.range.upperBound)
      }
    }
  }
}

/// A document that is more than a reader takes.
struct Excess: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let code: String
  var depth = 1_000

  init(_ name: String, _ text: String, _ code: String, depth: Int = 1_000) {
    testDescription = name
    self.text = text
    self.code = code
    self.depth = depth
  }
}

private let excesses: [Excess] = [
  Excess("depth", String(repeating: "<a>", count: 5), "too-deep", depth: 4),
  Excess("the depth of libxml2", String(repeating: "<a>", count: 300), "too-deep"),
  Excess("nodes", "<a>" + String(repeating: "<b c=''/>", count: 200) + "</a>", "too-many-nodes"),
  Excess("bytes", String(repeating: " ", count: 5_000_001), "too-large"),
  Excess("attributes", "<a " + (0..<257).map { "a\($0)='' " }.joined() + "/>", "too-many-attributes"),
  Excess("namespaces", "<a " + (0..<129).map { "xmlns:a\($0)='u' " }.joined() + "/>", "too-many-attributes"),
  Excess("a tag", "<a b='" + String(repeating: "x", count: 200_000) + "'/>", "markup-too-long"),
  Excess("a comment", "<a><!--" + String(repeating: "x", count: 2_000_000) + "--></a>", "markup-too-long"),
  Excess("CDATA", "<a><![CDATA[" + String(repeating: "x", count: 2_000_000) + "]]></a>", "markup-too-long"),
  Excess("a name", "<" + String(repeating: "x", count: 60_000) + "/>", "xml-syntax"),
]

private let faults: [Fault] = [
  Fault(
    "nothing", " \n",
    #"""
    a.xml: error: the file holds no document [no-document]
    """#,
    zh: #"""
      文件中没有内容
      """#),
  Fault(
    "no XML", "{\"a\": 1}",
    #"""
    a.xml:1:1: error: a whole element of XML must stand here [no-element]
      1 | {"a": 1}
        | ^
      help: check that the file is XML and that it is not cut off
    """#,
    zh: #"""
      这里应是完整的 XML 元素|请确认这是 XML 文件，并且是完整的
      """#),
  Fault(
    "a word", "abc",
    #"""
    a.xml:1:1: error: a whole element of XML must stand here [no-element]
      1 | abc
        | ^
      help: check that the file is XML and that it is not cut off
    """#,
    zh: #"""
      这里应是完整的 XML 元素|请确认这是 XML 文件，并且是完整的
      """#),
  Fault(
    "a cut tag", "<a",
    #"""
    a.xml:1:1: error: a whole element of XML must stand here [no-element]
      1 | <a
        | ^
      help: check that the file is XML and that it is not cut off
    """#,
    zh: #"""
      这里应是完整的 XML 元素|请确认这是 XML 文件，并且是完整的
      """#),
  Fault(
    "an element without an end", "<a>中<b>x</b>",
    #"""
    a.xml:1:13: error: the element `a` has no end [unclosed-element]
      1 | <a>中<b>x</b>
        |              ^
      help: add `</a>`; the file may also be cut off
    """#,
    zh: #"""
      元素 `a` 没有结束|补上 `</a>`；文件也可能不完整
      """#),
  Fault(
    "a cut text", "<a>x<",
    #"""
    a.xml:1:5: error: the element `a` has no end [unclosed-element]
      1 | <a>x<
        |     ^
      help: add `</a>`; the file may also be cut off
    """#,
    zh: #"""
      元素 `a` 没有结束|补上 `</a>`；文件也可能不完整
      """#),
  Fault(
    "a wrong end tag", "<a>\n<b>\n</a>",
    #"""
    a.xml:3:5: error: the element `b` of line 2 ends with `</a>` [wrong-end-tag]
      3 | </a>
        |     ^
      help: write `</b>`, or add the end tag that is missing
    """#,
    zh: #"""
      第 2 行的元素 `b` 却以 `</a>` 结束|改为 `</b>`，或补上缺少的结束标签
      """#),
  Fault(
    "two outermost elements", "<a>中文<b x='1'/></a>\n<c/>",
    #"""
    a.xml:2:1: error: something follows the outermost element [second-root]
      2 | <c/>
        | ^
      help: a file has one outermost element
    """#,
    zh: #"""
      根元素之后还有内容|一个文件只能有一个根元素
      """#),
  Fault(
    "an entity", "<a>中&nbsp;</a>",
    #"""
    a.xml:1:11: error: unknown entity `&nbsp;` [unknown-entity]
      1 | <a>中&nbsp;</a>
        |            ^
      help: write the character itself
    """#,
    zh: #"""
      未知的实体 `&nbsp;`|请直接写出这个字符
      """#),
  Fault(
    "an ampersand alone", "<a>1 & 2</a>",
    #"""
    a.xml:1:7: error: an `&` cannot stand here [stray-ampersand]
      1 | <a>1 & 2</a>
        |       ^
      help: write `&amp;`
    """#,
    zh: #"""
      这里不能出现 `&`|写成 `&amp;`
      """#),
  Fault(
    "an ampersand in a word", "<a>R&D</a>",
    #"""
    a.xml:1:7: error: an `&` cannot stand here [stray-ampersand]
      1 | <a>R&D</a>
        |       ^
      help: write `&amp;`
    """#,
    zh: #"""
      这里不能出现 `&`|写成 `&amp;`
      """#),
  Fault(
    "a control character", "<a>\u{1}</a>",
    #"""
    a.xml:1:4: error: XML cannot hold this character [invalid-character]
      1 | <a>␁</a>
        |    ^
    """#,
    zh: #"""
      XML 中不能有这个字符
      """#),
  Fault(
    "a control character by number", "<a>&#0;</a>",
    #"""
    a.xml:1:8: error: XML cannot hold this character [invalid-character]
      1 | <a>&#0;</a>
        |        ^
    """#,
    zh: #"""
      XML 中不能有这个字符
      """#),
  Fault(
    "a value without quotes", "<a x=1/>",
    #"""
    a.xml:1:6: error: the value of the attribute is not well written [bad-attribute]
      1 | <a x=1/>
        |      ^
      help: write the value in quotes, and `<` as `&lt;`
    """#,
    zh: #"""
      属性的值写得不对|值要写在引号里，`<` 写成 `&lt;`
      """#),
  Fault(
    "an attribute twice", "<a x='1' x='2'/>",
    #"""
    a.xml:1:15: error: the attribute `x` is there twice [duplicate-attribute]
      1 | <a x='1' x='2'/>
        |               ^
      help: delete one of them
    """#,
    zh: #"""
      属性 `x` 写了两次|删去其中一个
      """#),
  Fault(
    "an attribute twice by its namespace", "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>",
    #"""
    a.xml:1:43: error: the attribute `x` is there twice [duplicate-attribute]
      1 | <a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>
        |                                           ^
      help: delete one of them
    """#,
    zh: #"""
      属性 `x` 写了两次|删去其中一个
      """#),
  Fault(
    "a prefix without a namespace", "<a><b:a/></a>",
    #"""
    a.xml:1:8: error: the prefix `b` has no namespace [unknown-prefix]
      1 | <a><b:a/></a>
        |        ^
      help: declare it with `xmlns:b="…"`
    """#,
    zh: #"""
      前缀 `b` 没有声明命名空间|用 `xmlns:b="…"` 声明
      """#),
  Fault(
    "a comment without an end", "<a/><!-- x",
    #"""
    a.xml:1:11: error: a tag or a comment has no end [unclosed-markup]
      1 | <a/><!-- x
        |           ^
    """#,
    zh: #"""
      标签或注释没有结束
      """#),
  Fault(
    "a tag without an end", "<a><b</a>",
    #"""
    a.xml:1:6: error: this is no valid XML: error parsing attribute name [xml-syntax]
      1 | <a><b</a>
        |      ^
    """#,
    zh: #"""
      这里不符合 XML 语法
      """#),
  Fault(
    "a bomb", "<!DOCTYPE a [<!ENTITY b \"&c;&c;\">]><a>&b;</a>",
    #"""
    a.xml:1:13: error: a document type (DOCTYPE) is not allowed in XML [document-type]
      1 | <!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>
        |             ^
      help: delete the `<!DOCTYPE …>`
    """#,
    zh: #"""
      XML 中不允许文档类型声明（DOCTYPE）|请删去 `<!DOCTYPE …>`
      """#),
  Fault(
    "a document type elsewhere", "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>",
    #"""
    a.xml:1:46: error: a document type (DOCTYPE) is not allowed in XML [document-type]
      1 | <!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>
        |                                              ^
      help: delete the `<!DOCTYPE …>`
    """#,
    zh: #"""
      XML 中不允许文档类型声明（DOCTYPE）|请删去 `<!DOCTYPE …>`
      """#),
  Fault(
    "the end of CDATA", "<a>]]></a>",
    #"""
    a.xml:1:4: error: this is no valid XML: Sequence ']]>' not allowed in content [xml-syntax]
      1 | <a>]]></a>
        |    ^
    """#,
    zh: #"""
      这里不符合 XML 语法
      """#),
]
