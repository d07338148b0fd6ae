import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Inventory
import Policy
import Quantities
import Reports

/// `bomgate worker`: judges frames of bills on standard input, as one of many processes of a larger job.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "作为分布式作业的一个进程，逐帧检查 · judge frames of bills, as one process of a larger job",
    discussion: """
      标准输入和标准输出上是帧：两个4字节的长度（高位在前），一个 JSON 帧头，内容
      Standard input and output carry frames: two lengths of four bytes (the higher ones first), a header in JSON, a payload.

      第一帧 · the first frame   {"frame": "rules"}    内容为空，或 · empty, or {"rules": {PATH: TEXT}, "add_rules": [{PATH: TEXT}]}
      回答 · its answer          {"frame": "ready", "version": ..., "rules": DIGEST}    CSV 的表头 · the header of CSV
      以后 · then                {"frame": "lines", "source": ..., "line": 1}    每行一份 · a bill a line
                                 {"frame": "table", "source": ...}    带表头的长表 · a long table under its header
      回答 · their answers       {"frame": "rows", "bills": N, "errors": N, "rows": BYTES, "portfolio": BYTES}
                                 `batch` 的行，然后是可用 merge 相加的部分汇总 · rows of `batch`, then sums for `merge`

      每帧最多64 MiB；输入在两帧之间结束即正常结束，结论不影响退出状态 · A frame has at most 64 MiB. The input may end
      between frames; verdicts do not change the exit status.
      """)

  @Option(help: "结果格式：ndjson、csv · the format of the rows")
  var format: Batch.RowFormat = .ndjson

  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp(
      "只要这些列，逗号分隔；可重复 · only these columns, with commas between; may be repeated", valueName: "columns"))
  var chosenColumns: [String] = []

  @Option(
    help:
      "listed：清单已列出每台服务器的部件，没写的就是没有 · listed: the bills list the parts of every server, and what is not there is none")
  var parts: Batch.PartsChoice?

  @Option(
    help: ArgumentHelp("另按这项政策算部分汇总 · also the sums of a portfolio by this policy", valueName: "id"))
  var portfolio: String?

  @Option(help: ArgumentHelp("汇总到这一年的12月31日 · the portfolio as of the last day of a year", valueName: "year"))
  var year: Int?

  @Option(help: "汇总的分组：region、year、buyer、vendor · break the values of the portfolio down")
  var by: PortfolioGrouping?

  @OptionGroup(title: "规则 · rules") var rules: RuleOptions
  @OptionGroup(title: "项目 · project") var project: ProjectOptions
  @OptionGroup(title: "判断 · judging") var judging: JudgingOptions
  @OptionGroup(title: "输出 · output") var speech: OutputOptions

  func validate() throws {
    guard (portfolio == nil) == (year == nil), portfolio != nil || by == nil else {
      throw ValidationError(
        "--portfolio 和 --year 要一起用，--by 也要有它们 · --portfolio and --year go together, and --by needs both")
    }
    if let year, Day(year: year, month: 12, day: 31) == nil {
      throw ValidationError("--year \(year)：没有这一年 · there is no such year")
    }
  }

  func run() throws {
    do {
      let frames = try FrameStream()
      guard let first = try frames.next() else { return }
      guard first.kind == .rules else { throw Self.misplaced(first) }
      let engine = try Engine(rules: first.rules(over: rules.files()))
      var session = try session(engine)
      try session.answer(ready: engine)
      while let frame = try frames.next() {
        guard frame.kind != .rules else { throw Self.misplaced(frame) }
        try session.answer(frame)
      }
    } catch let problems as Problems {
      speech.report(problems)
      throw ExitCode(Status.unreadable.rawValue)
    }
  }

  private func session(_ engine: Engine) throws(Problems) -> WorkerSession {
    let judging = try self.judging.options(engine)
    var overrides = try project.overrides(engine)
    overrides.listsParts = parts == .listed
    var options = BatchOptions(
      inputs: ["-"], reading: ReadingOptions(overrides: overrides), judging: judging, jobs: 1)
    // A process works alone on its core: to cut a frame once more is of no use to it.
    options.blockSize = FrameStream.payloadLimit
    let assessor = try portfolio.map { policy throws(Problems) in try engine.portfolio(terms(policy, judging)) }
    let policies = engine.book.policies.filter {
      self.judging.policy.isEmpty || self.judging.policy.contains($0.id)
    }
    let chosen = chosenColumns.flatMap { $0.split(separator: ",").map(String.init) }
    let columns =
      try chosen.isEmpty
      ? ResultColumns(policies, speech.language) : ResultColumns(policies, speech.language, chosen: chosen)
    return WorkerSession(
      engine: engine, options: options, columns: columns, format: format, assessor: assessor, speech: speech)
  }

  private func terms(_ policy: String, _ options: AssessmentOptions) -> PortfolioTerms {
    let day = year.flatMap { Day(year: $0, month: 12, day: 31) } ?? Day(number: 0)
    return PortfolioTerms(policy: policy, asOf: day, grouping: by, judging: options)
  }

  private static func misplaced(_ frame: Frame) -> Problems {
    Problems(
      Diagnostic(
        .error, "bad-frame",
        frame.kind == .rules
          ? Localized(zh: "规则只能在第一帧给一次", en: "rules are given once, in the first frame")
          : Localized(zh: "第一帧应是规则", en: "the first frame must be the rules"),
        help: Localized(
          zh: "先发 `{\"frame\": \"rules\"}`，内容为空即用内置规则",
          en: "send `{\"frame\": \"rules\"}` first; an empty payload is the built-in rules")))
  }
}
