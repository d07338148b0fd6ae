import Diagnostics
import Documents

/// Writes workbooks as small as they can be.
struct Book {
  struct Sheet {
    var name: String
    /// What stands inside the element `worksheet`.
    var body: String
    var state = ""

    init(_ name: String = "报价表", _ body: String, state: String = "") {
      self.name = name
      self.body = body
      self.state = state
    }
  }

  var sheets: [Sheet] = []
  /// What stands inside `sst`, and inside `styleSheet`; without it the part is not there.
  var texts: String?
  var styles: String?
  /// The attributes of `workbookPr`.
  var settings = ""
  var isStrict = false
  var mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  /// A workbook of one sheet whose `sheetData` holds that.
  init(_ rows: String, texts: String? = nil, styles: String? = nil) {
    sheets = [Sheet("报价表", "<sheetData>\(rows)</sheetData>")]
    self.texts = texts
    self.styles = styles
  }

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }

  private var links: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  /// The parts, for a test to change some.
  var parts: [Archive.Part] {
    func relationships(_ all: [(id: String, kind: String, target: String)]) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + all.map { "<Relationship Id=\"\($0.id)\" Type=\"\(links)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined()
        + "</Relationships>"
    }
    var targets = sheets.indices.map { (id: "s\($0 + 1)", kind: "worksheet", target: "worksheets/sheet\($0 + 1).xml") }
    if texts != nil { targets.append((id: "t", kind: "sharedStrings", target: "sharedStrings.xml")) }
    if styles != nil { targets.append((id: "f", kind: "styles", target: "styles.xml")) }
    let names = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.state) r:id=\"s\(index + 1)\"/>"
    }
    var parts = [
      Archive.Part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(mainType)\"/></Types>"),
      Archive.Part("_rels/.rels", relationships([(id: "w", kind: "officeDocument", target: "xl/workbook.xml")])),
      Archive.Part(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><workbookPr \(settings)/>"
          + "<sheets>\(names.joined())</sheets></workbook>"),
      Archive.Part("xl/_rels/workbook.xml.rels", relationships(targets)),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        Archive.Part("xl/worksheets/sheet\(index + 1).xml", "<worksheet xmlns=\"\(main)\">\(sheet.body)</worksheet>"))
    }
    if let texts { parts.append(Archive.Part("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts)</sst>")) }
    if let styles {
      parts.append(Archive.Part("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"))
    }
    return parts
  }

  var bytes: [UInt8] { Archive(parts: parts).bytes }

  /// The file with one part changed.
  func changing(_ name: String, _ change: (inout Archive.Part) -> Void) -> [UInt8] {
    var parts = parts
    for index in parts.indices where parts[index].name == name { change(&parts[index]) }
    return Archive(parts: parts).bytes
  }
}

/// The tables of a workbook as text: a line for a sheet, with what is unusual about it, and a line for each row.
func outline(_ bytes: [UInt8], limits: WorkbookLimits = .default) throws(Problems) -> String {
  try Workbook.tables(in: bytes, name: "bid.xlsx", limits: limits).map { table in
    let merges = table.merges.map { " merge \($0.rows)x\($0.columns)" }.joined()
    let columns = table.hiddenColumns.map { " hides \($0)" }.joined()
    let rows = table.rows.map { row in
      "\n  \(row.number)\(row.isHidden ? " hidden" : ""): "
        + row.cells.map { cell in
          let place = Sheet.reference(cell.range.lowerBound)
          return
            "\(place)\(cell.form == .text ? "" : " \(cell.form)") \(cell.text.replacing("\r\n", with: "\\r\\n").replacing("\n", with: "\\n"))"
        }.joined(separator: " | ")
    }
    return "\(table.file.sheet?.name ?? "")\(table.isHidden ? " hidden" : "")\(columns)\(merges)" + rows.joined()
  }.joined(separator: "\n")
}

/// The rows of the only sheet of a workbook.
func rows(_ book: Book, limits: WorkbookLimits = .default) throws(Problems) -> String {
  try outline(book.bytes, limits: limits).split(separator: "\n").dropFirst().map { $0.dropFirst(2) }
    .joined(separator: "\n")
}

/// All that is said of a workbook that cannot be read, in both languages; empty if it can.
func refusal(_ bytes: [UInt8], limits: WorkbookLimits = .default) -> (english: String, chinese: String) {
  do {
    _ = try Workbook.tables(in: bytes, name: "bid.xlsx", limits: limits)
    return ("", "")
  } catch {
    return (
      error.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n"),
      error.sorted.map { ([$0.message] + [$0.help].compactMap(\.self)).map(\.zh).joined(separator: "|") }
        .joined(separator: "\n")
    )
  }
}
