import Diagnostics
import Documents
import Foundation
import Inventory
import Quantities
import Testing

/// Real documents, where they lie beside the repository: each is in the table, and gives the bill that the table says.
struct CycloneDXSampleTests {
  struct Sample: Sendable {
    var file: String
    /// Lines, parts included.
    var lines: Int
    /// Accelerators, all lines together.
    var accelerators: String
    /// What is claimed of design and making.
    var origins: [String]
    /// Codes of the reader's findings.
    var findings: [String]
  }

  static let folder = Repository.path("../shared/samples/cyclonedx")
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }
  static let samples: [Sample] = [
    Sample(
      file: "bom-examples-pcie-sata-hbom.json", lines: 7, accelerators: "0", origins: [],
      findings: ["unmapped-kind", "supplier-only"]),
    Sample(
      file: "guide-hsm-hbom-1.7.json", lines: 5, accelerators: "0", origins: [],
      findings: ["components-skipped", "unmapped-kind", "supplier-only"]),
    Sample(
      file: "cdxhbom-linux-amd64.json", lines: 8, accelerators: "[0, 1]", origins: [],
      findings: ["modules-unknown", "possible-accelerator", "devices-skipped", "unmapped-kind"]),
    Sample(
      file: "spec-valid-component-types-1.6.json", lines: 4, accelerators: "0", origins: [],
      findings: ["components-skipped", "unmapped-kind", "software-assumed", "quantity-assumed"]),
  ]

  @Test(.enabled(if: isThere), arguments: samples)
  func `a real document gives the bill that the table says`(sample: Sample) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(sample.file)"))
    let reading = try CycloneDXReading(SourceFile(name: sample.file, bytes: Array(bytes)))
    #expect(reading.problems.isEmpty, "\(reading.faults())")
    let bill = try #require(reading.bills.first)
    let lines = bill.allLines
    #expect(lines.count == sample.lines, "\(bill.componentOutline)")
    let accelerators = try lines.filter { $0.kind == .accelerator }.reduce(Interval.zero) { try $0 + $1.quantity }
    #expect(accelerators.description == sample.accelerators)
    let origins = lines.flatMap { [$0.vendorCountry, $0.madeIn].compactMap { $0.map { "\($0)" } } }
    #expect(origins == sample.origins)
    #expect(bill.findings.map(\.code) == sample.findings, "\(bill.said)")
  }

  @Test(.enabled(if: isThere)) func `every real document is in the table`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0 != "SOURCE.txt" }
    #expect(!names.isEmpty)
    for name in names { #expect(Self.samples.contains { $0.file == name }, "\(name)") }
  }

  @Test(.enabled(if: isThere)) func `a mini computer has its devices once each`() throws {
    let name = "cdxhbom-linux-amd64.json"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)"))
    let reading = try CycloneDXReading(SourceFile(name: name, bytes: Array(bytes)))
    #expect(
      reading.bills.first?.componentOutline == """
        1 other × 1 GMKtec | NucBox K8 Plus
        1/1 cpu × 1 AuthenticAMD | AMD Ryzen 7 8845HS w/ Radeon 780M Graphics
        1/2 memory × [1, ∞] – | –
        1/3 network × 2 Intel Corporation | Ethernet Controller I226-V
        1/4 network × 1 Intel Corporation | Wi-Fi 6 AX200
        1/5 storage × 1 Micron/Crucial Technology | CT2000P310SSD8
        1/6 accelerator × [0, 1] Advanced Micro Devices, Inc. [AMD/ATI] | Phoenix3
        2 os × 1 – | Ubuntu 24.04
        """)
  }
}
