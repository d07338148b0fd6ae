import Documents
import Seeds
import Testing

/// What is said of a file that is no workbook, or one that is damaged.
struct WorkbookFaultTests {
  @Test(arguments: BookFault.files + BookFault.archives + BookFault.parts)
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
