import Diagnostics
import Documents
import Inventory
import Quantities
import Testing

/// What a position is, and who makes it.
struct TableNameTests {
  private func line(_ text: String, mapping: String? = nil) throws -> Line {
    try #require(try Sheets.read(text, mapping: mapping).first?.lines.first)
  }

  @Test(arguments: [
    ("服务器", Kind.server), ("GPU服务器", .server), ("AI服务器", .server), ("通用型服务器", .server), ("服务器内存", .memory),
    ("服务器操作系统", .os),
    ("数据库服务器", .server), ("磁盘阵列", .storage), ("万兆交换机", .network), ("交换机光模块", .network), ("NPU加速卡", .accelerator),
    ("操作系统软件", .os),
    ("国产数据库管理系统", .database), ("应用服务器中间件", .middleware), ("备份软件", .software), ("服务器维保服务", .service), ("防火墙", .security),
    ("精密空调", .cooling), ("UPS", .power), ("服务器（含操作系统）", .server), ("人工智能服务器及配套产品", .server), ("机柜", .other),
    ("GPU server", .server),
    ("accelerator", .accelerator), ("Operating System", .os), ("台式机", .other), ("内存", .memory), ("RAID卡", .storage),
  ])
  func `the last word of a name says what it is`(name: String, kind: Kind) throws {
    let bill = try #require(try Sheets.read("名称,品牌,数量\n\(name),/,1\n").first)
    #expect(bill.lines.first?.kind == kind)
    #expect(bill.codes == [])
  }

  @Test(arguments: [
    ("智能升降AGV", "unknown-kind@1"), ("服务器及交换机", "several-kinds@1"), ("存储、服务器", "several-kinds@1"),
  ])
  func `what no word says is other, with a finding`(name: String, code: String) throws {
    let bill = try #require(try Sheets.read("名称,品牌,数量\n\(name),/,1\n").first)
    #expect(bill.lines.first?.kind == .other)
    #expect(bill.codes == [code])
  }

  @Test func `the category says it where the name does not, then the catalogue, then a mapping`() throws {
    #expect(try line("类别,名称,数量\n服务器类,Atlas 800T A2,1\n").kind == .server)
    let bill = try #require(try Sheets.read("品牌,型号,数量\n华为,昇腾910B3,8\n").first)
    #expect(bill.lines.first?.kind == .accelerator)
    #expect(bill.codes == ["kind-from-catalogue@1"])
    #expect(try line("名称,品牌,数量\n智能升降AGV,/,1\n", mapping: "table: 1\nkinds: {升降AGV: service}\n").kind == .service)
    #expect(try line("名称,品牌,数量\n智能升降AGV,/,1\n", mapping: "table: 1\ndefaults: {kind: cooling}\n").kind == .cooling)
  }

  @Test(arguments: [
    ("名称,品牌,型号,数量\n服务器,华为,Atlas 800T A2,1\n", "华为", "Atlas 800T A2"),
    ("名称,制造商,型号,数量\n服务器,华为技术有限公司,Atlas 800T A2,1\n", "华为技术有限公司", "Atlas 800T A2"),
    ("名称,品牌,制造商,数量\n服务器,华为,华为技术有限公司,1\n", "华为", nil),
    ("名称,品牌,制造商,数量\n服务器,某牌,华为技术有限公司,1\n", "华为技术有限公司", nil),
    ("名称,供应商,型号,数量\n服务器,华为,2288H V5,1\n", nil, "2288H V5"),
    ("名称,品牌型号,数量\n交换机,华为 S6730-H,1\n", "华为", "S6730-H"),
    ("名称,品牌型号,数量\n服务器,华为Atlas 800T A2,1\n", "华为", "Atlas 800T A2"),
    ("名称,品牌型号,数量\n服务器,某牌 R2000,1\n", nil, "某牌 R2000"),
    ("名称,品牌,数量\n昇腾训练服务器,华为,1\n", "华为", "昇腾训练服务器"),
    ("名称,品牌,数量\n服务器,华为,1\n", "华为", nil),
    ("软件名称,版本,数量\n银河麒麟高级服务器操作系统,V10,1\n", nil, "银河麒麟高级服务器操作系统 V10"),
    ("名称,品牌,型号,数量\n服务器,\"Huawei Technologies Co., Ltd.\",/,1\n", "Huawei Technologies Co., Ltd.", nil),
    ("名称,品牌,技术参数,数量\n服务器,/,华为昇腾910B3八卡,1\n", nil, nil),
  ])
  func `vendor and model come from their own columns`(text: String, vendor: String?, model: String?) throws {
    let line = try line(text)
    #expect(line.vendor == vendor)
    #expect(line.model == model)
  }

  @Test(arguments: [
    ("名称,品牌,数量\n服务器,不限,1\n", "requirement@1"), ("名称,品牌,数量\n服务器,国产品牌,1\n", "requirement@1"),
    ("名称,品牌,数量\n服务器,华为同等及以上,1\n", "requirement@1"), ("名称,品牌,数量\n服务器,华为/新华三,1\n", "several-vendors@1"),
    ("名称,品牌,数量\n服务器,中兴通讯;新华三;浪潮,1\n", "several-vendors@1"),
    ("名称,型号,数量\n台式机,≥intel i5 6500,1\n", "requirement@1"), ("名称,型号,数量\n服务器,不低于2288H V5,1\n", "requirement@1"),
    ("名称,品牌,制造商,数量\n服务器,华为,新华三技术有限公司,1\n", "brand-and-maker@1"),
  ])
  func `what is asked for, and more than one vendor, is no offer`(text: String, code: String) throws {
    let bill = try #require(try Sheets.read(text).first)
    #expect(bill.lines.first?.vendor == nil)
    #expect(bill.lines.first?.model == nil)
    #expect(bill.codes == [code])
  }

  @Test func `a seller is a seller`() throws {
    #expect(try line("名称,中标供应商,数量\n服务器,华为技术有限公司,1\n").supplier == "华为技术有限公司")
  }

  @Test func `a chip that is named is a part of unknown number`() throws {
    let bill = try #require(try Sheets.read("名称,芯片,数量\n台式机,华为鲲鹏,5\n台式机,海光,5\n台式机,Intel和AMD芯片,5\n").first)
    #expect(
      bill.outline == """
        other | – | – | ×5
          cpu | 华为 | 华为鲲鹏 | ×[0, ∞]
        other | – | – | ×5
          cpu | 海光 | – | ×[0, ∞]
        other | – | – | ×5
          cpu | – | Intel和AMD芯片 | ×[0, ∞]
        """)
  }

  @Test func `every field has the cell that it was found in`() throws {
    let line = try #require(
      try Sheets.read([
        Sheets.sheet(
          "报价表",
          [
            ["包号", "名称", "品牌", "型号", "产地", "是否国产", "数量", "单价（元）", "供应商", "备注"],
            ["1", "服务器", "华为", "Atlas 800T A2", "中国", "是", "2", "5", "某公司", "选配"],
          ])
      ]).first?.lines.first)
    let places = line.places.map { "\($0.key.rawValue) \($0.value.description)" }.sorted()
    #expect(
      places == [
        "kind a.xlsx:报价表!B2", "lot a.xlsx:报价表!A2", "made_in a.xlsx:报价表!E2", "model a.xlsx:报价表!D2",
        "option a.xlsx:报价表!J2",
        "origin a.xlsx:报价表!F2", "quantity a.xlsx:报价表!G2", "supplier a.xlsx:报价表!I2", "unit_price a.xlsx:报价表!H2",
        "vendor a.xlsx:报价表!C2",
      ])
    #expect(line.span.description == "a.xlsx:报价表!B2")
  }
}
