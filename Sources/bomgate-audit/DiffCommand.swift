import ArgumentParser
import Audit
import Diagnostics

/// `bomgate audit diff`: what two runs do not say alike.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "两次运行有何不同 · what differs between two runs")

  @Argument(help: ArgumentHelp("较早的运行 · the earlier run", valueName: "run1"))
  var first: Int

  @Argument(help: ArgumentHelp("较晚的运行 · the later run", valueName: "run2"))
  var second: Int

  @Option(help: "格式：text、json（每行一份清单） · the format; json has a line a bill")
  var format: PrintFormat = .text

  @OptionGroup var options: StoreOptions

  func run() throws {
    var (changed, new, gone) = (0, 0, 0)
    let same = try options.opened { store in
      try store.compare(try store.run(first), try store.run(second)) { change in
        if change.before == nil { new += 1 } else if change.after == nil { gone += 1 } else { changed += 1 }
        switch format {
        case .json: try Output.write(JSONText.line(change))
        case .text: try Output.write(text(change))
        }
      }
    }
    if format == .text {
      try Output.write(
        options.say(
          "不同 \(changed) 份，新增 \(new) 份，不再有 \(gone) 份，相同 \(same) 份\n",
          "\(changed) changed, \(new) new, \(gone) gone, \(same) the same\n"))
    }
    if changed + new + gone > 0 { throw ExitCode(1) }
  }

  private func text(_ change: BillChange) -> String {
    let bill = change.bill.printable
    guard let before = change.before else { return "+ \(bill)  \(word(change.after))\n" }
    guard let after = change.after else { return "- \(bill)  \(word(before))\n" }
    var lines = ["~ \(bill)  " + (word(before) == word(after) ? word(after) : "\(word(before)) → \(word(after))")]
    for part in change.requirements {
      lines.append("\(part.name)  \(options.verdict(part.before?.first)) → \(options.verdict(part.after?.first))")
    }
    for part in change.grants { lines.append("\(part.name)  \(money(part.before)) → \(money(part.after))") }
    return lines.joined(separator: "\n    ") + "\n"
  }

  private func word(_ side: BillChange.Side?) -> String {
    side.map { side in side.verdict.map { options.verdict($0) } ?? side.error ?? "–" } ?? "–"
  }

  private func money(_ values: [String?]?) -> String {
    guard let values, values.count == 4 else { return "–" }
    return "\(values[1] ?? "–")..\(values[2] ?? "∞") \(values[3] ?? "") (\(options.verdict(values[0])))"
  }
}
