/// One line of a derivation.
///
///     policy/requirement by amount: 3/4 >= 70% -> pass          a basis of its measure, held against the value
///     policy/requirement verified: 0.6 .. 0.7                   its measure by the catalogue's evidence alone
///     policy/requirement: 0.6 .. 0.7 >= 70% -> undetermined     its first basis, and its verdict
///     policy/requirement -> undetermined basis [s1, s2]         its verdict, the reason, the lines that decide
///     policy/grant: 0 .. 10000000 -> pass                       the money, and whether it can be had
///     total: 0 .. 10000000                                      the money of all policies
///     -> pass                                                   the bill's verdict
struct Statement {
  var subject = ""
  var basis: String?
  var isVerified = false
  var low: Fraction?
  var high: Fraction?
  var isOpen = false
  var comparison: Comparison?
  var value: Fraction?
  var verdict: String?
  var reason: String?
  var lines: [String]?

  enum Comparison: String, CaseIterable {
    case atLeast = ">=", atMost = "<=", above = ">", below = "<"

    /// What the program calls it.
    var name: String {
      switch self {
      case .atLeast: "at_least"
      case .atMost: "at_most"
      case .above: "above"
      case .below: "below"
      }
    }

    func holds(_ number: Fraction, _ value: Fraction) -> Bool {
      switch self {
      case .atLeast: number >= value
      case .atMost: number <= value
      case .above: number > value
      case .below: number < value
      }
    }
  }

  init(_ text: String) throws {
    let (left, right) = text.splitOnce(by: "->")
    let (head, numbers) = left.splitOnce(by: ":")
    var words = head.split(separator: " ").map(String.init)
    if words.count == 3, words[1] == "by" { basis = words[2] }
    isVerified = words.count == 2 && words[1] == "verified"
    if basis != nil || isVerified { words.removeSubrange(1...) }
    guard words.count <= 1 else { throw Mistake("`\(head)` is no subject") }
    subject = words.first ?? ""
    if let numbers { try read(numbers: numbers) }
    if let right { try read(outcome: right) }
  }

  private mutating func read(numbers text: String) throws {
    var text = text
    for sign in Comparison.allCases where comparison == nil {
      let (left, right) = text.splitOnce(by: sign.rawValue)
      guard let right else { continue }
      comparison = sign
      value = try Arithmetic.value(of: right)
      text = left
    }
    let (first, second) = text.splitOnce(by: "..")
    low = try Arithmetic.value(of: first)
    isOpen = second?.contains("∞") ?? false
    if !isOpen { high = try second.map { try Arithmetic.value(of: $0) } ?? low }
  }

  private mutating func read(outcome text: String) throws {
    let (words, list) = text.splitOnce(by: "[")
    let parts = words.split(separator: " ").map(String.init)
    guard (1...2).contains(parts.count) else { throw Mistake("`\(text)` is no verdict") }
    verdict = parts[0]
    reason = parts.count == 2 ? parts[1] : nil
    lines = list?.dropLast().split(separator: ",").map { $0.drop(while: \.isWhitespace).description }
    guard let comparison, let value, let low, reason == nil else { return }
    // The verdict must follow from the numbers, by the rules of the design page and not by the program's word.
    let (worse, better) = comparison == .atLeast || comparison == .above ? (low, high) : (high ?? low, low)
    let follows =
      comparison.holds(worse, value) && !(isOpen && (comparison == .atMost || comparison == .below))
      ? "pass" : better.map { comparison.holds($0, value) } ?? true ? "undetermined" : "fail"
    guard verdict == follows else { throw Mistake("`\(text)` does not follow: the numbers say \(follows)") }
  }
}

extension String {
  fileprivate func splitOnce(by sign: String) -> (String, String?) {
    guard let range = firstRange(of: sign) else { return (self, nil) }
    func trimmed(_ text: Substring) -> String {
      var text = text.drop(while: \.isWhitespace)
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text)
    }
    return (trimmed(self[..<range.lowerBound]), trimmed(self[range.upperBound...]))
  }
}
