internal import Evaluation
internal import Inventory

/// Results as separated values (RFC 4180, in UTF-8, lines ended by LF).
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front of it; numbers stay as they are.
public struct CSVRows: Sendable {
  private let columns: ResultColumns

  /// Rows with some columns.
  public init(_ columns: ResultColumns) {
    self.columns = columns
  }

  /// The line with the names of the columns.
  public var header: [UInt8] {
    var sink = ByteSink(capacity: 1 << 12)
    for (index, column) in columns.columns.enumerated() {
      if index > 0 { sink.append(UInt8(ascii: ",")) }
      Self.write(column.name, isText: true, to: &sink)
    }
    sink.append(UInt8(ascii: "\n"))
    return sink.bytes
  }

  /// Some rows.
  public func bytes(_ rows: [ResultRow]) -> [UInt8] {
    var sink = ByteSink(capacity: 1 << 16)
    for row in rows { write(row, to: &sink) }
    return sink.bytes
  }

  func write(_ row: ResultRow, to sink: inout ByteSink) {
    var isFirst = true
    columns.forEachText(of: row) { column, text in
      if !isFirst { sink.append(UInt8(ascii: ",")) }
      isFirst = false
      if let text { Self.write(text, isText: column.source.isText, to: &sink) }
    }
    sink.append(UInt8(ascii: "\n"))
  }

  /// The row of all bills that have the outcome of one; nil where they differ in more than holes show.
  func pattern(_ row: ResultRow, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor) -> RowPattern? {
    guard case .success(let assessment) = row.result else { return nil }
    var sink = ByteSink(capacity: 1 << 10)
    var holes: [(place: Int, hole: RowHole)] = []
    let grants = OutcomeGrants(assessment, sums)
    for (index, column) in columns.columns.enumerated() {
      if index > 0 { sink.append(UInt8(ascii: ",")) }
      switch columns.content(column, of: assessment, grants, sums) {
      case .none: return nil
      case .hole(let hole): holes.append((sink.length, hole))
      case .same:
        let text = column.source == .source ? row.source : columns.text(column, of: assessment)
        if let text { Self.write(text, isText: column.source.isText, to: &sink) }
      }
    }
    sink.append(UInt8(ascii: "\n"))
    return RowPattern(text: sink.bytes, holes: holes, of: assessment, outcome, grants: grants)
  }

  /// What fills a hole of a bill's row.
  func fill(_ hole: RowHole, of row: AlikeRow, _ pattern: RowPattern, to sink: inout ByteSink) {
    if case .id = hole { Self.write(row.id, to: &sink) } else { row.fill(hole, pattern, to: &sink) }
  }

  /// An id, most of which need neither quotes nor an apostrophe.
  private static func write(_ id: UnsafeBufferPointer<UInt8>, to sink: inout ByteSink) {
    guard let first = id.first else { return }
    let isPlain =
      (first | 0x20) &- 0x61 < 26 || first &- 0x30 < 10
      ? !id.contains { $0 <= 0x22 || $0 == 0x2C } : false
    if isPlain { sink.append(id) } else { write(String(decoding: id, as: UTF8.self), isText: true, to: &sink) }
  }

  private static func write(_ text: String, isText: Bool, to sink: inout ByteSink) {
    var text = text
    if isText, beginsAsFormula(text) { text = "'" + text }
    text.withUTF8 { bytes in
      guard bytes.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
        sink.append(bytes)
        return
      }
      sink.append(UInt8(ascii: "\""))
      var start = 0
      for index in bytes.indices where bytes[index] == 0x22 {
        sink.append(UnsafeBufferPointer(rebasing: bytes[start...index]))
        start = index
      }
      sink.append(UnsafeBufferPointer(rebasing: bytes[start...]))
      sink.append(UInt8(ascii: "\""))
    }
  }

  /// Whether a spreadsheet would compute it: by its first character, which may be a full-width one, spaces left out.
  private static func beginsAsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }
}

extension ResultColumn.Source {
  /// Whether what it shows was written by somebody else, and may be anything.
  var isText: Bool {
    switch self {
    case .id, .name, .source, .fault: true
    default: false
    }
  }
}
