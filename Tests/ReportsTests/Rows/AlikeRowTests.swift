import Diagnostics
import Engine
import Evaluation
import Foundation
import Inventory
import Policy
import Testing

@testable import Reports

/// A batch that assesses one bill of each outcome writes the same bytes as one that assesses every bill.
struct AlikeRowTests {
  /// Writes rows, by patterns where there are any, and counts them.
  private struct Renderer: BatchRenderer {
    final class Pattern: BatchPattern {
      let row: RowPattern
      init(_ row: RowPattern) { self.row = row }
    }

    let showsRegions: Bool
    // What is wrong with a bill is said with its place all the same.
    var showsFindings: Bool { false }
    let writer: RowWriter
    var counts = (assessed: 0, alike: 0)

    init(_ columns: ResultColumns, _ format: RowWriter.Format) {
      showsRegions = columns.showRegions
      writer = RowWriter(columns, format)
    }

    private func row(_ entry: BatchEntry) -> ResultRow {
      ResultRow(source: entry.source, line: entry.line, id: entry.id, result: entry.result)
    }

    mutating func add(_ entry: BatchEntry) {
      counts.assessed += 1
      writer.add(row(entry))
    }

    func pattern(
      of entry: BatchEntry, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor
    ) -> BatchPattern? {
      writer.pattern(of: row(entry), outcome, sums).map { Pattern($0) }
    }

    func shared(_ pattern: BatchPattern) -> (any Sendable)? { (pattern as? Pattern)?.row }

    func pattern(by shared: any Sendable) -> BatchPattern? { (shared as? RowPattern).map { Pattern($0.copy()) } }

    mutating func add(_ bill: AlikeBill, like pattern: BatchPattern) -> Bool {
      guard let pattern = (pattern as? Pattern)?.row else { return false }
      let amounts = pattern.grants?.amounts(by: bill.sums)
      if pattern.grants != nil, amounts == nil { return false }
      counts.alike += 1
      writer.add(
        AlikeRow(id: bill.id, line: bill.line, outcome: bill.outcome, sums: bill.sums, amounts: amounts), like: pattern)
      return true
    }

    mutating func finish() -> (rows: [UInt8], counts: (assessed: Int, alike: Int)) {
      defer { counts = (0, 0) }
      return (writer.take(), counts)
    }
  }

  /// Bills of a few projects and a few products, so that outcomes repeat, with any numbers.
  private static func bills(_ seed: Int, _ engine: Engine, count: Int) -> [[[String: String]]] {
    var random = Seeded(seed)
    let known = engine.book.catalog.components.values.sorted { $0.id < $1.id }
    var products: [[String: String]] = []
    for _ in 0..<12 {
      var product: [String: String] = [:]
      if random.happens(70), !known.isEmpty {
        let component = known[Int.random(in: 0..<known.count, using: &random)]
        product["kind"] = component.kind.rawValue
        product["model"] = component.model
        if random.happens(50) { product["vendor"] = random.one(of: ["华为", "NVIDIA", "浪潮", "海光"]) }
      } else {
        product["kind"] = random.one(of: ["server", "cpu", "accelerator", "os", "network", "service"])
        product["model"] = random.one(of: ["某型", "昇腾910B", "X-1", "替代A100"])
      }
      if random.happens(60) { product["origin"] = random.one(of: ["domestic", "foreign", "unknown"]) }
      if random.happens(30) { product["vendor_country"] = random.one(of: ["CN", "US", "foreign"]) }
      if random.happens(30) { product["made_in"] = random.one(of: ["CN", "MY"]) }
      if random.happens(10) { product["option"] = "true" }
      products.append(product)
    }
    var projects: [[String: String]] = []
    for _ in 0..<3 {
      var project = ["date": random.one(of: ["2023-05-01", "2024-12-31", "2025-06-30"])]
      if random.happens(85) { project["region"] = random.one(of: ["370000", "370200", "上海", "310151", "640500"]) }
      if random.happens(70) { project["facility"] = random.one(of: ["data-center", "intelligent-computing-center"]) }
      if random.happens(70) { project["buyer"] = random.one(of: ["enterprise", "party-government"]) }
      projects.append(project)
    }
    return (0..<count).map { number in
      let project = random.one(of: projects)
      return (0..<Int.random(in: 1...4, using: &random)).map { _ in
        var line = random.one(of: products).merging(project) { own, _ in own }
        line["bom_id"] = "b\(1000 + number)"
        line["quantity"] = random.one(of: [
          "1", "2", "8", "40", "0.5", "12.25", "1000000", random.happens(3) ? "99999999999999" : "3",
        ])
        if random.happens(70) {
          line["unit_price"] = random.one(of: [
            "0", "0.01", "1200", "35000.5", "45000000", random.happens(3) ? "99999999999999" : "7",
          ])
        }
        return line
      }
    }
  }

  private static let columns = [
    "bom_id", "region", "facility", "buyer", "date", "kind", "vendor", "model", "quantity", "unit_price", "origin",
    "vendor_country", "made_in", "option",
  ]

  private static func csv(_ bills: [[[String: String]]]) -> String {
    let lines = bills.joined().map { line in columns.map { line[$0] ?? "" }.joined(separator: ",") }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  /// The same bills as flat JSON, one a line.
  private static func ndjson(_ bills: [[[String: String]]]) -> String {
    bills.map { bill in
      let head = bill.first ?? [:]
      let project = ["bom_id", "region", "facility", "buyer", "date"].compactMap { name in
        head[name].map { "\"\(name)\":\"\($0)\"" }
      }
      let lines = bill.map { line in
        let fields = columns.dropFirst(5).compactMap { name in
          line[name].map {
            name == "quantity" || name == "unit_price" || name == "option"
              ? "\"\(name)\":\($0)" : "\"\(name)\":\"\($0)\""
          }
        }
        return "{\(fields.joined(separator: ","))}"
      }
      return "{\(project.joined(separator: ",")),\"lines\":[\(lines.joined(separator: ","))]}\n"
    }.joined()
  }

  private func compare(_ seed: Int, _ engine: Engine, _ options: AssessmentOptions, chosen: [String]? = nil) throws
    -> (assessed: Int, alike: Int)
  {
    let bills = Self.bills(seed, engine, count: 160)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bomgate-alike-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let policies = engine.book.policies.filter { options.policies?.contains($0.id) ?? true }
    let columns =
      try chosen.map { try ResultColumns(policies, .en, chosen: $0) } ?? ResultColumns(policies, .en)
    var counts = (assessed: 0, alike: 0)
    for (name, text) in [("bills.csv", Self.csv(bills)), ("bills.ndjson", Self.ndjson(bills))] {
      let path = folder.appendingPathComponent(name).path
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      var batch = BatchOptions(inputs: [path], reading: ReadingOptions(), judging: options, jobs: 2)
      batch.blockSize = 4096
      for format in [RowWriter.Format.csv, .ndjson] {
        var fast: [UInt8] = []
        try BatchRun(engine, batch, isCancelled: { false }, renderer: { Renderer(columns, format) }).run {
          fast += $0.output.rows
          counts.assessed += $0.output.counts.assessed
          counts.alike += $0.output.counts.alike
        }
        var slow: [UInt8] = []
        let whole = BatchRun(engine, batch, isCancelled: { false }) { entries in
          let rows = entries.map { ResultRow(source: $0.source, line: $0.line, id: $0.id, result: $0.result) }
          return format == .csv ? CSVRows(columns).bytes(rows) : JSONRows(columns).bytes(rows)
        }
        try whole.run { slow += $0.output }
        #expect(slow.count { $0 == 0x0A } == bills.count)
        let pairs = zip(fast.split(separator: 0x0A), slow.split(separator: 0x0A))
        let different = pairs.first { !$0.elementsEqual($1) }
        #expect(
          fast == slow,
          "\(different.map { String(decoding: $0.0, as: UTF8.self) + "\n" + String(decoding: $0.1, as: UTF8.self) } ?? "")"
        )
      }
    }
    return counts
  }

  @Test(arguments: 0..<24)
  func `by random policies bills of one outcome have the rows of their own assessments`(seed: Int) throws {
    let built = RuleFile.builtIn.filter { !$0.path.hasPrefix("policies/") }
    let engine = try Engine(rules: built + [RandomPolicy.file(seed), RandomPolicy.file(seed + 1000)])
    var options = AssessmentOptions()
    options.basisFirst = seed % 4 == 1
    options.enforcesTargets = seed % 5 == 2
    if seed % 9 == 4 { options.evidence = .catalogue }
    // Every second time with all reasons too, which no row has unless somebody asks.
    _ = try compare(seed, engine, options, chosen: seed % 2 == 0 ? nil : Self.everything(engine.book.policies))
  }

  @Test(arguments: 0..<6)
  func `by the built-in rules bills of one outcome have the rows of their own assessments`(seed: Int) throws {
    let engine = try Engine(rules: RuleFile.builtIn)
    let counts = try compare(700 + seed, engine, AssessmentOptions())
    // Otherwise nothing would have been compared.
    #expect(counts.alike > 60, "\(counts)")
  }

  private static func everything(_ policies: [Policy]) -> [String] {
    var names = ResultColumns(policies, .en).names
    for policy in policies {
      names.append("\(policy.id).reason")
      for requirement in policy.requirements where !requirement.isOfPortfolio {
        names += ["reason", "value", "force"].map { "\(policy.id)/requirements/\(requirement.id).\($0)" }
      }
      names += policy.grants.map { "\(policy.id)/grants/\($0.id).reason" }
    }
    return names
  }

  @Test
  func `chosen columns with words of their own are filled alike`() throws {
    let engine = try Engine(rules: RuleFile.builtIn)
    let counts = try compare(
      31, engine, AssessmentOptions(),
      chosen: [
        "id=bom_id", "region", "line", "local=cn-nx-hub-32/localization-90:undetermined=unknown",
        "cn-nx-hub-32/localization-90.low", "findings.note", "grants_total.high",
      ])
    #expect(counts.alike > 0)
  }
}
