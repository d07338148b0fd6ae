import ArgumentParser
import Diagnostics
import Engine

/// Which rule book a run uses.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "规则文件夹或规则文件，代替内置规则；可重复 · a folder of rules, or a file of them, in place of the built-in ones; may be repeated",
      valueName: "path"),
    completion: .file())
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      "规则文件夹或规则文件，加在所用规则之上；可重复 · a folder of rules, or a file of them, to add; may be repeated", valueName: "path"),
    completion: .file())
  var addRules: [String] = []

  /// The engine with the rules read and checked.
  func engine() throws(Problems) -> Engine { try Engine(rules: files()) }

  /// The files of the rules, not checked yet.
  func files() throws(Problems) -> [RuleFile] {
    let book = rules.isEmpty ? RuleFile.builtIn : try RuleFile.book(at: rules)
    return try book + RuleFile.files(at: addRules, after: rules.count)
  }
}
