import Diagnostics
import Documents
import Engine
import Evaluation
import Foundation
import Inventory
import Policy
import Synchronization
import Testing

@testable import Reports

/// A row of a batch holds what the report of the same bill holds: every verdict, number, grant and count of findings.
struct BatchRowTests {
  /// Rows and reports of the same bills by the same rules.
  private struct Trial {
    var columns: ResultColumns
    var table: [[String: String]]
    var lines: [[String: Any]]
    var reports: [[String: Any]]
  }

  private func trial(seed: Int, _ engine: Engine, _ options: AssessmentOptions, bills count: Int) throws -> Trial {
    let bills = (0..<count).map { RandomBill.bill(seed * 1000 + $0, engine.book) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bomgate-rows-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("bills.yaml").path
    let text = bills.map { CanonicalBill(.en).render($0) }.joined(separator: "---\n")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))

    let reading = ReadingOptions()
    let (read, problems) = engine.bills(at: path, reading)
    #expect(problems.isEmpty, "\(problems.sorted.first?.message.en ?? "")")
    var judge = engine.judge(options)
    let tool = ToolInfo(
      version: "1", rulesDigest: "", catalogDigest: "", regions: engine.book.regions, vocabulary: engine.book.vocabulary
    )
    var reports: [[String: Any]] = []
    for bill in read {
      guard let assessment = try? judge.assess(bill) else { continue }
      reports.append(
        try Self.object(
          JSONReport.bytes(Report(assessment: assessment, source: path, digest: bill.digest, tool: tool), .line)))
    }

    let policies = engine.book.policies.filter { options.policies?.contains($0.id) ?? true }
    let columns = ResultColumns(policies, .en)
    var batch = BatchOptions(inputs: [path], reading: reading, judging: options, jobs: 3)
    batch.blockSize = 1
    let run = BatchRun(engine, batch, isCancelled: { false }) { entries in
      let rows = entries.map { ResultRow(source: $0.source, line: $0.line, id: $0.id, result: $0.result) }
      return (CSVRows(columns).bytes(rows), JSONRows(columns).bytes(rows))
    }
    var (csv, json) = (CSVRows(columns).header, [UInt8]())
    try run.run {
      csv += $0.output.0
      json += $0.output.1
    }
    let table = try CSV.table(in: SourceFile(name: "rows.csv", bytes: csv), separator: .comma)
    let rows = table.rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: row.cells.map { (columns.names[$0.column - 1], $0.text) })
    }
    let lines = try json.split(separator: 0x0A).map { try Self.object(Array($0)) }
    return Trial(
      columns: columns, table: rows.filter { $0["error"] == nil }, lines: lines.filter { $0["error"] is NSNull },
      reports: reports)
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// What a report says, by the names of the columns; nothing is an empty text.
  private func said(_ report: [String: Any], _ policies: [Policy]) -> [String: String] {
    var said: [String: String] = [:]
    func put(_ name: String, _ value: Any?) { said[name] = value as? String ?? "" }
    put("bom_id", (report["bom"] as? [String: Any])?["id"])
    put("as_of", report["as_of"])
    put("verdict", report["verdict"])
    let results = report["policies"] as? [[String: Any]] ?? []
    for (policy, result) in zip(policies, results) {
      put("\(policy.id).applies", result["applies"])
      put("\(policy.id).verdict", result["verdict"])
      let requirements = result["requirements"] as? [[String: Any]] ?? []
      for requirement in policy.requirements where !requirement.isOfPortfolio {
        let own = requirements.first { $0["id"] as? String == requirement.id }
        let name = "\(policy.id)/\(requirement.id)"
        put("\(name).verdict", own == nil ? "not_applicable" : own?["verdict"])
        for end in ["low", "high"] { put("\(name).\(end)", (own?["measure"] as? [String: Any])?[end]) }
      }
      let grants = result["grants"] as? [[String: Any]] ?? []
      for grant in policy.grants {
        let own = grants.first { $0["id"] as? String == grant.id }
        let isTaken = policy.requirements.contains { $0.id == grant.id && !$0.isOfPortfolio }
        let name = "\(policy.id)/\(isTaken ? "grants/" : "")\(grant.id)"
        put("\(name).eligible", own == nil ? "not_applicable" : own?["eligible"])
        for end in ["low", "high"] { put("\(name).\(end)", own?[end]) }
      }
    }
    let total = report["grants_total"] as? [String: Any] ?? [:]
    for end in ["low", "high"] { put("grants_total.\(end)", total[end]) }
    for other in total["others"] as? [[String: Any]] ?? [] {
      for end in ["low", "high"] { put("grants_total.\(other["currency"] ?? "").\(end)", other[end]) }
    }
    for severity in ["warning", "note"] {
      let count = (report["findings"] as? [[String: Any]] ?? []).count { $0["severity"] as? String == severity }
      said["findings.\(severity)"] = "\(count)"
    }
    return said
  }

  private func compare(_ trial: Trial) {
    #expect(!trial.reports.isEmpty)
    #expect(trial.table.count == trial.reports.count)
    #expect(trial.lines.count == trial.reports.count)
    for (report, (row, line)) in zip(trial.reports, zip(trial.table, trial.lines)) {
      let said = said(report, trial.columns.policies)
      for name in trial.columns.names where !["source", "line", "error", "error.at", "error.message"].contains(name) {
        // A currency of no grant that is given is in no total.
        #expect(row[name] ?? "" == said[name] ?? "", "\(name)")
      }
      compare(line, report)
    }
  }

  /// A line of JSON holds what the report holds, under the same names.
  private func compare(_ line: [String: Any], _ report: [String: Any]) {
    for key in ["as_of", "verdict", "grants_total"] { #expect(isSame(line[key], report[key]), "\(key)") }
    #expect(isSame(line["bom_id"], (report["bom"] as? [String: Any])?["id"]))
    let (own, whole) = (line["policies"] as? [[String: Any]] ?? [], report["policies"] as? [[String: Any]] ?? [])
    #expect(own.count == whole.count)
    for (left, right) in zip(own, whole) {
      for key in ["id", "applies", "verdict"] { #expect(isSame(left[key], right[key])) }
      for (list, keys) in [("requirements", ["id", "verdict"]), ("grants", ["id", "eligible", "low", "high"])] {
        let (some, all) = (left[list] as? [[String: Any]] ?? [], right[list] as? [[String: Any]] ?? [])
        #expect(some.count == all.count)
        for (one, other) in zip(some, all) {
          for key in keys { #expect(isSame(one[key], other[key]), "\(list) \(key)") }
          guard list == "requirements" else { continue }
          let measure = other["measure"] as? [String: Any] ?? [:]
          for end in ["low", "high"] { #expect(isSame(one[end], measure[end] ?? NSNull())) }
        }
      }
    }
    for severity in ["warning", "note"] {
      let count = (report["findings"] as? [[String: Any]] ?? []).count { $0["severity"] as? String == severity }
      #expect((line["findings"] as? [String: Any])?[severity] as? Int == count)
    }
  }

  private func isSame(_ left: Any?, _ right: Any?) -> Bool {
    guard let left = left as? NSObject, let right = right as? NSObject else { return left == nil && right == nil }
    return left.isEqual(right)
  }

  @Test(arguments: 0..<48)
  func `by random policies the rows are what the reports are`(seed: Int) throws {
    let built = RuleFile.builtIn.filter { !$0.path.hasPrefix("policies/") }
    let engine = try Engine(rules: built + [RandomPolicy.file(seed), RandomPolicy.file(seed + 1000)])
    var options = AssessmentOptions()
    options.evidence = seed % 3 == 0 ? .catalogue : .claims
    options.basisFirst = seed % 4 == 1
    options.enforcesTargets = seed % 5 == 2
    if seed % 7 == 3 { options.policies = ["random-\(seed)"] }
    compare(try trial(seed: seed, engine, options, bills: 50))
  }

  @Test(arguments: 0..<6)
  func `by the built-in rules the rows are what the reports are`(seed: Int) throws {
    let engine = try Engine(rules: RuleFile.builtIn)
    var options = AssessmentOptions()
    options.included = seed % 2 == 0 ? [] : Set(engine.book.policies.filter { $0.status == .draft }.map(\.id))
    compare(try trial(seed: 900 + seed, engine, options, bills: 25))
  }
}
