internal import Diagnostics
public import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// Writes what was decided of bills, for a store that is asked later: a JSON array with an array a bill, which has every
/// verdict, requirement and grant and how many findings there are, whatever columns somebody chose. A thread has one of
/// its own.
///
/// A bill is `[OUTCOME, ID, LINE, DIGEST, NUMBER, ...]`. The outcome is an object, or the number of one that is kept
/// elsewhere for all bills that have it. A whole number in that object is a place in the array of the bill, where the
/// number or the text stands that it has of its own. What does not apply is left out.
public final class DecisionWriter {
  /// The decisions of a block.
  public struct Output: Sendable {
    /// The array.
    public var bytes: [UInt8] = []
    /// The numbers of the outcomes that it refers to.
    public var outcomes: [Int] = []

    /// No decision.
    public init() {}
  }

  /// The pattern of the decisions of all bills that have the same outcome; a writer has one of its own.
  public final class Pattern {
    /// What writers of other threads may have of it.
    public let shared: SharedPattern
    fileprivate let row: RowPattern
    fileprivate var number: Int? { shared.number }
    /// The block that had such a bill last.
    fileprivate var block = 0

    /// The pattern of another writer.
    public init(_ shared: SharedPattern) {
      self.shared = shared
      row = shared.row.copy()
    }
  }

  /// A pattern as any writer may have it.
  public struct SharedPattern: Sendable {
    fileprivate let row: RowPattern
    fileprivate let number: Int?
  }

  private let number: @Sendable ([UInt8]) -> Int?
  private var sink = ByteSink(capacity: 1 << 16)
  private var isEmpty = true
  private var block = 1
  private var outcomes: [Int] = []

  /// A writer of no bill yet. `number` gives the number under which an outcome is kept, nil where it is not.
  public init(_ number: @escaping @Sendable ([UInt8]) -> Int? = { _ in nil }) {
    self.number = number
  }

  /// Adds a bill with the digest of its bytes; an empty digest stands for none.
  public func add(_ row: ResultRow, digest: String) {
    let outcome = OutcomeText(row, sums: nil)
    begin()
    sink.append(UInt8(ascii: "["))
    outcome.bytes.withUnsafeBufferPointer { sink.append($0) }
    sink.append(UInt8(ascii: ","))
    var writer = JSONWriter(pretty: false)
    writer.array { writer in
      writer.item(row.id)
      if let line = row.line { writer.item(line) } else { writer.item(nil) }
      writer.item(digest.isEmpty ? nil : digest)
      guard case .success(let assessment) = row.result else { return }
      writer.item(assessment.findings.count { $0.severity == .warning })
      writer.item(assessment.findings.count { $0.severity == .note })
    }
    writer.bytes.withUnsafeBufferPointer { sink.append(UnsafeBufferPointer(rebasing: $0.dropFirst())) }
  }

  /// The pattern of all bills that have the outcome of one; nil where they differ in more than a pattern shows.
  public func pattern(of row: ResultRow, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor) -> Pattern? {
    guard case .success(let assessment) = row.result else { return nil }
    let grants = OutcomeGrants(assessment, sums)
    let decided = OutcomeText(row, sums: sums, grants)
    let number = number(decided.bytes)
    var text: [UInt8] = [UInt8(ascii: "[")] + (number.map { Array(String($0).utf8) } ?? decided.bytes)
    var holes: [(place: Int, hole: RowHole)] = []
    for hole in [.id, .line, .digest] + decided.holes {
      text.append(UInt8(ascii: ","))
      holes.append((text.count, hole))
    }
    text.append(UInt8(ascii: "]"))
    let row = RowPattern(text: text, holes: holes, of: assessment, outcome, grants: grants)
    return Pattern(SharedPattern(row: row, number: number))
  }

  /// Adds a bill with the digest of its bytes, by a pattern.
  public func add(_ row: AlikeRow, digest: UnsafeBufferPointer<UInt8>, like pattern: Pattern) {
    begin()
    if pattern.block != block {
      pattern.block = block
      if let number = pattern.number { outcomes.append(number) }
    }
    pattern.row.write(to: &sink) { hole, sink in
      if case .digest = hole {
        sink.append(UInt8(ascii: "\""))
        sink.append(digest)
        sink.append(UInt8(ascii: "\""))
      } else {
        row.fillJSON(hole, pattern.row, to: &sink)
      }
    }
  }

  /// The bills since the last time.
  public func take() -> Output {
    if isEmpty { sink.append(UInt8(ascii: "[")) }
    sink.append(UInt8(ascii: "]"))
    isEmpty = true
    block += 1
    var output = Output()
    (output.bytes, output.outcomes) = (sink.take(), outcomes)
    outcomes = []
    return output
  }

  private func begin() {
    sink.append(UInt8(ascii: isEmpty ? "[" : ","))
    isEmpty = false
  }
}
