internal import Diagnostics
public import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// Writes what was decided of bills, for a store that is asked later: a JSON array with an object a bill, which has every
/// verdict, requirement and grant and how many findings there are, whatever columns somebody chose. What does not apply is
/// left out. A thread has one of its own.
public final class DecisionWriter {
  private var sink = ByteSink(capacity: 1 << 16)
  private var isEmpty = true

  /// A writer of no bill yet.
  public init() {}

  /// Adds a bill with the digest of its bytes; an empty digest stands for none.
  public func add(_ row: ResultRow, digest: String) {
    let text = DecisionText(row, digest: digest, sums: nil)
    begin()
    text.bytes.withUnsafeBufferPointer { sink.append($0) }
  }

  /// The pattern of all bills that have the outcome of one; nil where they differ in more than a pattern shows.
  public func pattern(of row: ResultRow, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor) -> RowPattern? {
    guard case .success(let assessment) = row.result else { return nil }
    let grants = OutcomeGrants(assessment, sums)
    let text = DecisionText(row, digest: "", sums: sums, grants)
    return RowPattern(text: text.bytes, holes: text.holes, of: assessment, outcome, grants: grants)
  }

  /// Adds a bill by a pattern.
  public func add(_ row: AlikeRow, digest: String, like pattern: RowPattern) {
    begin()
    pattern.write(to: &sink) { hole, sink in
      if case .digest = hole {
        sink.append(UInt8(ascii: "\""))
        sink.append(text: digest)
        sink.append(UInt8(ascii: "\""))
      } else {
        row.fillJSON(hole, pattern, to: &sink)
      }
    }
  }

  /// The bills since the last time.
  public func take() -> [UInt8] {
    if isEmpty { sink.append(UInt8(ascii: "[")) }
    sink.append(UInt8(ascii: "]"))
    isEmpty = true
    return sink.take()
  }

  private func begin() {
    sink.append(UInt8(ascii: isEmpty ? "[" : ","))
    isEmpty = false
  }
}

/// What was decided of one bill, whole or with holes where bills of its outcome differ.
private struct DecisionText {
  private(set) var bytes: [UInt8] = []
  private(set) var holes: [(place: Int, hole: RowHole)] = []

  /// With `sums` it has holes.
  init(_ row: ResultRow, digest: String, sums: BlockAssessor?, _ grants: OutcomeGrants? = nil) {
    var writer = JSONWriter(pretty: false)
    var holes: [(place: Int, hole: RowHole)] = []
    writer.object { writer in
      if sums == nil {
        writer.member("id", row.id)
        writer.member("source", row.source)
        writer.member("line", row.line)
        writer.member("digest", digest.isEmpty ? nil : digest)
      } else {
        holes.append((writer.hole("id"), .id))
        writer.member("source", row.source)
        holes.append((writer.hole("line"), .line))
        holes.append((writer.hole("digest"), .digest))
      }
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

  private static func write(
    _ assessment: Assessment, _ sums: BlockAssessor?, _ grants: OutcomeGrants?, to writer: inout JSONWriter,
    _ holes: inout [(place: Int, hole: RowHole)]
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
                  holes.append((writer.hole(), .low(leaf)))
                  holes.append((writer.hole(), .high(leaf)))
                } else {
                  writer.item(value?.low.number?.description)
                  writer.item(value?.high.number?.description)
                }
              }
            }
          }
          writer.object("grants") { writer in
            for (place, result) in policy.grants.enumerated() {
              write(result, grants?.place(policy: number, grant: place), to: &writer, &holes)
            }
          }
        }
      }
    }
    writer.object("findings") { writer in
      if sums == nil {
        writer.member("warning", assessment.findings.count { $0.severity == .warning })
        writer.member("note", assessment.findings.count { $0.severity == .note })
      } else {
        holes.append((writer.hole("warning"), .warnings))
        holes.append((writer.hole("note"), .notes))
      }
    }
  }

  /// Whether it can be had, the low and high end of its money, and the currency.
  private static func write(
    _ result: GrantAssessment, _ rated: Int?, to writer: inout JSONWriter, _ holes: inout [(place: Int, hole: RowHole)]
  ) {
    let places = result.grant.amount.places
    writer.array(text: result.grant.id) { writer in
      writer.item(result.eligible.rawValue)
      if let rated {
        holes.append((writer.hole(), .amountLow(rated, places: places)))
        holes.append((writer.hole(), .amountHigh(rated, places: places)))
      } else {
        writer.item(result.amount.low.number.map { Numerals.money($0, places: places) })
        writer.item(result.amount.high.number.map { Numerals.money($0, places: places) })
      }
      writer.item(result.grant.currency)
    }
  }
}
