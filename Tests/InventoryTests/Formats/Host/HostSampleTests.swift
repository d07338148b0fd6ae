import Diagnostics
import Documents
import Engine
import Foundation
import Inventory
import Policy
import Quantities
import Testing

/// Real dumps, where they lie beside the repository: each is in the table, and gives the bill that the table says.
struct HostSampleTests {
  struct Sample: Sendable {
    var path: String
    /// Lines with parts, as the bill has them.
    var lines: Int
    /// Accelerators, all parts together.
    var accelerators: String
    /// What its lines of CPUs and accelerators mean: component, or vendor's country.
    var origins: [String]
    /// Codes of the reader's findings.
    var findings: [String]
  }

  static let folder = Repository.path("../shared/samples")
  static let samples: [Sample] = [
    Sample(
      path: "dmidecode/huawei-taishan200-kunpeng.txt", lines: 4, accelerators: "[0, ∞]",
      origins: ["cpu-kunpeng-920 CN"], findings: ["parts-not-listed"]),
    Sample(
      path: "dmidecode/loongson-3c5000l.txt", lines: 3, accelerators: "[0, ∞]",
      origins: ["cpu-loongson-3c5000l CN"], findings: ["parts-not-listed"]),
    Sample(
      path: "lshw/hardinfo.json", lines: 7, accelerators: "0", origins: ["– US"],
      findings: ["not-a-server", "display-controller"]),
    Sample(
      path: "redfish/dmtf-public-rackmount1", lines: 4, accelerators: "1", origins: ["– US", "– US"],
      findings: ["count-mismatch", "display-controller"]),
  ]

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

  private func files(under path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    let root = "\(Self.folder)/\(path)"
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [""] }
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".json") }.sorted()
  }

  private func read(_ path: String) throws -> Reading {
    func source(_ name: String) throws -> SourceFile {
      try SourceFile.decoding(
        InputFile.read(name.isEmpty ? "\(Self.folder)/\(path)" : "\(Self.folder)/\(path)/\(name)"),
        name: name.isEmpty ? path : name)
    }
    let catalog = try BuiltIn.catalog()
    switch path.prefix(while: { $0 != "/" }) {
    case "dmidecode":
      let file = try source("")
      #expect(DmidecodeReader.recognises(file))
      return Reading { DmidecodeReader(catalog: catalog).read(file, &$0) }
    case "lshw":
      let document = try JSON.document(in: source(""))
      #expect(LshwReader.recognises(document.root))
      return Reading { LshwReader(catalog: catalog).read(document, &$0) }
    default:
      let documents = try files(under: path).map { (path: $0, document: try JSON.document(in: source($0))) }
      #expect(documents.allSatisfy { RedfishReader.recognises($0.document.root) })
      return Reading { RedfishReader(catalog: catalog).read(documents, &$0) }
    }
  }

  @Test(.enabled(if: isThere), arguments: samples)
  func `a real dump gives the bill that the table says`(sample: Sample) throws {
    let reading = try read(sample.path)
    #expect(reading.problems.isEmpty)
    let bill = try #require(reading.bills.first)
    var problems = Problems()
    var resolver = BomResolver(catalog: try BuiltIn.catalog())
    let resolved = try #require(resolver.resolve(bill, &problems))
    #expect(resolved.lines.count == sample.lines, "\(bill.table)")
    let accelerators = try resolved.lines.filter { $0.line.kind == .accelerator }
      .reduce(Interval.zero) { try $0 + $1.quantity }
    #expect(accelerators.description == sample.accelerators)
    let chips = resolved.lines.filter { [.cpu, .accelerator].contains($0.line.kind) && $0.line.vendor != nil }
    let origins = try chips.map { line in
      let country = try line.identity.vendor.flatMap { try BuiltIn.catalog().vendors[$0]?.country }
      return "\(line.resolution.component?.id ?? "–") \(country ?? "–")"
    }
    #expect(origins == sample.origins)
    #expect(bill.findings.map(\.code) == sample.findings, "\(bill.remarks)")
  }

  @Test(.enabled(if: isThere), arguments: ["dmidecode", "lshw", "redfish"])
  func `every real dump is in the table`(format: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(format)")
      .filter { $0 != "SOURCE.txt" }
    #expect(!names.isEmpty)
    for name in names {
      #expect(Self.samples.contains { $0.path == "\(format)/\(name)" }, "\(format)/\(name)")
    }
  }
}
