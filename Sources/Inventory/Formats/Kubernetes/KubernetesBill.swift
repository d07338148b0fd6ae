internal import Diagnostics
internal import Documents
internal import Quantities

/// The lines and findings of a stream as they come together.
struct KubernetesBill {
  let catalog: Catalog
  let jobs: Int
  var identifier: CardIdentifier
  var lines: [Line] = []
  private(set) var findings: [Finding] = []
  private var ids: [String: Int] = [:]
  /// The shares of all workloads, by the resource whose cards they are of, and the line that stands for them.
  private var tallies: [String: (tally: ShareTally, line: Int)] = [:]
  private var talliedNames: [String] = []
  /// Amounts that are no cards, by name: where the first one stands.
  private var uncounted: [String: SourceSpan] = [:]
  private var uncountedNames: [String] = []

  init(catalog: Catalog, jobs: Int) {
    self.catalog = catalog
    self.jobs = jobs
    identifier = CardIdentifier(catalog: catalog)
  }

  /// Adds a finding.
  mutating func note(
    _ code: String, _ severity: Finding.Severity, _ message: Localized, line: String? = nil, at span: SourceSpan
  ) {
    findings.append(Finding(code, severity, message, line: line, span: span))
  }

  /// An identifier that no other line has; one that is taken gets a number.
  mutating func uniqueID(_ wanted: String, at span: SourceSpan) -> String {
    var number = ids[wanted, default: 0] + 1
    ids[wanted] = number
    guard number > 1 else { return wanted }
    while ids["\(wanted)#\(number)"] != nil { number += 1 }
    let id = "\(wanted)#\(number)"
    ids[wanted] = number
    ids[id] = 1
    note(
      "duplicate-object", .warning,
      Localized(
        zh: "`\(wanted)` 出现了不止一次，每次都计入；若是同一个对象，集群中只有最后一个",
        en:
          "`\(wanted)` is there more than once and each is counted; if they are one object, a cluster has the last only"
      ),
      line: id, at: span)
    return id
  }

  /// Notes an amount that is no count of cards; each name is told once.
  mutating func noteUncounted(_ name: String, at span: SourceSpan) {
    guard uncounted[name] == nil else { return }
    uncounted[name] = span
    uncountedNames.append(name)
  }

  /// Whether shares of these cards have a line already.
  func hasTally(of name: String) -> Bool { tallies[name] != nil }

  /// Adds shares to those of the same cards; the line of the first stands for all.
  mutating func add(shares: Interval, ofOneContainer: Interval, areApart: Bool, of name: String, _ line: Line)
    throws(Overflow)
  {
    if tallies[name] == nil {
      talliedNames.append(name)
      lines.append(line)
    }
    var entry = tallies[name] ?? (ShareTally(), lines.count - 1)
    try entry.tally.add(shares, ofOneContainer: ofOneContainer, areApart: areApart)
    tallies[name] = entry
  }

  /// Puts the sums into the lines that stand for shares, and tells once what was not counted.
  mutating func finish() {
    for name in talliedNames {
      guard let (tally, line) = tallies[name] else { continue }
      lines[line].quantity = tally.cards
      note("shares", .note, tally.message, line: lines[line].id, at: lines[line].span)
    }
    for name in uncountedNames {
      guard let span = uncounted[name] else { continue }
      note(
        "not-a-count", .note,
        Localized(zh: "`\(name)` 不是卡数，没有计入", en: "`\(name)` is no number of cards and was not counted"), at: span)
    }
  }
}
