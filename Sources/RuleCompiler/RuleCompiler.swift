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
        static var files: [(path: StaticString, text: StaticString, tree: StaticString, arena: StaticString)] {
          [

      """
    for path in try FileManager.default.subpathsOfDirectory(atPath: rules).sorted()
    where path.hasSuffix(".yaml") && !path.hasSuffix(".tests.yaml") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: rules + "/" + path))
      let text = String(decoding: bytes, as: UTF8.self)
      // A file with a fault goes in without a tree: the program, and its tests, report the fault.
      let document = try? YAML.document(in: SourceFile.decoding(Array(bytes), name: path))
      let compiled = document?.compiled ?? .init(words: [], arena: [])
      source += "(\"\(path)\", \(raw(text)), \"\(literal(compiled.words))\", "
      source += "\(raw(String(decoding: compiled.arena, as: UTF8.self)))),\n"
    }
    source += """
          ]
        }
      }

      """
    try Data(source.utf8).write(to: URL(fileURLWithPath: output))
  }

  /// A text as a literal in which nothing is escaped.
  private static func raw(_ text: String) -> String {
    "####\"\"\"\n\(text)\n\"\"\"####"
  }

  /// Words as a text: one character where the word is below 0x8000, as nearly all of a tree's are, else three. No
  /// character is a surrogate, and small ones take a byte.
  private static func literal(_ words: [UInt32]) -> String {
    var text = ""
    for word in words {
      let parts = word < 0x8000 ? [word] : [0x8000 | word >> 30, word >> 15 & 0x7FFF, word & 0x7FFF]
      for case let part? in parts.map(Unicode.Scalar.init) {
        switch part {
        case "\"", "\\": text += "\\" + String(part)
        case "\0": text += "\\0"
        case _ where part.value < 0x20 || part.value >= 0x7F: text += "\\u{" + String(part.value, radix: 16) + "}"
        default: text.unicodeScalars.append(part)
        }
      }
    }
    return text
  }

  struct Usage: Error {}
}
