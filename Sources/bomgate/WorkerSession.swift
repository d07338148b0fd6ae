import Diagnostics
import Engine
import Evaluation
import Inventory
import Policy
import Reports

/// What a worker knows once it has its rules: it makes an answer of each frame.
struct WorkerSession {
  let engine: Engine
  let options: BatchOptions
  let columns: ResultColumns
  let format: Batch.RowFormat
  /// What adds up the bills of a frame, where somebody wants the sums.
  let assessor: PortfolioAssessor?
  let speech: OutputOptions
  /// How many problems were shown so far; the rows have them all.
  private var shown = 0

  init(
    engine: Engine, options: BatchOptions, columns: ResultColumns, format: Batch.RowFormat,
    assessor: PortfolioAssessor?, speech: OutputOptions
  ) {
    self.engine = engine
    self.options = options
    self.columns = columns
    self.format = format
    self.assessor = assessor
    self.speech = speech
  }

  /// Says that the rules are good, and which ones they are.
  func answer(ready engine: Engine) throws {
    try write(
      #"{"frame":"ready","version":"\#(Bomgate.version)","rules":"\#(engine.rulesDigest)"}"#,
      format == .csv ? CSVRows(columns).header : [])
  }

  /// Answers a frame of bills: their rows, and their sums.
  mutating func answer(_ frame: Frame) throws {
    var options = options
    options.content = frame.content
    options.reading.format = frame.kind == .table ? .table : .ndjson
    var rows: [UInt8] = []
    var tally = BatchTally()
    var problems = Problems()
    let batch = BatchRun(engine, options, isCancelled: { false }, renderer: renderer)
    try batch.run { result in
      tally.add(result.output.tally)
      rows += result.output.rows
      for notice in result.notices {
        problems.add(Diagnostic(.warning, notice.code, notice.message, at: notice.span))
      }
      for problem in result.output.problems { problems.add(problem) }
    }
    var sums: [UInt8] = []
    if let assessor {
      // What is wrong with bills alone is said once; that two are of one project is seen only here.
      let outcome = try PortfolioRun(engine, options, assessor).run(isCancelled: { false }) { found in
        for problem in found.sorted where problem.code == "repeated-project" { problems.add(problem) }
      }
      sums = try PartialJSON.bytes(outcome.tally, assessor.terms, rulesDigest: engine.rulesDigest)
    }
    show(problems)
    try write(
      #"{"frame":"rows","bills":\#(tally.count),"errors":\#(tally.errors),"rows":\#(rows.count),"#
        + #""portfolio":\#(sums.count)}"#,
      rows + sums)
  }

  /// Shows the first problems of all frames.
  private mutating func show(_ problems: Problems) {
    var first = Problems()
    for problem in problems.sorted.prefix(RowRenderer.shownProblems - shown) { first.add(problem) }
    shown += first.count
    if !first.isEmpty { speech.report(first) }
  }

  /// What makes rows of bills; nothing explains them, so no digest of the rules is asked for.
  private var renderer: @Sendable () -> RowRenderer {
    let tool = ToolInfo(
      version: Bomgate.version, rulesDigest: "", catalogDigest: "", regions: engine.book.regions,
      vocabulary: engine.book.vocabulary)
    return { [columns, format] in
      RowRenderer(columns, format == .csv ? .csv : .ndjson, tool, explains: false, decisions: nil)
    }
  }

  private func write(_ header: String, _ payload: [UInt8]) throws {
    var frame: [UInt8] = []
    for length in [header.utf8.count, payload.count] {
      for shift in [24, 16, 8, 0] { frame.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
    try Output.write(frame + Array(header.utf8) + payload)
  }
}
