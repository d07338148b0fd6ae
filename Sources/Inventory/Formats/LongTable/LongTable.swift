public import Diagnostics
internal import Documents
internal import Quantities

/// The header of a long table, many bills in one file, once it is understood: what its columns hold, and what a row under
/// it means. An object: every block of its rows refers to it.
public final class LongTable: Sendable {
  /// Where the first row begins, behind the header.
  public let bodyOffset: Int
  /// What is to be known of the table as a whole; of a file it is said in the first bill, before all else.
  public let findings: [Finding]

  let columns: LongTableColumns
  let twin: RowTwin
  /// What a row that says nothing but its kind is read as.
  let least: RowTwin.Reading
  /// What its readers have learnt.
  let learnt = LearntTexts()

  /// The table that some bytes begin, with what else is known of the project; nil where it is for `TableReader` alone.
  /// The bytes hold at least the header and the first row. Places are those of `file`, which need not hold the text.
  public init?(
    _ beginning: UnsafeBufferPointer<UInt8>, of file: SourceFile, reader: TableReader, project: Project
  ) {
    guard reader.mapping == nil, let end = beginning.firstIndex(of: 0x0A), end < 1 << 12 else { return nil }
    let separator = CSV.separator(of: beginning)
    let header = Array(beginning[...end])
    guard let text = try? SourceFile.decoding(header, name: file.name), text.bytes.count == header.count,
      let table = try? CSV.table(in: text, separator: separator), table.rows.count == 1,
      let row = table.rows.first, row.cells.map(\.column) == Array(1...max(1, row.cells.count)),
      case let recognised = HeaderFinder(table: table, mapping: nil).header(of: 0..<1),
      let columns = LongTableColumns(recognised, width: row.cells.count)
    else { return nil }
    let twin = RowTwin(
      reader: reader, project: project, file: file, separator: separator, columns: columns, header: header,
      recognised: recognised)
    var texts = CellTexts()
    guard let least = twin.reading(twin.least, &texts), least.line.quantity == Interval(exactly: Rational(7)) else {
      return nil
    }
    if let price = columns.price {
      var row = twin.least.merging([price: Array("7".utf8)]) { own, _ in own }
      if let total = columns.total { row[total] = Array("49".utf8) }
      guard let priced = twin.reading(row, &texts),
        priced.row.count == least.row.count, priced.table.count == least.table.count,
        priced.line.unitPrice == Rational(7)
      else { return nil }
    }
    bodyOffset = end + 1
    self.columns = columns
    self.twin = twin
    self.least = least
    findings = least.table.map { $0.placed(in: file) }
    guard beginsPlainly(beginning) else { return nil }
  }

  /// Whether the first row is no second header.
  private func beginsPlainly(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bodyOffset < bytes.count,
      let first = try? CSV.record(
        in: bytes, from: bodyOffset, line: 2, separator: twin.separator, of: twin.file)
    else { return true }
    var rows = twin.headerRows
    rows.append(Table.Row(number: 2, cells: first.cells))
    let finder = HeaderFinder(table: Table(file: twin.file, rows: rows), mapping: nil)
    return finder.header(at: 0)?.rows == 0..<1 && (first.cells.isEmpty || finder.header(at: 1) == nil)
  }

  /// The bytes that begin likely, and not surely, with a bill: behind the first line break from a place on at which the
  /// bytes up to the first separator change. A quoted cell with line breaks may mislead it: whoever cuts a file here must see
  /// that what is read before ends here.
  public func likelyBillStart(in bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int? {
    let separator = twin.separator.rawValue
    func lineStart(_ place: Int) -> Int? {
      guard place < bytes.count, let end = bytes[place...].firstIndex(of: 0x0A), end + 1 < bytes.count else {
        return nil
      }
      return end + 1
    }
    func head(_ start: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
      var start = start
      for _ in 0..<columns.id {
        guard let next = bytes[start...].firstIndex(of: separator) else { return nil }
        start = next + 1
      }
      return bytes[start...].firstIndex { $0 == separator || $0 == 0x0A }.map { bytes[start..<$0] }
    }
    var before = lineStart(place)
    while let last = before, let next = lineStart(last) {
      if let left = head(last), let right = head(next), !left.elementsEqual(right) { return next }
      before = next
    }
    return nil
  }
}

extension Finding {
  /// The same at the same place of another file.
  func placed(in file: SourceFile) -> Finding {
    Finding(code, severity, message, line: line, span: span.map { SourceSpan(file: file, range: $0.range) })
  }
}
