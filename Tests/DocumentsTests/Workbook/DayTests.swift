import Diagnostics
import Documents
import Testing

/// Days in workbooks, which are numbers that only their format tells from others.
struct DayTests {
  @Test(arguments: [
    (14, true), (17, true), (22, true), (31, true), (57, true), (58, true), (0, false), (2, false), (9, false),
    (18, false),
    (21, false), (37, false), (45, false), (47, false), (49, false),
  ])
  func `built-in formats show days or numbers`(id: Int, isDay: Bool) throws {
    #expect(try cell("45717", format: "<xf numFmtId='\(id)'/>") == (isDay ? "day 2025-03-01" : "number 45717"))
  }

  @Test(arguments: [
    ("yyyy-mm-dd", true), ("yyyy\"年\"m\"月\"d\"日\"", true), ("[$-804]aaaa", true), ("m/d", true), ("mmm", true),
    ("[DBNum1][$-804]yyyy\"年\"m\"月\";@", true), ("d.m.yy h:mm", true), ("[$-411]ge.m.d", true), ("dddd", true),
    ("General", false), ("G/通用格式", false), ("#,##0.00", false), ("0.00E+00", false), ("0.00\"day\"", false),
    ("0\\d", false), ("0!d", false), ("_y0", false), ("*d0", false), ("[Red]0.00", false), ("h:mm", false),
    ("mm:ss", false),
    ("[h]:mm", false), ("[mm]", false), ("h:mm AM/PM", false), ("h:mm A/P", false), ("上午/下午h\"时\"mm\"分\"", false),
    ("[&gt;=10000]0!.0,\"万\"", false), ("0;yyyy", false), ("\"unclosed d", false), ("[unclosed d", false), ("@", false),
    ("￥#,##0.00_);(￥#,##0.00)", false), ("", false),
  ])
  func `formats of one's own show days or numbers`(code: String, isDay: Bool) throws {
    let text = code.replacing("\"", with: "&quot;")
    let shown = try cell(
      "45717", format: "<xf numFmtId='176'/>",
      custom: "<numFmts><numFmt numFmtId='176' formatCode=\"\(text)\"/></numFmts>")
    #expect(shown == (isDay ? "day 2025-03-01" : "number 45717"))
  }

  @Test(arguments: [
    ("1", "day 1900-01-01"), ("59", "day 1900-02-28"), ("60", "fault 1900-02-29"), ("61", "day 1900-03-01"),
    ("36526", "day 2000-01-01"), ("36585", "day 2000-02-29"), ("45717.75", "day 2025-03-01"),
    ("45716.9999999999999", "day 2025-03-01"), ("73110", "day 2100-03-01"), ("2958465", "day 9999-12-31"),
    ("2958466", "number 2958466"), ("0", "number 0"), ("0.5", "number 0.5"), ("-1", "number -1"),
    ("1E+30", "number 1000000000000000000000000000000"),
  ])
  func `days count from 1900, with the 29 February that never was`(number: String, shown: String) throws {
    #expect(try cell(number, format: "<xf numFmtId='14'/>") == shown)
  }

  @Test(arguments: [
    ("1", "day 1904-01-02"), ("60", "day 1904-03-01"), ("44255", "day 2025-03-01"), ("0", "number 0"),
    ("2957003", "day 9999-12-31"), ("2957004", "number 2957004"),
  ])
  func `days count from 1904 where the workbook says so`(number: String, shown: String) throws {
    #expect(try cell(number, format: "<xf numFmtId='14'/>", settings: "date1904='1'") == shown)
  }

  @Test(arguments: [
    ("2025-03-01", "day 2025-03-01"), ("2025-03-01T12:30:00Z", "day 2025-03-01"), ("12:30:00", "12:30:00"),
    ("2025-13-01", "2025-13-01"), ("2025-3-1", "2025-3-1"), ("2025-03-011", "2025-03-011"),
  ])
  func `a day that is spelled in its cell is read as it is`(written: String, shown: String) throws {
    #expect(try rows(Book("<row r='1'><c r='A1' t='d'><v>\(written)</v></c></row>")) == "1: A1 \(shown)")
  }

  @Test func `only the formats of cells count, and a style that is not there is a number`() throws {
    let styles = """
      <numFmts><numFmt numFmtId="200" formatCode="yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"><alignment/></xf><xf numFmtId="200"/></cellXfs>
      <dxfs><dxf><numFmt numFmtId="200" formatCode="0"/></dxf></dxfs>
      """
    let row = (0..<4).map { "<c s='\($0)'><v>45717</v></c>" }.joined()
    #expect(
      try rows(Book("<row>\(row)</row>", styles: styles))
        == "1: A1 number 45717 | B1 day 2025-03-01 | C1 number 45717 | D1 number 45717")
  }

  private func cell(
    _ number: String, format: String, custom: String = "", settings: String = ""
  ) throws(Problems) -> String {
    var book = Book(
      "<row r='1'><c r='A1' s='1'><v>\(number)</v></c></row>",
      styles: "\(custom)<cellXfs><xf numFmtId='0'/>\(format)</cellXfs>")
    book.settings = settings
    return String(try rows(book).dropFirst("1: A1 ".count))
  }
}
