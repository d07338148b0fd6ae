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
      let store = try AuditStore.writing(options.store)
      let reader = FrameReader(0)
      var rules: [RuleFile] = []
      var keeper: RunKeeper?
      while let frame = reader.next() {
        switch frame.kind {
        case .rule where frame.parts.count == 3:
          rules.append(
            RuleFile(
              path: String(decoding: frame.parts[0], as: UTF8.self),
              name: String(decoding: frame.parts[1], as: UTF8.self),
              bytes: frame.parts[2]))
        case .run:
          guard keeper == nil, let run = frame.run(rules) else { throw ExitCode(70) }
          keeper = try RunKeeper(
            store, settings: run.settings, rules: rules.map { ($0.path, $0.name, $0.bytes) },
            files: [run.waivers, run.columns])
        case .block:
          guard let keeper, let block = frame.block else { throw ExitCode(70) }
          try keeper.append(
            RunKeeper.Block(
              results: block.results, decisions: block.decisions, source: block.source,
              attachments: block.attachments, form: block.form))
        case .end:
          guard let keeper else { throw ExitCode(70) }
          let head = try keeper.end(frame.settings(from: 0))
          Output.note(
            options.say(
              "已存入 \(options.store)：第 \(keeper.run) 次运行，链头 \(head.text)\n",
              "kept in \(options.store) as run \(keeper.run), head \(head.text)\n"))
          return
        case .rule: throw ExitCode(70)
        }
      }
      // The other side went away: what was judged so far is kept, and the run has no end.
      try keeper?.flush()
    }
  }
}
