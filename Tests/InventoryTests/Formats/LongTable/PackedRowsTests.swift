import Diagnostics
import Documents
import Inventory
import Seeds
import Testing

/// Packed rows give every byte back, and what else may stand there does no harm.
struct PackedRowsTests {
  private static let header = "bom_id,region,year,line,kind,vendor,model,quantity,unit_price,origin\n"

  /// What becomes of a table; nil where its rows are not worth packing, or are of no long table.
  private static func packed(_ text: String) throws -> [UInt8]? {
    let bytes = Array(text.utf8)
    let tables = try Sheets.reader()
    let table = bytes.withUnsafeBufferPointer {
      LongTable($0, of: SourceFile(name: "a.csv", bytes: []), reader: tables, project: Project())
    }
    return table.flatMap { table in
      RowPacker(table).flatMap { packer in
        var reader = LongTableReader(table, notesReturns: false)
        reader.packer = packer
        return bytes.withUnsafeBufferPointer { bytes in
          let rows = UnsafeBufferPointer(rebasing: bytes[table.bodyOffset...])
          packer.begin(Array(bytes[..<table.bodyOffset]), count: rows.count)
          _ = reader.read(rows, isLast: true) { _ in }
          return packer.finish(rows)
        }
      }
    }
  }

  /// Many rows like some, so that they are worth packing, and others among them.
  private static func table(_ rows: String..., among others: [String] = [], ending: String = "\n") -> String {
    let many = Array(repeatElement(rows, count: 24)).flatMap(\.self) + others
    let text = many.map { $0 + ending }.joined()
    return header.replacing("\n", with: ending) + String(repeating: text, count: 20)
  }

  static let tables = [
    table("b1,福建,2025,1,cpu,申威 Sunway,SW3231,32,8740.00,domestic"),
    table("b1,福建,2025,1,cpu,申威 Sunway,SW3231,32,8740.00,domestic", ending: "\r\n"),
    table("b1,,,,cpu,,SW3231,32,,", "b2,,,,os,,SW3231,32,,CN", "b2,,,17,os,,SW3231,4,12,CN"),
    table(
      "b1,福建,2025,1,cpu,\"Sun, way\",\"SW\n32\",32,8740.00,CN",
      among: ["b1,福建,2025,1,cpu,x,y,\"3\",1,CN", "b2,福建,2025,1,cpu,x,y,3,1,CN"]),
    table(
      "b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN",
      among: ["", "b1,福建,2025,1,cpu,Sunway,SW3231,约 10,8740.00,CN", "b1,福建,2025,1,cpu,Sunway,SW3231,1"]),
    table(
      "b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN",
      among: ["b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN,more", "b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN\r"]),
    table("b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN") + "b2,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN",
    table("b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN") + "b2,福建,2025,1,cpu,\"Sun",
    table("b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN") + "b2,福建,2025,1,cpu,Sun\rway,SW3231,1,1,CN\r\n\r",
  ]

  @Test(arguments: tables) func `every byte comes back, in less than half the room`(text: String) throws {
    let packed = try #require(try Self.packed(text))
    #expect(PackedRows.bytes(of: packed[...], count: text.utf8.count) == Array(text.utf8))
    #expect(packed.count < text.utf8.count / 2)
    #expect(try Self.packed(text) == packed)
  }

  @Test func `a row is its product's number and half a byte for each character of its numbers`() throws {
    let row = "b1,福建,2025,1,cpu,申威 Sunway,SW3231,32,8740.00,domestic\n"
    let (one, two) = (Self.header + String(repeating: row, count: 20), Self.header + String(repeating: row, count: 21))
    // Its product, how many characters there are, and those of 1,32,8740.00.
    #expect(try #require(try Self.packed(two)).count - #require(try Self.packed(one)).count == 1 + 1 + 6)
  }

  @Test(arguments: [
    header, table("b1,福建,2025,1,cpu,Sunway,SW3231,-3.5/7*1+2,8740.00,CN"),
    header + "b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN\n",
    table("b1,福建,2025,1,cpu,Sunway,SW3231,约10,8740.00,CN"), table("b1,福建,2025,1,cpu,Sunway,SW3231,٣,8740.00,CN"),
    table("b1,福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN").replacing(",", with: "\t"),
    table("\(String(repeating: "a", count: 300)),福建,2025,1,cpu,Sunway,SW3231,32,8740.00,CN"),
    table("b1,福建,2025,1,cpu,\(String(repeating: "a", count: 300)),SW3231,32,8740.00,CN"),
    table("b1,福建,2025,1,cpu,Sunway,SW3231,\(String(repeating: "1", count: 300)),8740.00,CN"),
  ])
  func `rows that would stay as they are are not packed`(text: String) throws {
    #expect(try Self.packed(text) == nil)
  }

  @Test(arguments: 0..<4) func `whatever a table holds, what is packed of it comes back`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 733)
    var isPacked = 0
    for _ in 0..<60 {
      let text = LongTables.random(isOdd: true, &random)
      // Its rows again and again are worth packing, wherever the last one was cut.
      let rows = Array(text.utf8.drop { $0 != 0x0A }.dropFirst())
      var bytes = Array(text.utf8)
      for _ in 0..<20 {
        bytes += rows.prefix(random.chance(3) ? Int.random(in: 0...rows.count, using: &random) : rows.count)
      }
      guard let packed = try Self.packed(String(decoding: bytes, as: UTF8.self)) else { continue }
      isPacked += 1
      let whole = Array(String(decoding: bytes, as: UTF8.self).utf8)
      #expect(PackedRows.bytes(of: packed[...], count: whole.count) == whole)
    }
    #expect(isPacked > 5)
  }

  @Test func `what was cut, or says another size, is none`() throws {
    let text = Self.tables[3]
    let (packed, count) = (try #require(try Self.packed(text)), text.utf8.count)
    for end in stride(from: 0, to: packed.count, by: 7) {
      #expect(PackedRows.bytes(of: packed[..<end], count: count) == nil)
    }
    for other in [-1, 0, count - 1, count + 1, packed.count * PackedRows.growth + 1, .max] {
      #expect(PackedRows.bytes(of: packed[...], count: other) == nil)
    }
  }

  @Test func `a row is made of its product, its bill and its numbers`() {
    let rows: [UInt8] = [4, 0, 1, 2, 2, 0, 2, 1, 66, 1, 65, 3]
    #expect(Self.bytes(rows, numbers: [0xC1, 0x02], count: 8) == Array("A,B,1,2\n".utf8))
  }

  @Test(
    arguments: [
      // No columns; a kind that is none; an ending that is none.
      ([0, 0], []), ([1, 3, 0], []), ([1, 0, 2], []),
      // A product before it is told; a row before its bill is; a number of too many bytes.
      ([2, 0, 1, 0, 4, 1, 65, 0], []), ([2, 0, 1, 0, 1, 1, 65, 0], []),
      ([1, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0], []),
      // Too few commas for the columns, and too many; fewer characters than are said, and more.
      ([4, 0, 1, 2, 2, 0, 2, 1, 65, 1, 66, 1], [0x01]), ([4, 0, 1, 2, 2, 0, 2, 1, 65, 1, 66, 3], [0xCC, 0x0C]),
      ([4, 0, 1, 2, 2, 0, 2, 1, 65, 1, 66, 3], [0xC1]), ([4, 0, 1, 2, 2, 0, 2, 1, 65, 1, 66, 3], [0xC1, 0x02, 0]),
    ] as [([UInt8], [UInt8])])
  func `bytes that say no row are none`(rows: [UInt8], numbers: [UInt8]) {
    for count in 0..<20 { #expect(Self.bytes(rows, numbers: numbers, count: count) == nil) }
  }

  private static func bytes(_ rows: [UInt8], numbers: [UInt8], count: Int) -> [UInt8]? {
    PackedRows.bytes(of: ([UInt8(rows.count), 0, 0, 0] + rows + numbers)[...], count: count)
  }

  @Test func `bytes that somebody spoilt come out as others or not at all, and as no more than they say`() throws {
    var random = SeededGenerator(seed: 734)
    for text in Self.tables {
      let (packed, count) = (try #require(try Self.packed(text)), text.utf8.count)
      for _ in 0..<400 {
        var spoilt = packed
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          spoilt[Int.random(in: spoilt.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        #expect((PackedRows.bytes(of: spoilt[...], count: count)?.count ?? count) == count)
      }
    }
  }
}
