import Diagnostics
import Inventory
import Quantities
import Testing

/// Small documents of each sort that people have, and the bills that they give.
struct CycloneDXTwinTests {
  private func bill(_ fixture: String) throws -> BillOfMaterials {
    let reading = try CycloneDXReading(fixture: fixture)
    #expect(reading.problems.isEmpty, "\(reading.faults())")
    return try #require(reading.bills.first)
  }

  @Test func `a board lists its parts, and who sells them is not who makes them`() throws {
    let bill = try bill("adapter-1.4.json")
    #expect(
      bill.componentOutline == """
        riser-card other × 1 – | riser-card
        edge-connector other × 1 – | EC-164; supplier Connector House
        jumper other × 6 – | JP-0805; supplier Passive Parts Ltd
        flash storage × 2 – | FL-16; supplier Connector House
        """)
    #expect(bill.project.id == "riser-card")
    #expect(
      bill.said == """
        unmapped-kind – adapter-1.4.json:6:70
        supplier-only – adapter-1.4.json:12:28
        """)
    #expect(
      bill.findings[1].message
        == Localized(
          zh: "只写了供应商，没有写制造商：“Connector House”、“Passive Parts Ltd”等 3 个；供应商不是制造商，厂商按未知计，可写在 `manufacturer` 中",
          en:
            "with a supplier and no maker: “Connector House”, “Passive Parts Ltd” and 1 more; a supplier is no maker, so the vendor is unknown; `manufacturer` can name it"
        ))
  }

  @Test func `algorithms are no lines, and what a part provides is no part of it`() throws {
    let bill = try bill("module-1.7.json")
    #expect(
      bill.componentOutline == """
        module other × 1 – | Signing Module
        coprocessor other × 2 – | signer; supplier Chips and Keys
        ram memory × 4 – | memory
        """)
    #expect(bill.findings.map(\.code) == ["components-skipped", "unmapped-kind", "supplier-only"])
    #expect(bill.findings[0].message.zh == "不是单独采购的产品，没有成为清单行：cryptographic-asset 2")
  }

  @Test(arguments: ["types-1.6.json", "types-1.6.xml"])
  func `of all types products are lines`(fixture: String) throws {
    let bill = try bill(fixture)
    #expect(
      bill.componentOutline == """
        1 software × 1 – | console 3.1
        2 software × 1 – | runtime 3.1
        3 os × 1 – | system 3.1
        4 other × 1 – | bios 3.1
        5 other × 1 – | thing
        """)
    #expect(bill.project.id == "urn:uuid:11111111-2222-4333-8444-555555555555")
    #expect(
      bill.findings.map(\.message.en) == [
        "no products that one buys by themselves, so no lines: library 1, framework 1, container 1, device-driver 1, file 1, data 1, machine-learning-model 1",
        "without a sign of their kind, so counted as `other`: “bios”, “thing”; the property `bomgate:kind` can say it",
        "programs that the catalogue does not know, so counted as `software`: “console”, “runtime”; the property `bomgate:kind` can say `database` or `middleware`",
        "without a quantity, so counted as one each: “runtime”, “thing”; the property `cdx:device:quantity` states it",
      ])
  }

  @Test(arguments: ["cluster-1.6.json", "cluster-1.6.xml"])
  func `our own properties say what the format has no field for`(fixture: String) throws {
    let bill = try bill(fixture)
    #expect(
      bill.componentOutline == """
        s1 server × 64 华为 | Atlas 800T A2; supplier 某集成商; price 1450000; made in code("CN"); lot 1
        s1/1 cpu × 4 华为 | 鲲鹏920
        s1/2 accelerator × 8 华为 | 昇腾910B3; memory_gb number(64)
        os os × 64 麒麟软件 | 银河麒麟高级服务器操作系统 V10; origin domestic; tags xinchuang
        db database × [0, ∞] 达梦数据 | 达梦数据库管理系统DM8 8.1
        spare network × 1 – | S6730-H; country notChina; option
        """)
    #expect(
      bill.findings.map(\.code) == [
        "components-skipped", "quantity-assumed", "nested-quantity", "placeholder", "address-is-no-origin",
        "not-delivered",
      ])
    let project = bill.project
    #expect(project.id == "cluster")
    #expect(project.name == "一期算力集群")
    #expect(project.region == "640000")
    #expect(project.facility == .intelligentComputingCenter)
    #expect(project.buyers == [.enterprise])
    #expect(project.date == Day("2025-03-01"))
    #expect(project.prices == .taxIncluded)
    #expect(project.facts["pue"] == .number(try Rational(decimal: "1.18")))
    #expect(project.facts["renewable_share"] == .number(try Rational(decimal: "0.82")))
  }

  @Test func `each field has its place`() throws {
    let bill = try bill("cluster-1.6.json")
    let server = bill.lines[0]
    #expect(bill.written(.id, of: server) == "\"s1\"")
    #expect(bill.written(.vendor, of: server) == "\"华为\"")
    #expect(bill.written(.model, of: server) == "\"Atlas 800T A2\"")
    #expect(bill.written(.quantity, of: server) == "\"64\"")
    #expect(bill.written(.kind, of: server) == "\"server\"")
    #expect(bill.written(.unitPrice, of: server) == "\"1450000\"")
    #expect(bill.written(.madeIn, of: server) == "\"CN\"")
    #expect(bill.written(.supplier, of: server) == "\"某集成商\"")
    #expect(bill.written(.lot, of: server) == "\"1\"")
    #expect(server.contents.map { bill.written(.specs, of: $0[1]) } == "\"64 GB\"")
    #expect(server.contents.map { bill.written(.kind, of: $0[0]) } == "\"processor\"")
    #expect(bill.written(.origin, of: bill.lines[1]) == "\"domestic\"")
    #expect(bill.written(.tags, of: bill.lines[1]) == "\"xinchuang\"")
    #expect(bill.written(.option, of: bill.lines[3]) == "\"optional\"")
    #expect(bill.written(.vendorCountry, of: bill.lines[3]) == "\"foreign\"")
    let twin = try self.bill("cluster-1.6.xml")
    #expect(twin.written(.vendor, of: twin.lines[0]) == "<c:name>华为</c:name>")
    #expect(twin.written(.id, of: twin.lines[0]) == "<c:component type=\"device\" bom-ref=\"s1\">")
  }

  @Test func `an inventory of a host gives its cards and not its functions`() throws {
    let bill = try bill("host-1.7.json")
    #expect(
      bill.componentOutline == """
        1 server × 1 Huawei | TaiShan 200 (Model 2280)
        1/1 cpu × 2 HiSilicon | Kunpeng-920
        1/2 memory × [1, ∞] – | –
        1/3 storage × 2 – | ES3000 V5
        1/4 network × 1 Intel Corporation | Ethernet Controller X710
        1/5 accelerator × 2 Huawei Technologies Co., Ltd. | [19e5:d500] = acc-ascend-310p
        2 os × 1 – | openEuler 22.03 LTS
        """)
    #expect(bill.findings.map(\.code) == ["modules-unknown", "devices-skipped"])
    #expect(bill.findings[0].line == "1/2")
    #expect(
      bill.findings[1].message.en
        == "devices of the host that are of no kind or listed elsewhere, so no lines: firmware 1, board 1, usb-device 1, network-interface 1, pci-device 3"
    )
  }

  @Test func `the vocabulary of 2.0 says who controls a maker, where a part was made, and what may be there instead`()
    throws
  {
    let bill = try bill("sourcing-2.0.json")
    #expect(
      bill.componentOutline == """
        node other × 1 – | Node One
        cpu cpu × 2 Chips BV | QX-64; supplier First Seller; country code("CN"); made in code("CN")
        board other × 1 Chips BV | Main board; country code("CN")
        caps other × 4 – | 100 nF; made in notChina
        choice-card accelerator × 8 – | 昇腾910B3 / A800 = acc-ascend-910b3, acc-nv-a800
        shifter other × [0, 1] – | TX-4
        mosfet other × [0, 1] – | BS-1
        network other × [0, 1] – | RN-10
        choice-fan cooling × [2, 5] – | –
        """)
    #expect(
      bill.findings.filter { $0.line != nil }.map { "\($0.code) \($0.line ?? "")" } == [
        "unknown-party board", "mixed-origin board", "alternates choice-card", "alternates shifter",
        "alternates choice-fan",
      ])
    #expect(
      bill.findings.filter { $0.code == "alternates" }.map(\.message.en) == [
        "“Accelerator card” is one of 昇腾910B3, A800; they are not added up, and only what they agree on is used",
        "“Level shifting” is one of TX-4, BS-1 + RN-10; they are not added up, and each counts as possibly there",
        "“Fan” is one or more of F-1, F-2; they are not added up, and only what they agree on is used",
      ])
  }
}
