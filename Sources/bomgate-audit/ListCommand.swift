import ArgumentParser
import Audit
import Diagnostics
import Evaluation
import Foundation
import Reports

/// `bomgate audit list`: the runs of a store.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出各次运行 · list the runs")

  @Option(help: "格式：text、json · the format")
  var format: PrintFormat = .text

  @OptionGroup var options: StoreOptions

  func run() throws {
    let runs = try options.opened { try $0.runs() }
    switch format {
    case .json: try Output.write(JSONText.of(runs.map(RunSummary.init)))
    case .text:
      if runs.isEmpty { try Output.write(options.say("没有运行\n", "there are no runs\n")) }
      for run in runs { try Output.write(RunText(options).render(run)) }
    }
  }
}

/// What a program is told of a run.
struct RunSummary: Encodable {
  var run: Int
  var began: String?
  var ended: String?
  var status: String
  var version: String?
  var inputs: [String]
  var rules: String?
  var catalog: String?
  var bills: Int?
  var verdicts: [String: Int]?
  var errors: Int?
  var head: String?

  init(_ run: StoredRun) {
    self.run = run.number
    began = run["began"]
    ended = run.outcome?["ended"]?.first
    status = run.status
    version = run["version"]
    inputs = run.settings["input"] ?? []
    rules = run["rules"]
    catalog = run["catalog"]
    head = run.head?.text
    guard let tally = run.tally else { return }
    bills = tally.count
    verdicts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, tally.verdicts[$0] ?? 0) })
    errors = tally.errors
  }
}

extension StoredRun {
  /// `complete`, `stopped` by a signal, or `incomplete`.
  var status: String { outcome?["status"]?.first ?? "incomplete" }
  /// What it came to.
  var tally: BatchTally? { outcome?["tally"]?.first.flatMap { BatchTally(text: $0) } }
}

/// A run as a person reads it.
struct RunText {
  private let options: StoreOptions

  init(_ options: StoreOptions) { self.options = options }

  func render(_ run: StoredRun) -> String {
    let status =
      switch run.status {
      case "complete": options.say("完成", "complete")
      case "stopped": options.say("被中断，已判断的部分完整", "stopped, whole as far as it went")
      default: options.say("未完成", "incomplete")
      }
    var lines = ["\(run.number)  \(run["began"] ?? "")  \(status)"]
    let inputs = run.settings["input"] ?? []
    let shown = inputs.prefix(5).map(\.printable).joined(separator: " ") + (inputs.count > 5 ? " …" : "")
    lines.append(options.say("输入  ", "inputs  ") + shown)
    if let tally = run.tally {
      lines += BatchWording(options.language).summary(tally).split(separator: "\n").map(String.init)
    }
    lines.append(options.say("规则  ", "rules   ") + (run["rules"] ?? ""))
    if let head = run.head { lines.append(options.say("链头  ", "head    ") + head.text) }
    return lines.joined(separator: "\n   ") + "\n"
  }
}

/// Values as JSON, with sorted keys.
enum JSONText {
  static func of(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value)) + [0x0A]
  }

  /// The same on one line.
  static func line(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value)) + [0x0A]
  }
}
