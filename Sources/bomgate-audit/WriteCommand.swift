import ArgumentParser
import Audit
import Diagnostics
import Engine
import Glibc

/// What `bomgate batch --store` starts: keeps the run that comes on standard input. One that goes on says first, on standard
/// output, how many of its blocks the store has and which number the next outcome has.
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "write", shouldDisplay: false)

  @Flag(help: .hidden)
  var resume = false

  @OptionGroup var options: StoreOptions

  func run() throws {
    // A signal from the terminal reaches both programs; the one that judges decides where the run ends.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    try options.reporting {
      var run = ReceivedRun(try AuditStore.writing(options.store), resumes: resume)
      let queue = FrameQueue(FrameReader(0))
      while let frames = queue.take() {
        for frame in frames {
          guard let head = try run.take(frame) else { continue }
          let isOpen = frame.kind == .pause
          Output.note(
            options.say(
              "已存入 \(options.store)：第 \(run.number) 次运行\(isOpen ? "（未完成）" : "")，链头 \(head.text)\n",
              "kept in \(options.store) as run \(run.number)\(isOpen ? ", incomplete" : ""), head \(head.text)\n"))
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
  private let resumes: Bool
  private var rules: [RuleFile] = []
  private var keeper: RunKeeper?

  init(_ store: AuditStore, resumes: Bool) {
    self.store = store
    self.resumes = resumes
  }

  var number: Int { keeper?.run ?? 0 }

  /// Keeps what a message brings; the head of the chain where the run ends or stops.
  mutating func take(_ frame: KeptFrame) throws -> ContentDigest? {
    switch frame.kind {
    case .rule where frame.parts.count == 3:
      rules.append(
        RuleFile(
          path: String(decoding: frame.parts[0], as: UTF8.self), name: String(decoding: frame.parts[1], as: UTF8.self),
          bytes: frame.parts[2]))
    case .run:
      guard keeper == nil, let run = frame.run(rules) else { throw ExitCode(70) }
      keeper =
        try resumed(run)
        ?? RunKeeper(
          store, settings: run.settings, rules: rules.map { ($0.path, $0.name, $0.bytes) },
          files: [run.waivers, run.columns])
      if resumes, let keeper { try Output.write(Array("\(keeper.blocks) \(keeper.nextOutcome)\n".utf8)) }
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
    case .pause:
      guard let keeper else { throw ExitCode(70) }
      return try keeper.pause()
    case .rule: throw ExitCode(70)
    }
    return nil
  }

  private func resumed(_ run: KeptRun) throws -> RunKeeper? {
    guard resumes, let mark = run["mark"] else { return nil }
    return try RunKeeper.resuming(store, mark: mark, settings: ["began": run.all("began")])
  }

  func flush() throws {
    do {
      try keeper?.flush()
    } catch let fault as StoreFault where fault.isElsewhere {
      // The batch is gone, and one that goes on with the run judges these bills again.
    }
  }
}
