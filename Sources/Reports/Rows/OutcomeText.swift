internal import Diagnostics
internal import Evaluation
internal import Policy
internal import Quantities

/// What was decided of one bill, or of all bills that have its outcome, as a JSON object.
struct OutcomeText {
  private(set) var bytes: [UInt8] = []
  /// What the bill has of its own, in the order of its places. The first is behind the outcome, the id, the line and the
  /// digest.
  private(set) var holes: [RowHole] = []

  /// With `sums` it is that of all bills of an outcome, and the numbers by which these differ are holes; else only how
  /// many findings there are.
  init(_ row: ResultRow, sums: BlockAssessor?, _ grants: OutcomeGrants? = nil) {
    var writer = JSONWriter(pretty: false)
    var holes: [RowHole] = []
    writer.object { writer in
      writer.member("source", row.source)
      guard case .success(let assessment) = row.result else {
        writer.null("verdict")
        writer.member("error", row.fault?.code)
        return
      }
      Self.write(assessment, sums, grants, to: &writer, &holes)
    }
    bytes = writer.bytes
    self.holes = holes
  }

  private static func place(_ hole: RowHole, _ holes: inout [RowHole]) -> Int {
    holes.append(hole)
    return holes.count + 3
  }

  private static func write(
    _ assessment: Assessment, _ sums: BlockAssessor?, _ grants: OutcomeGrants?, to writer: inout JSONWriter,
    _ holes: inout [RowHole]
  ) {
    writer.member("as_of", assessment.asOf.description)
    writer.member("verdict", assessment.verdict.rawValue)
    writer.object("policies") { writer in
      for (number, policy) in assessment.policies.enumerated()
      where !policy.requirements.isEmpty || !policy.grants.isEmpty {
        writer.object(text: policy.policy.id) { writer in
          writer.object("requirements") { writer in
            for (row, result) in policy.requirements.enumerated() {
              let value = result.measure?.value
              writer.array(text: result.requirement.id) { writer in
                writer.item(result.verdict.rawValue)
                if value != nil, let leaf = sums?.leaf(policy: number, row: row) {
                  writer.item(place(.low(leaf), &holes))
                  writer.item(place(.high(leaf), &holes))
                } else {
                  writer.item(value?.low.number?.description)
                  writer.item(value?.high.number?.description)
                }
              }
            }
          }
          writer.object("grants") { writer in
            for (row, result) in policy.grants.enumerated() {
              write(result, grants?.place(policy: number, grant: row), to: &writer, &holes)
            }
          }
        }
      }
    }
    writer.object("findings") { writer in
      writer.member("warning", place(.warnings, &holes))
      writer.member("note", place(.notes, &holes))
    }
  }

  /// Whether it can be had, the low and high end of its money, and the currency.
  private static func write(
    _ result: GrantAssessment, _ rated: Int?, to writer: inout JSONWriter, _ holes: inout [RowHole]
  ) {
    let places = result.grant.amount.places
    writer.array(text: result.grant.id) { writer in
      writer.item(result.eligible.rawValue)
      if let rated {
        writer.item(place(.amountLow(rated, places: places), &holes))
        writer.item(place(.amountHigh(rated, places: places), &holes))
      } else {
        writer.item(result.amount.low.number.map { Numerals.money($0, places: places) })
        writer.item(result.amount.high.number.map { Numerals.money($0, places: places) })
      }
      writer.item(result.grant.currency)
    }
  }
}
