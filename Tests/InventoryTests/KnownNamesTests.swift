import Diagnostics
import Engine
import Policy
import Quantities
import Testing

@testable import Inventory

/// What is kept of names never outlives them, and never grows with their length.
struct KnownNamesTests {
  static let catalog = Result { try Engine(rules: RuleFile.builtIn).book.catalog }

  static func line(_ model: String) -> Line {
    var line = Line(kind: .cpu, quantity: .one, span: SourceSpan(file: SourceFile(name: "", bytes: [])))
    line.vendor = "华为"
    line.model = model
    return line
  }

  @Test func `a line whose names are changed no longer means what it meant`() throws {
    let catalog = try Self.catalog.get()
    let line = LinePrototype(Self.line("鲲鹏 920"), catalog: catalog, column: nil, places: [:], notes: []).line
    #expect(line.identity != nil)
    let changes: [(inout Line) -> Void] = [
      { $0.kind = .accelerator }, { $0.vendor = nil }, { $0.model = "x" }, { $0.components = ["y"] },
    ]
    for change in changes {
      var changed = line
      change(&changed)
      #expect(changed.identity == nil)
    }
  }

  @Test func `a line of which its reader knows the meaning means the same as one of which it does not`() throws {
    let catalog = try Self.catalog.get()
    for model in ["鲲鹏 920", "Kunpeng 920-6426", "EPYC 9654", "no such thing", ""] {
      let plain = Self.line(model)
      let known = LinePrototype(plain, catalog: catalog, column: nil, places: [:], notes: []).line
      let resolved = try [plain, known].map { line in
        var problems = Problems()
        var resolver = BomResolver(catalog: catalog)
        let bill = BillOfMaterials(project: Project(), lines: [line], file: line.span.file)
        return try #require(resolver.resolve(bill, &problems))
      }
      let candidates = resolved.map { $0.lines[0].resolution.candidates.map(\.id) }
      #expect(candidates[0] == candidates[1])
      #expect(resolved[0].lines[0].vendor == resolved[1].lines[0].vendor)
      #expect(resolved[0].findings.map(\.message) == resolved[1].findings.map(\.message))
    }
  }

  @Test func `a resolver holds nothing of a bill once it is resolved`() throws {
    var resolver = BomResolver(catalog: try Self.catalog.get())
    weak var text: SourceFile?
    do {
      let file = SourceFile(name: "", bytes: Array("bill".utf8))
      text = file
      var line = Line(kind: .cpu, quantity: .one, span: SourceSpan(file: file))
      line.model = "no such thing"
      var problems = Problems()
      let resolved = resolver.resolve(BillOfMaterials(project: Project(), lines: [line], file: file), &problems)
      #expect(try #require(resolved).findings.map(\.code) == ["unknown-component"])
    }
    #expect(text == nil)
    #expect(resolver.findings.isEmpty)
  }

  @Test func `where findings are only counted they are the same, without words`() throws {
    let catalog = try Self.catalog.get()
    let named = ["鲲鹏 920", "EPYC 9654", "鲲鹏 92O", "no such thing"].map(Self.line)
    var (foreign, odd) = (Self.line("鲲鹏 920"), Self.line("no such thing"))
    foreign.origin = .foreign
    (odd.origin, odd.vendorCountry) = (.domestic, .code("US"))
    let bill = BillOfMaterials(
      project: Project(), lines: named + [foreign, odd], file: SourceFile(name: "", bytes: []))
    var problems = Problems()
    var (speaking, wordless) = (BomResolver(catalog: catalog), BomResolver(catalog: catalog, isWordless: true))
    let said = try #require(speaking.resolve(bill, &problems)).findings
    let counted = try #require(wordless.resolve(bill, &problems)).findings
    #expect(Set(said.map(\.code)).isSuperset(of: ["unknown-component", "vendor-conflict", "origin-conflict"]))
    for (one, other) in zip(said, counted) {
      #expect((one.code, one.severity, one.line) == (other.code, other.severity, other.line))
    }
    #expect(said.count == counted.count)
    #expect(said.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    #expect(counted.allSatisfy { $0.message == Localized(zh: "", en: "") })
  }

  @Test func `what is said of names is kept for short ones alone`() throws {
    let catalog = try Self.catalog.get()
    for (length, isKept) in [(10, true), (10_000, false)] {
      let name = String(repeating: "x", count: length)
      let identity = Identity(kind: .cpu, vendor: nil, model: name, catalog: catalog)
      var made = 0
      func say(hasNear: Bool) -> String {
        identity.message(hasNear: hasNear) {
          made += 1
          return Localized(zh: name, en: "\(name) \(hasNear)")
        }.en
      }
      for hasNear in [true, false, true, false] { #expect(say(hasNear: hasNear) == "\(name) \(hasNear)") }
      #expect(made == (isKept ? 2 : 4))
    }
  }
}
