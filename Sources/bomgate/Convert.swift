import ArgumentParser
import Diagnostics
import Engine
import Glibc
import Inventory
import Reports

/// `bomgate convert`: prints the canonical bills of a file in any format.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "转换为规范清单，标明每项出处 · print the canonical bill, with the place where each field was found",
    discussion: """
      bomgate convert bid.xlsx > bom.yaml
      bomgate convert plan.json --input-format terraform
      bomgate convert bid.csv --show-columns > columns.yaml
      """)

  @Argument(
    help: ArgumentHelp("清单文件，`-` 为标准输入 · a file of bills; `-` is standard input", valueName: "file"),
    completion: .file())
  var file: String

  @Flag(help: "只打印表格各列的含义，供 --columns 修改后再用 · print what the columns of a table were taken to hold")
  var showColumns = false

  @OptionGroup(title: "规则 · rules") var rules: RuleOptions
  @OptionGroup(title: "输入 · input") var input: InputOptions
  @OptionGroup(title: "项目 · project") var project: ProjectOptions
  @OptionGroup(title: "输出 · output") var output: OutputOptions

  func run() throws {
    var bills: [BillOfMaterials] = []
    var problems = Problems()
    do {
      let engine = try rules.engine()
      let options = try input.options(project.overrides(engine), engine)
      if showColumns {
        try Output.write(engine.columns(of: file, options).yaml, status: .compliant)
        Glibc.exit(Status.compliant.rawValue)
      }
      (bills, problems) = engine.materials(at: file, options)
    } catch let found as Problems {
      problems = found
    }
    if !problems.isEmpty { output.report(problems) }
    let status = problems.hasErrors ? Status.unreadable : .compliant
    let texts = bills.map { CanonicalBill(output.language).render($0) }
    if !texts.isEmpty { try Output.write(texts.joined(separator: "---\n"), status: status) }
    Glibc.exit(status.rawValue)
  }
}
