extension Markup {
  /// A fact in a list of them; none where there is no such fact.
  mutating func entry(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    entry(name) { $0.text(text) }
  }

  /// The same of what is more than a text.
  mutating func entry(_ name: String, _ body: (inout Markup) -> Void) {
    element("dt", name)
    line("dd") { body(&$0) }
  }

  /// A table that scrolls by itself where the page is narrower.
  mutating func table(_ name: String, _ body: (inout Markup) -> Void) {
    block("div", ["class": "scroll", "role": "region", "aria-label": name, "tabindex": "0"]) { page in
      page.block("table") { body(&$0) }
    }
  }

  /// The head of a table: columns of words, then of numbers.
  mutating func head(_ words: [String], _ numbers: [String]) {
    block("thead") { page in
      page.line("tr") { page in
        for word in words { page.element("th", ["scope": "col"], word) }
        for number in numbers { page.element("th", ["scope": "col", "class": "number"], number) }
      }
    }
  }
}
