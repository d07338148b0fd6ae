internal import Inventory
internal import Policy
internal import Quantities

extension Wording {
  /// How much a grant is, in words.
  func amount(of grant: Grant) -> String {
    func money(_ series: DatedSeries<Rational>) -> String {
      self.series(series) { self.money(Interval(exactly: $0), grant.currency) }
    }
    func rate(_ series: DatedSeries<Rational>) -> String { self.series(series) { Numerals.percent($0) } }
    var words: [String]
    switch grant.amount.form {
    case .upTo(let series): words = [self("最高 ", "up to ") + money(series)]
    case .exactly(let series): words = [money(series)]
    case .rate(let series, let base):
      words = [self("\(title(base))的 ", "") + rate(series) + self("", " of \(title(base))")]
    case .rateUpTo(let series, let base):
      words = [self("不超过\(title(base))的 ", "at most ") + rate(series) + self("", " of \(title(base))")]
    case .unstated: words = [self("文件没有写数额", "the text names no figure")]
    }
    if let cap = grant.amount.cap { words.append(self("上限 ", "capped at ") + money(cap)) }
    if let already = grant.amount.already { words.append(self("扣除", "less ") + fact(already)) }
    if let step = grant.amount.rounding {
      words.append(
        self(
          "舍入到 \(Numerals.exact(step.to))（\(name(step.mode))）",
          "rounded to \(Numerals.exact(step.to)), \(name(step.mode))"))
    }
    return clauses(words)
  }

  /// What a way of rounding is called.
  func name(_ mode: Rounding) -> String {
    switch mode {
    case .down: self("向下舍", "down")
    case .up: self("向上入", "up")
    case .halfUp: self("四舍五入", "half up")
    case .halfEven: self("四舍六入五成双", "half to even")
    }
  }

  private func series(_ series: DatedSeries<Rational>, _ text: (Rational) -> String) -> String {
    list(series.entries.map { entry in (entry.from.map { self("\($0) 起 ", "from \($0) ") } ?? "") + text(entry.value) })
  }
}
