internal import Evaluation
internal import Inventory

extension ResultColumns {
  /// What a column of a row is to the bills that have the same outcome.
  enum Content {
    /// The same of all of them.
    case same
    case hole(RowHole)
  }

  /// What a column is to the bills that have the outcome of one; nil where it may be anything.
  func content(_ column: ResultColumn, of assessment: Assessment, _ sums: BlockAssessor) -> Content? {
    guard let hole = hole(column.source, of: assessment, sums) else { return nil }
    // A number is no word that could be written in another's place.
    if case .hole = hole, !column.words.isEmpty { return nil }
    return hole
  }

  private func hole(_ source: ResultColumn.Source, of assessment: Assessment, _ sums: BlockAssessor) -> Content? {
    switch source {
    case .id: return .hole(.id)
    case .line: return .hole(.line)
    case .findings(.warning): return .hole(.warnings)
    case .findings: return .hole(.notes)
    case .requirement(let policy, let row, .low), .requirement(let policy, let row, .high):
      let requirements = assessment.policies[policy].requirements
      guard row < requirements.count, requirements[row].measure?.value != nil,
        let leaf = sums.leaf(policy: policy, row: row)
      else { return .same }
      if case .requirement(_, _, .low) = source { return .hole(.low(leaf)) }
      return .hole(.high(leaf))
    case .grant(let policy, let number, .low), .grant(let policy, let number, .high):
      return isRated(policy, number, assessment, sums) ? nil : .same
    case .total:
      let isRated = assessment.policies.indices.contains { policy in
        assessment.policies[policy].grants.indices.contains { self.isRated(policy, $0, assessment, sums) }
      }
      return isRated ? nil : .same
    // In JSON each bill has a name of its own.
    case .name: return nil
    case .source, .asOf, .region, .verdict, .policy, .requirement, .grant, .fault: return .same
    }
  }

  /// Whether a grant brings an amount that depends on the lines.
  private func isRated(_ policy: Int, _ number: Int, _ assessment: Assessment, _ sums: BlockAssessor) -> Bool {
    let grants = assessment.policies[policy].grants
    return number < grants.count && grants[number].steps != nil && sums.isRated(policy: policy, grant: number)
  }
}
