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
  let storing: StoreChoice?

  /// Runs; the exit status.
  func run(
    output: String?, explanations: String?, resumes: Bool, signature: [String], progress: Bool?
  ) throws -> Int32 {
    Interruption.listen()
    var tally = BatchTally()
    var position = BatchPosition()
    var shown = Problems()
    do {
      let destination = try BatchDestination(
        BatchDestination.Choice(
          output: output, explanations: explanations, header: format == .csv ? CSVRows(columns).header : [],
          signature: signature, resumes: resumes, hasStream: options.inputs.contains("-"), storing: storing))
      defer { destination.close() }
      let batch = BatchRun(
        engine, options, isCancelled: { Interruption.signal != 0 }, renderer: renderer(destination.outcomes))
      // The process ends with it: to take apart what it has learnt would only cost time.
      _ = Unmanaged.passRetained(batch)
      let resumption = destination.resumption
      if let resumption {
        tally = resumption.tally
        position = resumption.position
        if !resumption.isDone { try batch.resume(at: position) }
      }
      if resumption?.isDone != true {
        var meter = Progress(progress, options, speech)
        defer { meter.clear() }
        try batch.run { result in
          tally.add(result.output.tally)
          for problem in result.notices.map(Self.warning) + result.output.problems
          where shown.count < RowRenderer.shownProblems {
            shown.add(problem)
          }
          position = try destination.append(result, tally: tally, status: status(tally))
          meter.show(tally, read: result.size)
        }
      }
      if !shown.isEmpty { speech.report(shown) }
      let wording = BatchWording(speech.language)
      if Interruption.signal != 0 {
        try destination.stop(tally)
        Output.note(wording.stopped(tally, canResume: destination.canResume))
        return 128 + Interruption.signal
      }
      try destination.finish(position: position, tally: tally)
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

  /// What makes bytes of the bills of a block, and of their outcomes what a store keeps.
  private func renderer(_ outcomes: OutcomeNumbers?) -> @Sendable () -> RowRenderer {
    // Before the threads begin: they would wait for the first of them.
    let digests = explains ? (rules: engine.rulesDigest, catalog: engine.catalogDigest) : (rules: "", catalog: "")
    let tool = ToolInfo(
      version: Bomgate.version, rulesDigest: digests.rules, catalogDigest: digests.catalog,
      regions: engine.book.regions, vocabulary: engine.book.vocabulary)
    return { [columns, format, explains] in
      RowRenderer(
        columns, format == .csv ? .csv : .ndjson, tool, explains: explains,
        decisions: outcomes.map { outcomes in DecisionWriter { outcomes.number(of: $0) } })
    }
  }

  private static func warning(_ finding: Finding) -> Diagnostic {
    Diagnostic(.warning, finding.code, finding.message, at: finding.span)
  }
}
