internal import Documents

/// A row of a long table that is not plain, and yet speaks of its own bill alone.
struct OddRow {
  /// The id of its bill.
  let id: String

  /// Nil where the row may speak of the table as a whole: totals, headings, notes, a header, a row without an id.
  /// `before` is the row above it, where that may begin a header of two rows.
  init?(_ cells: [Table.Cell], _ table: LongTable, after before: [Table.Cell]?) {
    let columns = table.columns
    let written = cells.map { (cell: $0, text: CellText($0.text)) }.filter { !$0.text.text.isEmpty }
    // A row with one cell is a heading.
    guard written.count > 1, let own = written.first(where: { $0.cell.column == columns.id + 1 })?.text,
      !own.isMissing, !own.looksLikeFormula, RowLabel(own.text) == nil
    else { return nil }
    let head = written.first { !$0.text.isDigits && CellNumber($0.text.key) == .none && !$0.text.isMissing }
    switch head.flatMap({ RowLabel($0.cell.text) }) {
    case nil, .lot?: break
    default: return nil
    }
    // 一 heads rows with numbers of their own, and may say that they are options.
    if let number = columns.number, let cell = written.first(where: { $0.cell.column == number + 1 }),
      case .outer? = RowNumber(cell.text.key)
    {
      return nil
    }
    let mayBeginHeader = !Self.beginsWithDigits(cells, columns)
    for rows in [mayBeginHeader ? [cells] : nil, before.map { [$0, cells] }].compactMap(\.self) {
      let rows = rows.enumerated().map { Table.Row(number: $0.offset + 1, cells: $0.element) }
      if HeaderFinder(table: Table(file: table.twin.file, rows: rows), mapping: nil).header(at: 0) != nil { return nil }
    }
    id = own.text
  }

  /// Whether there is a digit where numbers, quantities and prices begin, so that the row is no header.
  static func beginsWithDigits(_ cells: [Table.Cell], _ columns: LongTableColumns) -> Bool {
    cells.contains { cell in
      [columns.number, columns.quantity, columns.price].contains(cell.column - 1)
        && cell.text.utf8.first.map(CellNumber.isDigit) ?? false
    }
  }
}
