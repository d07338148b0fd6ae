import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Glibc
import Inventory
import Policy
import Reports

/// One run of `batch`: from blocks of bills to bytes, and where these go.
struct BatchSession: Sendable {
  let engine: Engine
  let options: BatchOptions
  let columns: ResultColumns
  let format: Batch.RowFormat
  let explains: Bool
  let failsOnExpired: Bool
  let speech: OutputOptions

  /// What a block came to.
  struct Piece: Sendable {
    var rows: [UInt8]
    var explanations: [UInt8] = []
    var tally = BatchTally()
    /// The first problems, to be shown.
    var problems: [Diagnostic] = []
  }

  /// So many problems are shown; the rows have them all.
  private static let shownProblems = 10

  /// Runs; the exit status.
  func run(
    output: String?, explanations: String?, resumes: Bool, signature: [String], progress: Bool?
  ) throws -> Int32 {
    Interruption.listen()
    let header = format == .csv ? CSVRows(columns).header : []
    var tally = BatchTally()
    var position = BatchPosition()
    var shown = Problems()
    do {
      let files = try output.map {
        try BatchOutput($0, explanations: explanations, header: header, signature: signature, resumes: resumes)
      }
      let batch = BatchRun(engine, options, isCancelled: { Interruption.signal != 0 }, render: piece)
      if let resumption = files?.resumption {
        tally = resumption.tally
        position = resumption.position
        if !resumption.isDone { try batch.resume(at: position) }
      }
      if files == nil { try Output.write(header) }
      if files?.resumption?.isDone != true {
        var meter = Progress(progress, options, speech)
        defer { meter.clear() }
        try batch.run { result in
          tally.add(result.output.tally)
          position = result.position
          for problem in result.notices.map(Self.warning) + result.output.problems
          where shown.count < Self.shownProblems {
            shown.add(problem)
          }
          if let files {
            try files.append(
              result.output.rows, explanations: result.output.explanations, position: position, tally: tally)
          } else {
            try Output.write(result.output.rows, status: status(tally))
          }
          meter.show(tally, read: result.size)
        }
      }
      if !shown.isEmpty { speech.report(shown) }
      let wording = BatchWording(speech.language)
      if Interruption.signal != 0 {
        Output.note(wording.stopped(tally, canResume: files != nil && !options.inputs.contains("-")))
        return 128 + Interruption.signal
      }
      try files?.finish(position: position, tally: tally)
      Output.note(wording.summary(tally, skipped: batch.skippedFiles))
      return status(tally).rawValue
    } catch let problems as Problems {
      speech.report(problems)
      return Status.unreadable.rawValue
    } catch let failure as WriteFailure {
      if failure.code == EPIPE { return status(tally).rawValue }
      Output.note("bomgate: \(failure.path)：无法写入 · it could not be written (error \(failure.code))\n")
      return Status.outputFailure.rawValue
    }
  }

  private func status(_ tally: BatchTally) -> Status {
    var worst = Status.compliant
    if tally.errors > 0 { worst = .unreadable }
    if failsOnExpired, tally.expired > 0 { worst = max(worst, .violated) }
    for (verdict, count) in tally.verdicts where count > 0 { worst = max(worst, Status(verdict)) }
    return worst
  }

  /// The bytes of some bills.
  private var piece: @Sendable ([BatchEntry]) -> Piece {
    // Before the threads begin: they would wait for the first of them.
    let digests = explains ? (rules: engine.rulesDigest, catalog: engine.catalogDigest) : (rules: "", catalog: "")
    let tool = ToolInfo(
      version: Bomgate.version, rulesDigest: digests.rules, catalogDigest: digests.catalog,
      regions: engine.book.regions, vocabulary: engine.book.vocabulary)
    return { [columns, format, explains] entries in
      let rows = entries.map { ResultRow(source: $0.source, line: $0.line, id: $0.id, result: $0.result) }
      var piece = Piece(rows: format == .csv ? CSVRows(columns).bytes(rows) : JSONRows(columns).bytes(rows))
      for entry in entries {
        switch entry.result {
        case .success(let assessment):
          piece.tally.add(assessment)
          if explains, assessment.verdict == .fail {
            let report = Report(
              assessment: assessment, source: entry.source, digest: entry.digest(), tool: tool)
            piece.explanations += JSONReport.bytes(report, .line)
          }
        case .failure(let problems):
          piece.tally.addError()
          if piece.problems.count < Self.shownProblems, let first = problems.sorted.first {
            piece.problems.append(first)
          }
        }
      }
      return piece
    }
  }

  private static func warning(_ finding: Finding) -> Diagnostic {
    Diagnostic(.warning, finding.code, finding.message, at: finding.span)
  }
}
