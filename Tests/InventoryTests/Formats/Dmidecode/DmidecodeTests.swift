import Diagnostics
import Engine
import Inventory
import Testing

/// What `dmidecode` prints of a machine.
struct DmidecodeTests {
  static func twin() throws -> String {
    String(
      decoding: try InputFile.read(Repository.path("Tests/InventoryTests/Fixtures/hosts/dmidecode.txt")), as: UTF8.self)
  }

  @Test func `a server has the processors of its populated sockets and its memory modules`() throws {
    let reading = try Reading.dmidecode(Self.twin())
    #expect(reading.problems.isEmpty)
    let bill = try #require(reading.bills.first)
    #expect(
      bill.table == """
        1 server × 1 Huawei | TaiShan 200 (Model 2280)
        1/1 cpu × 2 HiSilicon | Kunpeng 920-4826 cores 48
        1/2 memory × 2 Samsung | M393A8G40MB2-CVF memory_gb 64
        1/3 accelerator × [0, ∞] – | –
        """)
    #expect(bill.remarks == "parts-not-listed 1/3 host.txt:6:1")
  }

  @Test func `each field has its place`() throws {
    let bill = try #require(try Reading.dmidecode(Self.twin()).bills.first)
    let server = bill.lines[0]
    let parts = try #require(server.contents)
    #expect(bill.text(of: .model, in: server) == "TaiShan 200 (Model 2280)")
    #expect(bill.text(of: .vendor, in: parts[0]) == "HiSilicon")
    #expect(bill.text(of: .quantity, in: parts[0]) == "Populated, Enabled")
    #expect(bill.text(of: .specs, in: parts[0]) == "48")
    #expect(bill.text(of: .model, in: parts[1]) == "M393A8G40MB2-CVF")
    #expect(bill.text(of: .specs, in: parts[1]) == "64 GB")
  }

  @Test(arguments: [
    ("HiSilicon", "Kunpeng 920-4826", "cpu-kunpeng-920", "CN"),
    ("Hisilicon", "HUAWEI Kunpeng 920 3210", "cpu-kunpeng-920", "CN"),
    ("HUAWEI Corporation", "HUAWEI Kunpeng920 3211K", "cpu-kunpeng-920", "CN"),
    ("Loongson", "Loongson-3C5000L", "cpu-loongson-3c5000l", "CN"),
    ("PHYTIUM LTD", "Phytium D2000/8 E8C", "cpu-phytium-d2000", "CN"),
    ("Phytium", "FT-2000+/64", "cpu-phytium-ft2000plus", "CN"), ("Phytium", "S2500/64 C00", "cpu-phytium-s2500", "CN"),
    ("CentaurHauls", "ZHAOXIN KaiSheng KH-40000/32", "cpu-zhaoxin-kh40000", "CN"),
    ("Shanghai Zhaoxin Semiconductor Co., Ltd.", "ZHAOXIN KaiXian KX-7000/8", "cpu-zhaoxin-kx7000", "CN"),
    ("Chengdu Hygon", "Hygon C86 7285 32-core Processor", "cpu-hygon-7285", "CN"),
    ("HygonGenuine", "Hygon C86-4G (OPN:7490)", "cpu-hygon-7490", "CN"),
    ("Intel(R) Corporation", "Intel(R) Xeon(R) Gold 6342 CPU @ 2.80GHz", "cpu-intel-icelake", "US"),
    ("Advanced Micro Devices, Inc.", "AMD EPYC 7763 64-Core Processor", "cpu-amd-milan", "US"),
  ])
  func `a processor resolves as firmware spells it`(vendor: String, model: String, component: String, country: String)
    throws
  {
    let bill = try #require(
      try Reading.dmidecode(
        "Handle 0x1, DMI type 4, 48 bytes\nProcessor Information\n\tType: Central Processor\n\tManufacturer: \(vendor)\n\tVersion: \(model)\n\tStatus: Populated, Enabled\n"
      ).bills.first)
    let catalog = try BuiltIn.catalog()
    let cpu = try #require(bill.lines[0].contents?.first)
    #expect(
      catalog.resolver.resolve(kind: .cpu, vendor: cpu.vendor, model: cpu.model).candidates.map(\.id) == [component])
    #expect(catalog.resolver.vendor(named: cpu.vendor).flatMap { catalog.vendors[$0]?.country } == country)
  }

  @Test func `the quiet form has titles instead of handles`() throws {
    let text = """
      System Information
      	Manufacturer: Inspur
      	Product Name: NF5280M6

      Processor Information
      	Type: Central Processor
      	Manufacturer: Intel(R) Corporation
      	Version: Intel(R) Xeon(R) Gold 6342 CPU @ 2.80GHz
      	Status: Populated, Enabled
      """
    let bill = try #require(
      try Reading.dmidecode(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
        .bills.first)
    #expect(
      bill.table == """
        1 server × 1 Inspur | NF5280M6
        1/1 cpu × 1 Intel(R) Corporation | Intel(R) Xeon(R) Gold 6342 CPU @ 2.80GHz
        1/2 accelerator × [0, ∞] – | –
        """)
  }

  @Test func `placeholders are unknown, with what else was read as a hint`() throws {
    let text = """
      Handle 0x0001, DMI type 1, 27 bytes
      System Information
      \tManufacturer: Default string
      \tProduct Name: To be filled by O.E.M.

      Handle 0x0002, DMI type 2, 27 bytes
      Base Board Information
      \tManufacturer: Gigabyte
      \tProduct Name: MZ72

      Handle 0x0003, DMI type 4, 48 bytes
      Processor Information
      \tType: Central Processor
      \tFamily: Zen
      \tManufacturer: Unknown
      \tVersion: Not Specified
      """
    let bill = try #require(try Reading.dmidecode(text).bills.first)
    #expect(
      bill.table == """
        1 server × 1 – | –
        1/1 cpu × [0, 1] – | –
        1/2 accelerator × [0, ∞] – | –
        """)
    #expect(
      bill.remarks == """
        model-missing 1 host.txt:2:1
        model-missing 1/1 host.txt:12:1
        socket-open 1/1 host.txt:12:1
        parts-not-listed 1/2 host.txt:2:1
        """)
    #expect(
      bill.findings[0].message.en
        == "the model is not filled in, or a placeholder, and counts as unknown; for reference: Gigabyte MZ72")
    #expect(bill.findings[1].message.zh == "型号未填或是占位文字，按未知计；可参考：Zen")
  }

  @Test func `a notebook is no server`() throws {
    let bill = try #require(
      try Reading.dmidecode(
        "Handle 0x1, DMI type 1, 2 bytes\nSystem Information\n\tManufacturer: HP\n\tProduct Name: ProBook\n\nHandle 0x2, DMI type 3, 2 bytes\nChassis Information\n\tType: Notebook\n"
      ).bills.first)
    #expect(bill.lines[0].kind == .other)
    #expect(
      bill.remarks == """
        not-a-server 1 host.txt:8:8
        parts-not-listed 1/1 host.txt:2:1
        parts-not-listed 1/2 host.txt:2:1
        """)
  }

  @Test func `the tables of processors alone leave the machine unknown`() throws {
    let bill = try #require(
      try Reading.dmidecode(
        "# dmidecode 3.4\n\nHandle 0x4, DMI type 4, 2 bytes\nProcessor Information\n\tStatus: Unpopulated\n"
      ).bills.first)
    #expect(
      bill.table == """
        1 server × 1 – | –
        1/1 cpu × [0, ∞] – | –
        1/2 accelerator × [0, ∞] – | –
        """)
    #expect(bill.findings.map(\.code) == ["system-not-shown", "parts-not-listed", "parts-not-listed"])
  }

  @Test func `what is no dmidecode output is refused`() throws {
    let reading = try Reading.dmidecode("hello\n")
    #expect(reading.bills.isEmpty)
    #expect(
      reading.problems.rendered(in: .en) == """
        host.txt: error: no DMI table was found [no-dmi-table]
          help: run `dmidecode` as root and keep all of its output
        """)
  }

  @Test func `two machines in one file are refused`() throws {
    let one = "Handle 0x1, DMI type 1, 2 bytes\nSystem Information\n\tManufacturer: HP\n\n"
    let reading = try Reading.dmidecode(one + one)
    #expect(reading.bills.isEmpty)
    #expect(
      reading.problems.rendered(in: .zh) == """
        host.txt:6:1: 错误: 文件里有几台机器的 dmidecode 输出 [several-hosts]
          6 | System Information
            | ^^^^^^^^^^^^^^^^^^
          host.txt:2:1: 第一处在这里
          2 | System Information
            | ^^^^^^^^^^^^^^^^^^
          建议: 每台机器一个文件
        """)
  }

  @Test(arguments: [
    ("# dmidecode 3.1\n", true), ("Handle 0x0004, DMI type 4, 48 bytes\n", true),
    ("\n\nHandle 0x4, DMI type 4, 1 bytes", true),
    ("Handle 0x0004\n", false), ("bom: 1\n", false), ("", false),
    ("00:00.0 Host bridge [0600]: X [8086:0001]\n", false),
  ])
  func `it is recognised by its handles`(text: String, isOne: Bool) {
    #expect(DmidecodeReader.recognises(SourceFile(name: "x", bytes: Array(text.utf8))) == isOne)
  }
}
