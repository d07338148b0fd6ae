import Diagnostics
import Documents
import Engine
import Foundation
import Inventory
import Quantities
import Testing

/// Where real procurement tables stand: beside the project, of which they are no part.
private enum SampleFolder {
  static let path = Repository.path("../shared/samples/procurement-zh")
  static let isPresent = FileManager.default.fileExists(atPath: path)
}

/// Real procurement tables.
@Suite(.enabled(if: SampleFolder.isPresent))
struct SampleTableTests {
  /// What a file gives.
  struct Expectation: Sendable {
    var bills = 1
    var lines = 0
    var parts = 0
    /// The units of all lines; nil where one is unknown.
    var units: Int?
    var accelerators = 0
    var origins = 0
    /// The codes of all findings, without repeating one.
    var findings: [String] = []
    var error: String?
  }

  static let desktops = Expectation(
    bills: 7, lines: 7, parts: 7, findings: ["no-quantity-column", "total-without-quantity", "unknown-kind"])
  static let expectations: [String: Expectation] = [
    "changsha-blood-centre-goods-list.csv": Expectation(
      lines: 2, units: 7, findings: ["money-unit-unknown", "unknown-kind"]),
    "china-mobile-2024-2025-zhisuan.csv": Expectation(
      lines: 1, units: 7994, findings: ["approximate", "failed-lot"]),
    "china-mobile-2025-2026-ai-inference-lots.csv": Expectation(bills: 0, error: "no-name-column"),
    "china-telecom-2024-2025-servers-13-lots.csv": Expectation(
      bills: 13, lines: 13, units: 156_000, findings: ["unused-columns"]),
    "china-unicom-2022-ai-server.csv": Expectation(
      bills: 2, lines: 2, findings: ["missing-quantity", "total-unchecked", "unknown-kind"]),
    "gov-central-desktop-2025-06.csv": desktops,
    "gov-central-desktop-2025-06.gb18030.csv": desktops,
    "shenzhen-guangming-storage-2026.csv": Expectation(lines: 1, units: 1, findings: ["line-total-mismatch"]),
  ]

  static func read(_ name: String, mapping: String? = nil) throws -> [BillOfMaterials] {
    let file = try SourceFile.decodingTable(InputFile.read(SampleFolder.path + "/" + name), name: name)
    return try Sheets.read([CSV.table(in: file)], mapping: mapping)
  }

  @Test func `every sample is in the table`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SampleFolder.path).filter { $0 != "SOURCE.txt" }
    #expect(names.sorted() == Self.expectations.keys.sorted())
  }

  @Test(arguments: expectations.keys.sorted())
  func `a sample gives what is known of it`(name: String) throws {
    let expected = try #require(Self.expectations[name])
    do {
      let bills = try Self.read(name)
      let lines = bills.flatMap(\.lines)
      #expect(expected.error == nil)
      #expect(bills.count == expected.bills)
      #expect(lines.count == expected.lines)
      #expect(lines.flatMap { $0.contents ?? [] }.count == expected.parts)
      let units = try lines.reduce(Rational?.some(.zero)) { sum, line in
        guard let sum, let exact = line.quantity.exact else { return nil }
        return try sum + exact
      }
      #expect(units == expected.units.map { Rational($0) })
      #expect(lines.filter { $0.kind == .accelerator }.count == expected.accelerators)
      #expect(lines.filter { $0.origin != nil || $0.madeIn != nil }.count == expected.origins)
      #expect(Set(bills.flatMap(\.findings).map(\.code)).sorted() == expected.findings)
    } catch let problems as Problems {
      #expect(problems.sorted.map(\.code) == [expected.error])
    }
  }

  @Test func `the two encodings of one table give the same bills`() throws {
    let (one, two) = (
      try Self.read("gov-central-desktop-2025-06.csv"), try Self.read("gov-central-desktop-2025-06.gb18030.csv")
    )
    #expect(one.map(\.outline) == two.map(\.outline))
    #expect(one.flatMap(\.codes) == two.flatMap(\.codes))
  }

  @Test func `amounts without quantities are said and add up`() throws {
    let said = try Self.read("gov-central-desktop-2025-06.csv").compactMap { $0.message("total-without-quantity") }
    let amounts = said.compactMap { $0.split(separator: " ").compactMap { Int($0) }.first }
    #expect(amounts.count == 7)
    #expect(amounts.reduce(0, +) == 31_728_388)
  }

  @Test func `a mapping says what the words of a sheet leave open`() throws {
    let bills = try Self.read(
      "china-telecom-2024-2025-servers-13-lots.csv",
      mapping: "table: 1\ncolumns: {系列: origin}\norigins: {G系列: domestic, A系列: unknown, B系列: unknown}\n")
    let domestic = bills.flatMap(\.lines).filter { $0.origin == .domestic }.compactMap(\.quantity.exact)
    #expect(try domestic.reduce(.zero) { try $0 + $1 } == Rational(105_300))
  }

  @Test func `the seller is never the vendor`() throws {
    let bills = try Self.read(
      "china-mobile-2025-2026-ai-inference-lots.csv", mapping: "table: 1\ncolumns: {生态: name}\n")
    #expect(bills.map { $0.lines.map(\.vendor) } == [[nil], [nil]])
    #expect(bills.first?.lines.first?.supplier == "中兴通讯;新华三;浪潮")
    #expect(bills.flatMap(\.codes).filter { $0 == "approximate@1" }.count == 2)
  }
}
