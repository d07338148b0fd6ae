public import Evaluation

/// Writes rows of one format, those of bills that have the same outcome by a pattern; a thread has one of its own.
public final class RowWriter {
  /// How rows are written.
  public enum Format: Sendable { case csv, ndjson }

  private let csv: CSVRows
  private let json: JSONRows
  private let format: Format
  private var sink = ByteSink(capacity: 1 << 16)

  /// A writer of rows with some columns.
  public init(_ columns: ResultColumns, _ format: Format) {
    csv = CSVRows(columns)
    json = JSONRows(columns)
    self.format = format
  }

  /// Adds a row.
  public func add(_ row: ResultRow) {
    switch format {
    case .csv: csv.write(row, to: &sink)
    case .ndjson:
      let bytes = json.bytes([row])
      bytes.withUnsafeBufferPointer { sink.append($0) }
    }
  }

  /// The pattern of the rows of all bills that have the outcome of one; nil where they differ in more than a pattern shows.
  public func pattern(of row: ResultRow, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor) -> RowPattern? {
    switch format {
    case .csv: csv.pattern(row, outcome, sums)
    case .ndjson: json.pattern(row, outcome, sums)
    }
  }

  /// Adds the row of a bill by a pattern.
  public func add(_ row: AlikeRow, like pattern: RowPattern) {
    pattern.write(to: &sink) { hole, sink in
      switch format {
      case .csv: csv.fill(hole, of: row, pattern, to: &sink)
      case .ndjson: json.fill(hole, of: row, pattern, to: &sink)
      }
    }
  }

  /// The rows since the last time.
  public func take() -> [UInt8] { sink.take() }
}
