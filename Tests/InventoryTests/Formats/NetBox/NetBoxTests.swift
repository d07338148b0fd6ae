import Diagnostics
import Documents
import Inventory
import Testing

/// Exports of NetBox.
struct NetBoxTests {
  /// A table of cells between bars, a row a line.
  static func table(_ text: String, name: String = "devices.csv") -> Table {
    let file = SourceFile(name: name, bytes: Array(text.utf8))
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, row in
      var column = 1
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { index, cell in
        let start = SourceLocation(line: number + 1, column: column)
        column += cell.unicodeScalars.count + 1
        return Table.Cell(
          column: index + 1, text: String(cell), range: start..<SourceLocation(line: number + 1, column: column - 1))
      }
      return Table.Row(number: number + 1, cells: cells)
    }
    return Table(file: file, rows: rows)
  }

  static func read(_ texts: String...) throws -> Reading {
    let reader = NetBoxReader(catalog: try BuiltIn.catalog())
    return Reading { reader.read(texts.map { table($0) }, &$0) }
  }

  static let devices = """
    name|role|manufacturer|device_type|platform|status|parent
    n1|AI server|Huawei|Atlas 800T A2|openEuler 22.03|active|
    n2|AI server|Huawei|Atlas 800T A2|openEuler 22.03|offline|
    n3|AI server|Huawei|Atlas 800T A2||planned|
    sw1|leaf switch|H3C|S9827|Comware 9|active|
    box|Chassis|Dell|M1000e||active|
    b1|blade server|Dell|M640|Ubuntu 22.04|active|box
    b2|blade server|Dell|M640|Ubuntu 22.04|decommissioning|box
    x|mystery|Acme|Q1||active|
    """

  @Test func `equal devices are one line, and a device inside another is part of it`() throws {
    let reading = try Self.read(Self.devices)
    #expect(reading.problems.isEmpty)
    let bill = try #require(reading.bills.first)
    #expect(
      bill.table == """
        1 server × 2 Huawei | Atlas 800T A2
        2 server × 1 Huawei | Atlas 800T A2 (option)
        3 network × 1 H3C | S9827
        4 other × 1 Dell | M1000e
        4/1 server × 1 Dell | M640
        4/2 server × 1 Dell | M640 (option)
        5 other × 1 Acme | Q1
        6 os × 2 – | openEuler 22.03
        7 os × 1 – | Ubuntu 22.04
        """)
    #expect(
      bill.remarks == """
        unknown-role 5 devices.csv:9:3
        status-counted – devices.csv:3:51
        status-not-counted – devices.csv:4:36
        status-not-counted – devices.csv:8:40
        """)
    #expect(bill.text(of: .model, in: bill.lines[0]) == "Atlas 800T A2")
    #expect(bill.text(of: .kind, in: bill.lines[2]) == "leaf switch")
  }

  @Test func `titles of tables mean the same as columns of the import`() throws {
    let titled = Self.devices.replacing(
      "name|role|manufacturer|device_type|platform|status|parent",
      with: "Name|Role|Manufacturer|Type|Platform|Status|Parent Device")
    let (a, b) = (try Self.read(titled).bills.first, try Self.read(Self.devices).bills.first)
    #expect(a?.table == b?.table)
  }

  static let items = """
    Device|Name|Role|Manufacturer|Part ID
    n1|CPU 1|CPU|HiSilicon|Kunpeng 920-4826
    n1|CPU 2|CPU|HiSilicon|Kunpeng 920-4826
    n1|NPU 1|NPU|Huawei|Ascend 910B3
    n2|NPU 1|NPU|Huawei|Ascend 910B3
    n2|CPU 1|CPU|HiSilicon|Kunpeng 920-4826
    n2|CPU 2|CPU|HiSilicon|Kunpeng 920-4826
    sw1|PSU|PSU|H3C|LSVM
    n9|GPU 1|GPU|NVIDIA|A100 80GB
    """

  @Test func `inventory items stand inside their devices, in whatever order`() throws {
    let bill = try #require(try Self.read(Self.devices, Self.items).bills.first)
    #expect(
      bill.table.hasPrefix(
        """
        1 server × 2 Huawei | Atlas 800T A2
        1/1 cpu × 2 HiSilicon | Kunpeng 920-4826
        1/2 accelerator × 1 Huawei | Ascend 910B3
        2 server × 1 Huawei | Atlas 800T A2 (option)
        3 network × 1 H3C | S9827
        3/1 power × 1 H3C | LSVM
        """))
    #expect(bill.table.contains("accelerator × 1 NVIDIA | A100 80GB"))
    #expect(bill.findings.contains { $0.code == "device-not-listed" && $0.line == "6" })
  }

  @Test func `modules alone are counted by type`() throws {
    let bill = try #require(
      try Self.read(
        "device|module_bay|manufacturer|module_type|status\nn1|1|NVIDIA|H100 PCIe|active\nn1|2|NVIDIA|H100 PCIe|active"
      ).bills.first)
    #expect(bill.table == "1 accelerator × 2 NVIDIA | H100 PCIe")
    #expect(bill.findings.map(\.code) == ["device-not-listed"])
  }

  @Test func `a server of which only some parts are listed hides the rest`() throws {
    let bill = try #require(
      try Self.read(
        "name|role|manufacturer|device_type\nn1|server|Acme|Q1",
        "device|name|role|manufacturer|part_id\nn1|DIMM|memory|Samsung|M393"
      ).bills.first)
    #expect(
      bill.table == """
        1 server × 1 Acme | Q1
        1/1 memory × 1 Samsung | M393
        1/2 cpu × [0, ∞] – | –
        1/3 accelerator × [0, ∞] – | –
        """)
    #expect(bill.findings.map(\.code) == ["parts-not-listed"])
  }

  @Test func `types of device are counted by their instances, or not at all`() throws {
    let bill = try #require(
      try Self.read("Manufacturer|Device Type|Instances\nHuawei|Atlas 800T A2|12\nHuawei|TaiShan 200|0\nAcme|Q1|").bills
        .first)
    #expect(bill.table == "1 server × 12 Huawei | Atlas 800T A2\n2 other × [0, ∞] Acme | Q1")
    #expect(bill.findings.map(\.code) == ["unknown-role", "count-unknown"])
    let import_ = try #require(try Self.read("manufacturer|model|slug\nHuawei|Atlas 800T A2|x").bills.first)
    #expect(import_.table == "1 server × [0, ∞] Huawei | Atlas 800T A2")
  }

  @Test(arguments: [
    ("GPU-Server", Kind.server), ("compute node", .server), ("Hypervisor", .server), ("服务器", .server),
    ("ToR", .network),
    ("storage", .storage), ("Firewall", .security), ("PDU", .power), ("Core Router", .network), ("patch-panel", .other),
    ("核心交换机", .network), ("NAS", .storage),
  ])
  func `a role means a kind by its words`(role: String, kind: Kind) throws {
    let bill = try #require(try Self.read("name|role|manufacturer|device_type\nn|\(role)|Acme|Q1").bills.first)
    #expect(bill.lines.map(\.kind) == [kind])
    #expect(bill.findings.isEmpty)
  }

  @Test(arguments: [
    (
      "a|b\n1|2",
      """
      devices.csv:1:1: error: the first row is no header of NetBox [no-netbox-header]
        1 | a|b
          | ^
        help: devices have `name` and `device_type` (or Name and Type), modules `device` and `module_type`, inventory items `device` and `part_id`, device types `manufacturer` and `model`
      """
    ),
    (
      "name|role|manufacturer|device_type",
      """
      devices.csv: error: there is no row below the header [no-row]
      """
    ),
    (
      "name|device_type|parent\na|x|b\nb|x|a\nc|x|",
      """
      devices.csv:2:5: error: the device `a` is, in the end, its own parent [cycle]
        2 | a|x|b
          |     ^
      """
    ),
    (
      "name|device_type|parent\n0x|x|\n" + (1..<14).map { "\($0)x|x|\($0 - 1)x" }.joined(separator: "\n"),
      """
      devices.csv:14:7: error: devices are nested deeper than 12 levels [too-deep]
        14 | 12x|x|11x
           |       ^^^
      """
    ),
  ])
  func `what cannot be counted is refused`(text: String, message: String) throws {
    let reading = try Self.read(text)
    #expect(reading.bills.isEmpty)
    #expect(reading.problems.rendered(in: .en) == message)
  }

  @Test func `the header tells an export of NetBox`() {
    #expect(NetBoxReader.recognises(Self.table(Self.devices)))
    #expect(NetBoxReader.recognises(Self.table("\u{FEFF}Device|Module Bay|Module Type|Status")))
    #expect(!NetBoxReader.recognises(Self.table("序号|货物名称|数量")))
    #expect(!NetBoxReader.recognises(Self.table("")))
  }
}
