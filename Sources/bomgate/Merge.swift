import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Glibc

/// `bomgate merge`: adds up parts of a portfolio.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "把部分汇总相加 · add up parts of a portfolio",
    discussion: """
      bomgate portfolio east/ --policy cn-compute-plan-2023-2025 --year 2025 --partial east.json
      bomgate portfolio west/ --policy cn-compute-plan-2023-2025 --year 2025 --partial west.json
      bomgate merge east.json west.json
      bomgate merge east.json west.json --format html > report.html

      结果与一次汇总全部清单逐字节相同。规则、政策、日期或选项不同，或同一项目在两个部分里，则拒绝
      The result is that of one run over all bills, byte for byte. Parts of other rules, another policy, day or options,
      and a project that is in two parts are refused.
      """)

  @Argument(
    help: ArgumentHelp("portfolio --partial 写的文件 · files that portfolio --partial wrote", valueName: "partial"),
    completion: .file())
  var partials: [String]

  @OptionGroup(title: "规则 · rules") var rules: RuleOptions
  @OptionGroup(title: "汇总 · portfolio") var portfolio: PortfolioOutput
  @OptionGroup(title: "输出 · output") var output: OutputOptions

  func run() throws {
    let engine: Engine
    let merged: (assessor: PortfolioAssessor, tally: PortfolioTally)
    do throws(Problems) {
      engine = try rules.engine()
      merged = try engine.merge(partials)
    } catch {
      output.report(error)
      throw ExitCode(Status.unreadable.rawValue)
    }
    // Leaving at once spares taking the rule book apart.
    Glibc.exit(try portfolio.write(merged.tally, merged.assessor, engine, output).rawValue)
  }
}
