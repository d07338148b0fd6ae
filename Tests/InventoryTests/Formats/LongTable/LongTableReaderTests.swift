import Diagnostics
import Documents
import Inventory
import Quantities
import Seeds
import Testing

/// The fast reader of long tables, held against the careful one on the same bytes.
struct LongTableReaderTests {
  @Test(arguments: 0..<4) func `plain tables are read, and as the careful reader reads them`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 71)
    for _ in 0..<40 {
      let text = LongTables.random(isOdd: false, &random)
      let careful = try LongTables.careful(text)
      #expect(careful.problems == "", "\(text)")
      let fast = try #require(try LongTables.fast(text), "\(text)")
      let (found, expected) = (LongTables.described(fast), LongTables.described(careful.bills))
      #expect(found == expected, "\(Self.difference(found, expected))\n\(text)")
    }
  }

  @Test(arguments: 0..<4) func `odd tables are left to the careful reader, or read as it does`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 171)
    var left = 0
    for _ in 0..<60 {
      let text = LongTables.random(isOdd: true, &random)
      guard let fast = try LongTables.fast(text) else {
        left += 1
        continue
      }
      let careful = try LongTables.careful(text)
      #expect(careful.problems == "", "\(text)")
      let (found, expected) = (LongTables.described(fast), LongTables.described(careful.bills))
      #expect(found == expected, "\(Self.difference(found, expected))\n\(text)")
    }
    #expect(left > 10 && left < 60)
  }

  @Test func `numbers, findings and places are those of the row`() throws {
    let text = """
      bom_id,region,line,kind,vendor,model,quantity,unit_price(元),origin
      nx-1,宁夏,1,server,华为,"Atlas 800, 9000",64,1250000.5,CN
      nx-1,宁夏,2,os,麒麟软件,银河麒麟 V10,64,3296,火星
      qd-1,青岛,1,server,浪潮,NF5688,2.5,,US
      """
    let bills = try #require(try LongTables.fast(text))
    #expect(bills.map(\.project.id) == ["nx-1", "qd-1"])
    #expect(bills.map(\.project.region) == ["640000", "370200"])
    #expect(bills[0].lines.map(\.quantity) == [Interval(exactly: Rational(64)), Interval(exactly: Rational(64))])
    #expect(bills[0].lines.map { $0.unitPrice?.description } == ["1250000.5", "3296"])
    #expect(bills[1].lines[0].unitPrice == nil)
    #expect(bills[0].lines[0].span.description == "a.csv:2:21")
    #expect(bills[0].lines[1].places[.quantity]?.description == "a.csv:3:28")
    #expect(
      bills[0].findings.map { "\($0.code) \($0.line ?? "-") \($0.span?.description ?? "-")" } == [
        "place-open 2 a.csv:3:36"
      ])
  }

  @Test(arguments: [
    // Not this reader's columns.
    "bom_id,名称,数量\na,服务器,1\n", "kind,quantity\nserver,1\n", "bom_id,kind,kind,quantity\na1,cpu,cpu,1\n",
    "bom_id,kind,model,quantity,total\na1,cpu,x,1,2\n",
    // Not plain.
    "bom_id,kind,model,quantity\na1,cpu,x,约10\n", "bom_id,kind,model,quantity\na1,cpu,x,1,2\n",
    "bom_id,kind,model,quantity\na1,cpu,x\n", "bom_id,kind,model,quantity\n合计,cpu,x,1\n",
    "bom_id,kind,model,quantity\n=a1,cpu,x,1\n", "bom_id,kind,model,quantity\n,cpu,x,1\n",
    "bom_id,kind,vendor,model,quantity\na1,cpu,Intel,x,1\na1,cpu,,y,1\n",
    "bom_id,line,kind,model,quantity\na1,1,server,x,1\na1,1.1,cpu,y,2\n", "bom_id,kind,model,quantity\n",
    "bom_id,kind,model,quantity\na1,cpu,\"x,1\n",
  ])
  func `what is not plain is left to the careful reader`(text: String) throws {
    #expect(try LongTables.fast(text) == nil)
  }

  @Test(arguments: [
    "bom_id,kind,model,quantity\na1,cpu,x,1\nb1,cpu,x,1\na1,os,y,1\n",
    "bom_id,region,kind,model,quantity\na1,宁夏,cpu,x,1\na1,青岛,cpu,x,1\n",
    "bom_id,region,kind,model,quantity\na1,Ningxai,cpu,x,1\n", "bom_id,region,kind,model,quantity\n,Ningxai,cpu,x,1\n",
    "bom_id,kind,model,quantity\na1,cpu,x,-1\n",
  ])
  func `errors are told by the careful reader`(text: String) throws {
    #expect(try LongTables.fast(text) == nil)
    #expect(try LongTables.careful(text).problems != "")
  }

  @Test(arguments: ["bom_id,kind,quantity", "bom_id,line,kind,model,quantity,unit_price(元),origin"])
  func `a table of many blocks is read whole, as the careful reader reads it`(header: String) throws {
    let isShort = header.hasSuffix("quantity")
    var text = header + "\n"
    for line in 0..<3000 {
      text +=
        isShort
        ? "b\(line / 7)0,cpu,\(line + 1)\n" : "b\(line / 7)0,\(line % 7 + 1),cpu,m\(line % 5),\(line + 1),9.5,CN\n"
    }
    let fast = try #require(try LongTables.fast(text))
    #expect(fast.reduce(0) { $0 + $1.lines.count } == 3000)
    #expect(LongTables.described(fast) == LongTables.described(try LongTables.careful(text).bills))
  }

  @Test func `chunks may be cut anywhere`() throws {
    var random = SeededGenerator(seed: 5)
    let text = Array(LongTables.random(isOdd: false, &random).utf8)
    let whole = try Self.numbers(text, chunk: text.count)
    #expect(!whole.isEmpty)
    for chunk in [97, 200, 333] { #expect(try Self.numbers(text, chunk: chunk) == whole) }
  }

  /// What the blocks of a reader hold, by line.
  private static func numbers(_ text: [UInt8], chunk size: Int) throws -> [[Int64]] {
    let tables = try Sheets.reader()
    return text.withUnsafeBufferPointer { bytes in
      var lines: [[Int64]] = []
      guard var reader = LongTableReader(bytes, reader: tables, project: Project()) else { return [] }
      var (start, end) = (reader.bodyOffset, reader.bodyOffset)
      while end < bytes.count {
        end = min(end + size, bytes.count)
        start += reader.read(UnsafeBufferPointer(rebasing: bytes[start..<end]), isLast: end == bytes.count) { block in
          for line in 0..<block.count {
            lines.append([
              Int64(block.numbers[line]), block.quantities[line], block.prices[line], Int64(block.offsets[line]),
            ])
          }
          for bill in 0..<block.bills.count {
            lines.append([Int64(block.bills[bill].project), Int64(block.bills[bill].offset)])
          }
        }
      }
      return lines.sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
    }
  }

  private static func difference(_ left: [String], _ right: [String]) -> String {
    for (one, other) in zip(left, right) where one != other { return "fast:    \(one)\ncareful: \(other)" }
    return "\(left.count) and \(right.count) facts"
  }
}
