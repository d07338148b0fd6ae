import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Glibc
import Inventory
import Reports

/// `bomgate check`: judges bills and prints a report for each.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    // Read alone, it must not be asked for completions too: that costs as much as its own options.
    _superCommandName: "bomgate", abstract: "检查清单并打印报告 · check bills and print a report",
    discussion: """
      bomgate check bom.yaml
      bomgate check bid-*.yaml --format json > reports.json
      bomgate check bom.yaml --region 640500 --fact pue=1.18 --as-of 2025-03-01
      cat bom.json | bomgate check -
      """)

  @Argument(
    help: ArgumentHelp(
      "清单文件，格式自动识别，`-` 为标准输入 · files of bills in any known format; `-` is standard input", valueName: "bom"),
    completion: .file())
  var boms: [String]

  @Option(help: "格式：text、json、ndjson · the format")
  var format: ReportFormat = .text

  @OptionGroup(title: "规则 · rules") var rules: RuleOptions
  @OptionGroup(title: "输入 · input") var input: InputOptions
  @OptionGroup(title: "项目 · project") var project: ProjectOptions
  @OptionGroup(title: "判断 · judging") var judging: JudgingOptions
  @OptionGroup(title: "输出 · output") var output: OutputOptions

  enum ReportFormat: String, Choice { case text, json, ndjson }

  func run() throws {
    let run = try Run(rules: rules, input: input, project: project, judging: judging, output: output)
    let format = format
    var status = Status.compliant
    var count = 0
    // Whether the reports stand in an array; open until the first is seen.
    var isArray = boms.count != 1
    try run.forEach(
      boms,
      render: { report, isOnly in
        switch format {
        case .text: Array(TextReport(run.style).render(report).utf8)
        case .ndjson: JSONReport.bytes(report, .line)
        case .json: JSONReport.bytes(report, isOnly ? .lines : .item)
        }
      }
    ) { outcome in
      status = max(status, outcome.status)
      if !outcome.problems.isEmpty { output.report(outcome.problems) }
      if outcome.texts.count > 1 { isArray = true }
      for text in outcome.texts {
        switch format {
        case .ndjson: break
        case .text: if count > 0 { try Output.write("\n", status: status) }
        case .json: if isArray { try Output.write(count == 0 ? "[\n  " : ",\n  ", status: status) }
        }
        try Output.write(text, status: status)
        count += 1
      }
    }
    if format == .json, isArray { try Output.write(count == 0 ? "[]\n" : "\n]\n", status: status) }
    // Leaving at once spares taking the rule book apart, and composing a message that nobody sees.
    Glibc.exit(status.rawValue)
  }
}
