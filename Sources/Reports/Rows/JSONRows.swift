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
        columns.forEachText(of: row) { writer.member(text: $0.name, $1) }
      } else {
        write(row, to: &writer)
      }
    }
    writer.end()
  }

  /// The row of all bills that have the outcome of one; nil where they differ in more than holes show.
  func pattern(_ row: ResultRow, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor) -> RowPattern? {
    guard case .success(let assessment) = row.result else { return nil }
    var writer = JSONWriter(pretty: false)
    let holes = Holes(grants: OutcomeGrants(assessment, sums), sums: sums)
    var isOdd = false
    writer.object { writer in
      guard columns.areChosen else { return write(row, holes, to: &writer) }
      for column in columns.columns {
        switch columns.content(column, of: assessment, holes.grants, sums) {
        case .none: isOdd = true
        case .hole(let hole): holes.add(writer.hole(text: column.name), hole)
        case .same:
          let text = column.source == .source ? row.source : columns.text(column, of: assessment)
          writer.member(text: column.name, text)
        }
      }
    }
    writer.end()
    if isOdd { return nil }
    return RowPattern(text: writer.bytes, holes: holes.holes, of: assessment, outcome, grants: holes.grants)
  }

  /// What fills a hole of a bill's row. A chosen column is a text, whatever it shows.
  func fill(_ hole: RowHole, of row: AlikeRow, _ pattern: RowPattern, to sink: inout ByteSink) {
    row.fillJSON(hole, pattern, hasTextsOnly: columns.areChosen, to: &sink)
  }

  /// The holes that are left in a row.
  private final class Holes {
    let grants: OutcomeGrants?
    let sums: BlockAssessor
    private(set) var holes: [(place: Int, hole: RowHole)] = []

    init(grants: OutcomeGrants?, sums: BlockAssessor) {
      self.grants = grants
      self.sums = sums
    }

    func add(_ place: Int, _ hole: RowHole) { holes.append((place, hole)) }
  }

  /// A row, or one with holes in it.
  private func write(_ row: ResultRow, _ holes: Holes? = nil, to writer: inout JSONWriter) {
    writer.member("schema", Self.schema)
    if let holes {
      holes.add(writer.hole("bom_id"), .id)
      writer.member("source", row.source)
      holes.add(writer.hole("line"), .line)
    } else {
      writer.member("bom_id", row.id)
      writer.member("source", row.source)
      writer.member("line", row.line)
    }
    switch row.result {
    case .success(let assessment): write(assessment, holes, to: &writer)
    case .failure: write(row.fault, of: row, to: &writer)
    }
  }

  private func write(_ assessment: Assessment, _ holes: Holes?, to writer: inout JSONWriter) {
    writer.member("as_of", assessment.asOf.description)
    writer.member("verdict", assessment.verdict.rawValue)
    writer.array("policies", assessment.policies.enumerated()) { writer, element in
      let (number, policy) = element
      writer.member("id", policy.policy.id)
      writer.member("applies", JSONReport.applies(policy.applicability.truth))
      writer.member("verdict", policy.verdict.rawValue)
      writer.array("requirements", policy.requirements.enumerated()) { writer, element in
        let (row, result) = element
        writer.member("id", result.requirement.id)
        writer.member("verdict", result.verdict.rawValue)
        if let holes, result.measure?.value != nil, let leaf = holes.sums.leaf(policy: number, row: row) {
          holes.add(writer.hole("low"), .low(leaf))
          holes.add(writer.hole("high"), .high(leaf))
        } else {
          JSONReport.ends("low", "high", of: result.measure?.value, to: &writer)
        }
      }
      writer.array("grants", policy.grants.enumerated()) { writer, element in
        let (grant, result) = element
        let places = result.grant.amount.places
        writer.member("id", result.grant.id)
        writer.member("eligible", result.eligible.rawValue)
        if let holes, let place = holes.grants?.place(policy: number, grant: grant) {
          holes.add(writer.hole("low"), .amountLow(place, places: places))
          holes.add(writer.hole("high"), .amountHigh(place, places: places))
        } else {
          JSONReport.money(result.amount, places: places, to: &writer)
        }
      }
    }
    total(assessment, holes, to: &writer)
    writer.object("findings") { writer in
      if let holes {
        holes.add(writer.hole("warning"), .warnings)
        holes.add(writer.hole("note"), .notes)
      } else {
        writer.member("warning", assessment.findings.count { $0.severity == .warning })
        writer.member("note", assessment.findings.count { $0.severity == .note })
      }
    }
    writer.null("error")
  }

  private func total(_ assessment: Assessment, _ holes: Holes?, to writer: inout JSONWriter) {
    guard let holes, holes.grants != nil else { return JSONReport.total(assessment, to: &writer) }
    JSONReport.total(assessment, to: &writer) { total, places, writer in
      holes.add(writer.hole("low"), .totalLow(total.currency, places: places))
      holes.add(writer.hole("high"), .totalHigh(total.currency, places: places))
    }
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
