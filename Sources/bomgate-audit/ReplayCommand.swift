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

  @OptionGroup var options: StoreOptions

  /// So many bills that differ are named.
  private static let shown = 20

  func run() throws {
    var bills = 0
    var differences: [ReplayedBlock.Difference] = []
    var count = 0
    let isWhole = try options.opened { store in
      let run = try store.run(number)
      let replay = try Replay(store, run)
      var waiting: [StoredBlock] = []
      func compute() {
        let blocks = waiting
        waiting = []
        // A thread takes some blocks that follow each other, for what it learns of names helps with the next.
        let parts = stride(from: 0, to: blocks.count, by: 8).map { Array(blocks[$0..<min($0 + 8, blocks.count)]) }
        for part in concurrentMap(parts, { Self.replayed($0, replay, id: bom) }) {
          for block in part {
            bills += block.bills
            count += block.differences.count
            differences += block.differences.prefix(Self.shown - min(Self.shown, differences.count))
          }
        }
      }
      try store.forEachBlock(of: run) { block in
        if bom == nil || block.decisions.contains(bom ?? "") { waiting.append(block) }
        if waiting.count >= 32 { compute() }
        return true
      }
      compute()
      return run.outcome != nil
    }
    if let bom, bills == 0 {
      options.report(
        Problems(
          Diagnostic(
            .error, "no-such-bill",
            Localized(zh: "第 \(number) 次运行里没有清单 `\(bom)`", en: "run \(number) has no bill `\(bom)`"))))
      throw ExitCode(2)
    }
    try write(bills, count, differences, isWhole: isWhole)
    if count > 0 { throw ExitCode(1) }
  }

  private func write(
    _ bills: Int, _ count: Int, _ differences: [ReplayedBlock.Difference], isWhole: Bool
  ) throws {
    var text = ""
    for difference in differences {
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
    if !isWhole { text += options.say("这次运行没有完成，只有其中一部分\n", "the run is incomplete, and this is a part of it\n") }
    try Output.write(text)
  }

  private static func replayed(_ blocks: [StoredBlock], _ replay: Replay, id: String?) -> [ReplayedBlock] {
    var reader = replay.reader()
    var found: [ReplayedBlock] = []
    for block in blocks { found.append(ReplayedBlock(block, replay, &reader, id: id)) }
    return found
  }
}
