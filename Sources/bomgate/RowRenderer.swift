import Diagnostics
import Engine
import Evaluation
import Reports

/// Makes rows of judged bills, and the whole reports of those that fail where somebody wants them.
struct RowRenderer: BatchRenderer {
  /// What a block came to.
  struct Output: Sendable {
    var rows: [UInt8] = []
    var explanations: [UInt8] = []
    /// What was decided, for a store.
    var decisions: [UInt8] = []
    var tally = BatchTally()
    /// The first problems, to be shown.
    var problems: [Diagnostic] = []
  }

  /// What the bills of one outcome have in common.
  final class Pattern {
    let row: RowPattern
    /// What was decided, for a store.
    let decisions: RowPattern?
    let tally: BatchTally
    /// How many of the block have it.
    var count = 0

    init(_ row: RowPattern, decisions: RowPattern?, _ tally: BatchTally) {
      self.row = row
      self.decisions = decisions
      self.tally = tally
    }
  }

  /// So many problems are shown; the rows have them all.
  static let shownProblems = 10

  private let writer: RowWriter
  private let tool: ToolInfo
  private let explains: Bool
  private let decisions: DecisionWriter?
  private var output = Output()
  /// Those that bills of the block have.
  private var patterns: [Pattern] = []

  init(_ writer: RowWriter, _ tool: ToolInfo, explains: Bool, decisions: DecisionWriter?) {
    self.writer = writer
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

  func pattern(of entry: BatchEntry, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor) -> Pattern? {
    guard case .success(let assessment) = entry.result, !explains || assessment.verdict != .fail,
      let row = writer.pattern(of: row(of: entry), outcome, sums)
    else { return nil }
    let decided = decisions?.pattern(of: self.row(of: entry), outcome, sums)
    if decisions != nil, decided == nil { return nil }
    var tally = BatchTally()
    tally.add(assessment)
    return Pattern(row, decisions: decided, tally)
  }

  mutating func add(_ bill: AlikeBill, like pattern: Pattern) {
    if pattern.count == 0 { patterns.append(pattern) }
    pattern.count += 1
    let row = AlikeRow(id: bill.id, line: bill.line, outcome: bill.outcome, sums: bill.sums)
    writer.add(row, like: pattern.row)
    if let decided = pattern.decisions { decisions?.add(row, digest: bill.digest(), like: decided) }
  }

  mutating func finish() -> Output {
    for pattern in patterns {
      output.tally.add(pattern.tally, times: pattern.count)
      pattern.count = 0
    }
    patterns.removeAll(keepingCapacity: true)
    output.rows = writer.take()
    output.decisions = decisions?.take() ?? []
    defer { output = Output() }
    return output
  }

  private func row(of entry: BatchEntry) -> ResultRow {
    ResultRow(source: entry.source, line: entry.line, id: entry.id, result: entry.result)
  }
}
