internal import Diagnostics

/// The serial numbers of all that one line stands for: each once, in the order in which they were seen.
struct SerialNumbers {
  /// More than a line has things of its own; the rest is counted.
  static let limit = 100_000

  private(set) var numbers: [String] = []
  /// Where the first was found.
  private(set) var span: SourceSpan?
  /// How many were left out, because there were more than a line holds.
  private(set) var leftOut = 0
  private var known: Set<String> = []

  /// The numbers among some texts.
  init(_ texts: [Found]) {
    for text in texts { add(text) }
  }

  /// The numbers among some texts that may be there.
  init(_ texts: Found?...) { self.init(texts.compactMap(\.self)) }

  /// Takes a number; a text that is none is passed over.
  private mutating func add(_ found: Found) {
    guard let number = SerialNumber.meaning(of: found.text) else { return }
    insert(number, at: found.span)
  }

  /// Takes the numbers of another thing that the line stands for too.
  mutating func add(_ others: SerialNumbers) {
    guard let span = others.span else { return }
    for number in others.numbers { insert(number, at: span) }
    leftOut += others.leftOut
  }

  private mutating func insert(_ number: String, at place: SourceSpan) {
    guard !known.contains(number) else { return }
    guard numbers.count < Self.limit else {
      leftOut += 1
      return
    }
    known.insert(number)
    numbers.append(number)
    if span == nil { span = place }
  }

  /// What is to be said where some were left out.
  func remark(line: String) -> Finding? {
    guard leftOut > 0, let span else { return nil }
    return Finding(
      "too-many-serials", .warning,
      Localized(
        zh: "这一行有超过 \(Self.limit) 个序列号，其余 \(leftOut) 个没有记下",
        en: "the line has more than \(Self.limit) serial numbers; the other \(leftOut) are left out"),
      line: line, span: span)
  }
}

extension Line {
  /// Adds serial numbers to the tags.
  mutating func add(_ serials: SerialNumbers) {
    guard let span = serials.span else { return }
    let own = Set(tags)
    tags += serials.numbers.lazy.map { SerialNumber.prefix + $0 }.filter { !own.contains($0) }
    if places[.tags] == nil { places[.tags] = span }
  }
}
