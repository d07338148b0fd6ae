import Diagnostics
import Engine
import Evaluation
import Reports

/// Makes rows of judged bills, and the whole reports of those that fail where somebody wants them.
struct RowRenderer: BatchRenderer {
  /// What a block came to.
  struct Output: Sendable {
    var rows: [UInt8] = []
    /// The rows for a store.
    var packed: PackedBytes?
    var explanations: [UInt8] = []
    /// What was decided, for a store.
    var decisions = DecisionWriter.Output()
    var tally = BatchTally()
    /// The first problems, to be shown.
    var problems: [Diagnostic] = []
  }

  /// What the bills of one outcome have in common.
  final class Pattern: BatchPattern {
    let row: RowPattern
    /// What was decided, for a store.
    let decisions: DecisionWriter.Pattern?
    let verdict: Verdict
    let count: Count

    init(_ row: RowPattern, decisions: DecisionWriter.Pattern?, _ verdict: Verdict, _ count: Count) {
      self.row = row
      self.decisions = decisions
      self.verdict = verdict
      self.count = count
    }
  }

  /// What renderers of other threads may have of a pattern.
  private struct Shared: Sendable {
    let row: RowPattern
    let decisions: DecisionWriter.SharedPattern?
    let verdict: Verdict
    let tally: BatchTally
  }

  /// How many bills of a block come to the same.
  final class Count {
    let tally: BatchTally
    var bills = 0

    init(_ tally: BatchTally) { self.tally = tally }
  }

  /// So many problems are shown; the rows have them all.
  static let shownProblems = 10

  let showsRegions: Bool
  var showsFindings: Bool { explains }
  private let writer: RowWriter
  private let tool: ToolInfo
  private let explains: Bool
  private let decisions: DecisionWriter?
  private var output = Output()
  private var counts: [BatchTally: Count] = [:]
  /// Those of them that bills of the block come to.
  private var met: [Count] = []

  init(
    _ columns: ResultColumns, _ format: RowWriter.Format, _ tool: ToolInfo, explains: Bool, decisions: DecisionWriter?
  ) {
    showsRegions = columns.showRegions
    writer = RowWriter(columns, format)
    self.tool = tool
    self.explains = explains
    self.decisions = decisions
  }

  mutating func add(_ entry: BatchEntry) {
    let row = row(of: entry)
    writer.add(row)
    decisions?.add(row, digest: entry.digest())
    switch entry.result {
    case .success(let assessment):
      output.tally.add(assessment)
      if explains, assessment.verdict == .fail {
        let report = Report(assessment: assessment, source: entry.source, digest: entry.digest(), tool: tool)
        output.explanations += JSONReport.bytes(report, .line)
      }
    case .failure(let problems):
      output.tally.addError()
      if output.problems.count < Self.shownProblems, let first = problems.sorted.first {
        output.problems.append(first)
      }
    }
  }

  mutating func pattern(
    of entry: BatchEntry, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor
  ) -> BatchPattern? {
    guard case .success(let assessment) = entry.result, !explains || assessment.verdict != .fail,
      let row = writer.pattern(of: row(of: entry), outcome, sums)
    else { return nil }
    let decided = decisions?.pattern(of: self.row(of: entry), outcome, sums)
    if decisions != nil, decided == nil { return nil }
    var tally = BatchTally()
    tally.add(assessment)
    return Pattern(row, decisions: decided, assessment.verdict, count(of: tally))
  }

  func shared(_ pattern: BatchPattern) -> (any Sendable)? {
    guard let pattern = pattern as? Pattern else { return nil }
    return Shared(
      row: pattern.row, decisions: pattern.decisions?.shared, verdict: pattern.verdict, tally: pattern.count.tally)
  }

  mutating func pattern(by shared: any Sendable) -> BatchPattern? {
    guard let shared = shared as? Shared else { return nil }
    let decided = shared.decisions.map { DecisionWriter.Pattern($0) }
    return Pattern(shared.row.copy(), decisions: decided, shared.verdict, count(of: shared.tally))
  }

  private mutating func count(of tally: BatchTally) -> Count {
    let count = counts[tally] ?? Count(tally)
    counts[tally] = count
    return count
  }

  mutating func add(_ bill: AlikeBill, like pattern: BatchPattern) -> Bool {
    guard !bill.id.isEmpty, let pattern = pattern as? Pattern else { return false }
    let amounts = pattern.row.grants?.amounts(by: bill.sums)
    if pattern.row.grants == nil {
      if pattern.count.bills == 0 { met.append(pattern.count) }
      pattern.count.bills += 1
    } else {
      guard let amounts else { return false }
      output.tally.add(pattern.verdict, amounts.totals)
    }
    let row = AlikeRow(id: bill.id, line: bill.line, outcome: bill.outcome, sums: bill.sums, amounts: amounts)
    writer.add(row, like: pattern.row)
    if let decisions, let decided = pattern.decisions {
      bill.withDigest { decisions.add(row, digest: $0, like: decided) }
    }
    return true
  }

  mutating func finish() -> Output {
    for count in met {
      output.tally.add(count.tally, times: count.bills)
      count.bills = 0
    }
    met.removeAll(keepingCapacity: true)
    output.rows = writer.take()
    if let decisions {
      output.decisions = decisions.take()
      output.packed = PackedBytes(of: output.rows)
    }
    defer { output = Output() }
    return output
  }

  private func row(of entry: BatchEntry) -> ResultRow {
    ResultRow(source: entry.source, line: entry.line, id: entry.id, result: entry.result)
  }
}
