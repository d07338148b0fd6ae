internal import Documents

/// The cells of one row by what they hold.
struct RowCells {
  /// A cell with its column.
  final class Entry: Sendable {
    let cell: Table.Cell
    let text: CellText
    let column: TableHeader.Column

    init(cell: Table.Cell, text: CellText, column: TableHeader.Column) {
      self.cell = cell
      self.text = text
      self.column = column
    }
  }

  /// All cells that are not empty.
  private(set) var written: [(cell: Table.Cell, text: CellText)] = []
  /// Those of columns that are read.
  private(set) var entries: [Entry] = []

  init(_ row: Table.Row, _ block: TableBlock) {
    for cell in row.cells {
      let text = CellText(cell.text)
      guard !text.text.isEmpty else { continue }
      written.append((cell, text))
      if let column = block.columns[cell.column] { entries.append(Entry(cell: cell, text: text, column: column)) }
    }
  }

  /// The cell of a field, the first where there are several.
  subscript(_ field: TableField) -> Entry? { entries.first { $0.column.field == field } }

  /// The cell of a field, where it says something.
  func said(_ field: TableField) -> Entry? { self[field].flatMap { $0.text.isMissing ? nil : $0 } }

  /// Takes a cell out, because its text is no value.
  mutating func drop(column: Int) { entries.removeAll { $0.cell.column == column } }

  /// Adds a cell that holds for this row from above.
  mutating func add(_ entry: Entry) { entries.append(entry) }
}
