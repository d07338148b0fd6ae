import Diagnostics
import Engine
import Inventory
import Testing

/// CycloneDX among the formats that a file may be in.
struct CycloneDXInputTests {
  static let engine = Result { try Engine(rules: RuleFile.builtIn) }

  private func read(_ fixture: String, _ format: BomFormat? = nil) throws -> (lines: Int?, codes: [String]) {
    let path = Repository.path("Tests/InventoryTests/Fixtures/cyclonedx/" + fixture)
    let (materials, problems) = try Self.engine.get().materials(at: path, ReadingOptions(format: format))
    return (materials.first?.lines.count, problems.sorted.map(\.code))
  }

  @Test(arguments: [("types-1.6.json", 5), ("types-1.6.xml", 5), ("sourcing-2.0.json", 1), ("cluster-1.6.xml", 4)])
  func `a document is told by its content, in either notation`(fixture: String, lines: Int) throws {
    for format in [nil, BomFormat.cyclonedx] {
      let found = try read(fixture, format)
      #expect(found.lines == lines)
      #expect(found.codes.isEmpty)
    }
  }

  @Test func `a format that is named decides`() throws {
    #expect(try read("types-1.6.json", .bom).codes.contains("missing-key"))
    #expect(try read("../resolution-cases.yaml", .cyclonedx).codes == ["wrong-type"])
  }
}
