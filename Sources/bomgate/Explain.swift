import ArgumentParser
import Diagnostics
import Engine
import Glibc
import Reports

/// `bomgate explain`: prints how one policy came to its verdict.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "逐步说明一项政策的结论 · show step by step how a policy came to its verdict",
    discussion: "bomgate explain bom.yaml --policy cn-nx-hub-32")

  @Argument(help: ArgumentHelp("清单文件 · a bill", valueName: "bom"), completion: .file())
  var bom: String

  @OptionGroup(title: "规则 · rules") var rules: RuleOptions
  @OptionGroup(title: "输入 · input") var input: InputOptions
  @OptionGroup(title: "项目 · project") var project: ProjectOptions
  @OptionGroup(title: "判断 · judging") var judging: JudgingOptions
  @OptionGroup(title: "输出 · output") var output: OutputOptions

  func validate() throws {
    guard !judging.policy.isEmpty else {
      throw ValidationError("请用 --policy 指明政策 · name the policy with --policy")
    }
  }

  func run() throws {
    let run = try Run(rules: rules, input: input, project: project, judging: judging, output: output)
    let policies = judging.policy
    var status = Status.compliant
    try run.forEach(
      [bom],
      render: { report, _ in
        Array(policies.compactMap { Explanation(run.style).render(report, policy: $0) }.joined(separator: "\n").utf8)
      }
    ) { outcome in
      status = outcome.status
      if !outcome.problems.isEmpty { output.report(outcome.problems) }
      for (number, text) in outcome.texts.enumerated() {
        if number > 0 { try Output.write("\n", status: status) }
        try Output.write(text, status: status)
      }
    }
    // Leaving at once spares taking the rule book apart, and composing a message that nobody sees.
    Glibc.exit(status.rawValue)
  }
}
