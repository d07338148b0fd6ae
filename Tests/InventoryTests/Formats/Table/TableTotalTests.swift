import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// Totals are held against what they add up, and are never positions.
struct TableTotalTests {
  @Test(arguments: ["合计", "合 计", "总计", "小计", "总价", "合计（元）", "第一包小计", "Total", "合计（大写）：陆拾元整"])
  func `a row of totals is no position`(label: String) throws {
    let bills = try Sheets.read("序号,名称,数量,单价（元）,总价（元）\n1,服务器,2,10,20\n2,交换机,4,10,40\n\(label),,6,,60\n")
    #expect(bills.map(\.outline) == ["server | – | – | ×2 | @10\nnetwork | – | – | ×4 | @10"])
    #expect(bills.first?.codes == [])
  }

  @Test func `totals that differ are said with both figures`() throws {
    let bill = try #require(
      try Sheets.read("序号,名称,数量,单价（元）,总价（元）\n1,服务器,2,10,21\n2,交换机,4,10,40\n合计,,7,,70\n").first)
    #expect(bill.codes == ["total-mismatch", "total-mismatch", "line-total-mismatch@1"])
    #expect(
      bill.findings.map(\.message.en) == [
        "the quantity of the rows adds up to 6, but the table says 7; the rows stand",
        "the amount of the rows adds up to 61, but the table says 70; the rows stand",
        "unit price 10 × quantity 2 = 20, but the total says 21; the unit price stands",
      ])
    #expect(bill.lines.first?.unitPrice == Rational(10))
  }

  @Test func `subtotals and totals add up their own rows`() throws {
    let bill = try #require(
      try Sheets.read(
        "序号,名称,数量,总价（万元）\n1,服务器,2,10\n2,交换机,4,20\n小计,,6,30\n3,路由器,1,5\n小计,,1,5\n合计,,7,35\n总计,,7,35\n"
      ).first)
    #expect(bill.codes.filter { $0.hasPrefix("total") } == [])
  }

  @Test func `a total may count options and parts or not`() throws {
    for total in [2, 3, 10, 11] {
      let bill = try #require(
        try Sheets.read("序号,名称,数量\n1,服务器,2\n1.1,CPU,8\n2,备件：硬盘,1\n合计,,\(total)\n").first)
      #expect(!bill.codes.contains("total-mismatch"), "\(total)")
    }
    let bill = try #require(try Sheets.read("序号,名称,数量\n1,服务器,2\n1.1,CPU,8\n2,备件：硬盘,1\n合计,,4\n").first)
    #expect(
      bill.message("total-mismatch") == "the quantity of the rows adds up to 2, but the table says 4; the rows stand")
  }

  @Test func `a total in 万元 is right to its last decimal`() throws {
    let close = try #require(try Sheets.read("名称,数量,单价（元）,总价（万元）\n服务器,3,3333,1.00\n合计,,,1\n").first)
    #expect(close.codes == [])
    let far = try #require(try Sheets.read("名称,数量,单价（元）,总价（万元）\n服务器,3,3333,1.01\n").first)
    #expect(far.codes == ["line-total-mismatch@1"])
  }

  @Test func `a total whose rows have gaps cannot be checked, and is said`() throws {
    let bill = try #require(try Sheets.read("序号,名称,数量\n1,服务器,2\n2,交换机,/\n合计,,9\n").first)
    #expect(bill.codes == ["total-unchecked", "missing-quantity@2"])
  }

  @Test func `a unit price comes from the total where that comes out even`() throws {
    let bill = try #require(try Sheets.read("名称,数量,总价（元）\n服务器,4,10\n交换机,3,10\n").first)
    #expect(bill.outline == "server | – | – | ×4 | @2.5\nnetwork | – | – | ×3")
    #expect(bill.codes == ["price-from-total@1", "total-not-divisible@2"])
  }

  @Test func `what stands below the total is no position`() throws {
    let bill = try #require(
      try Sheets.read("序号,名称,数量\n1,服务器,2\n合计,,2\n注：以上含三年维保,,\n投标人（盖章）：,某公司,\n日期：,2025-03-01,\n").first)
    #expect(bill.outline == "server | – | – | ×2")
    #expect(bill.codes == [])
  }

  @Test func `prices with and without tax are told apart`() throws {
    let included = try #require(try Sheets.read("名称,数量,含税单价（元）\n服务器,2,113\n").first)
    #expect(included.project.prices == .taxIncluded)
    let excluded = try #require(try Sheets.read("名称,数量,单价（元，不含税）\n服务器,2,100\n").first)
    #expect(excluded.project.prices == .taxExcluded)
    let text = "序号,名称,数量,单价（元）,\n,,,不含税,含税\n1,服务器,2,100,113\n"
    let both = try #require(try Sheets.read(text).first)
    #expect(both.outline == "server | – | – | ×2 | @113")
    #expect(both.project.prices == .taxIncluded)
    #expect(both.codes == ["two-prices"])
    var project = Project()
    project.prices = .taxExcluded
    let other = try #require(try Sheets.read(text, project: project).first)
    #expect(other.outline == "server | – | – | ×2 | @100")
    let none = try #require(try Sheets.read("名称,数量,单价（元）\n服务器,2,113\n").first)
    #expect(none.project.prices == nil)
  }

  @Test func `tables of one file that differ in tax are refused`() {
    #expect(
      Sheets.problems("名称,数量,含税单价（元）\n服务器,2,1\n\n名称,数量,不含税单价（元）\n交换机,2,1\n") == """
        a.csv:4:7: error: this table states prices with tax excluded, one before it with tax included; they do not add up [mixed-price-bases]
          4 | 名称,数量,不含税单价（元）
            |           ^^^^^^^^^^^^^^^^
          a.csv:1:7: the one before is here
          1 | 名称,数量,含税单价（元）
            |           ^^^^^^^^^^^^^^
          help: put tables of the two kinds into two files
        """)
  }
}
