import Diagnostics
import Documents
import Testing

/// What stands in the cells of a workbook.
struct CellTests {
  @Test func `shared texts are joined from their runs, without how they are pronounced`() throws {
    let texts = """
      <si><t>品牌</t></si><si><r><t xml:space="preserve">华为 </t></r><r><rPr><b/></rPr><t>昇腾</t></r>\
      <rPh sb="0" eb="1"><t>HUAWEI</t></rPh><phoneticPr fontId="1"/></si><si/>\
      <si><t>A_x000D_\n_x005F_x0041_ _x0001__xZZZZ_</t></si>
      """
    let book = Book(
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v> 2 </v></c>"
        + "<c r='D1' t='s'><v>3</v></c></row>", texts: texts)
    #expect(try rows(book) == "1: A1 品牌 | B1 华为 昇腾 | D1 A\\r\\n_x0041_ _x0001__xZZZZ_")
  }

  @Test func `texts inside cells are read, plain, in runs, and as values of formulas`() throws {
    let book = Book(
      """
      <row r="1"><c r="A1" t="inlineStr"><is><t>服务器</t></is></c>
      <c r="B1" t="inlineStr"><is><r><t>64</t></r><r><t>台</t></r><rPh sb="0" eb="1"><t>tai</t></rPh></is></c>
      <c r="C1" t="str"><f>A1&amp;B1</f><v>服务器64台</v></c><c r="D1" t="str"><f>""</f><v></v></c>
      <c r="E1" t="inlineStr"><is><t></t></is></c><c r="F1" t="inlineStr"><v>0</v><is><t>甲</t></is><v>0</v></c>
      <c r="G1" t="inlineStr"><v>乙</v></c></row>
      """)
    #expect(try rows(book) == "1: A1 服务器 | B1 64台 | C1 服务器64台 | F1 甲 | G1 乙")
  }

  @Test func `formulas are their last values, and faults where they have none`() throws {
    let book = Book(
      """
      <row r="1"><c r="A1"><f>B1*2</f><v>12</v></c><c r="B1"><f>C1&lt;1</f></c><c r="C1"><f>SUM(A1:A9)</f><v></v></c>
      <c r="D1" t="str"><f>HYPERLINK("http://example.org","x")</f></c><c r="E1"><f t="shared" si="0"/><v/></c></row>
      """)
    #expect(
      try rows(book)
        == #"1: A1 number 12 | B1 fault =C1<1 | C1 fault =SUM(A1:A9) | D1 fault =HYPERLINK("http://example.org","x") | E1 fault ="#
    )
  }

  @Test func `truths and errors say what they are`() throws {
    let book = Book(
      """
      <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c>
      <c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="n"><v>1</v></c></row>
      """)
    #expect(try rows(book) == "1: A1 flag TRUE | B1 flag FALSE | C1 fault #REF! | D1 fault #DIV/0! | E1 number 1")
  }

  @Test(arguments: [
    ("0", "0"), ("7", "7"), ("1283000", "1283000"), ("1283000.0000000002", "1283000"), ("0.10000000000000001", "0.1"),
    ("0.1", "0.1"), ("625.9968", "625.9968"), ("6589331.640000001", "6589331.64"), ("1.2829999999999999E7", "12830000"),
    ("-639000.00", "-639000"), ("1.50", "1.5"), ("007", "7"), (".5", "0.5"), ("5.", "5"), ("+3", "3"), ("-0", "0"),
    ("0.000", "0"), ("1E+20", "100000000000000000000"), ("4.4999999999999998E-2", "0.045"), ("2.5e-05", "0.000025"),
    ("123456789012345", "123456789012345"), ("1234567890123456", "1234567890123460"), ("0.30000000000000004", "0.3"),
    ("999999999999999.9", "1000000000000000"), ("99999999999999995", "100000000000000000"), ("1E-40", "1E-40"),
    ("1.7976931348623157E308", "1.79769313486232E308"), ("1E99999999999", "1E100000"), (" 12 ", "12"),
    ("0.00001234500", "0.000012345"), ("100", "100"), ("1000000000000000000", "1000000000000000000"),
    ("-1.5E2", "-150"),
  ])
  func `a number is the shortest decimal of at most 15 digits`(written: String, shown: String) throws {
    #expect(try rows(Book("<row r='1'><c r='A1'><v>\(written)</v></c></row>")) == "1: A1 number \(shown)")
  }

  @Test(arguments: ["1,5", "1.234,00", "abc", "1E", "--1", "1.2.3", "0x10", "NaN", "INF", ".", "E5", "１"])
  func `what is no number is an error`(written: String) {
    let found = refusal(Book("<row r='3'><c r='B3'><v>\(written)</v></c></row>").bytes)
    #expect(
      found.english == """
        bid.xlsx:报价表!B3: error: the number `\(written)` of the cell is not well written [bad-number]
          help: open it in Excel or WPS and save it as .xlsx or CSV
        """)
    #expect(found.chinese == "单元格中的数 `\(written)` 写得不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV")
  }

  @Test func `all bad cells of a sheet are reported at once`() {
    let found = refusal(
      Book(
        "<row r='1'><c r='A1'><v>x</v></c><c r='B1' t='s'><v>2</v></c></row><row r='2'><c r='A2' t='b'><v>2</v></c></row>",
        texts: "<si><t>a</t></si>"
      ).bytes)
    #expect(
      found.english == """
        bid.xlsx:报价表!A1: error: the number `x` of the cell is not well written [bad-number]
          help: open it in Excel or WPS and save it as .xlsx or CSV
        bid.xlsx:报价表!B1: error: the cell wants the shared text `2`, but the workbook has 1 [missing-text]
          help: open it in Excel or WPS and save it as .xlsx or CSV
        bid.xlsx:报价表!A2: error: the truth value `2` of the cell is not well written [bad-flag]
          help: open it in Excel or WPS and save it as .xlsx or CSV
        """)
    #expect(
      found.chinese == """
        单元格中的数 `x` 写得不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        单元格要用第 `2` 段共享文字，而工作簿只有 1 段|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        单元格中的逻辑值 `2` 写得不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """)
  }
}
