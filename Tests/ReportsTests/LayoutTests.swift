import Diagnostics
import Evaluation
import Inventory
import Policy
import Quantities
import Reports
import Testing

@Suite struct LayoutTests {
  @Test(arguments: 0..<20, [60, 80, 100])
  func `no line is wider than the page, unless it holds something that cannot be broken`(seed: Int, width: Int) throws {
    for (book, language) in [(try Shelf.builtIn(), Language.zh), (try Shelf.small(), .en), (try Shelf.small(), .zh)] {
      let report = try report(RandomBill.bill(seed, book), book)
      for text in texts(report, TextStyle(width: width, language: language)) {
        for line in text.split(separator: "\n") where line.displayWidth > width {
          let content = line.drop { $0 == " " || $0 == "│" || $0 == "├" || $0 == "└" || $0 == "─" }
          #expect(!content.contains(" "), "\(line.displayWidth): \(line)")
        }
      }
    }
  }

  @Test(arguments: 0..<40, Language.both)
  func `colour changes nothing but colour`(seed: Int, language: Language) throws {
    let book = try Shelf.small()
    let report = try report(RandomBill.bill(seed, book), book)
    let plain = texts(report, TextStyle(language: language))
    let coloured = texts(report, TextStyle(color: true, language: language))
    for (plain, coloured) in zip(plain, coloured) {
      #expect(!plain.contains("\u{1B}"))
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
    #expect(coloured[0].contains("\u{1B}["))
  }

  @Test(arguments: Language.both)
  func `control characters of a bill never reach the terminal`(language: Language) throws {
    let book = try Shelf.small()
    var bill = try Shelf.bill("unknown", book)
    bill.project.name = "名\u{1B}]0;x\u{7}字\u{202E}"
    bill.lines[2].model = "X\u{1B}[31m200\u{8}"
    bill.lines[2].id = "a\u{9}b\u{1B}"
    for text in texts(try report(bill, book), TextStyle(language: language)) {
      let hasControl = text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E || $0.value == 0x7F
      }
      #expect(!hasControl)
    }
  }

  @Test(arguments: ["at_least", "above", "at_most", "below"], [0, 1, 7, 33, 50, 67, 70, 90, 99, 100])
  func `a bar never says other than the verdict beside it`(comparison: String, percent: Int) throws {
    let book = try CardBook.book("\(comparison): \(percent)%")
    let wantsMore = comparison == "at_least" || comparison == "above"
    for (sure, open) in (0...50).flatMap({ sure in [0, 1, 9, 50].map { (sure, $0) } }) {
      let counts = [(sure, Origin.domestic), (open, nil), (101 - sure - open, .foreign)]
      let report = try report(CardBook.bill(counts.filter { $0.0 > 0 }.map { CardBook.card($0.0, $0.1) }), book)
      let result = try #require(report.assessment.policies.first?.requirements.first)
      let text = TextReport(TextStyle(language: .en)).render(report)
      let bar = try #require(text.firstMatch(of: /\[([█▒·]*)│([█▒·]*)\]/), "\(text)")
      let (before, after) = (bar.output.1, bar.output.2)
      #expect(before.count + after.count == 24)
      // `at_least` is met at its mark; the others are decided by what lies beyond it.
      let isAtLeast = comparison == "at_least"
      let isSureFilled = isAtLeast ? before.allSatisfy { $0 == "█" } : after.contains("█")
      let canBeFilled = isAtLeast ? !before.contains("·") : after.contains("█") || after.contains("▒")
      guard isAtLeast || percent < 100 else { continue }
      switch result.verdict {
      case .pass: #expect(wantsMore ? isSureFilled : !canBeFilled, "\(bar.output.0) \(sure) \(open)")
      case .fail: #expect(wantsMore ? !canBeFilled : isSureFilled, "\(bar.output.0) \(sure) \(open)")
      default: #expect(isSureFilled == false && canBeFilled, "\(bar.output.0) \(sure) \(open)")
      }
    }
  }

  @Test
  func `problems are listed with their places and counted`() throws {
    var problems = Problems()
    let file = SourceFile(name: "bom.yaml", bytes: Array("bom: 1\nlines: x\n".utf8))
    let place = SourceLocation(line: 2, column: 8)..<SourceLocation(line: 2, column: 9)
    problems.error(
      "wrong-type", Localized(zh: "这里应是列表", en: "expected a list"), at: SourceSpan(file: file, range: place))
    problems.add(Diagnostic(.warning, "odd", Localized(zh: "奇怪", en: "odd")))
    #expect(
      ProblemList(TextStyle(language: .en)).render(problems) == """
        warning: odd [odd]

        bom.yaml:2:8: error: expected a list [wrong-type]
          2 | lines: x
            |        ^

        1 error, 1 warning

        """)
    #expect(ProblemList(TextStyle(language: .zh)).render(problems).hasSuffix("1 个错误，1 个警告\n"))
    #expect(ProblemList(TextStyle(language: .zh)).render(Problems()).isEmpty)
  }

  private func texts(_ report: Report, _ style: TextStyle) -> [String] {
    let explanation = Explanation(style)
    return [TextReport(style).render(report)]
      + report.assessment.policies.compactMap { explanation.render(report, policy: $0.policy.id) }
  }
}
