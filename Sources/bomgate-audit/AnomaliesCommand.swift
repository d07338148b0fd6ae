import ArgumentParser
import Audit
import Diagnostics
import Engine
import Quantities

/// `bomgate audit anomalies`: what shows only where bills are held beside each other.
struct AnomaliesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anomalies",
    abstract: "跨清单的异常：序列号、发票、年度上限、价格 · serial numbers, invoices, yearly caps and prices across bills",
    discussion: """
      序列号和发票号写在行的 tags 里：serial:序列号、invoice:发票号，可以有多个
      Serial numbers and invoices stand in the tags of a line: serial:NUMBER and invoice:NUMBER, as many as there are.
      """)

  @Argument(help: ArgumentHelp("运行的编号，默认最近一次 · the numbers of runs; the last one by default", valueName: "run"))
  var numbers: [Int] = []

  @Option(
    help: ArgumentHelp(
      "同一产品的最高价比最低价高出多少才算异常 · by how much the prices of one product may differ", valueName: "percentage"))
  var priceSpread = "20%"

  @Option(help: "格式：text、json（每行一项） · the format; json has a line an anomaly")
  var format: PrintFormat = .text

  @OptionGroup var options: StoreOptions

  /// So many places of one anomaly are shown to people.
  private static let shown = 10

  func validate() throws {
    if spread == nil { throw ValidationError("--price-spread \(priceSpread)：应为百分比，如 20% · a percentage, such as 20%") }
  }

  private var spread: (over: Int, of: Int)? {
    guard priceSpread.hasSuffix("%"), let percent = try? Rational(exact: String(priceSpread.dropLast())),
      !percent.isNegative, let over = Int(exactly: percent.numerator), let of = Int(exactly: percent.denominator * 100)
    else { return nil }
    return (over, of)
  }

  func run() throws {
    guard let spread else { return }
    var count = 0
    var unread = 0
    try options.opened { store in
      let runs = try numbers.isEmpty ? [store.run(nil)] : numbers.map { try store.run($0) }
      let search = try AnomalySearch(store)
      // The later run knows better what a bill of both holds.
      for run in runs.sorted(by: { $0.number > $1.number }) {
        let replay = try Replay(store, run)
        var waiting: [StoredBlock] = []
        func take() throws {
          let blocks = waiting
          waiting = []
          let parts = stride(from: 0, to: blocks.count, by: 8).map { Array(blocks[$0..<min($0 + 8, blocks.count)]) }
          for part in concurrentMap(parts, { Self.facts($0, replay) }) {
            unread += part.unread
            try search.add(part.facts, run: run.number)
          }
        }
        try store.forEachBlock(of: run) { block in
          waiting.append(block)
          if waiting.count >= 32 { try take() }
          return true
        }
        try take()
      }
      try search.forEach(spread: spread) { anomaly in
        count += 1
        switch format {
        case .json: try Output.write(JSONText.line(anomaly))
        case .text: try Output.write(AnomalyText(options, shown: Self.shown).render(anomaly))
        }
      }
    }
    if format == .text {
      try Output.write(options.say("共 \(count) 项异常\n", "\(count) \(count == 1 ? "anomaly" : "anomalies")\n"))
      if unread > 0 {
        try Output.write(
          options.say(
            "另有 \(unread) 份清单当时读不了，没有比对\n",
            "\(unread) \(unread == 1 ? "bill" : "bills") could not be read then and \(unread == 1 ? "was" : "were") not compared\n"
          ))
      }
    }
    if count > 0 { throw ExitCode(1) }
  }

  private static func facts(_ blocks: [StoredBlock], _ replay: Replay) -> (facts: [BillFacts], unread: Int) {
    var reader = replay.reader()
    var (facts, unread): ([BillFacts], Int) = ([], 0)
    for block in blocks {
      for entry in reader.entries(of: block.kept) ?? [] {
        if case .success(let assessment) = entry.result {
          facts.append(BillFacts(entry, assessment))
        } else {
          unread += 1
        }
      }
    }
    return (facts, unread)
  }
}
