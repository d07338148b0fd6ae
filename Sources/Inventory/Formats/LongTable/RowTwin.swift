internal import Diagnostics
internal import Documents
internal import Quantities

/// Has the reader of procurement sheets read a table of one row, so that a line means in a long table exactly what it
/// means to that reader, with the same findings.
struct RowTwin: Sendable {
  /// What the reader made of a row.
  struct Reading: Sendable {
    var project: Project
    var line: Line
    /// Findings of the table as a whole, and of the row.
    var table: [Finding]
    var row: [Finding]
    var cells: [Table.Cell]

    /// The column, from 0, at which a place begins.
    func column(_ span: SourceSpan?) -> Int? {
      guard let start = span?.range?.lowerBound else { return nil }
      return cells.first { $0.range.lowerBound == start }.map { $0.column - 1 }
    }

    /// The columns whose cells say something: a blank does not, and neither does a formula, which counts as missing.
    var filled: Set<Int> {
      let missing = row.filter { $0.code == "formula" || $0.code == "cell-fault" }.compactMap { column($0.span) }
      return Set(cells.filter { !CellText($0.text).text.isEmpty }.map { $0.column - 1 }).subtracting(missing)
    }
  }

  let reader: TableReader
  let project: Project
  /// The file that places are those of.
  let file: SourceFile
  let separator: CSV.Separator
  let columns: LongTableColumns
  /// The header with its line break, and what is recognised in it.
  let header: [UInt8]
  let recognised: TableHeader

  /// The header as a row.
  var headerRows: [Table.Row] {
    let text = SourceFile(name: file.name, bytes: header)
    return (try? CSV.table(in: text, separator: separator).rows) ?? []
  }

  /// What it makes of a row in which some columns are filled, with their bytes as they stand in a file; nil where that is
  /// not one line of one bill without a problem, or where a cell could make the row something else than a position.
  func reading(_ fields: [Int: [UInt8]], _ texts: inout CellTexts) -> Reading? {
    var text = header
    for column in columns.roles.indices {
      if column > 0 { text.append(separator.rawValue) }
      text += fields[column] ?? []
    }
    text.append(UInt8(ascii: "\n"))
    guard let file = try? SourceFile.decoding(text, name: ""),
      let table = try? CSV.table(in: file, separator: separator), table.rows.count == 2
    else { return nil }
    for cell in table.rows[1].cells where fields[cell.column - 1] != nil {
      switch texts(cell.text).label {
      // A lot heads rows only where it stands alone.
      case nil, .lot?: break
      default: return nil
      }
    }
    var problems = Problems()
    let bills = reader.read([table], project: project, first: recognised, &texts, &problems)
    guard problems.isEmpty, bills.count == 1, let bill = bills.first, bill.lines.count == 1,
      let line = bill.lines.first, line.contents == nil
    else { return nil }
    return Reading(
      project: bill.project, line: line, table: bill.findings.filter { $0.line == nil },
      row: bill.findings.filter { $0.line != nil }, cells: table.rows[1].cells)
  }

  /// A row that says as little as one may.
  var least: [Int: [UInt8]] {
    [columns.id: Array("b1".utf8), columns.quantity: Array("7".utf8), columns.product: Array("server".utf8)]
  }

  /// Lines with these bytes; nil where the careful reader is needed.
  func prototype(_ fields: [Int: [UInt8]], tableFindings: Int, _ texts: inout CellTexts) -> LinePrototype? {
    var row = fields
    row[columns.id] = Array("b1".utf8)
    row[columns.quantity] = Array("7".utf8)
    guard let reading = reading(row, &texts), reading.table.count == tableFindings,
      reading.line.quantity == Interval(exactly: Rational(7))
    else { return nil }
    var places: [LineField: Int] = [:]
    for (field, span) in reading.line.places {
      guard let column = reading.column(span) else { return nil }
      places[field] = column
    }
    return LinePrototype(
      reading.line, catalog: reader.catalog, column: reading.column(reading.line.span), places: places,
      notes: reading.row.map { LinePrototype.Note(finding: $0, column: reading.column($0.span)) },
      filled: reading.filled)
  }

  /// What bills with these bytes say of their project, but for the id; nil where the careful reader is needed.
  func project(_ fields: [Int: [UInt8]], like least: Reading, _ texts: inout CellTexts) -> Project? {
    guard let reading = reading(self.least.merging(fields) { own, _ in own }, &texts),
      reading.table.count == least.table.count, reading.row.count == least.row.count
    else { return nil }
    return reading.project
  }
}
