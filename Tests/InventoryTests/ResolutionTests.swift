import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Testing

/// How people and machines write names, and what the built-in catalogue makes of them.
struct ResolutionTests {
  struct Case: Sendable {
    var kind: Kind
    var vendor: String?
    var model: String
    var expected: Set<String>
    var line: UInt32
  }

  static let engine = Result { try Engine(rules: RuleFile.builtIn) }
  static let cases = (try? read()) ?? []

  static func read() throws -> [Case] {
    let path = Repository.path("Tests/InventoryTests/Fixtures/resolution-cases.yaml")
    let document = try YAML.document(in: SourceFile(name: path, bytes: InputFile.read(path)))
    return document.root.items.map { node in
      let ambiguous = node["ambiguous"]?.items.map(\.text)
      let expected = node["expect"]?.text
      return Case(
        kind: Kind(rawValue: node["kind"]?.text ?? "other") ?? .other, vendor: node["vendor"]?.text,
        model: node["model"]?.text ?? "", expected: Set(ambiguous ?? (expected == "none" ? [] : [expected ?? "?"])),
        line: node.range.lowerBound.line)
    }
  }

  @Test func `the table is large, and much of it must not resolve`() {
    #expect(Self.cases.count >= 200)
    #expect(Self.cases.filter(\.expected.isEmpty).count >= 60)
  }

  @Test func `every name resolves as the table says, and never by a guess`() throws {
    let resolver = try Self.engine.get().book.catalog.resolver
    for testCase in Self.cases {
      let found = resolver.resolve(kind: testCase.kind, vendor: testCase.vendor, model: testCase.model)
      #expect(
        Set(found.candidates.map(\.id)) == testCase.expected,
        "line \(testCase.line): \(testCase.vendor ?? "–") \(testCase.model)")
    }
  }
}
