import Diagnostics
import Documents
import Foundation

/// Reads every file of a rule book and writes them, with their trees, as a Swift source that the program holds.
///
/// `RuleCompiler RULES OUTPUT` runs during the build; `OUTPUT` is the source to write.
@main
struct RuleCompiler {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else { throw Usage() }
    let (rules, output) = (CommandLine.arguments[1], CommandLine.arguments[2])
    var source = """
      /// The rule book as it was when the program was built: path, text and tree of each file.
      enum BuiltInBook {
        static var files: [(path: StaticString, text: StaticString, tree: StaticString)] {
          [

      """
    for path in try FileManager.default.subpathsOfDirectory(atPath: rules).sorted()
    where path.hasSuffix(".yaml") && !path.hasSuffix(".tests.yaml") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: rules + "/" + path))
      let text = String(decoding: bytes, as: UTF8.self)
      // A file with a fault goes in without a tree: the program, and its tests, report the fault.
      let document = try? YAML.document(in: SourceFile.decoding(Array(bytes), name: path))
      let tree = Data(document?.compiled ?? []).base64EncodedString()
      source += "(\"\(path)\", ####\"\"\"\n\(text)\n\"\"\"####, \"\(tree)\"),\n"
    }
    source += """
          ]
        }
      }

      """
    try Data(source.utf8).write(to: URL(fileURLWithPath: output))
  }

  struct Usage: Error {}
}
