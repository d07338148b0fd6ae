import Diagnostics
import Documents
import Engine
import Inventory
import Quantities
import Testing

/// What `lshw -json` prints of a machine.
struct LshwTests {
  static func twin() throws -> String {
    String(
      decoding: try InputFile.read(Repository.path("Tests/InventoryTests/Fixtures/hosts/lshw.json")), as: UTF8.self)
  }

  static let table = """
    ai-node-7 server × 1 Inspur | NF5280M6 (To be filled by O.E.M.)
    ai-node-7/1 cpu × 2 Intel Corp. | Intel(R) Xeon(R) Gold 6342 CPU @ 2.80GHz cores 24
    ai-node-7/2 memory × 2 Samsung | M393A8G40AB2-CWE memory_gb 64
    ai-node-7/3 storage × 1 Seagate | ST4000NM capacity_tb 4
    ai-node-7/4 accelerator × 1 NVIDIA Corporation | GA100 [A100 PCIe 80GB] = acc-nv-a100-80
    ai-node-7/5 accelerator × 1 Huawei Technologies Co., Ltd. | –
    ai-node-7/6 storage × 1 Samsung Electronics Co Ltd | SAMSUNG MZQL2
    ai-node-7/7 network × 1 Mellanox Technologies | MT27710
    """

  @Test func `a machine has the parts that its tree shows`() throws {
    let reading = try Reading.lshw(Self.twin())
    #expect(reading.problems.isEmpty)
    let bill = try #require(reading.bills.first)
    #expect(bill.table == Self.table)
    #expect(bill.remarks == "unclassified-accelerator ai-node-7/5 lshw.json:17:9")
    #expect(bill.project.id == "ai-node-7")
  }

  @Test func `each field has its place`() throws {
    let bill = try #require(try Reading.lshw(Self.twin()).bills.first)
    let cpu = try #require(bill.lines[0].contents?.first)
    #expect(bill.text(of: .model, in: cpu) == "\"Intel(R) Xeon(R) Gold 6342 CPU @ 2.80GHz\"")
    #expect(bill.text(of: .specs, in: cpu) == "\"24\"")
    #expect(bill.text(of: .id, in: bill.lines[0]) == "\"ai-node-7\"")
  }

  @Test func `an array is read as an object, and may hold several machines`() throws {
    let one = try Self.twin()
    let bill = try #require(try Reading.lshw("[\(one)]").bills.first)
    #expect(bill.table == Self.table)
    let two = try #require(try Reading.lshw("[\(one), \(one.replacing("ai-node-7", with: "ai-node-8"))]").bills.first)
    #expect(two.lines.map(\.id) == ["ai-node-7", "ai-node-8"])
    #expect(two.project.id == nil)
    let same = try #require(try Reading.lshw("[\(one), \(one)]").bills.first)
    #expect(same.lines.map(\.id) == ["ai-node-7", nil])
    #expect(same.findings.map(\.line) == ["ai-node-7/5", "2/5"])
  }

  @Test func `cores of a board without firmware tables may be one processor`() throws {
    let cores = (0..<4).map {
      #"{"id": "cpu:\#($0)", "class": "processor", "product": "cpu", "businfo": "cpu@\#($0)"}"#
    }
    let text = #"""
      {"id": "board", "class": "system", "product": "Raspberry Pi", "children": [{"id": "core", "class": "bus", "children": [
      \#(cores.joined(separator: ",\n")),
      {"id": "l2-cache", "class": "processor", "disabled": true}, {"id": "pci", "class": "bridge", "businfo": "pci@0000:00:00.0"}]}]}
      """#
    let bill = try #require(try Reading.lshw(text).bills.first)
    #expect(bill.table == "board server × 1 – | Raspberry Pi\nboard/1 cpu × [1, 4] – | cpu")
    #expect(bill.remarks == "cores-not-sockets board/1 lshw.json:2:1")
  }

  @Test func `the nodes of one class leave the rest unknown`() throws {
    let text =
      #"[{"id": "cpu", "class": "processor", "handle": "DMI:0004", "vendor": "Phytium", "product": "S2500/64"}]"#
    let bill = try #require(try Reading.lshw(text).bills.first)
    #expect(
      bill.table == """
        1 server × 1 – | –
        1/1 cpu × 1 Phytium | S2500/64
        1/2 accelerator × [0, ∞] – | –
        """)
    #expect(bill.findings.map(\.code) == ["system-not-shown", "parts-not-listed"])
  }

  @Test(arguments: [
    // Without numbers the name decides, and what it does not tell stays open.
    (#""description": "3D controller", "vendor": "NVIDIA Corporation", "product": "GA100 [A100 PCIe 80GB]""#, "1"),
    (
      #""description": "VGA compatible controller", "vendor": "NVIDIA Corporation", "product": "GA102 [GeForce RTX 3090]""#,
      "[0, 1]"
    ),
    (
      #""description": "VGA compatible controller", "vendor": "ASPEED Technology, Inc.", "product": "ASPEED Graphics Family""#,
      "0"
    ),
    (
      #""description": "VGA compatible controller", "vendor": "Matrox Electronics Systems Ltd.", "product": "G200""#,
      "0"
    ),
    (#""description": "VGA compatible controller", "vendor": "Nobody Knows", "product": "X1""#, "[0, 1]"),
    (#""description": "Display controller", "vendor": "Chengdu Haiguang IC Design Co., Ltd.", "product": "X""#, "1"),
    (#""description": "Co-processor", "vendor": "Intel Corporation [8086]", "product": "C62x QAT [8086:37C8]""#, "0"),
  ])
  func `a display controller is an accelerator where something says so`(fields: String, count: String) throws {
    let text =
      #"{"id": "h", "class": "system", "children": [{"id": "x", "class": "display", "businfo": "pci@0000:17:00.0", \#(fields)}]}"#
    let bill = try #require(try Reading.lshw(text).bills.first)
    let found = (bill.lines[0].contents ?? []).filter { $0.kind == .accelerator }.map(\.quantity.description)
    #expect(found == (count == "0" ? [] : [count]))
  }

  @Test(arguments: [
    #"{"a": 1}"#, "[]", "[1]", #""x""#, #"{"id": "a", "class": "nothing"}"#, #"{"id": ["x"], "class": "system"}"#,
  ])
  func `what is no tree of lshw is refused`(text: String) throws {
    let reading = try Reading.lshw(text)
    #expect(reading.bills.isEmpty)
    #expect(
      reading.problems.rendered(in: .zh) == """
        lshw.json: 错误: 没有找到 lshw 的硬件树 [no-lshw-tree]
          建议: 请用 root 权限运行 `lshw -json -numeric`，保存它的全部输出
        """)
    #expect(!LshwReader.recognises(try JSON.document(in: SourceFile(name: "x", bytes: Array(text.utf8))).root))
  }
}
