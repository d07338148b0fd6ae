import Documents
import Seeds
import Testing

/// What is said of a file that is no workbook, or one that is damaged.
struct WorkbookFaultTests {
  @Test(arguments: faults)
  func `a fault is told with what to do`(_ fault: BookFault) {
    let found = refusal(fault.bytes)
    #expect(found.english == fault.english)
    #expect(found.chinese == fault.chinese)
  }

  @Test func `wherever a workbook is cut off, reading ends with an error`() {
    let bytes = twin.bytes
    for count in 0..<bytes.count { #expect(!refusal(Array(bytes[..<count])).english.isEmpty) }
  }

  @Test func `whatever the bytes are, reading ends`() {
    let whole = twin.bytes
    var random = SeededGenerator(seed: 7)
    for _ in 0..<6_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] = [0, 0xFF, 0x7F, 0x80].randomElement(using: &random) ?? 0
        case 2: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        }
        if bytes.isEmpty { break }
      }
      check(bytes)
    }
  }

  @Test func `whatever the parts hold, reading ends`() {
    var random = SeededGenerator(seed: 8)
    let pieces = [
      "<", ">", "&amp;", "</c>", "<c>", "<v>", "</row>", "<row>", "<t>", " r='A1'", " t='s'", "9", "-", "E", ":",
      "1048577",
    ]
    for _ in 0..<6_000 {
      var parts = twin.parts
      for index in parts.indices { parts[index].isDeflated = false }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        // The sheet is what most is to be found in.
        let index = random.chance(2) ? 4 : Int.random(in: 0..<parts.count, using: &random)
        let place = Int.random(in: 0..<max(1, parts[index].bytes.count), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < parts[index].bytes.count:
          parts[index].bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
        case 1 where place < parts[index].bytes.count:
          let end = min(parts[index].bytes.count, place + Int.random(in: 1...20, using: &random))
          parts[index].bytes.removeSubrange(place..<end)
        default:
          let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
          parts[index].bytes.insert(contentsOf: piece, at: min(place, parts[index].bytes.count))
        }
      }
      check(Archive(parts: parts).bytes)
    }
  }

  /// Reads bytes; whatever comes out of them keeps the promises of a table.
  private func check(_ bytes: [UInt8]) {
    guard let tables = try? Workbook.tables(in: bytes, name: "bid.xlsx") else { return }
    for table in tables {
      #expect(zip(table.rows, table.rows.dropFirst()).allSatisfy { $0.number < $1.number })
      for row in table.rows {
        #expect((1...1_048_576).contains(row.number) && !row.cells.isEmpty)
        #expect(zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column })
        #expect(row.cells.allSatisfy { (1...16_384).contains($0.column) && !$0.text.isEmpty })
      }
    }
  }
}

/// A file that cannot be read, and everything that is said about it.
struct BookFault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: [UInt8]
  let english: String
  /// The Chinese words: message and help, with a bar between.
  let chinese: String

  init(_ name: String, _ bytes: [UInt8], _ english: String, zh chinese: String) {
    testDescription = name
    self.bytes = bytes
    self.english = english
    self.chinese = chinese
  }
}

/// A workbook with some of everything.
private let twin: Book = {
  let body = """
    <cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
    </row><row r="2" hidden="1"><c r="A2" s="1"><v>45717.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2"><f>A2*2</f></c>
    <c r="D2" t="e"><v>#N/A</v></c></row><row><c t="inlineStr"><is><r><t>64</t></r><r><t>台</t></r></is></c>
    <c><v>0.10000000000000001</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>
    """
  var book = Book([.init("报价表", body), .init("二", "<sheetData/>", state: "state='hidden'")])
  book.texts = "<si><t>设备_x000D_名称</t></si><si><r><t>数</t></r><r><t>量</t></r><rPh><t>x</t></rPh></si>"
  book.styles =
    "<numFmts><numFmt numFmtId='176' formatCode='yyyy-mm-dd'/></numFmts><cellXfs><xf/><xf numFmtId='176'/></cellXfs>"
  return book
}()

/// A compound file of an old Office, as far as its streams have names.
private func compound(_ streams: String...) -> [UInt8] {
  [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
    + streams.flatMap { $0.utf8.flatMap { [$0, 0] } + [0, 0] }
}

private func book(type: String) -> [UInt8] {
  var book = Book("")
  book.mainType = type
  return book.bytes
}

private let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"

private func directory(_ change: (inout Archive) -> Void) -> [UInt8] {
  var archive = Archive(parts: Book("").parts)
  change(&archive)
  return archive.bytes
}

/// A directory whose last entry does not begin as one.
private var badEntry: [UInt8] {
  var bytes = Book("").bytes
  let place = bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) } ?? 0
  bytes[place] = 0
  return bytes
}

/// A directory in 64 bits whose record is not where it is said to be.
private var wideDirectory: [UInt8] {
  var bytes = directory { $0.isWide = true }
  bytes[bytes.count - 22 - 20 + 8] ^= 1
  return bytes
}

/// The sheet and a second one with its header there, or of the same name.
private func twice(header: Int?) -> [UInt8] {
  var parts = Book("").parts
  var copy = parts[4]
  copy.header = header
  if header != nil { copy.name = "xl/copy.xml" }
  parts.append(copy)
  return Archive(parts: parts).bytes
}

private func sheet(_ change: (inout Archive.Part) -> Void) -> [UInt8] {
  Book("<row r='1'><c r='A1'><v>1</v></c></row>").changing("xl/worksheets/sheet1.xml", change)
}

private func without(_ name: String) -> [UInt8] { Archive(parts: Book("").parts.filter { $0.name != name }).bytes }

private let faults: [BookFault] = [
  BookFault(
    "nothing", [],
    #"""
    bid.xlsx: error: the file holds no document [no-document]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      文件中没有内容|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a text", Array("序号,名称".utf8),
    #"""
    bid.xlsx: error: this is no workbook of Excel [no-workbook]
      help: name it .csv if it is a text; else save it as .xlsx in Excel or WPS
    """#,
    zh: #"""
      这不是 Excel 工作簿|如果是文本，请以 .csv 为扩展名；否则请在 Excel 或 WPS 中另存为 .xlsx
      """#),
  BookFault(
    "a workbook with a password", compound("EncryptionInfo", "EncryptedPackage"),
    #"""
    bid.xlsx: error: the workbook is protected by a password [encrypted-workbook]
      help: open it in Excel, clear the password under File > Info > Protect Workbook > Encrypt with Password, and save it
    """#,
    zh: #"""
      工作簿设有打开密码|请在 Excel 中打开，在“文件 > 信息 > 保护工作簿 > 用密码进行加密”中清空密码，再保存
      """#),
  BookFault(
    "an old workbook", compound("Workbook"),
    #"""
    bid.xlsx: error: this is a workbook of an old Excel (.xls) [old-workbook]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这是旧版 Excel 的工作簿（.xls）|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a workbook older still", compound("BOOK"),
    #"""
    bid.xlsx: error: this is a workbook of an old Excel (.xls) [old-workbook]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这是旧版 Excel 的工作簿（.xls）|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "an old document", compound("WordDocument"),
    #"""
    bid.xlsx: error: this is a file of an old Office, but no workbook [no-workbook]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这是旧版 Office 的文件，不是工作簿|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "an archive cut off", Array(Book("").bytes.dropLast(40)),
    #"""
    bid.xlsx: error: the workbook is cut off: its archive has no directory [cut-workbook]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿不完整：找不到压缩包的目录|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "an archive of something else", Archive(parts: [Archive.Part("bid.csv", "a")]).bytes,
    #"""
    bid.xlsx: error: this is an archive, but no workbook of Excel [no-workbook]
      help: unpack it if a workbook is inside
    """#,
    zh: #"""
      这是压缩包，不是 Excel 工作簿|如果工作簿在压缩包里，请先解压
      """#),
  BookFault(
    "an empty archive", Archive(parts: []).bytes,
    #"""
    bid.xlsx: error: this is an archive, but no workbook of Excel [no-workbook]
      help: unpack it if a workbook is inside
    """#,
    zh: #"""
      这是压缩包，不是 Excel 工作簿|如果工作簿在压缩包里，请先解压
      """#),
  BookFault(
    "a file of OpenDocument",
    Archive(parts: [
      Archive.Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), Archive.Part("content.xml", "<a/>"),
    ]).bytes,
    #"""
    bid.xlsx: error: this is a file of OpenDocument (.ods) [open-document]
      help: save it as .xlsx in LibreOffice or WPS
    """#,
    zh: #"""
      这是 OpenDocument 文件（.ods）|请在 LibreOffice 或 WPS 中另存为 .xlsx
      """#),
  BookFault(
    "a binary workbook", book(type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
    #"""
    bid.xlsx: error: this is a binary workbook (.xlsb) [binary-workbook]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这是二进制工作簿（.xlsb）|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a document of Word",
    book(type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    #"""
    bid.xlsx: error: this is a document of Word, not a workbook [no-workbook]
      help: copy its tables into a workbook and save that as .xlsx
    """#,
    zh: #"""
      这是 Word 文档，不是工作簿|请把其中的表格复制到工作簿，存为 .xlsx
      """#),
  BookFault(
    "a presentation", book(type: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
    #"""
    bid.xlsx: error: this is a presentation of PowerPoint, not a workbook [no-workbook]
      help: copy its tables into a workbook and save that as .xlsx
    """#,
    zh: #"""
      这是 PowerPoint 演示文稿，不是工作簿|请把其中的表格复制到工作簿，存为 .xlsx
      """#),
  BookFault(
    "a package of something else", book(type: "application/vnd.ms-visio.drawing.main+xml"),
    #"""
    bid.xlsx: error: this file of Office is no workbook [no-workbook]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这个 Office 文件不是工作簿|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a package without a main part", Archive(parts: [Archive.Part("[Content_Types].xml", types)]).bytes,
    #"""
    bid.xlsx: error: this file of Office is no workbook [no-workbook]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这个 Office 文件不是工作簿|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a directory with too few entries", directory { $0.count = 99 },
    #"""
    bid.xlsx: error: the workbook is damaged: the directory of its archive is wrong [damaged-workbook]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿已损坏：压缩包的目录不对|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a directory with a bad entry", badEntry,
    #"""
    bid.xlsx: error: the workbook is damaged: the directory of its archive is wrong [damaged-workbook]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿已损坏：压缩包的目录不对|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a number of parts past the end", directory { $0.comment = [0] }.dropLast().map { $0 },
    #"""
    bid.xlsx: error: the workbook is cut off: its archive has no directory [cut-workbook]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿不完整：找不到压缩包的目录|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a directory of too many parts", directory { archive in (archive.isWide, archive.count) = (true, 20_001) },
    #"""
    bid.xlsx: error: the workbook has more than 20000 parts [too-many-parts]
      help: open it in Excel or WPS and save it as .xlsx again
    """#,
    zh: #"""
      工作簿中的部件超过 20000 个|请在 Excel 或 WPS 中打开，再另存为 .xlsx
      """#),
  BookFault(
    "a directory in 64 bits that is not there", wideDirectory,
    #"""
    bid.xlsx: error: the workbook is damaged: the directory of its archive is wrong [damaged-workbook]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿已损坏：压缩包的目录不对|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "two parts in one place", twice(header: 0),
    #"""
    bid.xlsx: error: the part `xl/copy.xml` of the workbook overlaps another one [overlapping-parts]
      help: open it in Excel or WPS and save it as .xlsx again
    """#,
    zh: #"""
      工作簿中的部件 `xl/copy.xml` 与另一部件重叠|请在 Excel 或 WPS 中打开，再另存为 .xlsx
      """#),
  BookFault(
    "two parts of a name", twice(header: nil),
    #"""
    bid.xlsx: error: the workbook has two parts `xl/worksheets/sheet1.xml` [duplicate-part]
      help: open it in Excel or WPS and save it as .xlsx again
    """#,
    zh: #"""
      工作簿中有两个部件 `xl/worksheets/sheet1.xml`|请在 Excel 或 WPS 中打开，再另存为 .xlsx
      """#),
  BookFault(
    "a part with a wrong checksum", sheet { $0.checksum = 1 },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a part with a wrong checksum that is no XML either", sheet { ($0.bytes, $0.checksum) = ([1, 2, 3], 1) },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a part that is shorter than it says", sheet { $0.size = 10_000 },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a stored part that is shorter than it says", sheet { ($0.isDeflated, $0.size) = (false, 10_000) },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a part that is not deflated", sheet { ($0.isDeflated, $0.method) = (false, 8) },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a part without a header", sheet { $0.header = 3 },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "a part behind the end", sheet { $0.header = 1 << 30 },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
      help: the file may not have been downloaded whole; get it again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
      """#),
  BookFault(
    "an encrypted part", sheet { $0.isEncrypted = true },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is encrypted [encrypted-part]
      help: unpack it and save it in Excel again, without a password
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 已加密|请解压后在 Excel 中重新保存，不设密码
      """#),
  BookFault(
    "a part of another compression", sheet { $0.method = 14 },
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is compressed by the unknown method 14 [unknown-compression]
      help: open it in Excel or WPS and save it as .xlsx again
    """#,
    zh: #"""
      工作簿中的部件 `xl/worksheets/sheet1.xml` 用了未知的压缩方法 14|请在 Excel 或 WPS 中打开，再另存为 .xlsx
      """#),
  BookFault(
    "a workbook without its main part", without("xl/workbook.xml"),
    #"""
    bid.xlsx: error: the part `xl/workbook.xml` is missing in the workbook [missing-part]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      工作簿中缺少部件 `xl/workbook.xml`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a workbook without links", without("xl/_rels/workbook.xml.rels"),
    #"""
    bid.xlsx: error: the workbook does not say which part the sheet `报价表` is [missing-link]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      工作簿没有说明工作表 `报价表` 是哪个部件|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a workbook without a sheet", without("xl/worksheets/sheet1.xml"),
    #"""
    bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the sheet `报价表` is missing in the workbook [missing-part]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      工作簿中缺少工作表 `报价表` 的部件 `xl/worksheets/sheet1.xml`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a workbook of no sheets", Book([Book.Sheet]()).bytes,
    #"""
    bid.xlsx: error: the workbook has no sheet with cells [no-sheet]
      help: put the table into a sheet with cells
    """#,
    zh: #"""
      工作簿中没有工作表|请把表格放进工作表
      """#),
  BookFault(
    "a sheet that is something else", sheet { $0.bytes = Array("<html/>".utf8) },
    #"""
    bid.xlsx/xl/worksheets/sheet1.xml: error: this part must begin with the element `worksheet` of Office Open XML, not with `html` [wrong-part]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这个部件应以 Office Open XML 的元素 `worksheet` 开始，却是 `html`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a sheet of an unknown namespace", sheet { $0.bytes = Array("<worksheet xmlns='urn:x'/>".utf8) },
    #"""
    bid.xlsx/xl/worksheets/sheet1.xml: error: this part must begin with the element `worksheet` of Office Open XML, not with `{urn:x}worksheet` [wrong-part]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      这个部件应以 Office Open XML 的元素 `worksheet` 开始，却是 `{urn:x}worksheet`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a sheet that is cut off", sheet { $0.bytes.removeLast(12) },
    #"""
    bid.xlsx/xl/worksheets/sheet1.xml:1:140: error: the element `worksheet` has no end [unclosed-element]
      help: add `</worksheet>`; the file may also be cut off
    """#,
    zh: #"""
      元素 `worksheet` 没有结束|补上 `</worksheet>`；文件也可能不完整
      """#),
  BookFault(
    "a sheet that is empty", sheet { $0.bytes = [] },
    #"""
    bid.xlsx/xl/worksheets/sheet1.xml: error: the file holds no document [no-document]
    """#,
    zh: #"""
      文件中没有内容
      """#),
  BookFault(
    "a sheet with a bomb of entities", sheet { $0.bytes = Array("<!DOCTYPE a [<!ENTITY b '&c;&c;'>]><a>&b;</a>".utf8) },
    #"""
    bid.xlsx/xl/worksheets/sheet1.xml:1:13: error: a document type (DOCTYPE) is not allowed in XML [document-type]
      help: delete the `<!DOCTYPE …>`
    """#,
    zh: #"""
      XML 中不允许文档类型声明（DOCTYPE）|请删去 `<!DOCTYPE …>`
      """#),
  BookFault(
    "a place that is none", Book("<row r='1'><c r='1A'><v>1</v></c></row>").bytes,
    #"""
    bid.xlsx:报价表!A1: error: `1A` is no place of a cell here [bad-reference]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      单元格的位置 `1A` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a place in another row", Book("<row r='1'><c r='A2'><v>1</v></c></row>").bytes,
    #"""
    bid.xlsx:报价表!A1: error: `A2` is no place of a cell here [bad-reference]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      单元格的位置 `A2` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a column that is too far", Book("<row r='1'><c r='XFE1'><v>1</v></c></row>").bytes,
    #"""
    bid.xlsx:报价表!A1: error: `XFE1` is no place of a cell here [bad-reference]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      单元格的位置 `XFE1` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a column that is too far by one", Book("<row r='1'><c r='XFD1'/><c/></row>").bytes,
    #"""
    bid.xlsx:报价表!XFE1: error: the sheet has more than 1048576 rows or 16384 columns [sheet-too-large]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      工作表超过 1048576 行或 16384 列|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a row that is too far", Book("<row r='1048577'/>").bytes,
    #"""
    bid.xlsx:报价表!A1048577: error: the sheet has more than 1048576 rows or 16384 columns [sheet-too-large]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      工作表超过 1048576 行或 16384 列|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a row that is too far by one", Book("<row r='1048576'/><row/>").bytes,
    #"""
    bid.xlsx:报价表!A1048577: error: the sheet has more than 1048576 rows or 16384 columns [sheet-too-large]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      工作表超过 1048576 行或 16384 列|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a row that is no number", Book("<row r='x'/>").bytes,
    #"""
    bid.xlsx:报价表!A1: error: `x` is no place of a cell here [bad-reference]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      单元格的位置 `x` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "rows out of order", Book("<row r='2'/><row r='1'/>").bytes,
    #"""
    bid.xlsx:报价表!A1: error: rows or cells are out of order, or there twice [cells-out-of-order]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      行或单元格没有按顺序排列，或出现了两次|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a row twice", Book("<row r='2'/><row r='2'/>").bytes,
    #"""
    bid.xlsx:报价表!A2: error: rows or cells are out of order, or there twice [cells-out-of-order]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      行或单元格没有按顺序排列，或出现了两次|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a cell twice", Book("<row r='1'><c r='B1'/><c r='B1'/></row>").bytes,
    #"""
    bid.xlsx:报价表!B1: error: rows or cells are out of order, or there twice [cells-out-of-order]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      行或单元格没有按顺序排列，或出现了两次|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a cell of an unknown type", Book("<row r='1'><c r='B1' t='x'/></row>").bytes,
    #"""
    bid.xlsx:报价表!B1: error: unknown type of cell `x` [unknown-cell-type]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      未知的单元格类型 `x`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
  BookFault(
    "a merge that is none", Book([.init("一", "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>")]).bytes,
    #"""
    bid.xlsx:一: error: `B2:A1` are no cells that can be merged [bad-reference]
      help: open it in Excel or WPS and save it as .xlsx or CSV
    """#,
    zh: #"""
      合并单元格的范围 `B2:A1` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
      """#),
]
