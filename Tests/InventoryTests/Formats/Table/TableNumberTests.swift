import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// Quantities and amounts, as people write them in cells.
struct TableNumberTests {
  private func bill(_ header: String, _ cell: String) throws -> BillOfMaterials {
    let text = "名称\t品牌\t\(header)\n服务器\t华为\t\(cell)\n"
    return try #require(try Sheets.read(text, name: "a.tsv").first)
  }

  @Test(arguments: [
    ("6", "6"), ("6台", "6"), ("６台", "6"), (" 1 项 ", "1"), ("1,200", "1200"), ("１，２００套", "1200"), ("1.2万台", "12000"),
    ("两台", "2"),
    ("十二套", "12"), ("×3", "3"), ("2.5", "2.5"), ("1,234,567", "1234567"), ("+3", "3"),
  ])
  func `a quantity is read with what stands behind it`(cell: String, expected: String) throws {
    #expect(try bill("数量", cell).lines.first?.quantity.description == expected)
  }

  @Test func `the header says what one counts for`() throws {
    #expect(try bill("数量（万台）", "1.3").lines.first?.quantity == Interval(exactly: Rational(13_000)))
  }

  @Test(arguments: [
    ("", "missing-quantity"), ("/", "missing-quantity"), ("-", "missing-quantity"), ("——", "missing-quantity"),
    ("……", "missing-quantity"),
    ("见公告原文", "missing-quantity"), ("详见附件", "missing-quantity"), ("不限", "open-quantity"), ("约10台", "open-quantity"),
    ("≥10", "open-quantity"), ("5至7家", "open-quantity"), ("10-20", "open-quantity"), ("10台左右", "open-quantity"),
    ("若干", "unreadable-number"),
    ("按需", "unreadable-number"), ("5万元", "unreadable-number"),
  ])
  func `what is no exact quantity is unknown, and said`(cell: String, code: String) throws {
    let bill = try #require(try Sheets.read("名称\t品牌\t数量\n服务器\t华为\t\(cell)\n交换机\t华为\t1\n", name: "a.tsv").first)
    #expect(bill.lines.first?.quantity == .nonNegative)
    #expect(bill.codes == ["\(code)@1"])
  }

  @Test(arguments: [
    ("单价（元）", "1283000", "1283000"), ("单价(万元)", "94.998", "949980"), ("单价（亿元）", "1.5", "150000000"),
    ("单价/万元", "3", "30000"),
    ("单价", "￥1,283,000.00", "1283000"), ("单价", "￥:99，550.00元", "99550"), ("单价", "（¥639000.00）", "639000"),
    ("单价", "94.998万元", "949980"),
    ("单价", "1.5亿元", "150000000"), ("单价(万元)", "35000元", "35000"), ("单价(万元)", "￥3.5", "35000"),
    ("单价(元)", "1200元/台", "1200"),
    ("单价", "陆拾叁万玖仟元整（¥639000.00）", "639000"), ("单价", "人民币（大写）：陆拾叁万玖仟元整", "639000"), ("单价", "壹仟零伍元叁角贰分", "1005.32"),
    ("Unit Price (CNY)", "1200", "1200"), ("单价(RMB)", "1,200", "1200"), ("单价(元)", "0", "0"),
    ("单价(万元)", "12.34567891", "123456.7891"),
    ("单价(元)", "人民币1200", "1200"), ("单价（元）", "１２００．５", "1200.5"),
  ])
  func `an amount is read with the unit that header or cell states`(header: String, cell: String, expected: String)
    throws
  {
    let bill = try bill(header, cell)
    #expect(bill.lines.first?.unitPrice?.description == expected)
    #expect(bill.codes == ["no-quantity-column"])
  }

  @Test(arguments: [
    ("单价", "1200", "money-unit-unknown"), ("单价（元）", "约1200", "approximate@1"), ("单价（元）", "面议", "unreadable-number@1"),
    ("单价（元）", "$1200", "foreign-currency@1"), ("单价（美元）", "1200", "foreign-currency@1"),
    ("单价（元）", "1.23456", "too-fine@1"),
    ("单价(元)", "1200元至1300元", "unreadable-number@1"),
  ])
  func `an amount that is not clear is unknown, and said`(header: String, cell: String, code: String) throws {
    let bill = try bill(header, cell)
    #expect(bill.lines.first?.unitPrice == nil)
    #expect(bill.codes.filter { $0 != "no-quantity-column" } == [code])
  }

  @Test func `amounts in words go before figures`() throws {
    let bill = try bill("单价（元）", "陆拾叁万玖仟元整（¥638000.00）")
    #expect(bill.lines.first?.unitPrice == Rational(639_000))
    #expect(bill.message("capitals-mismatch") == "the amount in words is 639000, the figure 638000; the words stand")
  }

  @Test(arguments: ["1,5", "1.234,00", "12,34", "1.2.3", "1,2345"])
  func `a number that can be read in two ways is refused`(number: String) {
    let text = "名称\t品牌\t数量\t单价（元）\n服务器\t华为\t\(number)\t1\n交换机\t华为\t1\t\(number)\n"
    let found = Sheets.problems(text).split(separator: "\n").filter { $0.contains("[ambiguous-number]") }
    #expect(found.count == 2)
  }

  @Test(arguments: [
    (
      "名称,品牌,数量\n服务器,华为,\"1,5\"\n",
      """
      a.csv:2:8: error: `1,5` can be read as two numbers [ambiguous-number]
        2 | 服务器,华为,"1,5"
          |             ^^^^^
        help: write `.` before decimals and `,` only between groups of three digits: `1,234.5`
      """
    ),
    (
      "名称,品牌,数量\n服务器,华为,-2\n",
      """
      a.csv:2:8: error: the quantity `-2` must be above 0 [bad-quantity]
        2 | 服务器,华为,-2
          |             ^^
        help: returns and discounts are no lines of their own; put them into the lines
      """
    ),
    (
      "名称,数量,单价（元）\n服务器,2,-5\n",
      """
      a.csv:2:7: error: the amount `-5` cannot be negative [negative-price]
        2 | 服务器,2,-5
          |          ^^
        help: a discount is no line of its own; put it into the unit prices
      """
    ),
    (
      "名称,数量,单价（元）\n服务器,2,5\n优惠,,100\n",
      """
      a.csv:3:1: error: “优惠” is a discount, which is no line of its own [discount-line]
        3 | 优惠,,100
          | ^^^^
        help: put it into the unit prices
      """
    ),
  ])
  func `a number that cannot be is an error`(text: String, expected: String) {
    #expect(Sheets.problems(text) == expected)
  }

  @Test func `a line of which there are none is left out`() throws {
    let bill = try #require(try Sheets.read("名称,数量,备注\n服务器,2,\n交换机,0,\n").first)
    #expect(bill.lines.count == 1)
    #expect(bill.codes == ["zero-quantity"])
  }

  @Test func `a mapping states the unit`() throws {
    let bills = try Sheets.read("名称,数量,单价\n服务器,2,3\n", mapping: "table: 1\nmoney: 万元\n")
    #expect(bills.map(\.outline) == ["server | – | – | ×2 | @30000"])
  }
}
