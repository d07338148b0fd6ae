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
  let outcomes: OutcomeNumbers
  /// How many blocks of the run the store had before.
  let blocks: Int

  private let process: pid_t
  private let state: Guarded<State>

  /// A store that gets a run, or with `resumes` what is left of the one of its mark.
  ///
  /// - Throws: `StoreFailure`.
  init(_ path: String, _ language: Language, run: KeptRun, resumes: Bool) throws {
    let words = ["write", "--store", path, "--lang", language.rawValue] + (resumes ? ["--resume"] : [])
    let companion = try Companion.start(words)
    defer { close(companion.output) }
    process = companion.process
    state = Guarded(State(input: companion.input))
    var frames = run.rules.map { KeptFrame(.rule, [Array($0.path.utf8), Array($0.name.utf8), $0.bytes]) }
    frames.append(KeptFrame(run))
    let isSent = frames.allSatisfy { Self.send($0, to: companion.input) }
    var answer: (blocks: Int, outcomes: Int)? = (0, 0)
    if resumes { answer = isSent ? Self.answer(from: companion.output) : nil }
    blocks = answer?.blocks ?? 0
    outcomes = OutcomeNumbers(from: answer?.outcomes ?? 0)
    if !isSent || answer == nil { throw ended() }
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

  /// Says that the run stops here, and may go on later.
  ///
  /// - Throws: `StoreFailure`.
  func pause() throws { try send(KeptFrame(.pause, [])) }

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
    if !Self.send(frame, to: state.withLock { $0.input }) { throw ended() }
  }

  private static func send(_ frame: KeptFrame, to descriptor: Int32) -> Bool {
    ([frame.head()] + frame.parts).allSatisfy { write($0, to: descriptor) }
  }

  /// That it went away; it has said why.
  private func ended() -> StoreFailure {
    let status = wait()
    return StoreFailure(status: status == 0 ? 74 : status)
  }

  /// How many blocks of the run the store has, and which number the next outcome has; nil where it went away instead.
  private static func answer(from descriptor: Int32) -> (blocks: Int, outcomes: Int)? {
    var text = ""
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { break }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
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
