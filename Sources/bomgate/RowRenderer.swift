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
    var tally = BatchTally()
    /// The first problems, to be shown.
    var problems: [Diagnostic] = []
  }

  /// What the bills of one outcome have in common.
  final class Pattern {
    let row: RowPattern
    let tally: BatchTally
    /// How many of the block have it.
    var count = 0

    init(_ row: RowPattern, _ tally: BatchTally) {
      self.row = row
      self.tally = tally
    }
  }

  /// So many problems are shown; the rows have them all.
  static let shownProblems = 10

  private let writer: RowWriter
  private let tool: ToolInfo
  private let explains: Bool
  private var output = Output()
  /// Those that bills of the block have.
  private var patterns: [Pattern] = []

  init(_ writer: RowWriter, _ tool: ToolInfo, explains: Bool) {
    self.writer = writer
    self.tool = tool
    self.explains = explains
  }

  mutating func add(_ entry: BatchEntry) {
    writer.add(row(of: entry))
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
    var tally = BatchTally()
    tally.add(assessment)
    return Pattern(row, tally)
  }

  mutating func add(_ bill: AlikeBill, like pattern: Pattern) {
    if pattern.count == 0 { patterns.append(pattern) }
    pattern.count += 1
    writer.add(
      AlikeRow(id: bill.id, line: bill.line, outcome: bill.outcome, sums: bill.sums), like: pattern.row)
  }

  mutating func finish() -> Output {
    for pattern in patterns {
      output.tally.add(pattern.tally, times: pattern.count)
      pattern.count = 0
    }
    patterns.removeAll(keepingCapacity: true)
    output.rows = writer.take()
    defer { output = Output() }
    return output
  }

  private func row(of entry: BatchEntry) -> ResultRow {
    ResultRow(source: entry.source, line: entry.line, id: entry.id, result: entry.result)
  }
}
