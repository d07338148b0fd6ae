public import Evaluation

/// What differs between the rows of bills that have the same outcome.
enum RowHole {
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
public final class RowPattern {
  /// All text that is always the same.
  let text: [UInt8]
  /// Where in it each hole is, in order.
  let holes: [(place: Int, hole: RowHole)]
  /// How many findings of the bill that it was made of do not come of its lines.
  let warnings: Int
  let notes: Int
  /// What grants bring, where that is not the same of all bills.
  public let grants: OutcomeGrants?

  init(text: [UInt8], holes: [(place: Int, hole: RowHole)], warnings: Int, notes: Int, grants: OutcomeGrants?) {
    self.text = text
    self.holes = holes
    self.warnings = warnings
    self.notes = notes
    self.grants = grants
  }
}
