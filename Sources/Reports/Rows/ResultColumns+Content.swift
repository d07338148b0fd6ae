internal import Evaluation
internal import Inventory
internal import Policy

extension ResultColumns {
  /// What a column of a row is to the bills that have the same outcome.
  enum Content {
    /// The same of all of them.
    case same
    case hole(RowHole)
  }

  /// What a column is to the bills that have the outcome of one; nil where it may be anything.
  func content(
    _ column: ResultColumn, of assessment: Assessment, _ grants: OutcomeGrants?, _ sums: BlockAssessor
  ) -> Content? {
    guard let hole = hole(column.source, of: assessment, grants, sums) else { return nil }
    // A number is no word that could be written in another's place.
    if case .hole = hole, !column.words.isEmpty { return nil }
    return hole
  }

  private func hole(
    _ source: ResultColumn.Source, of assessment: Assessment, _ grants: OutcomeGrants?, _ sums: BlockAssessor
  ) -> Content? {
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
      guard let place = grants?.place(policy: policy, grant: number) else { return .same }
      let places = assessment.policies[policy].grants[number].grant.amount.places
      if case .grant(_, _, .low) = source { return .hole(.amountLow(place, places: places)) }
      return .hole(.amountHigh(place, places: places))
    case .total(let currency, let end):
      let currency = currency ?? "CNY"
      guard grants != nil, assessment.totals.contains(where: { $0.currency == currency }) else { return .same }
      let places = JSONReport.places(of: currency, in: assessment)
      return .hole(end == .low ? .totalLow(currency, places: places) : .totalHigh(currency, places: places))
    // In JSON each bill has a name of its own.
    case .name: return nil
    case .source, .asOf, .region, .verdict, .policy, .requirement, .grant, .fault: return .same
    }
  }
}
