import ArgumentParser
import Audit
import Diagnostics
import Engine
import Reports

/// `bomgate audit show`: a run, or the whole report on one of its bills.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一次运行，或其中一份清单的完整报告 · a run, or the whole report on one of its bills",
    discussion: """
      报告由留存的清单和规则重新计算；与留存的结论不同时指出，退出状态为1
      The report is computed again from the bill and the rules that were kept; where it differs from what was kept, that is
      said, and the exit status is 1.
      """)

  @Argument(help: ArgumentHelp("运行的编号 · the number of the run", valueName: "run"))
  var number: Int

  @Option(help: ArgumentHelp("清单编号 · the id of a bill", valueName: "id"))
  var bom: String?

  @Option(help: "格式：text、json · the format")
  var format: PrintFormat = .text

  @OptionGroup var options: StoreOptions

  func run() throws {
    let isSame = try options.opened { store in
      let run = try store.run(number)
      if let bom { return try show(bom, run, store) }
      try show(run, try store.requirementCounts(of: run))
      return true
    }
    if !isSame { throw ExitCode(1) }
  }

  private func show(_ run: StoredRun, _ counts: [AuditStore.RequirementCount]) throws {
    switch format {
    case .json:
      struct Shown: Encodable {
        var run: RunSummary
        var settings: [String: [String]]
        var requirements: [AuditStore.RequirementCount]
      }
      try Output.write(JSONText.of(Shown(run: RunSummary(run), settings: run.settings, requirements: counts)))
    case .text:
      var text = RunText(options).render(run)
      let hidden: Set = ["began", "rules", "input", "header"]
      for (name, values) in run.settings.sorted(by: { $0.key < $1.key }) where !hidden.contains(name) {
        text += "   \(name): \(values.joined(separator: " ").printable)\n"
      }
      for count in counts { text += "   \(count.requirement)  \(options.verdict(count.verdict)) \(count.bills)\n" }
      try Output.write(text)
    }
  }

  /// Whether all bills of that id come out as they were kept.
  private func show(_ id: String, _ run: StoredRun, _ store: AuditStore) throws -> Bool {
    let replay = try Replay(store, run)
    var reader = replay.reader()
    var (found, isSame) = (0, true)
    try store.forEachBlock(of: run, withSources: false) { kept in
      guard kept.decisions.contains(id) else { return true }
      let block = try store.block(kept.place, of: run)
      let replayed = ReplayedBlock(block, replay, &reader, id: id)
      isSame = isSame && replayed.differences.isEmpty
      for entry in reader.entries(of: block.kept) ?? [] where entry.id == id {
        found += 1
        switch entry.result {
        case .failure(let problems): try Output.write(ProblemList(options.style()).render(problems))
        case .success(let assessment):
          let report = Report(
            assessment: assessment, source: entry.source, digest: entry.digest(), tool: replay.tool)
          switch format {
          case .json: try Output.write(JSONReport.bytes(report, .lines))
          case .text: try Output.write(TextReport(options.style()).render(report))
          }
        }
      }
      return true
    }
    guard found > 0 else {
      throw Problems(
        Diagnostic(
          .error, "no-such-bill",
          Localized(zh: "第 \(number) 次运行里没有清单 `\(id)`", en: "run \(number) has no bill `\(id)`")))
    }
    if !isSame {
      Output.note(
        options.say("重新计算的结果与留存的不同\n", "what was computed again differs from what was kept\n"))
    }
    return isSame
  }
}
