import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// Where a thing comes from and where it was made are two questions, and neither is answered by a guess.
struct TableOriginTests {
  private func bill(_ header: String, _ cell: String) throws -> BillOfMaterials {
    try #require(try Sheets.read("名称\t品牌\t数量\t\(header)\n服务器\t/\t1\t\(cell)\n", name: "a.tsv").first)
  }

  @Test(
    arguments: [
      ("是否国产", "是", Origin.domestic, nil), ("是否国产", "否", .foreign, nil), ("是否国产", "国产", .domestic, nil),
      ("是否国产", "进口", nil, .notChina),
      ("国产化", "√", .domestic, nil), ("是否国产化", "N", .foreign, nil), ("是否信创", "是", .domestic, nil),
      ("是否进口", "是", nil, .notChina),
      ("是否进口", "否", nil, .code("CN")), ("进口", "进口", nil, .notChina), ("国产/进口", "国产", nil, .code("CN")),
      ("国产/进口", "进口", nil, .notChina),
      ("Domestic", "yes", .domestic, nil), ("imported", "no", nil, .code("CN")), ("产地", "中国", nil, .code("CN")),
      ("产地", "美国", nil, .code("US")),
      ("原产国", "Germany", nil, .code("DE")), ("产地", "深圳", nil, .code("CN")), ("产地", "中国·北京市", nil, .code("CN")),
      ("产地", "深圳市南山区", nil, .code("CN")),
      ("产地", "进口", nil, .notChina), ("产地", "国产", nil, .code("CN")), ("原产地", "US", nil, .code("US")),
      ("产地", "/", nil, nil), ("是否国产", "", nil, nil),
      ("产地", "中国大陆", nil, .code("CN")), ("country of origin", "Japan", nil, .code("JP")),
    ] as [(String, String, Origin?, Country?)])
  func `a word says what it says`(header: String, cell: String, origin: Origin?, madeIn: Country?) throws {
    let bill = try bill(header, cell)
    #expect(bill.lines.first?.origin == origin)
    #expect(bill.lines.first?.madeIn == madeIn)
    #expect(bill.codes == [])
  }

  /// The claim `origin` and the place of making are two notions, and a column that is called `origin` may hold either.
  @Test(
    arguments: [
      ("origin", "domestic", Origin.domestic, nil), ("origin", "foreign", .foreign, nil),
      ("Origin", "Foreign", .foreign, nil), ("origin", "unknown", nil, nil), ("origin", "", nil, nil),
      ("origin", "CN", nil, .code("CN")), ("origin", "Japan", nil, .code("JP")), ("origin", "深圳", nil, .code("CN")),
      ("origin", "国产", nil, .code("CN")), ("origin", "进口", nil, .notChina),
      ("origin\tmade_in", "domestic\tVN", .domestic, .code("VN")),
      ("made_in\torigin", "foreign\tdomestic", .domestic, .notChina),
      ("origin\t产地", "foreign\t深圳", .foreign, .code("CN")), ("origin\tmade_in", "domestic\t", .domestic, nil),
      ("origin\tmade_in", "\tCN", nil, .code("CN")), ("origin\t是否进口", "domestic\t是", .domestic, .notChina),
      ("origin\t是否国产", "CN\t否", .foreign, .code("CN")), ("是否国产", "foreign", .foreign, nil),
      ("made_in", "domestic", nil, .code("CN")), ("产地", "foreign", nil, .notChina),
    ] as [(String, String, Origin?, Country?)])
  func `origin is a claim or a place, as its words are`(
    header: String, cells: String, origin: Origin?, madeIn: Country?
  ) throws {
    let bill = try bill(header, cells)
    #expect(bill.lines.first?.origin == origin)
    #expect(bill.lines.first?.madeIn == madeIn)
    #expect(bill.codes == [])
    for (field, isKnown) in [(LineField.origin, origin != nil), (.madeIn, madeIn != nil)] {
      #expect((bill.lines.first?.places[field] != nil) == isKnown)
    }
  }

  @Test(
    arguments: [
      ("vendor_country", "CN", .code("CN")), ("vendor_country", "foreign", .notChina), ("厂商国别", "美国", .code("US")),
      ("品牌国别", "中国", .code("CN")), ("厂商国别", "国外", .notChina), ("品牌国别", "国内", .code("CN")),
      ("Vendor Country", "Germany", .code("DE")), ("品牌国别", "/", nil),
      ("vendor_country\torigin", "US\tdomestic", .code("US")),
      ("厂商国别\t产地", "US\t中国", .code("US")),
    ] as [(String, String, Country?)])
  func `the country of a vendor is neither`(header: String, cells: String, country: Country?) throws {
    let bill = try bill(header, cells)
    #expect(bill.lines.first?.vendorCountry == country)
    #expect((bill.lines.first?.places[.vendorCountry] != nil) == (country != nil))
    #expect(bill.codes == [])
  }

  @Test(arguments: ["国产", "进口", "domestic", "中国/美国", "台湾", "某地"])
  func `a vendor's country that names none is unknown, and said`(cell: String) throws {
    let bill = try bill("厂商国别", cell)
    #expect(bill.lines.first?.vendorCountry == nil)
    #expect(bill.codes == ["country-open@1"])
  }

  @Test func `a mapping explains words under origin`() throws {
    let bills = try Sheets.read(
      "名称,数量,origin\n服务器,1,A\n交换机,1,B\n路由器,1,C\n网卡,1,US\n",
      mapping: "table: 1\norigins: {A: domestic, B: foreign, C: unknown}\n")
    #expect(bills.first?.lines.map(\.origin) == [.domestic, .foreign, nil, nil])
    #expect(bills.first?.lines.map(\.madeIn) == [nil, nil, nil, .code("US")])
    #expect(bills.first?.codes == [])
  }

  @Test(arguments: ["origin", "origin,made_in", "origin,vendor_country"])
  func `the columns that were found can be given back`(header: String) throws {
    let text = "名称,数量,\(header)\n服务器,1,domestic,CN\n"
    let mapping = try Sheets.reader().mapping(of: [Sheets.table(text)]).yaml
    #expect(try Sheets.read(text, mapping: mapping).map(\.outline) == Sheets.read(text).map(\.outline))
  }

  @Test(arguments: [
    ("产地", "中国/美国", "place-open@1"), ("origin", "1", "place-open@1"), ("origin\t产地", "US\tCN", "origin-open@1"),
    ("产地", "某地", "place-open@1"), ("产地", "中国台湾", "place-open@1"),
    ("产地", "台湾", "place-open@1"),
    ("产地", "香港", "place-open@1"), ("是否国产", "部分", "origin-open@1"), ("国产/进口", "是", "origin-open@1"),
    ("是否信创", "否", "not-trusted@1"),
  ])
  func `what is not clear is unknown, and said`(header: String, cell: String, code: String) throws {
    let bill = try bill(header, cell)
    #expect(bill.lines.first?.origin == nil)
    if !header.contains("\t") { #expect(bill.lines.first?.madeIn == nil) }
    #expect(bill.codes == [code])
  }

  @Test func `a digit is a question, asked once a column`() {
    #expect(
      Sheets.problems("名称,数量,是否国产\n服务器,1,1\n交换机,1,2\n") == """
        a.csv:2:7: error: “是否国产” holds the code `1`, which means one thing in one system and another in the next [origin-code]
          2 | 服务器,1,1
            |          ^
          help: does it mean domestic or imported? write 是, 否, 国产 or 进口, or say it under `origins` in a mapping file
        """)
  }

  @Test func `a mapping answers it`() throws {
    let bills = try Sheets.read(
      "名称,数量,是否国产\n服务器,1,1\n交换机,1,2\n路由器,1,3\n",
      mapping: "table: 1\norigins: {1: domestic, 2: foreign, 3: unknown}\n")
    #expect(bills.first?.lines.map(\.origin) == [.domestic, .foreign, nil])
  }

  @Test func `columns that contradict each other leave it unknown`() throws {
    let bill = try #require(try Sheets.read("名称,数量,产地,是否进口\n服务器,1,中国,是\n交换机,1,美国,是\n").first)
    #expect(bill.lines.map(\.madeIn) == [nil, .code("US")])
    #expect(bill.codes == ["claims-conflict@1"])
    let third = try #require(try Sheets.read("名称,数量,产地,是否进口,国产/进口\n服务器,1,中国,是,国产\n").first)
    #expect(third.lines.map(\.madeIn) == [nil])
  }
}
