internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// Results as JSON, one object a line: `bomgate.row/1` with the words of the report, or the chosen columns alone.
public struct JSONRows: Sendable {
  /// The name and the version of the format.
  public static let schema = "bomgate.row/1"
  private let columns: ResultColumns

  /// Rows with some columns.
  public init(_ columns: ResultColumns) {
    self.columns = columns
  }

  /// Some rows.
  public func bytes(_ rows: [ResultRow]) -> [UInt8] {
    var writer = JSONWriter(pretty: false)
    for row in rows { add(row, to: &writer) }
    return writer.bytes
  }

  func add(_ row: ResultRow, to writer: inout JSONWriter) {
    writer.object { writer in
      if columns.areChosen {
        for column in columns.columns { writer.member(text: column.name, columns.text(column, of: row)) }
      } else {
        write(row, to: &writer)
      }
    }
    writer.end()
  }

  private func write(_ row: ResultRow, to writer: inout JSONWriter) {
    writer.member("schema", Self.schema)
    writer.member("bom_id", row.id)
    writer.member("source", row.source)
    writer.member("line", row.line)
    switch row.result {
    case .success(let assessment): write(assessment, to: &writer)
    case .failure: write(row.fault, of: row, to: &writer)
    }
  }

  private func write(_ assessment: Assessment, to writer: inout JSONWriter) {
    writer.member("as_of", assessment.asOf.description)
    writer.member("verdict", assessment.verdict.rawValue)
    writer.array("policies", assessment.policies) { writer, policy in
      writer.member("id", policy.policy.id)
      writer.member("applies", JSONReport.applies(policy.applicability.truth))
      writer.member("verdict", policy.verdict.rawValue)
      writer.array("requirements", policy.requirements) { writer, result in
        writer.member("id", result.requirement.id)
        writer.member("verdict", result.verdict.rawValue)
        JSONReport.ends("low", "high", of: result.measure?.value, to: &writer)
      }
      writer.array("grants", policy.grants) { writer, result in
        writer.member("id", result.grant.id)
        writer.member("eligible", result.eligible.rawValue)
        JSONReport.money(result.amount, places: result.grant.amount.places, to: &writer)
      }
    }
    JSONReport.total(assessment, to: &writer)
    writer.object("findings") { writer in
      for severity in [Finding.Severity.warning, .note] {
        let count = assessment.findings.count { $0.severity == severity }
        writer.member(severity == .warning ? "warning" : "note", count)
      }
    }
    writer.null("error")
  }

  private func write(_ fault: Diagnostic?, of row: ResultRow, to writer: inout JSONWriter) {
    writer.null("as_of")
    writer.null("verdict")
    guard let fault else { return writer.null("error") }
    writer.object("error") { writer in
      writer.member("code", fault.code)
      writer.member("at", row.place(of: fault))
      JSONReport.text("message", fault.message, to: &writer)
      writer.member("count", row.faultCount)
    }
  }
}
