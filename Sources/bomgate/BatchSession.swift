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
  let store: StorePipe?

  /// Runs; the exit status.
  func run(
    output: String?, explanations: String?, resumes: Bool, signature: [String], progress: Bool?
  ) throws -> Int32 {
    Interruption.listen()
    defer { store?.wait() }
    let header = format == .csv ? CSVRows(columns).header : []
    var tally = BatchTally()
    var position = BatchPosition()
    var shown = Problems()
    do {
      let files = try output.map {
        try BatchOutput($0, explanations: explanations, header: header, signature: signature, resumes: resumes)
      }
      let batch = BatchRun(engine, options, isCancelled: { Interruption.signal != 0 }, renderer: renderer)
      // The process ends with it: to take apart what it has learnt would only cost time.
      _ = Unmanaged.passRetained(batch)
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
          where shown.count < RowRenderer.shownProblems {
            shown.add(problem)
          }
          if let files {
            try files.append(
              result.output.rows, explanations: result.output.explanations, position: position, tally: tally)
          } else {
            try Output.write(result.output.rows, status: status(tally))
          }
          if let store, let source = result.source {
            try store.append(
              result.output.packed ?? PackedBytes(of: result.output.rows), result.output.decisions, source)
          }
          meter.show(tally, read: result.size)
        }
      }
      if !shown.isEmpty { speech.report(shown) }
      let wording = BatchWording(speech.language)
      try store?.end(tally, isWhole: Interruption.signal == 0)
      // Both wait for the disk, and so they wait together.
      if store != nil, Interruption.signal == 0 { try files?.sync() }
      try store?.confirm()
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
    } catch let failure as StoreFailure {
      return failure.status
    } catch let failure as WriteFailure {
      if failure.code == EPIPE { return status(tally).rawValue }
      return Output.failure(failure).rawValue
    }
  }

  private func status(_ tally: BatchTally) -> Status {
    var worst = Status.compliant
    if tally.errors > 0 { worst = .unreadable }
    if failsOnExpired, tally.expired > 0 { worst = max(worst, .violated) }
    for (verdict, count) in tally.verdicts where count > 0 { worst = max(worst, Status(verdict)) }
    return worst
  }

  /// What makes bytes of the bills of a block.
  private var renderer: @Sendable () -> RowRenderer {
    // Before the threads begin: they would wait for the first of them.
    let digests = explains ? (rules: engine.rulesDigest, catalog: engine.catalogDigest) : (rules: "", catalog: "")
    let tool = ToolInfo(
      version: Bomgate.version, rulesDigest: digests.rules, catalogDigest: digests.catalog,
      regions: engine.book.regions, vocabulary: engine.book.vocabulary)
    return { [columns, format, explains, store] in
      RowRenderer(
        columns, format == .csv ? .csv : .ndjson, tool, explains: explains,
        decisions: store.map { store in DecisionWriter { store.outcomes.number(of: $0) } })
    }
  }

  private static func warning(_ finding: Finding) -> Diagnostic {
    Diagnostic(.warning, finding.code, finding.message, at: finding.span)
  }
}
