import Diagnostics
import Documents
import Inventory
import Testing

/// The serial numbers of machines and parts, as tags of their lines.
struct SerialTagTests {
  @Test func `dmidecode shows those of the machine, its board, its processors and its modules, and not of the chassis`()
    throws
  {
    let reading = try Reading.dmidecode(
      """
      Handle 0x1, DMI type 1, 27 bytes
      System Information
      \tManufacturer: Huawei
      \tProduct Name: TaiShan 200
      \tSerial Number: 2102312RGH10L6000123
      Handle 0x2, DMI type 2, 17 bytes
      Base Board Information
      \tSerial Number: 024APL10KA000456
      Handle 0x3, DMI type 3, 25 bytes
      Chassis Information
      \tSerial Number: CHASSIS0042
      Handle 0x4, DMI type 4, 48 bytes
      Processor Information
      \tType: Central Processor
      \tVersion: Kunpeng 920
      \tStatus: Populated, Enabled
      \tSerial Number: 3B0A11
      Handle 0x5, DMI type 4, 48 bytes
      Processor Information
      \tType: Central Processor
      \tVersion: Kunpeng 920
      \tStatus: Populated, Enabled
      \tSerial Number: To Be Filled By O.E.M.
      Handle 0x6, DMI type 17, 40 bytes
      Memory Device
      \tSize: 64 GB
      \tPart Number: M393
      \tSerial Number: 39D1C34B
      Handle 0x7, DMI type 17, 40 bytes
      Memory Device
      \tSize: 64 GB
      \tPart Number: M393
      \tSerial Number: 39D1C34C
      Handle 0x8, DMI type 17, 40 bytes
      Memory Device
      \tSize: No Module Installed
      \tSerial Number: 39D1C34D

      """)
    let bill = try #require(reading.bills.first)
    #expect(
      bill.serials == """
        1 2102312RGH10L6000123 024APL10KA000456
        1/1 3B0A11
        1/2 39D1C34B 39D1C34C
        """)
    let memory = try #require(bill.lines[0].contents?[1])
    #expect(bill.text(of: .tags, in: memory) == "39D1C34B")
  }

  @Test func `lshw shows those of the machine, its board, drives, and cards, each port of which has its own`() throws {
    let reading = try Reading.lshw(
      """
      {"id": "n", "class": "system", "product": "NF5280M6", "vendor": "Inspur", "serial": "219801A2",
       "children": [{"id": "core", "class": "bus", "serial": "BOARD0017", "children": [
        {"id": "cpu:0", "class": "processor", "handle": "DMI:0004", "product": "Xeon", "vendor": "Intel",
         "serial": "0005-0654-0000-0000-0000-0000"},
        {"id": "memory", "class": "memory", "children": [
         {"id": "bank:0", "class": "memory", "size": 1073741824, "units": "bytes", "product": "M393", "serial": "39D1C34B"},
         {"id": "bank:1", "class": "memory", "size": 1073741824, "units": "bytes", "product": "M393", "serial": "39D1C34C"}]},
        {"id": "nvme", "class": "storage", "description": "NVMe device", "businfo": "pci@0000:03:00.0",
         "product": "MZQL2", "vendor": "Samsung", "serial": "S4EVNF0M903512"},
        {"id": "network:0", "class": "network", "businfo": "pci@0000:04:00.0", "product": "MT27710", "vendor": "Mellanox",
         "serial": "b8:ce:f6:01:02:03"},
        {"id": "network:1", "class": "network", "businfo": "pci@0000:04:00.1", "product": "MT27710", "vendor": "Mellanox",
         "serial": "b8:ce:f6:01:02:04"},
        {"id": "network:2", "class": "network", "businfo": "pci@0000:04:00.2", "product": "MT27710 Virtual Function",
         "vendor": "Mellanox", "serial": "b8:ce:f6:01:02:05"},
        {"id": "network:3", "class": "network", "businfo": "pci@0000:05:00.0", "product": "X710", "vendor": "Intel",
         "serial": "52:54:00:12:34:56"},
        {"id": "disk", "class": "disk", "size": 1000000000000, "units": "bytes", "product": "ST4000", "serial": "ZC1A2B3C",
         "children": [{"id": "volume", "class": "volume", "serial": "7a1b-22c3"}]}]}]}
      """)
    #expect(
      try #require(reading.bills.first).serials == """
        n 219801A2 BOARD0017
        n/2 39D1C34B 39D1C34C
        n/3 ZC1A2B3C
        n/4 S4EVNF0M903512
        n/5 b8:ce:f6:01:02:03 b8:ce:f6:01:02:04
        """)
  }

  @Test func `Redfish shows those of systems and parts, and a part that may be either of two has it once`() throws {
    func resource(_ path: String, _ type: String, _ fields: String) -> String {
      ##""/redfish/v1/Systems/\##(path)": {"@odata.type": "#\##(type).v1_0_0.\##(type)", "##
        + ##""@odata.id": "/redfish/v1/Systems/\##(path)", \##(fields)}"##
    }
    let dump = [
      resource("1", "ComputerSystem", #""Id": "1", "Model": "Atlas", "SerialNumber": "2102312RGH10""#),
      resource("1/Processors/1", "Processor", #""ProcessorType": "CPU", "Model": "K", "SerialNumber": "N/A""#),
      resource("1/Processors/2", "Processor", #""ProcessorType": "NPU", "Model": "A", "SerialNumber": "NPU0002""#),
      resource("1/Processors/3", "Processor", #""ProcessorType": "NPU", "Model": "A", "SerialNumber": "NPU0003""#),
      resource("1/Processors/4", "Processor", #""Model": "Q", "SerialNumber": "Q00004""#),
      resource("1/Memory/1", "Memory", #""PartNumber": "M", "CapacityMiB": 1024, "SerialNumber": "39D1C34B""#),
      resource("1/Storage/1/Drives/1", "Drive", #""Model": "D", "SerialNumber": "S4EVNF0M""#),
      resource("1/NetworkAdapters/1", "NetworkAdapter", #""Model": "X", "SerialNumber": null"#),
      resource("1/NetworkAdapters/2", "NetworkAdapter", #""Model": "X", "SerialNumber": "NIC0002""#),
    ]
    let reading = try Reading.redfish([("dump.json", "{" + dump.joined(separator: ",\n") + "}")])
    #expect(reading.problems.isEmpty)
    #expect(
      try #require(reading.bills.first).serials == """
        1 2102312RGH10
        1/2 NPU0002 NPU0003
        1/3 Q00004
        1/5 39D1C34B
        1/6 S4EVNF0M
        1/7 NIC0002
        """)
  }

  @Test func `devices of NetBox that are one line keep theirs, and so do the parts inside`() throws {
    let reading = try NetBoxTests.read(
      """
      name|role|manufacturer|device_type|status|serial
      n1|server|Huawei|Atlas 800T A2|active|HW-0001
      n2|server|Huawei|Atlas 800T A2|active|
      n3|server|Huawei|Atlas 800T A2|active|HW-0003
      sw|switch|H3C|S9827|active|219801A2
      """,
      """
      device|module_bay|module_type|manufacturer|role|serial
      n1|1|A|Huawei|gpu|NPU-0011
      n1|2|B|Huawei|nic|NIC-0012
      n3|1|B|Huawei|nic|NIC-0032
      n3|2|A|Huawei|gpu|NPU-0031
      n2|1|A|Huawei|gpu|To be filled by O.E.M.
      n2|2|B|Huawei|nic|NIC-0022
      gone|2|B|Huawei|nic|NIC-0099
      """)
    let bill = try #require(reading.bills.first)
    #expect(
      bill.serials == """
        1 HW-0001 HW-0003
        1/1 NPU-0011 NPU-0031
        1/2 NIC-0012 NIC-0022 NIC-0032
        2 219801A2
        3 NIC-0099
        """)
    let server = bill.lines[0]
    #expect(bill.text(of: .tags, in: server) == "HW-0001")
  }

  @Test func `no line has more than it may, and the rest is counted`() throws {
    let rows = (0..<100_003).map { "n\($0)|server|Huawei|Atlas|active|HW-\(1_000_000 + $0)\n" }.joined()
    let bill = try #require(
      try NetBoxTests.read("name|role|manufacturer|device_type|status|serial\n" + rows).bills.first)
    #expect(bill.lines.map(\.tags.count) == [100_000])
    let finding = try #require(bill.findings.first)
    #expect(finding.code == "too-many-serials")
    #expect(finding.line == "1")
    #expect(finding.message.en == "the line has more than 100000 serial numbers; the other 3 are left out")
    #expect(finding.message.zh == "这一行有超过 100000 个序列号，其余 3 个没有记下")
  }

  @Test func `CycloneDX states them as properties, of a machine, of its parts and of the devices of a host`() throws {
    let reading = try CycloneDXReading(
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": {"type": "device", "name": "NF5280M6",
        "properties": [{"name": "cdx:hbom:serialNumber", "value": "219801A2"}]}},
       "components": [
        {"type": "device", "name": "A800", "properties": [{"name": "cdx:device:serialNumber", "value": "GPU-0001"},
          {"name": "bomgate:tag", "value": "serial:GPU-0001"}, {"name": "bomgate:tag", "value": "spare"}]},
        {"type": "device", "name": "A800", "properties": [{"name": "cdx:device:serialNumber", "value": "redacted:0001"}]},
        {"type": "device", "name": "MZQL2", "properties": [{"name": "cdx:hbom:hardwareClass", "value": "storage"},
          {"name": "cdx:hbom:serialNumber", "value": "S4EVNF0M"}]},
        {"type": "device", "name": "MZQL2", "properties": [{"name": "cdx:hbom:hardwareClass", "value": "storage"},
          {"name": "cdx:hbom:serialNumber", "value": "S4EVNF0N"}]}]}
      """)
    let bill = try #require(reading.bills.first)
    #expect(
      bill.serials == """
        1 219801A2
        1/1 S4EVNF0M S4EVNF0N
        1/2 GPU-0001
        """)
    #expect(bill.lines[0].contents?[1].tags == ["serial:GPU-0001", "spare"])
  }

  @Test func `a sheet lists them in a column, several in a cell, or further ones below`() throws {
    let bill = try #require(
      try Sheets.read(
        """
        序号,名称,型号,数量,序列号
        1,AI服务器,Atlas 800T A2,3,"2102312RGH10、2102312RGH11
        2102312RGH12"
        2,交换机,S9827,2,219801A2
        ,,,,219801A3
        3,服务器,R4900,2,210235A1 210235A2
        4,硬盘,MZQL2,1,/
        5,防火墙,F1000,1,见箱体
        6,网卡,X710,1,待查

        """
      ).first)
    #expect(
      bill.serials == """
        1 2102312RGH10 2102312RGH11 2102312RGH12
        2 219801A2 219801A3
        3 210235A1 210235A2
        """)
    #expect(bill.lines.count == 6)
    let finding = try #require(bill.findings.first { $0.code == "no-serial" })
    #expect(finding.message.zh == "“见箱体”不是序列号，没有记下")
    #expect(finding.message.en == "“见箱体” is no serial number and is left out")
    #expect(finding.line == "5")
    #expect(bill.findings.count { $0.code == "no-serial" } == 1)
  }

  @Test(arguments: ["SN", "S/N", "Serial No.", "serial_number", "设备序列号", "序列号（SN）"])
  func `the column has many names`(title: String) throws {
    let bill = try #require(try Sheets.read("名称,型号,数量,\(title)\n服务器,R4900,1,210235A1\n").first)
    #expect(bill.serials == "1 210235A1")
  }
}

extension BillOfMaterials {
  /// The lines that have serial numbers, with these.
  fileprivate var serials: String {
    var rows: [String] = []
    func add(_ line: Line, place: String) {
      let numbers = line.tags.filter { $0.hasPrefix("serial:") }.map { String($0.dropFirst("serial:".count)) }
      if !numbers.isEmpty { rows.append("\(place) \(numbers.joined(separator: " "))") }
      for (index, part) in (line.contents ?? []).enumerated() { add(part, place: "\(place)/\(index + 1)") }
    }
    for (index, line) in lines.enumerated() { add(line, place: line.id ?? "\(index + 1)") }
    return rows.joined(separator: "\n")
  }
}
