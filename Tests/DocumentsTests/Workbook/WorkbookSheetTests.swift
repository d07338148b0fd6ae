import Diagnostics
import Documents
import Testing

/// Rows, columns, sheets, and the many ways in which programs write them.
struct WorkbookSheetTests {
  @Test func `cells and rows without a place follow the ones before`() throws {
    let book = Book(
      "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='5'><c><v>4</v></c></row><row/>"
        + "<row><c/><c><v>5</v></c></row>")
    #expect(
      try rows(book) == """
        1: A1 number 1 | D1 number 2 | E1 number 3
        5: A5 number 4
        7: B7 number 5
        """)
  }

  @Test func `rows of nothing are not there`() throws {
    #expect(try rows(Book("<row r='1'><c r='A1' s='3'/><c r='B1' t='s'/></row><row r='9'/>")) == "")
    #expect(try outline(Book([.init("空", "")]).bytes) == "空")
  }

  @Test func `what is hidden says so, and merged cells are told`() throws {
    let body = """
      <sheetPr filterMode="1"/><dimension ref="A1:XFD1048576"/><cols><col min="2" max="2" hidden="1"/><col min="3" max="3"/>
      <col min="5" max="16384" hidden="true"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>
      <row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="0"><c r="A3"><v>3</v></c></row></sheetData>
      <autoFilter ref="A1:A3"/><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>
      """
    #expect(
      try outline(Book([.init("一", body), .init("二", "", state: "state='hidden'")]).bytes) == """
        一 hides 2...2 hides 5...16384 merge 1...1x1...3 merge 2...3x1...1
          1: A1 number 1
          2 hidden: A2 number 2
          3: A3 number 3
        二 hidden
        """)
    #expect(try outline(Book([.init("三", "", state: "state='veryHidden'")]).bytes) == "三 hidden")
  }

  @Test func `the last cell of the largest sheet can be read`() throws {
    #expect(
      try rows(Book("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")) == "1048576: XFD1048576 number 1")
  }

  @Test func `extensions and elements of others are stepped over`() throws {
    let body = """
      <mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData>
      </mc:Choice></mc:AlternateContent><sheetData><x:row xmlns:x="urn:x" r="1"><c r="A1"><v>9</v></c></x:row>
      <row r="2" x:dyDescent="0.2" xmlns:x="urn:x"><c r="A2" x:r="B7" xmlns:x="urn:x"><v>2</v><extLst><ext><v>9</v></ext></extLst>
      </c></row></sheetData><extLst><ext><sheetData><row r="3"><c r="A3"><v>9</v></c></row></sheetData></ext></extLst>
      """
    #expect(try outline(Book([.init("表", body)]).bytes) == "表\n  2: A2 number 2")
  }

  @Test func `names may have prefixes`() throws {
    let bytes = Book("").changing("xl/worksheets/sheet1.xml") {
      $0.bytes = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>
        """.utf8)
    }
    #expect(try outline(bytes) == "报价表\n  1: A1 number 1")
  }

  @Test func `the strict form is read as the usual one`() throws {
    var book = Book("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", texts: "<si><t>甲</t></si>", styles: "<cellXfs/>")
    book.isStrict = true
    #expect(try rows(book) == "1: A1 甲")
  }

  @Test(arguments: [
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "application/vnd.ms-excel.template.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
  ])
  func `workbooks with macros and templates are workbooks`(type: String) throws {
    var book = Book("<row r='1'><c r='A1'><v>1</v></c></row>")
    book.mainType = type
    #expect(try rows(book) == "1: A1 number 1")
  }

  @Test func `sheets come in the order of their tabs, and charts are no tables`() throws {
    var book = Book(
      ["一", "图", "二"].map { .init($0, "<sheetData><row><c><v>\($0.utf8.count)</v></c></row></sheetData>") })
    book.texts = ""
    let bytes = book.changing("xl/_rels/workbook.xml.rels") {
      $0.bytes = Array(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="s3" Type="t/worksheet" Target="/xl/worksheets/sheet1.xml"/>
        <Relationship Id="s2" Type="t/chartsheet" Target="chartsheets/sheet1.xml"/>
        <Relationship Id="s0" Type="t/externalLink" Target="http://example.org/" TargetMode="External"/>
        <Relationship Id="s1" Type="t/worksheet" Target="./charts/../worksheets//Sheet3.xml"/></Relationships>
        """.utf8)
    }
    #expect(try outline(bytes) == "一\n  1: A1 number 3\n二\n  1: A1 number 3")
    #expect(try outline(book.bytes) == "一\n  1: A1 number 3\n图\n  1: A1 number 3\n二\n  1: A1 number 3")
  }

  @Test func `a workbook without its first links is found by its type`() throws {
    let book = Book("<row r='1'><c r='A1'><v>1</v></c></row>")
    let parts = book.parts.filter { $0.name != "_rels/.rels" }
    #expect(try outline(Archive(parts: parts).bytes) == "报价表\n  1: A1 number 1")
  }

  @Test func `parts may be in UTF-16, or begin with a mark`() throws {
    let book = Book("<row r='1'><c r='A1' t='str'><v>昇腾</v></c></row>")
    let wide = book.changing("xl/worksheets/sheet1.xml") { part in
      let text = String(decoding: part.bytes, as: UTF8.self)
      part.bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    #expect(try outline(wide) == "报价表\n  1: A1 昇腾")
    let marked = book.changing("xl/worksheets/sheet1.xml") { $0.bytes = [0xEF, 0xBB, 0xBF] + $0.bytes }
    #expect(try outline(marked) == "报价表\n  1: A1 昇腾")
  }

  @Test func `a problem in a cell shows its row`() throws {
    let book = Book("<row r='1'><c t='str'><v>甲</v></c></row><row r='7'><c t='str'><v>服务器</v></c><c><v>6</v></c></row>")
    let table = try #require(try Workbook.tables(in: book.bytes, name: "bid.xlsx").first)
    let cell = try #require(table.rows.last?.cells.last)
    #expect(
      Diagnostic(.error, "x", Localized("y"), at: table.span(cell)).rendered(in: .en) == """
        bid.xlsx:报价表!B7: error: y [x]
          7 | 服务器 | 6
            |          ^
        """)
    #expect(table.file.sheet?.cells(2).isEmpty == true)
  }
}
