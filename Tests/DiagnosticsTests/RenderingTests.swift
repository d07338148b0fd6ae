import Diagnostics
import Testing

struct RenderingTests {
  private let file = SourceFile(
    name: "bom.yaml", bytes: Array("lines:\n  - vendor: 华为  # 厂商\n\tmodel: 昇腾910B\n  - kind: sever".utf8))

  @Test func `a problem shows its place, the line and what to do, in both languages`() {
    let problem = Diagnostic(
      .error, "unknown-value", Localized(zh: "未知的种类 `sever`", en: "unknown kind `sever`"), at: span(4, 11, 16),
      help: Localized(zh: "是否想写 `server`？", en: "did you mean `server`?"))
    #expect(
      problem.rendered(in: .en) == """
        bom.yaml:4:11: error: unknown kind `sever` [unknown-value]
          4 |   - kind: sever
            |           ^^^^^
          help: did you mean `server`?
        """)
    #expect(
      problem.rendered(in: .zh) == """
        bom.yaml:4:11: 错误: 未知的种类 `sever` [unknown-value]
          4 |   - kind: sever
            |           ^^^^^
          建议: 是否想写 `server`？
        """)
  }

  @Test func `a wide character is marked by two columns`() {
    #expect(
      Diagnostic(.warning, "w", Localized("x"), at: span(2, 13, 15)).rendered(in: .en) == """
        bom.yaml:2:13: warning: x [w]
          2 |   - vendor: 华为  # 厂商
            |             ^^^^
        """)
    #expect(
      Diagnostic(.warning, "w", Localized("x"), at: span(2, 19, 21)).rendered(in: .zh) == """
        bom.yaml:2:19: 警告: x [w]
          2 |   - vendor: 华为  # 厂商
            |                     ^^^^
        """)
  }

  @Test func `a tab is one column, shown as a space`() {
    #expect(
      Diagnostic(.error, "e", Localized("x"), at: span(3, 1, 7)).rendered(in: .en) == """
        bom.yaml:3:1: error: x [e]
          3 |  model: 昇腾910B
            | ^^^^^^
        """)
  }

  @Test func `a note shows its own place`() {
    let notes = [
      Diagnostic.Note(Localized("first here"), at: span(2, 5, 11)), Diagnostic.Note(Localized("somewhere else")),
    ]
    #expect(
      Diagnostic(.error, "e", Localized("x"), at: span(4, 5, 9), help: Localized("y"), notes: notes).rendered(in: .en)
        == """
        bom.yaml:4:5: error: x [e]
          4 |   - kind: sever
            |     ^^^^
          bom.yaml:2:5: first here
          2 |   - vendor: 华为  # 厂商
            |     ^^^^^^
          somewhere else
          help: y
        """)
  }

  @Test func `a problem without a range shows no line`() {
    #expect(
      Diagnostic(.error, "e", Localized("x"), at: SourceSpan(file: file)).rendered(in: .en) == "bom.yaml: error: x [e]")
    #expect(Diagnostic(.error, "e", Localized("x")).rendered(in: .en) == "error: x [e]")
  }

  @Test func `a range over lines is marked to the end of its first`() {
    let range = SourceLocation(line: 2, column: 5)..<SourceLocation(line: 4, column: 3)
    #expect(
      Diagnostic(.error, "e", Localized("x"), at: SourceSpan(file: file, range: range)).rendered(in: .en) == """
        bom.yaml:2:5: error: x [e]
          2 |   - vendor: 华为  # 厂商
            |     ^^^^^^^^^^^^^^^^^^^^
        """)
  }

  @Test(arguments: [(4, 16, "               ^"), (4, 99, "               ^"), (9, 1, nil)])
  func `a place past the end is marked at the end, or not at all`(line: Int, column: Int, marker: String?) {
    let lines = Diagnostic(.error, "e", Localized("x"), at: span(line, column, column + 1)).rendered(in: .en)
      .split(separator: "\n").map(String.init)
    #expect(lines.count == (marker == nil ? 1 : 3))
    if let marker { #expect(lines.last == "    | " + marker) }
  }

  @Test func `colour goes around the parts, never into the text`() {
    let problem = Diagnostic(.error, "e", Localized("x"), at: span(4, 5, 9), help: Localized("y"))
    let coloured = problem.rendered(in: .en) { text, part in
      switch part {
      case .place: "<p>\(text)</p>"
      case .severity(let severity): "<\(severity)>\(text)</>"
      case .marker: "<m>\(text)</m>"
      case .help: "<h>\(text)</h>"
      }
    }
    #expect(
      coloured == """
        <p>bom.yaml:4:5: </p><error>error</>: x [e]
          4 |   - kind: sever
            |     <m>^^^^</m>
          <h>help</h>: y
        """)
  }

  @Test func `no text can steer the terminal`() {
    let file = SourceFile(name: "a\u{1B}b", bytes: Array("k: \u{1B}[31m\u{202E}x\u{7F}\u{9B}".utf8))
    let range = SourceLocation(line: 1, column: 4)..<SourceLocation(line: 1, column: 6)
    let problem = Diagnostic(
      .error, "e", Localized("bad `\u{1B}[2J\n`"), at: SourceSpan(file: file, range: range), help: Localized("\u{7}"),
      notes: [Diagnostic.Note(Localized("\u{8}"))])
    #expect(
      problem.rendered(in: .en) == """
        a␛b:1:4: error: bad `␛[2J␊` [e]
          1 | k: ␛[31m�x␡�
            |    ^^
          ␈
          help: ␇
        """)
  }

  private func span(_ line: Int, _ from: Int, _ to: Int) -> SourceSpan {
    SourceSpan(file: file, range: SourceLocation(line: line, column: from)..<SourceLocation(line: line, column: to))
  }
}
