internal import Quantities

extension BatchTally {
  /// It on one line, to be kept and read again.
  public var text: String {
    var words = ["errors=\(errors)", "expired=\(expired)"]
    words += Verdict.allCases.map { "\($0.rawValue)=\(verdicts[$0] ?? 0)" }
    for (currency, sum) in money.sorted(by: { $0.key < $1.key }) {
      let low = sum.amount?.low.number?.description ?? ""
      let high = sum.amount?.high.number?.description ?? ""
      words.append("\(currency)=\(low);\(high);\(sum.open)")
    }
    return words.joined(separator: " ")
  }

  /// The tally that was kept as a text; nil where it is none.
  public init?(text: some StringProtocol) {
    self.init()
    for word in text.split(separator: " ") {
      guard let equals = word.firstIndex(of: "=") else { return nil }
      let (name, value) = (String(word[..<equals]), word[word.index(after: equals)...])
      if let verdict = Verdict(rawValue: name) {
        guard let count = Int(value) else { return nil }
        if count > 0 { verdicts[verdict] = count }
      } else if name == "errors" || name == "expired" {
        guard let count = Int(value) else { return nil }
        if name == "errors" { errors = count } else { expired = count }
      } else {
        let parts = value.split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count == 3, let open = Int(parts[2]) else { return nil }
        let (low, high) = (try? Rational(exact: String(parts[0])), try? Rational(exact: String(parts[1])))
        guard parts[0].isEmpty || (low != nil && high != nil) else { return nil }
        var sum = Money()
        sum.amount = if let low, let high { Interval(low, high) } else { nil }
        sum.open = open
        money[name] = sum
      }
    }
  }
}
