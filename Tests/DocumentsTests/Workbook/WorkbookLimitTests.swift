import Diagnostics
import Documents
import Testing

/// Workbooks that are more than a reader takes, by accident or on purpose.
struct WorkbookLimitTests {
  private let sheet = "xl/worksheets/sheet1.xml"
  private let row = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"

  @Test func `a file that is too large is not looked at`() {
    let found = refusal(Array(repeating: 0, count: 11), limits: WorkbookLimits(bytes: 10))
    #expect(found.english == "bid.xlsx: error: the file has 11 bytes; the limit is 10 bytes [too-large]")
    #expect(found.chinese == "文件有 11 字节，超过上限 10 字节")
  }

  @Test func `a sheet of gigabytes is refused before it is read`() {
    let bytes = Book(row).changing(sheet) {
      $0.isWide = true
      $0.size = 5_000_000_000
    }
    let found = refusal(bytes)
    #expect(
      found.english == """
        bid.xlsx: error: the workbook is larger than 268435456 bytes uncompressed; its part `xl/worksheets/sheet1.xml` has \
        5000000000 bytes [too-large]
          help: keep only the sheets that are needed, and save it again
        """)
    #expect(
      found.chinese
        == "工作簿解压后超过上限 268435456 字节（部件 `xl/worksheets/sheet1.xml` 有 5000000000 字节）|请只留下需要的工作表，再另存")
  }

  @Test func `all parts together are held against the limit, each as often as it is read`() throws {
    let book = Book([.init("一", "<sheetData>\(row)</sheetData>"), .init("二", "<sheetData>\(row)</sheetData>")])
    let size = book.parts.reduce(0) { $0 + $1.bytes.count }
    _ = try outline(book.bytes, limits: WorkbookLimits(inflatedBytes: size))
    #expect(refusal(book.bytes, limits: WorkbookLimits(inflatedBytes: size - 1)).english.contains("[too-large]"))
    let same = book.changing("xl/_rels/workbook.xml.rels") {
      $0.bytes = Array(String(decoding: $0.bytes, as: UTF8.self).replacing("sheet2", with: "sheet1").utf8)
    }
    #expect(try outline(same, limits: WorkbookLimits(inflatedBytes: size)).contains("二\n  1: A1 number 1"))
    #expect(refusal(same, limits: WorkbookLimits(inflatedBytes: size - 1)).english.contains("[too-large]"))
  }

  @Test func `what describes a workbook is small`() {
    let bytes = Book(row).changing("xl/workbook.xml") {
      $0.bytes += Array(repeating: 0x20, count: (32 << 20) + 1 - $0.bytes.count)
    }
    let found = refusal(bytes, limits: WorkbookLimits(ratio: 2_000))
    #expect(
      found.english == """
        bid.xlsx: error: the part `xl/workbook.xml` has 33554433 bytes uncompressed; the limit is 33554432 bytes [too-large]
          help: keep only the sheets that are needed, and save it again
        """)
    #expect(found.chinese == "部件 `xl/workbook.xml` 解压后有 33554433 字节，超过上限 33554432 字节|请只留下需要的工作表，再另存")
  }

  @Test func `sheets are limited, though all may be one`() {
    let bytes = Book(row).changing("xl/workbook.xml") {
      let text = String(decoding: $0.bytes, as: UTF8.self)
      let sheet = text.firstMatch(of: /<sheet [^>]*>/).map { String($0.output) } ?? ""
      $0.bytes = Array(text.replacing(sheet, with: String(repeating: sheet, count: 4_097)).utf8)
    }
    let found = refusal(bytes)
    #expect(found.english == "bid.xlsx: error: the workbook has more than 4096 sheets [too-many-sheets]")
    #expect(found.chinese == "工作簿中的工作表超过 4096 张")
  }

  @Test func `a part that grows as a bomb does is refused`() {
    let bytes = Book(row).changing(sheet) { $0.bytes += Array(repeating: 0x20, count: 4 << 20) }
    let found = refusal(bytes)
    #expect(
      found.english == """
        bid.xlsx: error: the part `xl/worksheets/sheet1.xml` grows more than 400 times uncompressed, as a bomb does \
        [suspicious-compression]
          help: keep only the sheets that are needed, and save it again
        """)
    #expect(found.chinese == "部件 `xl/worksheets/sheet1.xml` 解压后膨胀超过 400 倍，可能是压缩炸弹|请只留下需要的工作表，再另存")
    #expect(refusal(bytes, limits: WorkbookLimits(ratio: 2_000)).english.isEmpty)
  }

  @Test func `a part that is larger than it says is damaged, however large it would be`() {
    let bytes = Book(row).changing(sheet) {
      $0.bytes += Array(repeating: 0x20, count: 40 << 20)
      $0.size = 100
    }
    #expect(
      refusal(bytes).english.contains("the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]"))
  }

  @Test func `cells and texts are counted over all sheets`() throws {
    let text = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>0</v></c></row>"
    var book = Book([.init("一", "<sheetData>\(row)</sheetData>"), .init("二", "<sheetData>\(text)</sheetData>")])
    book.texts = "<si><t>12345</t></si>"
    _ = try outline(book.bytes, limits: WorkbookLimits(cells: 4, textBytes: 12))
    let cells = refusal(book.bytes, limits: WorkbookLimits(cells: 3))
    #expect(
      cells.english == """
        bid.xlsx:二!B1: error: more than 3 cells of the workbook hold something [too-many-cells]
          help: keep only the sheets that are needed, and save it again
        """)
    #expect(cells.chinese == "工作簿中有内容的单元格超过 3 个|请只留下需要的工作表，再另存")
    let texts = refusal(book.bytes, limits: WorkbookLimits(textBytes: 11))
    #expect(
      texts.english == """
        bid.xlsx:二!B1: error: the texts of the workbook have more than 11 bytes [too-much-text]
          help: keep only the sheets that are needed, and save it again
        """)
    #expect(texts.chinese == "工作簿中的文字超过 11 字节|请只留下需要的工作表，再另存")
  }

  @Test func `shared texts are limited though no cell has them`() {
    let book = Book("", texts: "<si><t>12345</t></si><si><t>6</t></si>")
    #expect(
      refusal(book.bytes, limits: WorkbookLimits(textBytes: 5)).english
        == "bid.xlsx/xl/sharedStrings.xml: error: the workbook holds more than 4000000 texts, or texts of more than 5 bytes "
        + "[too-much-text]")
    #expect(
      refusal(book.bytes, limits: WorkbookLimits(cells: 1)).chinese == "工作簿中的文字超过 1 段或 268435456 字节")
  }

  @Test func `a cell holds no more than in Excel`() throws {
    func text(_ count: Int) -> Book {
      Book("<row r='1'><c r='A1' t='inlineStr'><is><t>\(String(repeating: "𠀀", count: count))</t></is></c></row>")
    }
    _ = try rows(text(32_767))
    let found = refusal(text(32_768).bytes)
    #expect(
      found.english == "bid.xlsx:报价表!A1: error: the text of a cell has more than 131068 bytes [text-too-long]")
    #expect(found.chinese == "单元格的文字超过 131068 字节")
    let long = String(repeating: "x", count: 131_069)
    #expect(
      refusal(Book("", texts: "<si><t>\(long)</t></si>").bytes).english.contains("sharedStrings.xml: error: the text"))
    #expect(
      refusal(Book("<row r='1'><c r='A1'><f>\(long)</f></c></row>").bytes).english.contains(
        "A1: error: the text of a cell"))
  }

  @Test func `styles are limited`() {
    let styles = "<cellXfs>" + String(repeating: "<xf/>", count: (1 << 17) + 1) + "</cellXfs>"
    let found = refusal(Book("", styles: styles).bytes)
    #expect(
      found.english == """
        bid.xlsx/xl/styles.xml: error: the workbook has more than 131072 styles of cells [too-many-styles]
          help: open it in Excel or WPS and save it as .xlsx or CSV
        """)
    #expect(found.chinese == "工作簿的单元格样式超过 131072 种|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV")
  }
}
