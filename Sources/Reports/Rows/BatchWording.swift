public import Diagnostics
public import Evaluation
internal import Quantities

/// What a run over many bills says of itself, in one language.
public struct BatchWording: Sendable {
  private let language: Language

  /// In a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// How many bills have which verdict, and the money.
  public func summary(_ tally: BatchTally, skipped: Int = 0) -> String {
    var lines = [counts(tally)]
    for (currency, money) in tally.money.sorted(by: { ($0.key != "CNY", $0.key) < ($1.key != "CNY", $1.key) }) {
      lines.append(self.money(money, currency))
    }
    if skipped > 0 { lines.append(self.skipped(skipped)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many files of folders were not read.
  public func skipped(_ count: Int) -> String {
    say(
      "文件夹里有 \(grouped(count)) 个文件不像清单，没有读",
      "\(grouped(count)) file\(count == 1 ? "" : "s") in folders looked like no bill and \(count == 1 ? "was" : "were") not read"
    )
  }

  /// One line while it runs: what is done of how many bytes, since when.
  public func progress(_ tally: BatchTally, done: Int, of size: Int?, milliseconds: Int) -> String {
    let rate = milliseconds > 0 ? tally.count * 1000 / milliseconds : 0
    var parts = [say("已判断 \(grouped(tally.count)) 份", "\(grouped(tally.count)) bills")]
    parts.append(say("每秒 \(grouped(rate)) 份", "\(grouped(rate))/s"))
    if let size, size > 0, done > 0 {
      let part = min(done, size)
      parts.append("\(part * 100 / size)%")
      let left = Int(Int128(milliseconds) * Int128(size - part) / Int128(part) / 1000)
      parts.append(say("还需 \(clock(left))", "\(clock(left)) left"))
    }
    let marks =
      Verdict.allCases.map { "\($0.mark) \(grouped(tally.verdicts[$0] ?? 0))" } + ["! \(grouped(tally.errors))"]
    return parts.joined(separator: " · ") + " · " + marks.joined(separator: " ")
  }

  /// That the run was stopped, and how it goes on.
  public func stopped(_ tally: BatchTally, canResume: Bool) -> String {
    let done = say(
      "已中断：\(grouped(tally.count)) 份清单的结果是完整的", "stopped: the results of \(grouped(tally.count)) bills are whole")
    let help = say("用同样的命令加 --resume 接着运行", "run the same command with --resume to go on")
    return canResume ? "\(done)\(say("；", "; "))\(help)\n" : done + "\n"
  }

  private func counts(_ tally: BatchTally) -> String {
    let verdicts = Verdict.allCases.compactMap { verdict -> String? in
      let count = tally.verdicts[verdict] ?? 0
      guard count > 0 else { return nil }
      switch verdict {
      case .pass: return say("合规 \(grouped(count))", "\(grouped(count)) compliant")
      case .fail: return say("不合规 \(grouped(count))", "\(grouped(count)) not compliant")
      case .undetermined: return say("尚不能确定 \(grouped(count))", "\(grouped(count)) not yet decided")
      case .notApplicable:
        return say("没有强制要求适用 \(grouped(count))", "\(grouped(count)) without a mandatory requirement")
      }
    }
    let errors =
      tally.errors > 0
      ? [say("无法判断 \(grouped(tally.errors))", "\(grouped(tally.errors)) that could not be judged")] : []
    let parts = verdicts + errors
    let total = say("共 \(grouped(tally.count)) 份清单", "\(grouped(tally.count)) bill\(tally.count == 1 ? "" : "s")")
    return parts.isEmpty ? total : total + say("：", ": ") + parts.joined(separator: say("，", ", "))
  }

  private func money(_ money: BatchTally.Money, _ currency: String) -> String {
    let open =
      money.open > 0
      ? say("；另有 \(grouped(money.open)) 份没有上限", "; \(grouped(money.open)) without a ceiling besides") : ""
    guard let low = money.amount?.low.number, let high = money.amount?.high.number else {
      return say("补贴合计（\(currency)）：超出精确计算的范围", "grants (\(currency)): past what exact arithmetic holds")
    }
    let range =
      low == high
      ? Numerals.grouped(Numerals.money(low))
      : "\(Numerals.grouped(Numerals.money(low))) – \(Numerals.grouped(Numerals.money(high)))"
    return say("各份补贴合计（\(currency)）：", "grants of all bills (\(currency)): ") + range + open
  }

  private func grouped(_ number: Int) -> String { Numerals.grouped(String(number)) }

  private func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return seconds < 3600
      ? "\(seconds / 60):\(two(seconds % 60))" : "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}

private func < (left: (Bool, String), right: (Bool, String)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : !left.0
}
