import Testing

@testable import Reports

/// Nothing that is put in as a text or a value becomes markup.
struct MarkupTests {
  @Test(arguments: [
    ("某智算中心", "某智算中心"), ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("a & b", "a &amp; b"), ("&lt;", "&amp;lt;"), ("\" onload='x'", "&quot; onload=&#39;x&#39;"), ("-->", "--&gt;"),
    ("a\u{0}b\nc", "a\u{2400}b\u{240A}c"), ("\u{202E}dlrow", "\u{FFFD}dlrow"), ("\u{9B}", "\u{FFFD}"), ("", ""),
  ])
  func `a text and a value are escaped`(text: String, escaped: String) {
    var page = Markup()
    page.element("p", ["title": text], text)
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func `elements stand in each other, each where it was put`() {
    var page = Markup()
    page.block("ul", ["class": "a", "id": "b"]) { page in
      page.line("li", "1")
      page.line("li") { $0.inline("b") { $0.text("2") } }
      page.void("hr", [:])
    }
    #expect(
      String(decoding: page.bytes, as: UTF8.self) == """
        <ul class="a" id="b">
        <li>1</li>
        <li><b>2</b></li>
        <hr></ul>

        """)
  }
}
