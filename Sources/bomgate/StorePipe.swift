import Diagnostics
import Engine
import Evaluation
import Glibc
import Reports

/// The way from a batch to an audit store: messages to the program that writes it. One thread at a time uses it.
final class StorePipe: Sendable {
  private struct State {
    var input: Int32
    /// How it ended, once it did.
    var status: Int32?
    /// The attachments of the block that was sent last.
    var attachments: [[UInt8]]?
    /// The numbers of the outcomes that were sent.
    var outcomes: Set<Int> = []
  }

  /// The outcomes of the run.
  let outcomes = OutcomeNumbers()

  private let process: pid_t
  private let state: Guarded<State>

  /// A store that gets a run.
  init(_ path: String, _ language: Language, run: KeptRun) throws {
    let companion = try Companion.start(["write", "--store", path, "--lang", language.rawValue])
    process = companion.process
    state = Guarded(State(input: companion.input))
    for file in run.rules { try send(KeptFrame(.rule, [Array(file.path.utf8), Array(file.name.utf8), file.bytes])) }
    try send(KeptFrame(run))
  }

  /// Hands on a block, and before it the outcomes that no block had before.
  ///
  /// - Throws: `StoreFailure`.
  func append(_ results: PackedBytes, _ decisions: DecisionWriter.Output, _ source: KeptSource) throws {
    let new = state.withLock { state in decisions.outcomes.filter { state.outcomes.insert($0).inserted } }
    for number in new { try send(KeptFrame(outcome: outcomes[number], number: number)) }
    let isFollowing = state.withLock { state in
      defer { state.attachments = source.attachments }
      return state.attachments == source.attachments
    }
    try send(KeptFrame(results: results, decisions: decisions.bytes, source: source, isFollowing: isFollowing))
  }

  /// Says what the run came to.
  ///
  /// - Throws: `StoreFailure`.
  func end(_ tally: BatchTally, isWhole: Bool) throws {
    var words: [String] = ["ended", Clock.moment, "status", isWhole ? "complete" : "stopped", "tally", tally.text]
    words += ["bills", String(tally.count)]
    try send(KeptFrame(.end, words.map { Array($0.utf8) }))
  }

  /// Waits until the run is kept.
  ///
  /// - Throws: `StoreFailure`.
  func confirm() throws {
    let status = wait()
    if status != 0 { throw StoreFailure(status: status) }
  }

  private func send(_ frame: KeptFrame) throws {
    let descriptor = state.withLock { $0.input }
    for bytes in [frame.head()] + frame.parts where !Self.write(bytes, to: descriptor) {
      // It has said why it went away.
      let status = wait()
      throw StoreFailure(status: status == 0 ? 74 : status)
    }
  }

  /// Waits until all that was handed on is written, whatever becomes of the run; the exit status.
  @discardableResult
  func wait() -> Int32 {
    state.withLock { state in
      if let status = state.status { return status }
      close(state.input)
      let status = Self.status(of: process)
      state.status = status
      return status
    }
  }

  private static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return 74 }
    }
    if status & 0x7F == 0 { return status >> 8 & 0xFF }
    Output.note("bomgate: \(Companion.name)：被信号 \(status & 0x7F) 中止 · ended by signal \(status & 0x7F)\n")
    return 74
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count > 0 { done += count }
        if count < 0, errno != EINTR { return false }
      }
      return true
    }
  }
}

/// That a store could not be written, which the program that writes it has said.
struct StoreFailure: Error {
  /// The exit status.
  let status: Int32
}
