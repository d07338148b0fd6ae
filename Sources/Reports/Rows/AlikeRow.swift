public import Evaluation

/// A bill that has the outcome of another one: what its row shows of its own.
public struct AlikeRow {
  let id: UnsafeBufferPointer<UInt8>
  let line: Int
  let outcome: BlockAssessor.Outcome
  let sums: BlockAssessor

  /// A bill with its id, the line at which it begins, and the numbers of its outcome.
  public init(
    id: UnsafeBufferPointer<UInt8>, line: Int, outcome: BlockAssessor.Outcome, sums: BlockAssessor
  ) {
    self.id = id
    self.line = line
    self.outcome = outcome
    self.sums = sums
  }
}
