import ArgumentParser
import Audit
import Diagnostics
import Engine
import Glibc

/// What `bomgate batch --store` starts: keeps the run that comes on standard input.
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "write", shouldDisplay: false)

  @OptionGroup var options: StoreOptions

  func run() throws {
    // A signal from the terminal reaches both programs; the one that judges decides where the run ends.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    try options.reporting {
      var run = ReceivedRun(try AuditStore.writing(options.store))
      let queue = FrameQueue(FrameReader(0))
      while let frames = queue.take() {
        for frame in frames {
          guard let head = try run.take(frame) else { continue }
          Output.note(
            options.say(
              "已存入 \(options.store)：第 \(run.number) 次运行，链头 \(head.text)\n",
              "kept in \(options.store) as run \(run.number), head \(head.text)\n"))
          return
        }
      }
      // The other side went away: what was judged so far is kept, and the run has no end.
      try run.flush()
    }
  }
}

/// A run that comes message by message.
private struct ReceivedRun {
  private let store: AuditStore
  private var rules: [RuleFile] = []
  private var keeper: RunKeeper?

  init(_ store: AuditStore) { self.store = store }

  var number: Int { keeper?.run ?? 0 }

  /// Keeps what a message brings; the head of the chain at the end of the run.
  mutating func take(_ frame: KeptFrame) throws -> ContentDigest? {
    switch frame.kind {
    case .rule where frame.parts.count == 3:
      rules.append(
        RuleFile(
          path: String(decoding: frame.parts[0], as: UTF8.self), name: String(decoding: frame.parts[1], as: UTF8.self),
          bytes: frame.parts[2]))
    case .run:
      guard keeper == nil, let run = frame.run(rules) else { throw ExitCode(70) }
      keeper = try RunKeeper(
        store, settings: run.settings, rules: rules.map { ($0.path, $0.name, $0.bytes) },
        files: [run.waivers, run.columns])
    case .outcome:
      guard let keeper, let outcome = frame.outcome else { throw ExitCode(70) }
      keeper.add(outcome: outcome.number, outcome.decided)
    case .block:
      guard let keeper, let block = frame.block else { throw ExitCode(70) }
      try keeper.append(
        RunKeeper.Block(
          results: block.results.stored, decisions: block.decisions, source: block.source.stored,
          attachments: block.attachments, form: block.form))
    case .end:
      guard let keeper else { throw ExitCode(70) }
      return try keeper.end(frame.settings(from: 0))
    case .rule: throw ExitCode(70)
    }
    return nil
  }

  func flush() throws { try keeper?.flush() }
}
