import ArgumentParser
import Diagnostics
import Engine

/// Which rule book a run uses.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("规则文件夹，代替内置规则 · a folder of rules in place of the built-in ones", valueName: "dir"),
    completion: .directory)
  var rules: String?

  @Option(
    help: ArgumentHelp("规则文件夹，加在所用规则之上；可重复 · a folder of rules to add; may be repeated", valueName: "dir"),
    completion: .directory)
  var addRules: [String] = []

  /// The engine with the rules read and checked.
  func engine() throws(Problems) -> Engine { try Engine(rules: files()) }

  /// The files of the rules, not checked yet.
  func files() throws(Problems) -> [RuleFile] {
    var files: [RuleFile]
    if let rules { files = try RuleFile.book(in: rules) } else { files = RuleFile.builtIn }
    for folder in addRules { files += try RuleFile.files(in: folder) }
    return files
  }
}
