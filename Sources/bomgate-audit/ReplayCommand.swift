import ArgumentParser
import Audit
import Diagnostics
import Engine

/// `bomgate audit replay`: computes a run again, from the rules and bills that were kept.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "用留存的规则和清单重新计算，与留存的结果逐字节比对 · compute again from what was kept, and compare")

  @Argument(help: ArgumentHelp("运行的编号 · the number of the run", valueName: "run"))
  var number: Int

  @Option(help: ArgumentHelp("只算这一份清单 · only this bill", valueName: "id"))
  var bom: String?

  @Option(help: "格式：text、json · the format")
  var format: PrintFormat = .text

  @OptionGroup var options: StoreOptions

  /// So many bills that differ are named to people. A program is told of all; a block seldom has more than one, for there
  /// its comparison ends.
  private static let shown = 20

  /// What came of it.
  private struct Outcome: Encodable {
    var run: Int
    var status: String
    var bills = 0
    /// How many places differ.
    var differing = 0
    var differences: [ReplayedBlock.Difference] = []
  }

  func run() throws {
    let limit = format == .text ? Self.shown : .max
    let outcome = try options.opened { store in
      let run = try store.run(number)
      var outcome = Outcome(run: number, status: run.status)
      let replay = try Replay(store, run)
      var waiting: [StoredBlock] = []
      func compute() {
        let blocks = waiting
        waiting = []
        // A thread takes some blocks that follow each other, for what it learns of names helps with the next.
        let parts = stride(from: 0, to: blocks.count, by: 8).map { Array(blocks[$0..<min($0 + 8, blocks.count)]) }
        for part in concurrentMap(parts, { Self.replayed($0, replay, id: bom) }) {
          for block in part {
            outcome.bills += block.bills
            outcome.differing += block.differences.count
            outcome.differences += block.differences.prefix(limit - min(limit, outcome.differences.count))
          }
        }
      }
      try store.forEachBlock(of: run) { block in
        if bom == nil || block.decisions.contains(bom ?? "") { waiting.append(block) }
        if waiting.count >= 32 { compute() }
        return true
      }
      compute()
      return outcome
    }
    if let bom, outcome.bills == 0 {
      options.report(
        Problems(
          Diagnostic(
            .error, "no-such-bill",
            Localized(zh: "第 \(number) 次运行里没有清单 `\(bom)`", en: "run \(number) has no bill `\(bom)`"))))
      throw ExitCode(2)
    }
    switch format {
    case .json: try Output.write(JSONText.of(outcome))
    case .text: try Output.write(text(outcome))
    }
    if outcome.differing > 0 { throw ExitCode(1) }
  }

  private func text(_ outcome: Outcome) -> String {
    let (bills, count) = (outcome.bills, outcome.differing)
    var text = ""
    for difference in outcome.differences {
      let bill = (difference.bill ?? options.say("整块", "the whole block")).printable
      text += options.say("✗ 第 \(difference.block) 块  \(bill)\n", "✗ block \(difference.block)  \(bill)\n")
    }
    if count == 0 {
      text += options.say(
        "✓ 重新计算了 \(bills) 份清单，与留存的结果逐字节相同\n",
        "✓ computed \(bills) \(bills == 1 ? "bill" : "bills") again: the same as what was kept, byte for byte\n")
    } else {
      text += options.say("有 \(count) 处不同\n", "\(count) \(count == 1 ? "place differs" : "places differ")\n")
    }
    if outcome.status == "incomplete" {
      text += options.say("这次运行没有完成，只有其中一部分\n", "the run is incomplete, and this is a part of it\n")
    }
    return text
  }

  private static func replayed(_ blocks: [StoredBlock], _ replay: Replay, id: String?) -> [ReplayedBlock] {
    var reader = replay.reader()
    var found: [ReplayedBlock] = []
    for block in blocks { found.append(ReplayedBlock(block, replay, &reader, id: id)) }
    return found
  }
}
