import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// Lots, parts, options, hidden rows: what belongs together, and what counts.
struct TableLotTests {
  @Test func `each lot is a bill of its own`() throws {
    var project = Project()
    project.id = "zb-01"
    project.name = "某项目"
    let bills = try Sheets.read(
      "包号,名称,数量\n第一包,服务器,2\n,交换机,3\n第二包,防火墙,1\n第一包,机柜,4\n", project: project)
    #expect(bills.map(\.project.id) == ["zb-01/第一包", "zb-01/第二包"])
    #expect(bills.map(\.project.name) == ["某项目 第一包", "某项目 第二包"])
    #expect(
      bills.map(\.outline) == [
        "server | – | – | ×2 | lot 第一包\nnetwork | – | – | ×3 | lot 第一包\nother | – | – | ×4 | lot 第一包",
        "security | – | – | ×1 | lot 第二包",
      ])
  }

  @Test(arguments: [
    "序号,名称,数量\n第一包：服务器,,\n1,服务器,2\n第二包,,\n1,交换机,3\n",
    "第一包：服务器\n序号,名称,数量\n1,服务器,2\n\n第二包\n序号,名称,数量\n1,交换机,3\n",
  ])
  func `a heading names the lot of what follows`(text: String) throws {
    let bills = try Sheets.read(text)
    #expect(bills.map { $0.lines.map(\.lot) } == [["第一包"], ["第二包"]])
  }

  @Test func `a sheet that is named as a lot is one`() throws {
    let rows = [["名称", "数量", "品牌"], ["服务器", "2", "华为"]]
    let bills = try Sheets.read([Sheets.sheet("包1", rows), Sheets.sheet("包2", rows)])
    #expect(bills.map(\.project.id) == ["包1", "包2"])
  }

  @Test func `one lot is the bill itself`() throws {
    var project = Project()
    project.id = "zb-01"
    let bills = try Sheets.read("包号,名称,数量\n1,服务器,2\n", project: project)
    #expect(bills.map(\.project.id) == ["zb-01"])
    #expect(bills.first?.lines.first?.lot == "1")
  }

  @Test func `a lot that failed is not counted`() throws {
    let bills = try Sheets.read("包号,名称,数量,结果\n1,服务器,2,成交\n2,交换机,3,流标\n合计,,5,\n")
    #expect(bills.map(\.outline) == ["server | – | – | ×2 | lot 1"])
    #expect(bills.first?.codes == ["failed-lot"])
  }

  @Test func `merged cells hold for lot and brand, and for nothing else`() throws {
    let table = Sheets.sheet(
      "报价",
      [
        ["包号", "名称", "品牌", "数量", "单价（元）"], ["第一包", "服务器", "华为", "2", "5"], ["", "交换机", "", "", ""],
        ["", "路由器", "", "1", "5"],
      ],
      merges: [
        .init(rows: 2...4, columns: 1...1), .init(rows: 2...3, columns: 3...3), .init(rows: 2...3, columns: 4...4),
        .init(rows: 2...3, columns: 5...5),
      ])
    let bill = try #require(try Sheets.read([table]).first)
    #expect(
      bill.outline == """
        server | 华为 | – | ×2 | @5 | lot 第一包
        network | 华为 | – | ×[0, ∞] | lot 第一包
        network | – | – | ×1 | @5 | lot 第一包
        """)
  }

  @Test func `a brand that separated values leave blank is that above only under the same name`() throws {
    let bill = try #require(
      try Sheets.read("名称,品牌,型号,数量\n服务器,华为,A1,2\n,,A2,2\n服务器,,A3,2\n交换机,,B1,2\n").first)
    #expect(bill.lines.map(\.vendor) == ["华为", "华为", "华为", nil])
    #expect(bill.codes.filter { $0.hasPrefix("filled-down") } == ["filled-down@2", "filled-down@3"])
  }

  @Test func `options and spares are marked`() throws {
    let bill = try #require(
      try Sheets.read(
        "序号,名称,数量,备注\n1,服务器,2,\n2,选配：内存,2,\n3,硬盘,2,备件\n4,电源,2,非选配\n选配件,,,\n5,网卡,1,\n二、软件,,,\n6,操作系统,1,\n"
      ).first)
    #expect(bill.lines.map(\.isOption) == [false, true, true, false, true, false])
    let column = try Sheets.read("名称,数量,是否选配\n服务器,1,否\n内存,1,是\n")
    #expect(column.first?.lines.map(\.isOption) == [false, true])
  }

  @Test func `hidden rows count, and are said`() throws {
    let table = Sheets.sheet(
      "报价", [["名称", "数量", "品牌"], ["服务器", "2", "华为"], ["交换机", "1", "华为"]], hidden: [3])
    let bill = try #require(try Sheets.read([table]).first)
    #expect(bill.lines.count == 2)
    #expect(bill.codes == ["hidden-row@2"])
  }

  @Test func `hidden columns are read, and said`() throws {
    var table = Sheets.sheet("报价", [["名称", "数量", "品牌", "备注"], ["服务器", "2", "华为", "x"]])
    table.hiddenColumns = [3...3]
    let bill = try #require(try Sheets.read([table]).first)
    #expect(bill.outline == "server | 华为 | – | ×2")
    #expect(bill.message("hidden-column") == "the column “品牌” is hidden, and read all the same")
  }

  @Test func `a workbook of hidden sheets alone asks`() throws {
    let table = Sheets.sheet("报价", [["名称", "数量", "品牌"], ["服务器", "2", "华为"]], isHidden: true)
    var problems = Problems()
    #expect(try Sheets.reader().read([table], project: Project(), &problems).isEmpty)
    #expect(
      problems.sorted.map { $0.rendered(in: .en) } == [
        """
        a.xlsx:报价: error: there is no table to read in the file [no-table]
          help: hidden sheets are not read; show the sheet, or name it under `sheet` in a mapping file
        """
      ])
    #expect(try Sheets.read([table], mapping: "table: 1\nsheet: 报价\n").first?.lines.count == 1)
  }

  @Test(arguments: [
    ("=HYPERLINK(\"http://a\")", "formula@1"), ("=1+1", "formula@1"), ("+cmd", "formula@1"), ("@sum", "formula@1"),
    ("-x", "formula@1"),
  ])
  func `what a spreadsheet would take for a formula is said with its cell`(cell: String, code: String) throws {
    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
    let bill = try #require(try Sheets.read("名称,数量,型号,备注\n服务器,2,A1,\(quoted)\n").first)
    #expect(bill.codes == [code])
    #expect(bill.findings.first?.span?.description == "a.csv:2:10")
  }

  @Test func `a formula is no value, and neither is an error of a workbook`() throws {
    let bill = try #require(try Sheets.read("名称,数量,型号\n服务器,=A1,+A2\n").first)
    #expect(bill.outline == "server | – | +A2 | ×[0, ∞]")
    var table = Sheets.sheet("报价", [["名称", "数量", "型号"], ["服务器", "#REF!", "A1"]])
    table.rows[1].cells[1].form = .fault
    let faulty = try #require(try Sheets.read([table]).first)
    #expect(faulty.outline == "server | – | A1 | ×[0, ∞]")
    #expect(faulty.codes == ["cell-fault@1", "missing-quantity@1"])
  }
}
