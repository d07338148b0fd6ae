import Diagnostics
import Engine
import Inventory
import Quantities
import Testing

/// What `lspci` prints of a machine.
struct LspciTests {
  static func twin() throws -> String {
    String(
      decoding: try InputFile.read(Repository.path("Tests/InventoryTests/Fixtures/hosts/lspci.txt")), as: UTF8.self)
  }

  @Test func `the numbers tell the cards, whose functions are not counted again`() throws {
    let reading = try Reading.lspci(Self.twin())
    #expect(reading.problems.isEmpty)
    let bill = try #require(reading.bills.first)
    let catalog = try BuiltIn.catalog()
    let number = try #require(PCIIdentifier(vendor: "19e5", device: "d802"))
    let ascend = catalog.components(showing: number).filter(\.isVerified).map(\.id).joined(separator: ", ")
    #expect(ascend.contains("acc-ascend-910b3"))
    #expect(
      bill.table == """
        1 server × 1 – | –
        1/1 cpu × [0, ∞] – | –
        1/2 accelerator × 1 NVIDIA Corporation | GA100 [A100 PCIe 80GB] = acc-nv-a100-80
        1/3 accelerator × [0, 1] NVIDIA Corporation | [10de:ffff]
        1/4 network × 1 Mellanox Technologies | MT27710 Family [ConnectX-4 Lx]
        1/5 storage × 1 Beijing Memblaze Technology Co. Ltd. | PBlaze5 920 AIC
        1/6 accelerator × 2 Huawei Technologies Co., Ltd. | [19e5:d802] = \(ascend)
        1/7 accelerator × 1 – | [abcd:0001]
        """)
    #expect(
      bill.remarks == """
        parts-not-listed 1/1 lspci.txt:1:1
        display-controller 1 lspci.txt:3:1
        possible-accelerator 1/3 lspci.txt:7:1
        unclassified-accelerator 1/7 lspci.txt:16:1
        """)
    let parts = try #require(bill.lines[0].contents)
    #expect(bill.text(of: .vendor, in: parts[1]) == "NVIDIA Corporation")
    #expect(bill.text(of: .model, in: parts[1]) == "GA100 [A100 PCIe 80GB]")
  }

  @Test(arguments: [
    "17:00.0 0302: 10de:20b5 (rev a1)",
    "Slot:\t17:00.0\nClass:\t3D controller [0302]\nVendor:\tNVIDIA Corporation [10de]\nDevice:\tGA100 [A100 PCIe 80GB] [20b5]\nSVendor:\tNVIDIA Corporation [10de]\nSDevice:\tDevice [1533]\n\nSlot:\t18:00.0\nClass:\tBridge [0604]\nVendor:\tX [8086]\nDevice:\tY [0001]",
    "0000:17:00.0 3D controller [0302]: NVIDIA Corporation Device [10de:20b5]\n0000:17:00.7 3D controller [0302]: NVIDIA Corporation Device [10de:20b5]",
  ])
  func `every numeric form gives the card`(text: String) throws {
    let bill = try #require(try Reading.lspci(text).bills.first)
    let cards = (bill.lines[0].contents ?? []).filter { $0.components != nil }
    #expect(cards.map(\.components) == [["acc-nv-a100-80"]])
    #expect(cards.map(\.quantity) == [.one])
    #expect(cards.map(\.vendor) == ["NVIDIA Corporation"])
  }

  @Test(arguments: [
    // Passed through to a virtual machine, cards sit side by side on the root bus.
    ("00:05.0 3D controller [0302]: X [10de:20b5]\n00:06.0 3D controller [0302]: X [10de:20b5]", "2"),
    ("65:00.0 3D controller [0302]: X [10de:20b5]\n65:00.1 3D controller [0302]: X [10de:20b5]", "1"),
    // Cards of two domains have the same bus number.
    ("0000:65:00.0 3D controller [0302]: X [10de:20b5]\n0001:65:00.0 3D controller [0302]: X [10de:20b5]", "2"),
    // Behind an old bridge there is no function 00.0.
    ("01:01.0 3D controller [0302]: X [10de:20b5]\n01:02.0 3D controller [0302]: X [10de:20b5]", "2"),
    // In whatever order.
    ("65:00.3 3D controller [0302]: X [10de:20b5]\n65:00.0 3D controller [0302]: X [10de:20b5]", "1"),
    // A named virtual function without its card is a share of one; with it, nothing of its own.
    ("00:05.0 Processing accelerators [1200]: Y Z [Instinct MI300X VF] [1002:74b5]", "[0, 1]"),
    (
      "01:00.0 Processing accelerators [1200]: Y [1002:74a1]\n02:02.0 Processing accelerators [1200]: Z [Instinct MI300X VF] [1002:74b5]",
      "1"
    ),
    // The graphics of a processor, of a service processor and of a virtual machine.
    ("00:02.0 VGA compatible controller [0300]: Intel Corporation UHD [8086:4680]", "0"),
    ("00:02.0 VGA compatible controller [0300]: QEMU [1234:1111]", "0"),
    ("01:00.0 Co-processor [0b40]: Intel Corporation QAT [8086:37c8]", "0"),
    ("03:00.0 VGA compatible controller [0300]: Zhaoxin Z [1d17:3a04]", "0"),
    // By class alone.
    ("01:00.0 Co-processor [0b40]: Chengdu Haiguang IC Design Co., Ltd. Device [1d94:54b7]", "1"),
    ("01:00.0 Display controller [0380]: Chengdu Haiguang IC Design Co., Ltd. Device [1d94:54b7]", "1"),
    ("01:00.0 VGA compatible controller [0300]: New maker [f00d:0001]", "[0, 1]"),
    ("01:00.0 3D controller [0302]: New maker [f00d:0001]", "1"),
    ("01:00.0 Multimedia controller [0480]: New maker [f00d:0001]", "0"),
  ])
  func `cards are counted, not functions`(text: String, count: String) throws {
    let bridge = "\nff:00.0 Host bridge [0600]: X [8086:0001]"
    let bill = try #require(try Reading.lspci(text + bridge).bills.first)
    let accelerators = try (bill.lines[0].contents ?? []).filter { $0.kind == .accelerator }
      .reduce(Interval.zero) { try $0 + $1.quantity }
    #expect(accelerators.description == count, "\(bill.table)")
  }

  @Test func `a listing without bridges is filtered, so there may be more`() throws {
    let bill = try #require(try Reading.lspci("01:00.0 3D controller [0302]: X [10de:20b5]").bills.first)
    #expect(bill.table.hasSuffix("1/3 accelerator × [0, ∞] – | –"))
    #expect(bill.findings.map(\.code) == ["parts-not-listed", "parts-not-listed"])
  }

  @Test(arguments: [
    (
      "17:00.0 3D controller: NVIDIA Corporation GA100 [A100 PCIe 80GB] (rev a1)\n",
      """
      lspci.txt:1:1: error: there are no PCI numbers, and names cannot be relied on [no-pci-numbers]
        1 | 17:00.0 3D controller: NVIDIA Corporation GA100 [A100 PCIe 80GB] (rev a1)
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: use the output of `lspci -nn` or `lspci -vmmnn`
      """
    ),
    (
      "00:00.0 Host bridge [0600]: X [8086:0001]\n$ lspci -nn\n",
      """
      lspci.txt:2:1: error: this line is no device of lspci [bad-lspci-line]
        2 | $ lspci -nn
          | ^^^^^^^^^^^
        help: use the output of `lspci -nn` or `lspci -vmmnn`
      """
    ),
    (
      "00:00.0 Host bridge [0600]: X [8086:0001]\n00:00.0 Host bridge [0600]: X [8086:0001]\n",
      """
      lspci.txt:2:1: error: a PCI address occurs twice; the file seems to hold several machines [several-hosts]
        2 | 00:00.0 Host bridge [0600]: X [8086:0001]
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        lspci.txt:1:1: the first is here
        1 | 00:00.0 Host bridge [0600]: X [8086:0001]
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: use one file for each machine
      """
    ),
    (
      "Slot:\tabc\nClass:\tX [0302]\n",
      """
      lspci.txt:1:7: error: `abc` is no PCI address [bad-lspci-line]
        1 | Slot: abc
          |       ^^^
        help: use the output of `lspci -nn` or `lspci -vmmnn`
      """
    ),
    (
      "\n",
      """
      lspci.txt: error: no PCI device was found [no-device]
        help: use the output of `lspci -nn` or `lspci -vmmnn`
      """
    ),
  ])
  func `what cannot be counted is refused`(text: String, message: String) throws {
    let reading = try Reading.lspci(text)
    #expect(reading.bills.isEmpty)
    #expect(reading.problems.rendered(in: .en) == message)
  }

  @Test(arguments: [
    ("00:00.0 Host bridge [0600]: X [8086:0001]\n", true), ("0000:17:00.0 3D controller: NVIDIA\n", true),
    ("# a comment\n\nSlot:\t00:00.0\n", true), ("10:20 meeting\n", false), ("bom: 1\n", false), ("", false),
    ("00:00.0\n", false),
  ])
  func `it is recognised by its first address`(text: String, isOne: Bool) {
    #expect(LspciReader.recognises(SourceFile(name: "x", bytes: Array(text.utf8))) == isOne)
  }
}
