import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// What is inside what: by numbers, by headings, by name.
struct TablePartTests {
  @Test func `numbers nest, and a name alone is a heading`() throws {
    let bill = try #require(
      try Sheets.read(
        "序号,名称,品牌,数量\n1,硬件,,\n1.1,服务器,华为,1\n1.1.1,CPU,,4\n1.1.2,NPU,,8\n1.2,交换机,华为,2\n2,操作系统,麒麟软件,1\n"
      ).first)
    #expect(
      bill.outline == """
        server | 华为 | – | ×1
          cpu | – | – | ×4
          accelerator | – | – | ×8
        network | 华为 | – | ×2
        os | 麒麟软件 | – | ×1
        """)
    #expect(bill.codes == [])
  }

  @Test func `Chinese numerals head what follows`() throws {
    let bill = try #require(
      try Sheets.read(
        "序号,名称,数量,总价（元）\n一,硬件部分,,70\n（一）,计算,,\n1,服务器,2,40\n2,交换机,3,30\n二,软件部分,,\n1,操作系统,1,10\n"
      ).first)
    #expect(bill.lines.map(\.kind) == [.server, .network, .os])
    let held = try #require(try Sheets.read("序号,名称,数量\n一,服务器,1\n1,CPU,2\n2,内存,16\n二,交换机,1\n").first)
    #expect(
      held.outline == """
        server | – | – | ×1
          cpu | – | – | ×2
          memory | – | – | ×16
        network | – | – | ×1
        """)
  }

  @Test func `numbers that begin anew are another list`() throws {
    let bill = try #require(
      try Sheets.read("序号,名称,数量\n1,服务器,1\n2,存储,1\n\n序号,名称,数量\n1,交换机,1\n1.1,光模块,4\n").first)
    #expect(bill.lines.map { $0.contents?.count ?? 0 } == [0, 0, 1])
  }

  @Test(arguments: [("1", "序号"), ("AI服务器", "名称"), ("Atlas 800T A2", "型号")])
  func `a part names what holds it`(parent: String, by: String) throws {
    let bill = try #require(
      try Sheets.read("序号,名称,型号,数量,所属设备\n1,AI服务器,Atlas 800T A2,1,\n2,NPU,昇腾910B3,8,\(parent)\n3,交换机,,1,\n").first)
    #expect(bill.lines.map { $0.contents?.map(\.kind) ?? [] } == [[.accelerator], []])
  }

  @Test(arguments: [
    (
      "名称,数量,所属设备\nAI服务器,1,\nNPU,8,AI服务嚣\n",
      """
      a.csv:3:7: error: there is no position “AI服务嚣” for this one to belong to [unknown-parent]
        3 | NPU,8,AI服务嚣
          |       ^^^^^^^^
        help: did you mean “AI服务器”?
      """
    ),
    (
      "名称,数量,所属设备\nAI服务器,1,\nAI服务器,2,\nNPU,8,AI服务器\n",
      """
      a.csv:4:7: error: 2 positions are called “AI服务器” [ambiguous-parent]
        4 | NPU,8,AI服务器
          |       ^^^^^^^^
        help: write the number of the one that is meant
      """
    ),
    (
      "名称,数量,所属设备\n服务器,1,内存\n内存,2,服务器\n",
      """
      a.csv:2:1: error: parts belong to each other in more than 16 levels, or in a circle [too-deep]
        2 | 服务器,1,内存
          | ^^^^^^
      """
    ),
  ])
  func `what holds a part must be there once`(text: String, expected: String) {
    #expect(Sheets.problems(text) == expected)
  }

  @Test func `where nothing says whether parts are for one or for all, they are anything between`() throws {
    let text = "序号,名称,数量\n1,服务器,10\n1.1,NPU,80\n"
    let open = try #require(try Sheets.read(text).first)
    #expect(open.lines.first?.contents?.first?.quantity == Interval(Rational(8), Rational(80)))
    #expect(open.codes == ["part-count-open@1/1"])
    let each = try Sheets.read(text, mapping: "table: 1\nparts: per-unit\n")
    #expect(each.first?.lines.first?.contents?.first?.quantity == Interval(exactly: Rational(80)))
    let all = try Sheets.read(text, mapping: "table: 1\nparts: total\n")
    #expect(all.first?.lines.first?.contents?.first?.quantity == Interval(exactly: Rational(8)))
  }

  @Test func `fewer processors than servers are those of one, and what parts cost says how they count`() throws {
    let few = try #require(try Sheets.read("序号,名称,数量\n1,服务器,10\n1.1,CPU,2\n1.2,NPU,80\n").first)
    #expect(few.lines.first?.contents?.map(\.quantity.description) == ["2", "80"])
    let all = try #require(
      try Sheets.read("序号,名称,数量,单价（元）\n1,服务器,10,100\n1.1,CPU,20,10\n1.2,NPU,80,10\n").first)
    #expect(all.lines.first?.contents?.map(\.quantity.description) == ["2", "8"])
    let each = try #require(
      try Sheets.read("序号,名称,数量,单价（元）\n1,服务器,10,1000\n1.1,CPU,20,10\n1.2,NPU,80,10\n").first)
    #expect(each.lines.first?.contents?.map(\.quantity.description) == ["20", "80"])
  }

  @Test func `a heading is not counted in a total`() throws {
    let bill = try #require(try Sheets.read("序号,名称,数量\n1,硬件,\n1.1,服务器,2\n1.2,交换机,3\n合计,,5\n").first)
    #expect(bill.codes == [])
  }
}
