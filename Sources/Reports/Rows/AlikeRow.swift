public import Evaluation
internal import Quantities

/// A bill that has the outcome of another one: what its row shows of its own.
public struct AlikeRow {
  let id: UnsafeBufferPointer<UInt8>
  let line: Int
  let outcome: BlockAssessor.Outcome
  let sums: BlockAssessor
  let amounts: OutcomeGrants.Amounts?

  /// A bill with its id, the line at which it begins, the numbers of its outcome, and what grants bring where that is not
  /// the same of all bills of the outcome.
  public init(
    id: UnsafeBufferPointer<UInt8>, line: Int, outcome: BlockAssessor.Outcome, sums: BlockAssessor,
    amounts: OutcomeGrants.Amounts?
  ) {
    self.id = id
    self.line = line
    self.outcome = outcome
    self.sums = sums
    self.amounts = amounts
  }
}

extension AlikeRow {
  /// A hole as a value of JSON: a text or null, and a count as a number unless all are texts.
  func fillJSON(_ hole: RowHole, _ pattern: RowPattern, hasTextsOnly: Bool = false, to sink: inout ByteSink) {
    let quote: StaticString = hasTextsOnly ? "\"" : ""
    switch hole {
    case .id: writeID(to: &sink)
    case .line, .warnings, .notes:
      sink.append(quote)
      fill(hole, pattern, to: &sink)
      sink.append(quote)
    default:
      let start = sink.length
      sink.append(UInt8(ascii: "\""))
      fill(hole, pattern, to: &sink)
      if sink.length == start + 1 {
        sink.cut(to: start)
        sink.append("null")
      } else {
        sink.append(UInt8(ascii: "\""))
      }
    }
  }

  /// The id, most of which need no escape.
  private func writeID(to sink: inout ByteSink) {
    if id.isEmpty { return sink.append("null") }
    if id.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) {
      var writer = JSONWriter(pretty: false)
      writer.item(String(decoding: id, as: UTF8.self))
      return writer.bytes.withUnsafeBufferPointer { sink.append($0) }
    }
    sink.append(UInt8(ascii: "\""))
    sink.append(id)
    sink.append(UInt8(ascii: "\""))
  }

  /// The bare text of a hole, but for the id; nothing where there is no number.
  func fill(_ hole: RowHole, _ pattern: RowPattern, to sink: inout ByteSink) {
    switch hole {
    case .id, .digest: break
    case .line: sink.append(number: Int64(line))
    case .low(let leaf): Self.write(sums.ends(ofLeaf: leaf).low, to: &sink)
    case .high(let leaf): Self.write(sums.ends(ofLeaf: leaf).high, to: &sink)
    case .warnings: sink.append(number: Int64(pattern.warnings + outcome.warnings))
    case .notes: sink.append(number: Int64(pattern.notes + outcome.notes))
    case .amountLow(let place, let places): Self.write(amounts?.amounts[place].low, places, to: &sink)
    case .amountHigh(let place, let places): Self.write(amounts?.amounts[place].high, places, to: &sink)
    case .totalLow(let currency, let places): Self.write(total(of: currency)?.low, places, to: &sink)
    case .totalHigh(let currency, let places): Self.write(total(of: currency)?.high, places, to: &sink)
    }
  }

  /// The money of a currency.
  private func total(of currency: String) -> Interval? {
    amounts?.totals.first { $0.currency == currency }?.amount
  }

  private static func write(_ number: BlockAssessor.Number, to sink: inout ByteSink) {
    switch number {
    case .fraction(let fraction): sink.append(fraction)
    case .rational(let number): sink.append(text: number.description)
    case .none: break
    }
  }

  private static func write(_ money: Bound?, _ places: Int, to sink: inout ByteSink) {
    if let number = money?.number { sink.append(text: Numerals.money(number, places: places)) }
  }
}
