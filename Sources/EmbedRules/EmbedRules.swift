import Foundation
import PackagePlugin

/// Puts the rule book of `Rules/` inside the program, read and laid out already, so that a start costs no parsing.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInBook.swift")
    let inputs = try files(under: rules)
    return [
      .buildCommand(
        displayName: "Reading the rule book",
        executable: try context.tool(named: "RuleCompiler").url,
        arguments: [rules.path, output.path],
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }

  private func files(under folder: URL) throws -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }
  }
}
