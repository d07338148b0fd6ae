import Diagnostics
import Engine
import Inventory
import Policy
import Testing

/// The rule book inside the program is the folder Rules/.
struct BuiltInRulesTests {
  @Test func `the program holds every rule file of the repository, byte for byte`() throws {
    let inside = RuleFile.builtIn
    let outside = try RuleFile.files(at: [Repository.path("Rules")])
    #expect(inside.map(\.path).sorted() == outside.map(\.path).sorted())
    for file in outside {
      #expect(inside.first { $0.path == file.path }?.bytes == file.bytes, "\(file.path) is stale: build again")
    }
  }

  @Test func `the built-in book has no problem`() throws {
    // What is read from its bytes is checked whole, while what is built in may be read in part.
    let engine = try Engine(rules: RuleFile.builtIn.map { RuleFile(path: $0.path, name: $0.name, bytes: $0.bytes) })
    #expect(engine.book.catalog.components.count >= 270)
    #expect(engine.rulesDigest.hasPrefix("sha256:"))
    #expect(engine.rulesDigest != engine.catalogDigest)
  }
}
