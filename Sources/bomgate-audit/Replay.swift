import Audit
import Diagnostics
import Engine
import Evaluation
import Inventory
import Policy
import Reports

/// A run computed again from what was kept of it.
struct Replay: Sendable {
  let engine: Engine
  let options: BatchOptions
  let language: Language
  let tool: ToolInfo
  private let columns: ResultColumns
  private let isCSV: Bool

  /// A run of a store, with the rules and options that it had.
  init(_ store: AuditStore, _ run: StoredRun) throws {
    let rules = try store.rules(of: run).map { RuleFile(path: $0.path, name: $0.name, bytes: $0.bytes) }
    let files = try store.files(of: run)
    let kept = KeptRun(
      settings: run.settings, rules: rules, waivers: files.first ?? nil, columns: files.count > 1 ? files[1] : nil)
    let engine = try kept.engine()
    self.engine = engine
    options = try kept.options(engine)
    language = Language(rawValue: kept["lang"] ?? "") ?? .en
    isCSV = kept["format"] == "csv"
    let wanted = kept.all("policy")
    let policies = engine.book.policies.filter { wanted.isEmpty || wanted.contains($0.id) }
    columns =
      kept.all("columns").isEmpty
      ? ResultColumns(policies, language)
      : try ResultColumns(
        policies, language, chosen: kept.all("columns").flatMap { $0.split(separator: ",").map(String.init) })
    let digests = (rules: engine.rulesDigest, catalog: engine.catalogDigest)
    tool = ToolInfo(
      version: kept["version"] ?? "", rulesDigest: digests.rules, catalogDigest: digests.catalog,
      regions: engine.book.regions, vocabulary: engine.book.vocabulary)
  }

  /// A reader of blocks; each thread needs its own.
  func reader() -> BlockReplay { BlockReplay(engine, options) }

  /// What a bill comes to: its row as the batch wrote it, and what was decided.
  func bytes(_ entry: BatchEntry) -> (result: [UInt8], decision: KeptDecision?) {
    let row = ResultRow(source: entry.source, line: entry.line, id: entry.id, result: entry.result)
    let result = isCSV ? CSVRows(columns).bytes([row]) : JSONRows(columns).bytes([row])
    let decisions = DecisionWriter()
    decisions.add(row, digest: entry.digest())
    return (result, KeptDecision.all(in: decisions.take().bytes) { _ in nil }?.first)
  }
}

extension StoredBlock {
  /// What the block was made from.
  var kept: KeptSource { KeptSource(form: form, bills: PackedBytes(stored: source), attachments: attachments) }

  /// The results as they were written.
  ///
  /// - Throws: `Problems` where something else was kept.
  func rows() throws(Problems) -> [UInt8] {
    if let bytes = PackedBytes(stored: results).bytes { return bytes }
    throw Problems(
      Diagnostic(
        .error, "unreadable-entry",
        Localized(zh: "第 \(place) 块的结果读不出来", en: "the results of block \(place) cannot be read"),
        help: Localized(zh: "用 `bomgate audit verify` 检查", en: "check it with `bomgate audit verify`")))
  }
}
