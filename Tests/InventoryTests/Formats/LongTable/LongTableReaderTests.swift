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
    for _ in 0..<20 {
      let text = LongTables.random(isOdd: false, &random)
      #expect(try isRead(text), "\(text)")
    }
  }

  @Test(arguments: 0..<6) func `odd tables are left to the careful reader, or read as it does`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 171)
    var read = 0
    for _ in 0..<100 where try isRead(LongTables.random(isOdd: true, &random)) { read += 1 }
    #expect(read > 25 && read < 100)
  }

  @Test(arguments: 0..<4) func `tables with a changed byte are left to the careful reader, or read as it does`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 271)
    for _ in 0..<50 {
      var bytes = Array(LongTables.random(isOdd: random.chance(2), &random).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = Array("\",;\r\n 0a-.合1".utf8).randomElement(using: &random) ?? 0
      }
      _ = try isRead(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Whether the fast reader reads a table; if so, it must give what the careful one gives.
  private func isRead(_ text: String) throws -> Bool {
    guard let fast = try LongTables.fast(text) else { return false }
    let careful = try LongTables.careful(text)
    #expect(fast.problems == careful.problems, "\(text)")
    let (found, expected) = (LongTables.described(fast.bills), LongTables.described(careful.bills))
    #expect(found == expected, "\(Self.difference(found, expected))\n\(text)")
    return true
  }

  @Test(arguments: ["", " ", "　", "\"\"", "=2", "\"=2\"", "+1", "-", "无", "#REF!", "3"])
  func `a lot or a vendor that says nothing is the one above, as to the careful reader`(cell: String) throws {
    for (vendor, lot) in [("华为", cell), (cell, "2")] {
      let text = """
        bom_id,kind,vendor,model,quantity,lot
        a,accelerator,华为,昇腾 910B,64,2
        a,accelerator,\(vendor),昇腾 910B,8,\(lot)
        a,cpu,\(vendor),鲲鹏 920,8,\(lot)
        b,cpu,Intel,Xeon 8480+,1,
        """
      #expect(try isRead(text))
    }
  }

  @Test func `numbers, findings and places are those of the row`() throws {
    let text = """
      bom_id,region,line,kind,vendor,model,quantity,unit_price(元),origin
      nx-1,宁夏,1,server,华为,"Atlas 800, 9000",64,1250000.5,CN
      nx-1,宁夏,2,os,麒麟软件,银河麒麟 V10,64,3296,火星
      qd-1,青岛,1,server,浪潮,NF5688,2.5,,US
      """
    let bills = try #require(try LongTables.fast(text)).bills
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
    "bom_id,名称,总价\na,服务器,1\n", "kind,quantity\nserver,1\n", "bom_id,kind,kind,quantity\na1,cpu,cpu,1\n",
    "bom_id,kind,model,quantity,parent\na1,cpu,x,1,\n",
    // Of the table as a whole.
    "bom_id,kind,model,quantity\n合计,cpu,x,1\n", "bom_id,kind,model,quantity\na1,cpu,x,1\n=a1,cpu,x,1\n",
    "bom_id,kind,model,quantity\n,cpu,x,1\n", "bom_id,line,kind,model,quantity\na1,一,server,x,1\n",
    "bom_id,kind,model,quantity\n", "bom_id,kind,model,quantity\na1,cpu,\"x,1\n",
    "bom_id,kind,model,quantity\na1,cpu,x,1\nbom_id,kind,model,quantity\n",
    "bom_id,kind,model,quantity\na1,cpu,x,1\n选配\n", "bom_id,kind,model,quantity\na1,cpu,合计,1\n选配,\n",
    "bom_id,kind,model,quantity\na1,cpu,x,1\nb1,cpu,x,1\na1,os,y,1\n",
  ])
  func `what concerns the table as a whole is left to the careful reader`(text: String) throws {
    #expect(try LongTables.fast(text) == nil)
  }

  @Test(arguments: [
    "a1,cpu,,x,约10", "a1,cpu,,x,1,2", "a1,cpu,,x", "a1,cpu,Intel,x,1\na1,cpu,,y,1", "a1,cpu,,x,0", "\"a1\",cpu,,x,1",
    "a1,cpu,,x,-1", "a1,cpu,,\"19\"\" rack\",六\n\n",
  ])
  func `a bill that is not plain is read by the careful reader, and the bills beside it are not`(rows: String) throws {
    let text = "bom_id,kind,vendor,model,quantity\nb1,os,,y,1\nb1,cpu,,x,3\n\(rows)\nc1,os,,y,1\n"
    #expect(try isRead(text))
    #expect(try Self.plain(text) == [true, false, true])
  }

  @Test func `titles that people write are as good, names of projects stand as they are, and totals must be right`()
    throws
  {
    let text = """
      清单编号,项目名称,地区,设备名称,品牌,规格型号,数量,单位,单价（元）,合价（元）,是否国产,内部编码
      a1,中卫一期（智算）,宁夏,AI加速卡,华为,昇腾 910B3,64,块,1200.5,76832,是,k1
      a1,中卫一期（智算）,宁夏,操作系统,麒麟软件,银河麒麟 V10,2.5,套,3296,8240,是,k2
      b1,青岛,宁夏,服务器,浪潮,NF5688,2,台,10,21,否,
      c1,合计,宁夏,服务器,浪潮,NF5688,2,台,10,20,否,
      d1,甲,宁夏,服务器,浪潮,NF5688,2,台,10,20,否,
      d1,乙,宁夏,服务器,浪潮,NF5688,2,台,10,20,否,
      e1,,宁夏,服务器,浪潮,NF5688,2,台,10,,否,
      f1,,宁夏,服务器,浪潮,NF5688,2,台,,20,否,

      """
    let plain = try Self.plain(text)
    #expect(plain == [true, false, false, false, true, false])
    let bills = try #require(try LongTables.fast(text.replacing("d1,乙", with: "d1,甲"))).bills
    #expect(bills.map(\.project.name) == ["中卫一期（智算）", "青岛", "合计", "甲", nil, nil])
  }

  /// Which bills of a table are plain.
  private static func plain(_ text: String) throws -> [Bool] {
    let tables = try Sheets.reader()
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      let file = SourceFile(name: "a.csv", bytes: [])
      guard let table = LongTable(bytes, of: file, reader: tables, project: Project()) else { return [] }
      var reader = LongTableReader(table)
      var found: [Bool] = []
      _ = reader.read(UnsafeBufferPointer(rebasing: bytes[table.bodyOffset...]), isLast: true) { block in
        found += block.bills.map(\.isPlain)
      }
      return found
    }
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
    let fast = try #require(try LongTables.fast(text)).bills
    #expect(fast.reduce(0) { $0 + $1.lines.count } == 3000)
    #expect(LongTables.described(fast) == LongTables.described(try LongTables.careful(text).bills))
  }

  @Test(arguments: 0..<4) func `chunks may be cut anywhere, and each bill can be read alone`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 371)
    for _ in 0..<15 {
      let text = Array(LongTables.random(isOdd: true, &random).utf8)
      let whole = try Self.facts(text, chunk: text.count)
      for chunk in [97, 200, 333] {
        let cut = try Self.facts(text, chunk: chunk)
        #expect(cut == whole, "\(Self.difference(cut, whole)) \(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  /// What each bill says that is read alone, and how the reading ended.
  private static func facts(_ text: [UInt8], chunk size: Int) throws -> [String] {
    let tables = try Sheets.reader()
    return text.withUnsafeBufferPointer { bytes in
      var facts: [String] = []
      let file = SourceFile(name: "a.csv", bytes: [])
      guard let table = LongTable(bytes, of: file, reader: tables, project: Project()) else { return [] }
      var reader = LongTableReader(table)
      var (start, end) = (table.bodyOffset, table.bodyOffset)
      while end < bytes.count, reader.firstCareful == nil {
        end = min(end + size, bytes.count)
        start += reader.read(UnsafeBufferPointer(rebasing: bytes[start..<end]), isLast: end == bytes.count) { block in
          for bill in block.bills.indices {
            var problems = Problems()
            let read = block.read(bill, &problems)
            facts.append("\(block.bills[bill].isPlain) \(block.bills[bill].row)")
            facts += LongTables.described([read].compactMap(\.self)) + problems.sorted.map { $0.rendered(in: .en) }
          }
        }
      }
      return facts + ["\(reader.firstCareful ?? -1)"]
    }
  }

  private static func difference(_ left: [String], _ right: [String]) -> String {
    for (one, other) in zip(left, right) where one != other { return "fast:    \(one)\ncareful: \(other)" }
    return "\(left.count) and \(right.count) facts"
  }
}
