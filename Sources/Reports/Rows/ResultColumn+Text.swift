internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension ResultColumns {
  /// What the columns show of a row, in their order. The assessment is taken out of the row once: it is large.
  func forEachText(of row: ResultRow, _ body: (ResultColumn, String?) -> Void) {
    switch row.result {
    case .success(let assessment):
      for column in columns {
        body(column, worded(column, plain(column.source, of: row) ?? plain(column.source, of: assessment)))
      }
    case .failure:
      for column in columns { body(column, worded(column, plain(column.source, of: row))) }
    }
  }

  /// What a column shows of a bill that was assessed, its id and its place left out.
  func text(_ column: ResultColumn, of assessment: Assessment) -> String? {
    worded(column, plain(column.source, of: assessment))
  }

  private func worded(_ column: ResultColumn, _ text: String?) -> String? {
    if column.words.isEmpty { return text }
    return text.map { column.words[$0] ?? column.words[""] ?? $0 }
  }

  private func plain(_ source: ResultColumn.Source, of row: ResultRow) -> String? {
    switch source {
    case .id: return row.id
    case .source: return row.source
    case .line: return row.line.map(String.init)
    case .fault(let part):
      guard let fault = row.fault else { return nil }
      switch part {
      case .code: return fault.code
      case .at: return row.place(of: fault)
      case .message: return fault.message[language]
      }
    default: return nil
    }
  }

  private func plain(_ source: ResultColumn.Source, of assessment: Assessment) -> String? {
    switch source {
    case .name: return assessment.bom.bill.project.name
    case .region: return assessment.bom.bill.project.region
    case .asOf: return assessment.asOf.description
    case .verdict: return assessment.verdict.rawValue
    case .policy(let number, let part): return Self.text(part, of: assessment.policies[number])
    case .requirement(let number, let index, let part):
      let requirements = assessment.policies[number].requirements
      guard index < requirements.count else { return part == .verdict ? Verdict.notApplicable.rawValue : nil }
      return Self.text(part, of: requirements[index])
    case .grant(let number, let index, let part):
      let grants = assessment.policies[number].grants
      guard index < grants.count else { return part == .eligible ? Verdict.notApplicable.rawValue : nil }
      return Self.text(part, of: grants[index])
    case .total(let currency, let end):
      guard let total = assessment.totals.first(where: { $0.currency == currency ?? "CNY" }) else { return nil }
      let bound = end == .low ? total.amount.low : total.amount.high
      return bound.number.map {
        Numerals.money($0, places: JSONReport.places(of: total.currency, in: assessment))
      }
    case .findings(let severity): return String(assessment.findings.count { $0.severity == severity })
    case .id, .source, .line, .fault: return nil
    }
  }

  private static func text(_ part: ResultColumn.PolicyPart, of result: PolicyAssessment) -> String? {
    switch part {
    case .applies: JSONReport.applies(result.applicability.truth)
    case .verdict: result.verdict.rawValue
    case .reason: result.applicability.reason?.rawValue
    }
  }

  private static func text(_ part: ResultColumn.RequirementPart, of result: RequirementAssessment) -> String? {
    switch part {
    case .verdict: result.verdict.rawValue
    case .low: result.measure?.value?.low.number?.description
    case .high: result.measure?.value?.high.number?.description
    case .reason: result.reason?.rawValue
    case .value: result.value?.description
    case .force: result.force.rawValue
    }
  }

  private static func text(_ part: ResultColumn.GrantPart, of result: GrantAssessment) -> String? {
    switch part {
    case .eligible: result.eligible.rawValue
    case .low: result.amount.low.number.map { Numerals.money($0, places: result.grant.amount.places) }
    case .high: result.amount.high.number.map { Numerals.money($0, places: result.grant.amount.places) }
    case .reason: result.reason?.rawValue
    case .currency: result.grant.currency
    }
  }
}
