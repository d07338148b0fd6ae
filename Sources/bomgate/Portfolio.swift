import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Glibc
import Inventory
import Quantities
import Reports

/// `bomgate portfolio`: the indicators of a policy over many bills together.
struct Portfolio: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio", abstract: "汇总多个项目，对照政策的总量指标 · hold many projects together against a policy's indicators",
    discussion: """
      bomgate portfolio bids/ --policy cn-compute-plan-2023-2025 --year 2025
      bomgate portfolio bids/ --policy cn-compute-plan-2023-2025 --year 2025 --by region --top 5
      bomgate portfolio boms.csv --policy cn-compute-plan-2023-2025 --as-of 2024-12-31 --format json
      bomgate portfolio bids/ --policy cn-compute-plan-2023-2025 --year 2025 --format html > report.html
      bomgate portfolio east/ --policy cn-compute-plan-2023-2025 --year 2025 --partial east.json

      每份清单按自己的日期判断，目标取汇总日的数值；晚于这一天的清单不计入，并注明份数。同一 `project.id` 只计一次，
      第二份是错误；没有编号的按文件和行区分 · Each bill is judged on its own day, the targets are those of the
      portfolio's day; later bills are left out and counted. A `project.id` counts once, its second bill is an error;
      bills without an id are told apart by file and line.
      目标不影响退出状态，除非 --enforce targets · targets do not change the exit status but with --enforce targets
      """)

  @Argument(
    help: ArgumentHelp("清单文件或文件夹，`-` 为标准输入 · files or folders of bills; `-` is standard input", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(help: ArgumentHelp("汇总到这一年的12月31日 · as of the last day of a year", valueName: "year"))
  var year: Int?

  @Option(help: "分组：region、year、buyer、vendor · break the values down")
  var by: PortfolioGrouping?

  @Option(
    help: ArgumentHelp("另把可相加的部分汇总写到文件 · also write the sums, to be added up by merge", valueName: "file"),
    completion: .file())
  var partial: String?

  @Flag(
    help: "长表里同一清单的行可以不相连；要多占内存 · the rows of a bill may stand apart in a long table, which takes more memory")
  var unsorted = false

  @OptionGroup var work: JobOptions
  @OptionGroup(title: "汇总 · portfolio") var portfolio: PortfolioOutput
  @OptionGroup(title: "规则 · rules") var rules: RuleOptions
  @OptionGroup(title: "输入 · input") var input: InputOptions
  @OptionGroup(title: "项目 · project") var project: ProjectOptions
  @OptionGroup(title: "判断 · judging") var judging: JudgingOptions
  @OptionGroup(title: "输出 · output") var output: OutputOptions

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("请给出输入 · name an input") }
    guard judging.policy.count == 1 else {
      throw ValidationError("请用 --policy 指明一项政策 · name one policy with --policy")
    }
    guard (year == nil) != (project.asOf == nil) else {
      throw ValidationError("请给出 --year 或 --as-of 之一 · give either --year or --as-of")
    }
    if let year, Day(year: year, month: 12, day: 31) == nil {
      throw ValidationError("--year \(year)：没有这一年 · there is no such year")
    }
    if judging.waivers != nil {
      throw ValidationError("豁免只用于单份清单 · waivers are for single bills")
    }
  }

  func run() throws {
    let engine: Engine
    let assessor: PortfolioAssessor
    var options: BatchOptions
    do throws(Problems) {
      engine = try rules.engine()
      let judging = try self.judging.options(engine)
      let reading = try input.options(project.overrides(engine), engine)
      assessor = try engine.portfolio(terms(judging, reading.overrides.asOf))
      options = BatchOptions(inputs: inputs, reading: reading, judging: judging, jobs: work.count)
    } catch {
      output.report(error)
      throw ExitCode(Status.unreadable.rawValue)
    }
    options.isUnsorted = unsorted
    let run = PortfolioRun(engine, options, assessor)
    let outcome = try run.run(isCancelled: { false }) { output.report($0) }
    if outcome.skippedFiles > 0 { Output.note(BatchWording(output.language).skipped(outcome.skippedFiles) + "\n") }
    if let partial {
      try Output.file(partial) { write in
        try PartialJSON.write(outcome.tally, assessor.terms, rulesDigest: engine.rulesDigest, to: write)
      }
    }
    // Leaving at once spares taking the rule book apart.
    Glibc.exit(try portfolio.write(outcome.tally, assessor, engine, output).rawValue)
  }

  private func terms(_ options: AssessmentOptions, _ asOf: Day?) -> PortfolioTerms {
    let policy = judging.policy.first ?? ""
    let day = year.flatMap { Day(year: $0, month: 12, day: 31) } ?? asOf ?? Day(number: 0)
    return PortfolioTerms(policy: policy, asOf: day, grouping: by, judging: options)
  }
}
