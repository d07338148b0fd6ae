import ArgumentParser
import Audit
import Diagnostics

/// `bomgate audit verify`: whether a store is what it was.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对全部摘要，看库有没有被动过 · compute every digest anew",
    discussion: """
      链头由每次运行结束时打印，请存放在库外：给出 --head 才能发现末尾的记录被删掉
      A run prints the head of the chain at its end. Keep it outside the store: with --head it shows where entries were
      removed from the end.
      """)

  @Option(help: ArgumentHelp("以前打印的链头 · a head that a run printed", valueName: "digest"))
  var head: [String] = []

  @Option(help: "格式：text、json · the format")
  var format: PrintFormat = .text

  @OptionGroup var options: StoreOptions

  func validate() throws {
    for head in head where ContentDigest(text: head) == nil {
      throw ValidationError("--head \(head)：应为 sha256: 加64位十六进制 · write sha256: and 64 hexadecimal digits")
    }
  }

  func run() throws {
    let heads = head.compactMap { ContentDigest(text: $0) }
    let found = try options.opened { try $0.verify(heads: heads) }
    switch format {
    case .json: try Output.write(JSONText.of(Verified(found)))
    case .text: try Output.write(text(found))
    }
    if found.fault != nil { throw ExitCode(1) }
  }

  private func text(_ found: Verification) -> String {
    if let fault = found.fault {
      let held = options.say(
        "之前的 \(found.entries) 条记录完好", "\(found.entries) \(found.entries == 1 ? "entry" : "entries") before it hold")
      return "✗ " + fault[options.language] + "\n  \(held)\n"
    }
    var text = options.say(
      "✓ \(found.runs) 次运行、\(found.entries) 条记录全部完好",
      "✓ \(found.runs) \(found.runs == 1 ? "run" : "runs"), \(found.entries) entries: all hold")
    if !found.incomplete.isEmpty {
      let numbers = found.incomplete.map(String.init).joined(separator: options.say("、", ", "))
      text += options.say("；未完成的运行：\(numbers)", "; incomplete: run \(numbers)")
    }
    if let head = found.head { text += "\n  " + options.say("链头 ", "head ") + head.text }
    return text + "\n"
  }
}

/// What a program is told of a store.
private struct Verified: Encodable {
  struct Fault: Encodable {
    var zh: String
    var en: String
  }

  var holds: Bool
  /// How many entries hold, up to the first fault.
  var entries: Int
  var runs: Int
  var incomplete: [Int]
  var head: String?
  var fault: Fault?

  init(_ found: Verification) {
    holds = found.fault == nil
    entries = found.entries
    runs = found.runs
    incomplete = found.incomplete
    head = found.head?.text
    fault = found.fault.map { Fault(zh: $0.zh, en: $0.en) }
  }
}
