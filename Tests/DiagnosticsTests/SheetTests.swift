import Diagnostics
import Testing

/// Places in workbooks.
struct SheetTests {
  let file = SourceFile(
    name: "bid.xlsx",
    sheet: Sheet(name: "报价表") { row in
      row == 5
        ? [.init(column: 1, text: "3"), .init(column: 2, text: "服务器"), .init(column: 28, text: "6台")] : []
    })

  private func range(row: Int, column: Int) -> SourceRange {
    SourceLocation(line: row, column: column)..<SourceLocation(line: row, column: column + 1)
  }

  @Test(arguments: [(1, "A1"), (26, "Z1"), (27, "AA1"), (52, "AZ1"), (702, "ZZ1"), (703, "AAA1"), (16384, "XFD1")])
  func `a cell is named as in the workbook`(column: Int, name: String) {
    #expect(Sheet.reference(SourceLocation(line: 1, column: column)) == name)
  }

  @Test func `a problem in a cell shows its row with the cell marked`() {
    let problem = Diagnostic(
      .error, "bad-quantity", Localized(zh: "数量不对", en: "the quantity is wrong"),
      at: SourceSpan(file: file, range: range(row: 5, column: 28)))
    #expect(
      problem.rendered(in: .en) == """
        bid.xlsx:报价表!AB5: error: the quantity is wrong [bad-quantity]
          5 | 3 | 服务器 | 6台
            |              ^^^
        """)
  }

  @Test func `a problem in an empty cell marks where it would stand, and an empty row shows nothing`() {
    func text(_ row: Int, _ column: Int) -> String {
      Diagnostic(.error, "x", Localized("y"), at: SourceSpan(file: file, range: range(row: row, column: column)))
        .rendered(in: .en)
    }
    #expect(text(5, 30) == "bid.xlsx:报价表!AD5: error: y [x]\n  5 | …服务器 | 6台\n    |              ^")
    #expect(text(6, 1) == "bid.xlsx:报价表!A6: error: y [x]")
  }

  @Test func `the sheet as a whole is named by its tab`() {
    #expect(SourceSpan(file: file).description == "bid.xlsx:报价表")
  }
}
