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
    for row in rows {
      var isFirst = true
      for column in columns.columns {
        if !isFirst { sink.append(UInt8(ascii: ",")) }
        isFirst = false
        if let text = columns.text(column, of: row) { Self.write(text, isText: column.source.isText, to: &sink) }
      }
      sink.append(UInt8(ascii: "\n"))
    }
    return sink.bytes
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
