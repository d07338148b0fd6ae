import Diagnostics
import Documents
import Inventory
import Testing

/// Dumps of Redfish services.
struct RedfishTests {
  /// A folder in the layout of the mockups: a system with two sockets, one empty, and an NPU without a model.
  static let folder: [(path: String, text: String)] = [
    (
      "Systems/1/index.json",
      """
      {"@odata.type": "#ComputerSystem.v1_20_0.ComputerSystem", "@odata.id": "/redfish/v1/Systems/1", "Id": "1",
       "Name": "node", "HostName": "ai-7", "SystemType": "Physical", "Manufacturer": "Huawei", "Model": "Atlas 800T A2",
       "ProcessorSummary": {"Count": 2, "Model": "Kunpeng 920"}}
      """
    ),
    (
      "Systems/1/Processors/index.json",
      """
      {"@odata.type": "#ProcessorCollection.ProcessorCollection", "@odata.id": "/redfish/v1/Systems/1/Processors",
       "Members@odata.count": 4, "Members": [{"@odata.id": "/redfish/v1/Systems/1/Processors/1"},
       {"@odata.id": "/redfish/v1/Systems/1/Processors/2"}, {"@odata.id": "/redfish/v1/Systems/1/Processors/N1"},
       {"@odata.id": "/redfish/v1/Systems/1/Processors/N2"}]}
      """
    ),
    (
      "Systems/1/Processors/1/index.json",
      """
      {"@odata.type": "#Processor.v1_17_0.Processor", "@odata.id": "/redfish/v1/Systems/1/Processors/1", "ProcessorType": "CPU",
       "Manufacturer": "HiSilicon", "Model": "Kunpeng 920-4826", "TotalCores": 48, "Status": {"State": "Enabled"}}
      """
    ),
    (
      "Systems/1/Processors/2/index.json",
      """
      {"@odata.type": "#Processor.v1_17_0.Processor", "@odata.id": "/redfish/v1/Systems/1/Processors/2", "ProcessorType": "CPU",
       "Status": {"State": "Absent"}}
      """
    ),
    (
      "Systems/1/Processors/N1/index.json",
      """
      {"@odata.type": "#Processor.v1_17_0.Processor", "@odata.id": "/redfish/v1/Systems/1/Processors/N1", "ProcessorType": "NPU",
       "Manufacturer": "Huawei", "Model": "Ascend 910B3"}
      """
    ),
    (
      "Systems/1/Processors/N2/index.json",
      """
      {"@odata.type": "#Processor.v1_17_0.Processor", "@odata.id": "/redfish/v1/Systems/1/Processors/N2", "ProcessorType": "NPU",
       "Manufacturer": null, "Model": null, "PartNumber": null}
      """
    ),
    (
      "Systems/1/Processors/1/SubProcessors/C1/index.json",
      """
      {"@odata.type": "#Processor.v1_17_0.Processor", "@odata.id": "/redfish/v1/Systems/1/Processors/1/SubProcessors/C1",
       "ProcessorType": "Core"}
      """
    ),
    (
      "Systems/1/GraphicsControllers/VGA/index.json",
      """
      {"@odata.type": "#GraphicsController.v1_0_0.GraphicsController", "@odata.id": "/redfish/v1/Systems/1/GraphicsControllers/VGA",
       "Manufacturer": "Contoso", "Model": "GPU1"}
      """
    ),
    (
      "Systems/1/Memory/D1/index.json",
      """
      {"@odata.type": "#Memory.v1_17_0.Memory", "@odata.id": "/redfish/v1/Systems/1/Memory/D1", "CapacityMiB": 65536,
       "Manufacturer": "Samsung", "PartNumber": "M393A8G40MB2-CVF   "}
      """
    ),
    (
      "Systems/1/Memory/D2/index.json",
      """
      {"@odata.type": "#Memory.v1_17_0.Memory", "@odata.id": "/redfish/v1/Systems/1/Memory/D2", "Status": {"State": "Absent"}}
      """
    ),
    (
      "Chassis/1/Drives/0/index.json",
      """
      {"@odata.type": "#Drive.v1_17_0.Drive", "@odata.id": "/redfish/v1/Chassis/1/Drives/0", "Manufacturer": "Memblaze",
       "Model": "P7940", "CapacityBytes": 3840000000000}
      """
    ),
  ]
  static let table = """
    1 server × 1 Huawei | Atlas 800T A2
    1/1 cpu × 1 HiSilicon | Kunpeng 920-4826 cores 48
    1/2 accelerator × 1 Huawei | Ascend 910B3
    1/3 accelerator × 1 – | –
    1/4 storage × 1 Memblaze | P7940 capacity_tb 3.84
    1/5 memory × 1 Samsung | M393A8G40MB2-CVF memory_gb 64
    """

  /// The folder as one file: by paths, as an array, or inside each other.
  static let merged: [String] = {
    let byPath = folder.map { "\"/redfish/v1/\($0.path.dropLast("/index.json".utf8.count))\": \($0.text)" }
    let parts = folder.dropFirst(2).filter { $0.path.contains("/Processors/") }.map(\.text).joined(separator: ",\n")
    let rest = folder.filter { !$0.path.contains("/Processors") && $0.path != "Systems/1/index.json" }.map(\.text)
    let nested =
      folder[0].text.dropLast()
      + ", \"Processors\": {\"@odata.id\": \"/redfish/v1/Systems/1/Processors\", \"@odata.type\": \"#ProcessorCollection.ProcessorCollection\", \"Members\": [\(parts)]}, \"Rest\": [\(rest.joined(separator: ", "))]}"
    return [
      "{\(byPath.joined(separator: ",\n"))}", "[\(folder.map(\.text).joined(separator: ",\n"))]",
      "{\"@odata.id\": \"/redfish/v1\", \"@odata.type\": \"#ServiceRoot.v1_9_0.ServiceRoot\", \"Systems\": {\"Members\": [\(nested)]}}",
    ]
  }()

  @Test func `a folder gives the parts that are present`() throws {
    let reading = try Reading.redfish(Self.folder)
    #expect(reading.problems.isEmpty)
    let bill = try #require(reading.bills.first)
    #expect(bill.table == Self.table)
    #expect(
      bill.remarks == """
        model-missing 1/3 Systems/1/Processors/N2/index.json:1:1
        count-mismatch 1 Systems/1/index.json:3:32
        display-controller 1 Systems/1/GraphicsControllers/VGA/index.json:1:1
        """)
    #expect(bill.findings[0].message.en.hasSuffix("for reference: Huawei Atlas 800T A2"))
    #expect(
      bill.findings[1].message.en
        == "CPUs in ProcessorSummary: 2, present one by one: 1; those present count")
    #expect(bill.project.id == "ai-7")
    #expect(bill.project.name == "node")
    let cpu = try #require(bill.lines[0].contents?.first)
    #expect(bill.text(of: .model, in: cpu) == "\"Kunpeng 920-4826\"")
  }

  @Test(arguments: merged)
  func `one merged file gives the same`(text: String) throws {
    let reading = try Reading.redfish([("dump.json", text)])
    #expect(reading.problems.isEmpty)
    let bill = try #require(reading.bills.first)
    func sorted(_ table: String) -> [String] {
      table.split(separator: "\n").map { String($0.drop { $0 != " " }) }.sorted()
    }
    #expect(sorted(bill.table) == sorted(Self.table))
    #expect(RedfishReader.recognises(try JSON.document(in: SourceFile(name: "x", bytes: Array(text.utf8))).root))
  }

  @Test func `members that the dump lacks may be either`() throws {
    let bill = try #require(
      try Reading.redfish(Self.folder.filter { !$0.path.contains("/Processors/N") }).bills.first)
    #expect(
      bill.table.contains(
        """
        1/1 cpu × 1 HiSilicon | Kunpeng 920-4826 cores 48
        1/2 cpu × [0, 2] – | –
        1/3 accelerator × [0, 2] – | –
        """))
    #expect(bill.findings.map(\.code) == ["member-missing", "member-missing", "count-mismatch", "display-controller"])
  }

  @Test func `a system without processors has those of its summary`() throws {
    let bill = try #require(try Reading.redfish([Self.folder[0]]).bills.first)
    #expect(
      bill.table == """
        1 server × 1 Huawei | Atlas 800T A2
        1/1 cpu × 2 – | Kunpeng 920
        1/2 accelerator × [0, ∞] – | –
        """)
    #expect(bill.findings.map(\.code) == ["parts-not-listed"])
  }

  @Test(arguments: [
    (#""ProcessorType": "GPU", "Model": "A100""#, "accelerator × 1 – | A100", [String]()),
    (#""ProcessorType": "FPGA", "Model": "Stratix 10""#, "accelerator × 1 – | Stratix 10", []),
    (#""ProcessorType": "GPU", "PartNumber": "26B5-895-A1""#, "accelerator × 1 – | 26B5-895-A1", []),
    (#""ProcessorType": "OEM", "Model": "X1""#, "accelerator × 1 – | X1", ["unclassified-accelerator"]),
    (#""ProcessorType": "XPU", "Model": "X1""#, "accelerator × 1 – | X1", ["unclassified-accelerator"]),
    (#""Model": "Ascend 910B3""#, "accelerator × 1 – | Ascend 910B3", []),
    (#""Model": "Kunpeng 920""#, "cpu × 1 – | Kunpeng 920", []),
    (
      #""Model": "X1""#, "cpu × [0, 1] – | X1\naccelerator × [0, 1] – | X1", ["untyped-processor", "untyped-processor"]
    ),
    (
      #""ProcessorType": "CPU", "Model": "7", "ProcessorId": {"VendorId": "HygonGenuine"}"#, "cpu × 1 HygonGenuine | 7",
      []
    ),
    (#""ProcessorType": "Thread", "Model": "X1""#, "", []),
  ])
  func `a processor is what its type says`(fields: String, lines: String, codes: [String]) throws {
    let text = """
      [{"@odata.type": "#ComputerSystem.v1.ComputerSystem", "@odata.id": "/s/1", "Model": "M"},
       {"@odata.type": "#Processor.v1.Processor", "@odata.id": "/s/1/Processors/1", \(fields)}]
      """
    let bill = try #require(try Reading.redfish([("d.json", text)]).bills.first)
    let parts = bill.table.split(separator: "\n").dropFirst().map { String($0.drop { $0 != " " }.dropFirst()) }
    #expect(parts.joined(separator: "\n") == lines)
    #expect(bill.findings.map(\.code) == codes)
  }

  @Test func `an accelerator that is only on the bus is counted by its numbers`() throws {
    let text = """
      [{"@odata.type": "#ComputerSystem.v1.ComputerSystem", "@odata.id": "/s/1", "Model": "M"},
       {"@odata.type": "#Processor.v1.Processor", "@odata.id": "/s/1/Processors/1", "ProcessorType": "CPU", "Model": "Kunpeng 920"},
       {"@odata.type": "#PCIeDevice.v1.PCIeDevice", "@odata.id": "/s/1/PCIeDevices/G", "Manufacturer": "Huawei"},
       {"@odata.type": "#PCIeFunction.v1.PCIeFunction", "@odata.id": "/s/1/PCIeDevices/G/PCIeFunctions/1", "VendorId": "0x19E5", "DeviceId": "0xD500", "ClassCode": "0x120000"},
       {"@odata.type": "#PCIeFunction.v1.PCIeFunction", "@odata.id": "/s/1/PCIeDevices/G/PCIeFunctions/2", "VendorId": "0x19E5", "DeviceId": "0xD500", "ClassCode": "0x120000"},
       {"@odata.type": "#PCIeFunction.v1.PCIeFunction", "@odata.id": "/s/1/PCIeDevices/N/PCIeFunctions/1", "VendorId": "0x15b3", "DeviceId": "0x1015", "ClassCode": "0x020000"}]
      """
    let bill = try #require(try Reading.redfish([("d.json", text)]).bills.first)
    let number = try #require(PCIIdentifier(vendor: "19e5", device: "d500"))
    let names = try BuiltIn.catalog().components(showing: number).filter(\.isVerified).map(\.id).joined(separator: ", ")
    #expect(bill.table.hasSuffix("2 accelerator × 1 Huawei | [19e5:d500] = \(names)"), "\(bill.table)")
  }

  @Test func `a graphics controller that the catalogue knows is an accelerator, unless it is listed already`() throws {
    func table(_ more: String) throws -> String {
      let text = """
        [{"@odata.type": "#ComputerSystem.v1.ComputerSystem", "@odata.id": "/s/1", "Model": "M"},
         {"@odata.type": "#Processor.v1.Processor", "@odata.id": "/s/1/Processors/1", "ProcessorType": "CPU", "Model": "Kunpeng 920"},
         {"@odata.type": "#GraphicsController.v1.GraphicsController", "@odata.id": "/s/1/G/1", "Manufacturer": "NVIDIA", "Model": "NVIDIA H100 PCIe", "SerialNumber": "77"}\(more)]
        """
      let bill = try #require(try Reading.redfish([("d.json", text)]).bills.first)
      return bill.table.split(separator: "\n").dropFirst(2).map { String($0.drop { $0 != " " }.dropFirst()) }.joined(
        separator: "; ")
    }
    let gpu =
      ##", {"@odata.type": "#Processor.v1.Processor", "@odata.id": "/s/1/Processors/2", "ProcessorType": "GPU", "Model": "H100 PCIe""##
    #expect(try table("") == "accelerator × 1 NVIDIA | NVIDIA H100 PCIe")
    #expect(try table(gpu + #", "SerialNumber": "77"}"#) == "accelerator × 1 – | H100 PCIe")
    #expect(try table(gpu + "}") == "accelerator × 1 – | H100 PCIe; accelerator × [0, 1] NVIDIA | NVIDIA H100 PCIe")
  }

  @Test func `parts of one of several systems go to the one whose path they continue`() throws {
    let text = """
      [{"@odata.type": "#ComputerSystem.v1.ComputerSystem", "@odata.id": "/s/1", "Id": "A", "Model": "M"},
       {"@odata.type": "#ComputerSystem.v1.ComputerSystem", "@odata.id": "/s/11", "Id": "A", "Model": "N", "SystemType": "DPU"},
       {"@odata.type": "#Processor.v1.Processor", "@odata.id": "/s/11/Processors/1", "ProcessorType": "CPU", "Model": "X"},
       {"@odata.type": "#Processor.v1.Processor", "@odata.id": "/s/1/Processors/1", "ProcessorType": "CPU", "Model": "Y"},
       {"@odata.type": "#Drive.v1.Drive", "@odata.id": "/c/1/Drives/1", "Model": "Z"}]
      """
    let bill = try #require(try Reading.redfish([("d.json", text)]).bills.first)
    #expect(
      bill.table == """
        A server × 1 – | M
        A/1 cpu × 1 – | Y
        2 other × 1 – | N
        2/1 cpu × 1 – | X
        3 storage × 1 – | Z
        """)
    #expect(bill.remarks == "not-a-server 2 d.json:2:116\nunplaced-part 3 d.json:5:2")
    #expect(bill.project.id == nil)
  }

  @Test func `a dump without a system is refused`() throws {
    let reading = try Reading.redfish([
      ("Chassis/1/index.json", ##"{"@odata.type": "#Chassis.v1.Chassis", "@odata.id": "/c"}"##)
    ])
    #expect(reading.bills.isEmpty)
    #expect(
      reading.problems.rendered(in: .en) == """
        Chassis/1/index.json: error: no ComputerSystem of Redfish was found [no-system]
          help: give the whole folder of the dump, or a merged file that holds `/redfish/v1/Systems/…`
        """)
    #expect(try Reading.redfish([]).problems.errorCount == 1)
  }

  @Test(arguments: [
    #"{"a": {"@odata.id": "x"}}"#, "[]", "[1]", "3", #"{"@odata.type": 3}"#, #"{"id": "x", "class": "system"}"#,
  ])
  func `other documents are not recognised`(text: String) throws {
    #expect(!RedfishReader.recognises(try JSON.document(in: SourceFile(name: "x", bytes: Array(text.utf8))).root))
  }
}
