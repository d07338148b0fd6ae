import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// Long tables, with one bill an id, and the mapping files that say what a table leaves open.
struct LongTableTests {
  @Test func `each id is a bill, with what its rows say of the project`() throws {
    let bills = try Sheets.read(
      """
      bom_id,项目名称,地区,设施,采购人,采购日期,名称,品牌,数量
      nx-1,中卫一期,宁夏,智算中心,enterprise,2025-03-01,服务器,华为,64
      nx-1,中卫一期,宁夏,智算中心,enterprise,2025-03-01,交换机,华为,4
      qd-1,青岛,370200,data-center,企业,2025/6/1,服务器,浪潮,8

      """)
    #expect(bills.map(\.project.id) == ["nx-1", "qd-1"])
    #expect(bills.map(\.project.name) == ["中卫一期", "青岛"])
    #expect(bills.map(\.project.region) == ["640000", "370200"])
    #expect(bills.map(\.project.facility) == [.intelligentComputingCenter, .dataCenter])
    #expect(bills.map(\.project.buyers) == [[.enterprise], [.enterprise]])
    #expect(bills.map(\.project.date?.description) == ["2025-03-01", "2025-06-01"])
    #expect(bills.map(\.lines.count) == [2, 1])
  }

  @Test(arguments: [
    ("year", "2023", "2023-12-31"), ("采购年度", "2025年", "2025-12-31"), ("date,year", "2025-03-01,2025", "2025-03-01"),
    ("year,date", ",2025-03-01", "2025-03-01"), ("date,year", ",2024", "2024-12-31"), ("year", "", nil),
  ])
  func `a year without a day is its last day`(header: String, cells: String, date: String?) throws {
    let bills = try Sheets.read("bom_id,名称,数量,\(header)\na,服务器,1,\(cells)\n")
    #expect(bills.first?.project.date?.description == date)
  }

  @Test(arguments: ["2025-06-01", "2025-12-31"])
  func `a day that is known from elsewhere is the day of its year`(date: String) throws {
    var project = Project()
    project.date = Day(date)
    let bills = try Sheets.read("bom_id,名称,数量,year\na,服务器,1,2025\n", project: project)
    #expect(bills.first?.project.date?.description == date)
  }

  @Test(
    arguments: [
      // The names of the canonical bill mean what they mean there.
      ("bom_id,kind,quantity,unit_price", "12.5", "CNY", "12.5"),
      ("bom_id,kind,quantity,unit_price", "12.5", "USD", "12.5"),
      ("bom_id,kind,quantity,unit_price", "1.5万元", "CNY", "15000"),
      ("bom_id,kind,quantity,unit_price(万元)", "2", "CNY", "20000"),
      // A sheet's own words are not guessed at.
      ("bom_id,kind,quantity,unit price", "12.5", "CNY", nil), ("bom_id,kind,quantity,单价", "12.5", "CNY", nil),
      ("清单编号,kind,quantity,unit_price", "12.5", "CNY", nil), ("line,kind,quantity,unit_price", "12.5", "CNY", nil),
    ] as [(String, String, String, String?)])
  func `a canonical price is in the project's currency`(
    header: String, cell: String, currency: String, price: String?
  ) throws {
    var project = Project()
    project.currency = currency
    let bills = try Sheets.read("\(header)\n1,cpu,1,\(cell)\n", project: project)
    #expect(bills.first?.lines.first?.unitPrice?.description == price)
    #expect(bills.first?.codes == (price == nil ? ["money-unit-unknown"] : []))
  }

  @Test func `a kind that is none is other, and said`() throws {
    let bills = try Sheets.read("bom_id,kind,model,quantity\na,rack,R1,1\na,cable,MPO,2\na,service,维保,1\n")
    #expect(bills.first?.lines.map(\.kind) == [.other, .other, .service])
    #expect(bills.first?.codes == ["unknown-kind@1", "unknown-kind@2"])
  }

  @Test func `a cell left blank says nothing of another bill`() throws {
    let bills = try Sheets.read(
      """
      bom_id,名称,品牌,包号,数量
      a,服务器,华为,1,64
      a,服务器,,,4
      b,服务器,,,8

      """)
    #expect(bills.map { $0.lines.map(\.lot) } == [["1", "1"], [nil]])
    #expect(bills.map { $0.lines.map(\.vendor) } == [["华为", "华为"], [nil]])
    #expect(bills.map { $0.findings.map(\.code) } == [["filled-down"], []])
  }

  @Test func `parts and numbers of one bill say nothing of another`() throws {
    let bills = try Sheets.read(
      """
      bom_id,序号,名称,数量
      a,1,服务器,64
      a,1.1,CPU,2
      b,1.1,硬盘,8
      c,1,服务器,4
      c,1.1,GPU,8
      d,一,服务器,2
      e,1,交换机,4

      """)
    #expect(bills.map { $0.lines.map { $0.contents?.count ?? 0 } } == [[1], [0], [1], [0], [0]])
    // Processors that are fewer than servers are of one server; of the cards of another bill that says nothing.
    #expect(bills.map { $0.findings.map(\.code) } == [[], [], ["part-count-open"], [], []])
  }

  @Test func `a bill whose rows are all left out is there, and says why it is empty`() throws {
    let bills = try Sheets.read(
      """
      bom_id,地区,名称,数量
      a,宁夏,服务器,64
      b,青岛,服务器,0
      c,宁夏,,
      c,宁夏,交换机,1
      c,宁夏,服务器,0

      """)
    #expect(bills.map(\.project.region) == ["640000", "370200", "640000"])
    #expect(bills.map(\.lines.count) == [1, 0, 1])
    #expect(bills.map { $0.findings.map(\.code) } == [[], ["zero-quantity"], ["row-not-read", "zero-quantity"]])
  }

  @Test(arguments: [
    (
      "bom_id,名称,数量\na,服务器,1\nb,服务器,1\na,交换机,1\n",
      """
      a.csv:4:1: error: the rows of bill `a` do not stand together [bom-id-returns]
        4 | a,交换机,1
          | ^
        a.csv:2:1: it begins here
        2 | a,服务器,1
          | ^
        help: sort the rows by the bill's id
      """
    ),
    (
      "bom_id,名称,数量\n,服务器,1\n",
      """
      a.csv:2:2: error: this row has no id of a bill [missing-bom-id]
        2 | ,服务器,1
          |  ^^^^^^
        help: every row must say to which bill it belongs
      """
    ),
    (
      "bom_id,名称,数量,地区\na,服务器,1,宁夏\na,交换机,1,青岛\n",
      """
      a.csv:3:9: error: one bill says both “宁夏” and “青岛” [project-conflict]
        3 | a,交换机,1,青岛
          |            ^^^^
        a.csv:2:9: the first is here
        2 | a,服务器,1,宁夏
          |            ^^^^
      """
    ),
    (
      "bom_id,名称,数量,地区\na,服务器,1,Ningxai\n",
      """
      a.csv:2:9: error: unknown region `Ningxai` [unknown-region]
        2 | a,服务器,1,Ningxai
          |            ^^^^^^^
        help: did you mean `Ningxia`?
      """
    ),
    (
      "bom_id,名称,数量,date,year\na,服务器,1,2025-03-01,2024\n",
      """
      a.csv:2:20: error: the year `2024` contradicts the date 2025-03-01 [year-conflict]
        2 | a,服务器,1,2025-03-01,2024
          |                       ^^^^
        help: state the date alone, or put the year right
      """
    ),
    (
      "bom_id,名称,数量,year\na,服务器,1,二〇二五\n",
      """
      a.csv:2:9: error: `二〇二五` is not a year [bad-year]
        2 | a,服务器,1,二〇二五
          |            ^^^^^^^^
        help: write four digits, such as `2025`
      """
    ),
  ])
  func `a long table that is not clear is an error`(text: String, expected: String) {
    #expect(Sheets.problems(text) == expected)
  }

  @Test func `a mapping says where the header is and what its columns hold`() throws {
    let text = "甲,乙,丙\n说明,说明,说明\n服务器,华为,2\n"
    let named = try Sheets.read(text, mapping: "table: 1\nheader: 1\ncolumns: {甲: name, 乙: brand, 丙: quantity}\n")
    #expect(named.first?.lines.count == 2)
    let two = try Sheets.read(
      text, mapping: "table: 1\nheader: [1, 2]\ncolumns: {甲/说明: name, 乙/说明: brand, 丙/说明: quantity}\n")
    #expect(two.map(\.outline) == ["server | 华为 | – | ×2"])
    let letters = try Sheets.read(
      "服务器,华为,2\n", mapping: "table: 1\nheader: none\ncolumns: {A: name, B: brand, C: quantity}\n")
    #expect(letters.map(\.outline) == ["server | 华为 | – | ×2"])
  }

  @Test func `a mapping overrides the words of a header`() throws {
    let bills = try Sheets.read(
      "名称,品牌,厂家,数量\n服务器,甲,华为,2\n", mapping: "table: 1\ncolumns: {品牌: ignore}\ndefaults: {supplier: 某公司, lot: 第一包}\n")
    #expect(bills.map(\.outline) == ["server | 华为 | – | ×2 | lot 第一包 | from 某公司"])
  }

  @Test func `a mapping is taken from a run, written, and read again`() throws {
    let table = try Sheets.table("名称,规格 型号,数量（台）,含税单价(万元)\n服务器,A,2,1\n")
    var mapping = try Sheets.reader().mapping(of: [table])
    mapping.money = MoneyUnit(word: "万元")
    mapping.parts = .perUnit
    mapping.kinds = [("一体\"机", .server)]
    mapping.origins = [("g系列", .domestic), ("a系列", nil)]
    mapping.defaults = [.supplier: "某公司"]
    mapping.defaultKind = .other
    mapping.sheets = ["报价"]
    mapping.header = .rows(1...1)
    #expect(
      mapping.yaml == """
        table: 1
        sheet: ["报价"]
        header: 1
        columns:
          "名称": name
          "规格型号": model
          "数量（台）": quantity
          "含税单价(万元)": unit_price
        money: 万元
        prices: tax-included
        parts: per-unit
        kinds:
          "一体\\"机": server
        origins:
          "g系列": domestic
          "a系列": unknown
        defaults:
          "kind": other
          "supplier": "某公司"

        """)
    #expect(try Sheets.mapping(mapping.yaml).yaml == mapping.yaml)
    #expect(
      try Sheets.read([table], mapping: mapping.yaml).map(\.outline) == [
        "server | – | A | ×2 | @10000 | from 某公司"
      ])
  }

  @Test(arguments: [
    ("columns: {}\n", "missing-key"), ("table: 2\n", "unknown-version"),
    ("table: 1\ncolumns: {甲: nmae}\n", "unknown-value"),
    ("table: 1\nheader: 0\n", "wrong-type"), ("table: 1\nheader: [4, 6]\n", "wrong-type"),
    ("table: 1\nmoney: 块\n", "unknown-value"),
    ("table: 1\nkinds: {甲: gpu}\n", "unknown-value"), ("table: 1\norigins: {甲: cn}\n", "unknown-value"),
    ("table: 1\nunit: 万元\n", "unknown-key"),
    ("table: 1\ndefaults: {model: x}\n", "unknown-key"),
  ])
  func `a mapping that is wrong says so`(text: String, code: String) throws {
    do {
      _ = try Sheets.mapping(text)
      Issue.record("it was read")
    } catch let problems as Problems {
      #expect(problems.sorted.map(\.code) == [code])
    }
  }
}
