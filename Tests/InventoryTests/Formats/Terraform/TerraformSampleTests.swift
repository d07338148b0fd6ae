import Engine
import Foundation
import Inventory
import Testing

/// Plans and states as tools publish them, where they are at hand.
struct TerraformSampleTests {
  static let folder = Repository.path("../shared/samples/terraform")
  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  struct Sample: Sendable {
    var lines: [String]
    var accelerators: String
    var codes: [String]
  }

  static let samples: [String: Sample] = [
    "cloudiac-alicloud-state-show.json": Sample(
      lines: [
        "alicloud_instance.web[key]: server  × 1", "  –: cpu  × [1, ∞]", "  –: accelerator  × [0, ∞]", "  –: os  × 1",
        "alicloud_instance.web[0]: server ecs.t5-lc1m1.small × 1", "  –: cpu  × [1, ∞]",
        "  –: accelerator  × [0, ∞]", "  –: os ubuntu_18_04_64_20G_alibase_20190624.vhd × 1",
      ], accelerators: "[0, ∞]", codes: ["no-instance-type", "unknown-instance-type"]),
    "infracost-example-aws-plan.json": Sample(
      lines: ["aws_instance.web_app: server m5.4xlarge × 1", "  –: cpu Intel × [1, ∞]", "  –: os  × 1"],
      accelerators: "0", codes: ["not-counted"]),
    "terraform-json-120-basic-plan.json": Sample(lines: [], accelerators: "0", codes: ["not-counted"]),
  ]

  @Test(.enabled(if: isPresent), arguments: samples.keys.sorted())
  func `a published plan gives its servers`(name: String) throws {
    let sample = try #require(Self.samples[name])
    let reading = try TerraformReading(bytes: InputFile.read(Self.folder + "/" + name), name: name)
    #expect(reading.english == "")
    #expect(reading.lines == sample.lines)
    #expect(reading.accelerators == sample.accelerators)
    #expect(reading.codes == sample.codes)
    #expect(reading.bills.flatMap(\.lines).allSatisfy { $0.origin == nil && $0.vendor == nil && $0.supplier != nil })
  }

  @Test(.enabled(if: isPresent)) func `no published plan is missing in the table`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0 != "SOURCE.txt" }
    #expect(Set(files) == Set(Self.samples.keys))
  }
}
