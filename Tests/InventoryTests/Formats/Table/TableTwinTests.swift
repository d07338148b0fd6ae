import Diagnostics
import Documents
import Inventory
import Quantities
import Seeds
import Testing

/// Small tables of the shapes in which purchases are published, and what becomes of them when they are cut or garbled.
struct TableTwinTests {
  /// A table, its bills, and the codes of all findings.
  struct Twin: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var bills: [String]
    var codes: [String]
  }

  static let twins = [
    Twin(
      testDescription: "goods without a unit of money",
      text: "序号,标的名称,技术要求/服务要求,数量,计量单位,单价\n1,搬运AGV,\"(略,\n略)\",5,台,300000\n2,服务器,略,1,台,50000\n",
      bills: ["other | – | 搬运AGV | ×5\nserver | – | – | ×1"], codes: ["money-unit-unknown", "unknown-kind@1"]),
    Twin(
      testDescription: "a lot that failed, an amount that is not exact",
      text:
        "采购包,货物,数量(台),结果,\"金额(不含税,亿元)\"\n1,人工智能服务器及配套产品,900,3家: 甲;乙;丙,约20.5\n2,白盒交换机,40,\"招标失败,重新招标\",\n合计,,940,,\n",
      bills: ["server | – | 人工智能服务器及配套产品 | ×900 | lot 1"], codes: ["failed-lot", "approximate@1"]),
    Twin(
      testDescription: "lots of servers by series",
      text: "标包,货物名称,系列,数量(台)\n1,通用型服务器,A系列,700\n2,C86服务器,G系列,200\n合计,,,900\n",
      bills: ["server | – | 通用型服务器 | ×700 | lot 1", "server | – | C86服务器 | ×200 | lot 2"], codes: ["unused-columns"]),
    Twin(
      testDescription: "lots by requirement, without quantities",
      text: "标包,要求,数量(台),\"预算(万元,不含税)\"\n一,GPU A100,,\n二,昇腾合作伙伴,,\n合计,,800,2000\n",
      bills: ["other | – | – | ×[0, ∞] | lot 一", "other | – | – | ×[0, ∞] | lot 二"],
      codes: ["unknown-kind@1", "missing-quantity@1", "total-unchecked", "unknown-kind@1", "missing-quantity@1"]),
    Twin(
      testDescription: "lots by chip, amounts in 万元",
      text: "包号,芯片,中标供应商,中标金额(万元)\r\n第一包,龙芯,甲公司,10.5\r\n第二包,Intel和AMD芯片,乙公司,20.0001\r\n",
      bills: [
        "other | – | – | ×[0, ∞] | lot 第一包 | from 甲公司\n  cpu | 龙芯 | – | ×[0, ∞]",
        "other | – | – | ×[0, ∞] | lot 第二包 | from 乙公司\n  cpu | – | Intel和AMD芯片 | ×[0, ∞]",
      ],
      codes: [
        "no-quantity-column", "unknown-kind@1", "total-without-quantity@1", "unknown-kind@1",
        "total-without-quantity@1",
      ]),
    Twin(
      testDescription: "one storage system, whose total is another figure",
      text: "名称,品牌,数量,单位,单价(万元),总成交额,备注\n冷数据备份存储,华为,1,套,1200.5,1.5亿元,核心产品拒绝进口\n",
      bills: ["storage | 华为 | 冷数据备份存储 | ×1 | @12005000"], codes: ["line-total-mismatch@1"]),
    Twin(testDescription: "a bid as Excel writes it", text: bid, bills: [bidOutline], codes: ["two-prices"]),
  ]

  static let bid = """
    附件4 分项报价表,,,,,,,,,
    项目名称：某智算中心一期,,,,,,,单位：万元,,
    序号,★设备名称,品牌,规格型号,原产地,是否国产,数量,单价,,备注
    ,,,,,,,不含税,含税,
    一,硬件,,,,,,,,
    1,AI服务器,华为,Atlas 800T A2,中国,是,６４台,128.32,145,
    2,万兆交换机,华为,CE6881,深圳,是,8台,2.6549,3,
    3,备件：硬盘,/,/,/,/,2块,0.1,0.113,选配
    二,软件,,,,,,,,
    1,操作系统,麒麟软件,银河麒麟高级服务器操作系统V10,中国,是,64套,1.0619,1.2,
    合计（大写）：玖仟叁佰捌拾万捌仟元整,,,,,,,,,

    """
  static let bidOutline = """
    server | 华为 | Atlas 800T A2 | ×64 | @1450000 | domestic | made in CN
    network | 华为 | CE6881 | ×8 | @30000 | domestic | made in CN
    storage | – | 备件：硬盘 | ×2 | @1130 | option
    os | 麒麟软件 | 银河麒麟高级服务器操作系统V10 | ×64 | @12000 | domestic | made in CN
    """

  @Test(arguments: twins)
  func `a table gives its bills`(twin: Twin) throws {
    let bills = try Sheets.read(twin.text)
    #expect(bills.map(\.outline) == twin.bills)
    #expect(bills.flatMap(\.codes) == twin.codes)
  }

  @Test func `lots that say nothing of what is bought are refused`() {
    #expect(Sheets.problems("标包,生态,含税总价,中标厂商\n1,类CUDA,超5亿元,甲;乙\n").hasSuffix("in a mapping file that it is `name`"))
  }

  @Test(arguments: twins)
  func `a table that is cut or garbled is read or refused`(twin: Twin) throws {
    let text = Array(twin.text.utf8)
    let pieces = [
      "\"", ",", "\n", "\r", "合计", "1.1", "万元", "-", "=", "（", "第一包", "/", "9999999999999999999999999999999999999999",
    ]
    var random = SeededGenerator(seed: UInt64(text.count))
    let reader = try Sheets.reader()
    for _ in 0..<400 {
      var bytes = text
      for _ in 0...Int.random(in: 0...5, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
        case 2: bytes.removeSubrange(place..<min(place + 20, bytes.count))
        case 3: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
        default: if random.chance(4) { bytes.removeSubrange(place...) }
        }
      }
      guard let file = try? SourceFile.decodingTable(bytes, name: "a.csv"), let table = try? CSV.table(in: file) else {
        continue
      }
      var problems = Problems()
      let bills = reader.read([table], project: Project(), &problems)
      #expect(bills.isEmpty == problems.hasErrors)
      #expect(bills.allSatisfy { !$0.lines.isEmpty })
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long table takes no longer than its length`() throws {
    let header = "序号,名称,品牌,型号,产地,是否国产,数量,单价（元）,总价（元）\n"
    let rows = (1...4000).map { "\($0),GPU服务器,华为,Atlas 800T A2,中国,是,2台,\"1,000.00\",\"2,000.00\"\n小计,,,,,,,,\n" }
    let bill = try #require(try Sheets.read(header + rows.joined()).first)
    #expect(bill.lines.count == 4000)
  }
}
