import Foundation
import Testing
import Transcripts

/// Dumps of machines on the command line: told apart by what stands in them, a folder as one of them.
struct HostFormatTests {
  static let dmidecode = """
    # dmidecode 3.4
    Handle 0x0004, DMI type 4, 48 bytes
    Processor Information
    \tManufacturer: HiSilicon
    \tVersion: Kunpeng 920-4826
    \tStatus: Populated, Enabled
    """
  static let lspci = "00:00.0 Host bridge [0600]: X [8086:0001]\n17:00.0 3D controller [0302]: Y [10de:20f5]\n"
  static let lshw =
    #"{"id": "h", "class": "system", "children": [{"id": "cpu", "class": "processor", "vendor": "Phytium"}]}"#
  static let system =
    ##"{"@odata.type": "#ComputerSystem.v1.ComputerSystem", "@odata.id": "/redfish/v1/Systems/1", "Model": "M"}"##
  static let processor =
    ##"{"@odata.type": "#Processor.v1.Processor", "@odata.id": "/redfish/v1/Systems/1/Processors/1", "ProcessorType": "NPU", "Model": "Ascend 910B3"}"##

  @Test(arguments: [
    ("dmi.txt", dmidecode, "model: Kunpeng 920-4826"),
    ("dmi.log --input-format dmidecode", dmidecode, "model: Kunpeng 920-4826"),
    ("bus", lspci, "component: acc-nv-a800"), ("bus.out --input-format lspci", lspci, "component: acc-nv-a800"),
    ("tree.json", lshw, "vendor: Phytium"), ("tree --input-format lshw", "[\(lshw)]", "vendor: Phytium"),
    ("bmc.json", "[\(system), \(processor)]", "model: Ascend 910B3"),
    ("bmc --input-format redfish", "[\(system), \(processor)]", "model: Ascend 910B3"),
  ])
  func `a dump is told by what stands in it`(name: String, text: String, expected: String) throws {
    let outcome = try Scratch([String(name.prefix { $0 != " " }): text]).run("bomgate convert \(name)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains(expected), "\(outcome.output)")
  }

  @Test(arguments: ["bmc", "bmc/", "bmc --input-format redfish"])
  func `a folder of Redfish resources is one input`(name: String) throws {
    let outcome = try Scratch([
      "bmc/Systems/1/index.json": Self.system, "bmc/Systems/1/Processors/1/index.json": Self.processor,
      "bmc/notes.txt": "not read", "bmc.project.yaml": "project: {id: rack-7, date: 2025-03-01}",
    ]).run("bomgate convert \(name)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("model: Ascend 910B3  # bmc/Systems/1/Processors/1/index.json:1:"))
    #expect(outcome.output.contains("rack-7"))
  }

  static let devices =
    "Name,Role,Manufacturer,Type,Status\nn1,AI server,Huawei,Atlas 800T A2,Active\nn2,AI server,Huawei,Atlas 800T A2,Active\n"
  static let items =
    "Device,Name,Role,Manufacturer,Part ID\nn1,NPU 1,NPU,Huawei,Ascend 910B3\nn2,NPU 1,NPU,Huawei,Ascend 910B3\n"

  @Test(arguments: ["devices.csv", "devices.csv --input-format netbox"])
  func `an export of NetBox is told by its first line`(name: String) throws {
    let outcome = try Scratch(["devices.csv": Self.devices]).run("bomgate convert \(name)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("model: Atlas 800T A2  # 2:21\n    quantity: 2  # 2:21"), "\(outcome.output)")
  }

  @Test func `exports of one NetBox in a folder are one input`() throws {
    let outcome = try Scratch(["cmdb/devices.csv": Self.devices, "cmdb/items.csv": Self.items])
      .run("bomgate convert cmdb")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("  - kind: server  # 2:4\n"), "\(outcome.output)")
    #expect(outcome.output.contains("        model: Ascend 910B3  # cmdb/items.csv:2:21\n        quantity: 1"))
  }

  @Test func `a resource that cannot be read may be a part, so there is no bill`() throws {
    let outcome = try Scratch([
      "bmc/Systems/1/index.json": Self.system, "bmc/Systems/1/Processors/1/index.json": "{\"a\": ",
    ]).run("bomgate convert bmc --lang en")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("bmc/Systems/1/Processors/1/index.json:1:"))
  }

  @Test func `another folder is refused as before`() throws {
    let outcome = try Scratch(["bills/a.json": "{}"]).run("bomgate convert bills --lang en")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("bills: error: this is a folder [is-a-folder]"))
  }
}
