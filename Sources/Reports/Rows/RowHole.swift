public import Evaluation
internal import Inventory

/// What differs between the rows of bills that have the same outcome.
enum RowHole: Sendable {
  case id, line
  /// The ends of the measure of a requirement, by its place among those that lines decide.
  case low(Int), high(Int)
  case warnings, notes
  /// The digest of the bytes of the bill, which no row of results has.
  case digest
  /// The ends of what a rated grant brings, by its place, with how many decimals they have.
  case amountLow(Int, places: Int), amountHigh(Int, places: Int)
  /// The ends of the money of a currency.
  case totalLow(String, places: Int), totalHigh(String, places: Int)
}

/// The row of the bills that have the same outcome: text that is always the same, with holes between.
public final class RowPattern: Sendable {
  /// All text that is always the same.
  let text: [UInt8]
  /// Where in it each hole is, in order.
  let holes: [(place: Int, hole: RowHole)]
  /// How many findings of the bill that it was made of do not come of its lines.
  let warnings: Int
  let notes: Int
  /// What grants bring, where that is not the same of all bills.
  public let grants: OutcomeGrants?

  /// A pattern that was made of the row of a bill that was assessed.
  init(
    text: [UInt8], holes: [(place: Int, hole: RowHole)], of assessment: Assessment, _ outcome: BlockAssessor.Outcome,
    grants: OutcomeGrants?
  ) {
    self.text = text
    self.holes = holes
    warnings = assessment.findings.count { $0.severity == .warning } - outcome.warnings
    notes = assessment.findings.count { $0.severity == .note } - outcome.notes
    self.grants = grants
  }

  /// The same in memory of its own: threads that count who uses one and the same wait for each other.
  public func copy() -> RowPattern { RowPattern(copyOf: self) }

  private init(copyOf other: RowPattern) {
    text = Array(unsafeUninitializedCapacity: other.text.count) { memory, count in
      count = memory.update(fromContentsOf: other.text)
    }
    holes = other.holes.map { $0 }
    warnings = other.warnings
    notes = other.notes
    grants = other.grants
  }

  /// Writes the text, and has each hole filled.
  func write(to sink: inout ByteSink, _ fill: (RowHole, inout ByteSink) -> Void) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for (place, hole) in holes {
        sink.append(UnsafeBufferPointer(rebasing: text[start..<place]))
        start = place
        fill(hole, &sink)
      }
      sink.append(UnsafeBufferPointer(rebasing: text[start...]))
    }
  }
}
