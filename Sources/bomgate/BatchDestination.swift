import Engine
import Evaluation
import Reports

/// Where the results of a batch go: to files or to standard output, and to a store too if there is one.
final class BatchDestination {
  private let files: BatchOutput?
  private let store: StorePipe?
  private var kept: Int?
  /// Whether a run that stops here can go on.
  let canResume: Bool

  /// What the command line says of it.
  struct Choice {
    var output: String?
    var explanations: String?
    var header: [UInt8]
    var signature: [String]
    var resumes: Bool
    /// Whether some input is standard input.
    var hasStream: Bool
    var storing: StoreChoice?
  }

  /// Opens it. Of a run that can go on later, files and store have the same mark.
  ///
  /// - Throws: what `BatchOutput` throws; `StoreFailure`.
  init(_ choice: Choice) throws {
    var store: StorePipe?
    do {
      files = try choice.output.map {
        try BatchOutput(
          $0, explanations: choice.explanations, header: choice.header, signature: choice.signature,
          mark: String(UInt64.random(in: 0 ... .max), radix: 16), resumes: choice.resumes,
          store: choice.storing.map { storing in
            { mark, resumes in
              // What came from a stream is gone, and no run goes on without it.
              let pipe = try storing.open(mark: choice.hasStream ? nil : mark, resumes: resumes)
              store = pipe
              return pipe.blocks
            }
          })
      }
      if files == nil {
        store = try choice.storing?.open(mark: nil, resumes: false)
        try Output.write(choice.header)
      }
    } catch {
      store?.wait()
      throw error
    }
    self.store = store
    kept = store?.blocks
    canResume = files?.canResume == true && !choice.hasStream
  }

  /// Where a run goes on; nil for one that begins.
  var resumption: BatchOutput.Resumption? { files?.resumption }

  /// The outcomes of the run that a store keeps once for all bills.
  var outcomes: OutcomeNumbers? { store?.outcomes }

  /// Writes what became of a block; where the run goes on behind it. With a status, a reader that has gone away ends the
  /// program.
  func append(_ result: BatchRun<RowRenderer>.Result, tally: BatchTally, status: Status) throws -> BatchPosition {
    var position = result.position
    if result.source != nil { kept = kept.map { $0 + 1 } }
    position.kept = kept
    let output = result.output
    // The journal knows of a block before the store does: a store that fell behind is caught up with, one ahead could not be.
    if let files {
      try files.append(output.rows, explanations: output.explanations, position: position, tally: tally)
    } else {
      try Output.write(output.rows, status: status)
    }
    if let store, let source = result.source {
      try store.append(output.packed ?? PackedBytes(of: output.rows), output.decisions, source)
    }
    return position
  }

  /// Sees to it that all is kept of a run that a signal stopped.
  func stop(_ tally: BatchTally) throws {
    if canResume { try store?.pause() } else { try store?.end(tally, isWhole: false) }
    try store?.confirm()
  }

  /// Ends the run in the store, and gives the files their names.
  func finish(position: BatchPosition, tally: BatchTally) throws {
    if let store {
      try store.end(tally, isWhole: true)
      // Both wait for the disk, and so they wait together.
      try files?.sync()
      try store.confirm()
    }
    try files?.finish(position: position, tally: tally)
  }

  /// Waits until the store has all that it was given, whatever became of the run.
  func close() { store?.wait() }
}
