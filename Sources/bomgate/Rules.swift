import ArgumentParser
import Diagnostics
import Engine
import Policy
import Reports

/// `bomgate rules`: what bills are judged by.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "列出、查看和测试政策 · list, show and test policies",
    subcommands: [List.self, Show.self, Test.self],
    defaultSubcommand: List.self)

  /// `bomgate rules list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出政策 · list the policies")

    @OptionGroup(title: "规则 · rules") var rules: RuleOptions
    @OptionGroup(title: "输出 · output") var output: OutputOptions

    func run() throws {
      let engine = try output.engine(rules)
      try Output.write(PolicyTable(output.style, book: engine.book).render(engine.book.policies))
    }
  }

  /// `bomgate rules show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "查看一项政策的全文与出处 · show a policy with its clauses and sources",
      discussion: "bomgate rules show cn-nx-hub-32")

    @Argument(help: ArgumentHelp("政策编号 · the policy", valueName: "id"))
    var id: String

    @OptionGroup(title: "规则 · rules") var rules: RuleOptions
    @OptionGroup(title: "输出 · output") var output: OutputOptions

    func run() throws {
      let engine = try output.engine(rules)
      guard let policy = engine.book.policy(id) else {
        let near = nearest(to: id, among: engine.book.policies.map(\.id))
        output.report(
          Problems(
            Diagnostic(
              .error, "unknown-policy", Localized(zh: "没有政策 `\(id)`", en: "there is no policy `\(id)`"),
              help: near.map { Localized(zh: "是否想写 `\($0)`？", en: "did you mean `\($0)`?") })))
        throw ExitCode(Status.unreadable.rawValue)
      }
      try Output.write(PolicyText(output.style, book: engine.book).render(policy))
    }
  }

  /// `bomgate rules test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "运行政策旁的测试 · run the tests beside the policies",
      discussion: "bomgate rules test Rules")

    @Argument(help: ArgumentHelp("规则文件夹 · the folder of rules", valueName: "dir"), completion: .directory)
    var folder: String

    @OptionGroup(title: "输出 · output") var output: OutputOptions

    func run() throws {
      var passed = 0
      var failures = Problems()
      do {
        let engine = try Engine(rules: RuleFile.book(at: [folder]))
        for file in try RuleFile.tests(in: folder) {
          let tests = try PolicyTestFile(file.bytes, name: file.name, engine: engine)
          for testCase in tests.cases {
            let problems = tests.failures(of: testCase, engine: engine)
            if problems.isEmpty { passed += 1 } else { failures.add(problems) }
          }
        }
      } catch {
        output.report(error)
        throw ExitCode(Status.unreadable.rawValue)
      }
      output.report(failures)
      try Output.write("\(passed) passed, \(failures.errorCount) failed\n")
      if failures.hasErrors { throw ExitCode(Status.violated.rawValue) }
    }
  }
}

extension OutputOptions {
  /// The engine; its problems are written and end the run.
  func engine(_ rules: RuleOptions) throws -> Engine {
    do {
      return try rules.engine()
    } catch {
      report(error)
      throw ExitCode(Status.unreadable.rawValue)
    }
  }
}
