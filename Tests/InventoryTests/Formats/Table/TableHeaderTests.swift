import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// How the header of a table is found, and what is said where it is not.
struct TableHeaderTests {
  static let line = "server | – | – | ×2"

  @Test(arguments: [
    "名称,数量,备注\n服务器,2,\n",
    "\u{FEFF}名称,数量,备注\n服务器,2,\n",
    "序号;货物名称;数量\n1;服务器;2\n",
    "序 号\t★标的 名称\t数 量（台）\n1\t服务器\t2\n",
    "\"序\n号\",设备名称,▲采购数量*\n1,服务器,2\n",
    "No.,Item Name,Qty\n1,server,2\n",
    "某某公司,,\n附件4 供货及投标报价分项表,,\n\n序号,名称,数量\n1,服务器,2\n",
    "序号,投标产品,,数量\n,名称,产地,\n1,服务器,,2\n",
    "序号,设备名称,数量,报价,\n,,,单价（元）,总价（元）\n1,服务器,2,,\n",
    "序号,设备名称,数量,单价,\n,,,不含税,含税\n1,服务器,2,,\n",
  ])
  func `a header is found as people write it`(text: String) throws {
    let bills = try Sheets.read(text.replacing("\u{FEFF}", with: ""))
    #expect(bills.map(\.outline) == [Self.line])
  }

  @Test func `a header that is repeated on every page is no position`() throws {
    let bills = try Sheets.read("序号,名称,数量\n1,服务器,2\n序号,名称,数量\n2,交换机,3\n")
    #expect(bills.map(\.outline) == ["server | – | – | ×2\nnetwork | – | – | ×3"])
  }

  @Test func `several tables in a sheet, each with its header, are one bill`() throws {
    let bills = try Sheets.read(
      "一、硬件,,\n序号,名称,数量\n1,服务器,2\n\n二、软件,,,\n序号,软件名称,版本,数量\n1,操作系统,V10,3\n")
    #expect(bills.map(\.outline) == ["server | – | – | ×2\nos | – | V10 | ×3"])
  }

  @Test func `several sheets are one bill, and one without a header is said`() throws {
    let bills = try Sheets.read([
      Sheets.sheet("封面", [["投标文件"]]),
      Sheets.sheet("硬件", [["名称", "数量", "品牌"], ["服务器", "2", "华为"]]),
      Sheets.sheet("软件", [["名称", "数量", "品牌"], ["操作系统", "2", "麒麟软件"]]),
      Sheets.sheet("旧", [["名称", "数量", "品牌"], ["交换机", "9", "思科"]], isHidden: true),
    ])
    #expect(bills.map(\.outline) == ["server | 华为 | – | ×2\nos | 麒麟软件 | – | ×2"])
    #expect(
      bills.first?.findings.map { "\($0.code) \($0.span?.description ?? "")" } == [
        "hidden-sheet a.xlsx:旧", "no-table a.xlsx:封面",
      ])
  }

  @Test func `what stands above a table is the project's`() throws {
    let bill = try #require(
      try Sheets.read("项目名称：某智算中心,,\n项目编号,ZB-01,\n采购日期：2025年3月1日,,单位：万元\n名称,数量,单价\n服务器,2,14.5\n").first)
    #expect(bill.project.name == "某智算中心")
    #expect(bill.project.id == "ZB-01")
    #expect(bill.project.date?.description == "2025-03-01")
    #expect(bill.outline == "server | – | – | ×2 | @145000")
  }

  @Test(arguments: [
    (
      "设备清单\n甲,乙,丙\n1,2,3\n",
      """
      a.csv: error: no header was found: one row must have at least three known column names, one of which says what is bought; looked for `货物名称`, `设备名称`, `产品名称`, `品牌`, `厂牌`, `商标`, `型号`, `规格型号`, `型号规格`, `数量`, `台数`, `采购数量`, `单价`, `综合单价`, `总单价` and others [no-header]
        a.csv: row 1: 设备清单
        a.csv: row 2: 甲 | 乙 | 丙
        a.csv: row 3: 1 | 2 | 3
        help: where the columns have other names, say in a mapping file what each of them is
      """
    ),
    (
      "序号,数量,单价\n1,2,3\n",
      """
      a.csv:1:1: error: no column of the header says what is bought; known are `序号`, `数量`, `单价` [no-name-column]
        1 | 序号,数量,单价
          | ^^^^
        help: such a column is called `货物名称`, `设备名称`, `产品名称`, `类别`, `类型`, `品目`, `型号`, `规格型号`, `型号规格`; where it has another name, say in a mapping file that it is `name`
      """
    ),
    (
      "序号,名称,数量\n编号,货物名称,台数\n1,服务器,2\n",
      """
      a.csv:1:1: error: two rows in a row look like the header, and nothing says which one is [two-headers]
        1 | 序号,名称,数量
          | ^^^^
        a.csv:2:1: the other one is here
        2 | 编号,货物名称,台数
          | ^^^^
        help: give the number of the header's row under `header` in a mapping file
      """
    ),
    (
      "序号,名称,设备名称,数量\n1,服务器,服务器,2\n",
      """
      a.csv:1:7: error: `名称` and `设备名称` can each be `name`, and nothing says which one is [two-columns]
        1 | 序号,名称,设备名称,数量
          |           ^^^^^^^^
        a.csv:1:4: the first is here
        1 | 序号,名称,设备名称,数量
          |      ^^^^
        help: write `ignore` for one of them in a mapping file
      """
    ),
    (
      "序号,名称,数量\n",
      "a.csv: error: there are no positions below the header [no-lines]"
    ),
    (
      "项目名称：甲,,\n采购日期：2025年13月1日,,\n序号,名称,数量\n1,服务器,2\n",
      """
      a.csv:2:1: error: `2025年13月1日` is not a date [bad-date]
        2 | 采购日期：2025年13月1日,,
          | ^^^^^^^^^^^^^^^^^^^^^^^
        help: write year-month-day, such as `2025-03-01`
      """
    ),
  ])
  func `a header that is not there, or there twice, is an error that asks`(text: String, expected: String) {
    #expect(Sheets.problems(text) == expected)
  }

  @Test func `a row with a number where the header says quantity is no second header, whatever its words`() throws {
    let bills = try Sheets.read("清单编号,类别,规格型号,数量,是否国产,备注\nb1,cpu,海光 7490,2,domestic,选配\n")
    #expect(bills.map(\.lines.count) == [1])
  }

  @Test func `of what was asked for and what is offered, the offer is read`() throws {
    let bills = try Sheets.read("名称,推荐品牌,投标品牌,招标数量,投标数量\n服务器,华为,浪潮,9,2\n")
    #expect(bills.map(\.outline) == ["server | 浪潮 | – | ×2"])
  }

  @Test func `a table of deviations is no bill`() throws {
    let bills = try Sheets.read(
      "序号,名称,数量\n1,服务器,2\n\n序号,名称,招标规格,投标规格,偏离情况\n1,服务器,2U,2U,无偏离\n")
    #expect(bills.map(\.outline) == [Self.line])
    #expect(bills.first?.codes == ["deviation-table"])
  }

  @Test func `columns that are not known are said`() throws {
    let bill = try #require(try Sheets.read("名称,数量,备注,颜色,重量\n服务器,2,,黑,9\n").first)
    #expect(bill.message("unused-columns") == "columns that were not used: `颜色`, `重量`")
  }
}
