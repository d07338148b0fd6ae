internal import Documents

/// The cells of one row by what they hold.
struct RowCells {
  /// A cell with its column.
  struct Entry {
    let cell: Table.Cell
    let text: CellText
    let column: TableHeader.Column
  }

  /// All cells that are not empty.
  private(set) var written: [(cell: Table.Cell, text: CellText)] = []
  /// Those of columns that are read.
  private(set) var entries: [Entry] = []
  /// The fields of the entries, close together, for a row asks for many.
  private var fields: [TableField] = []

  /// Takes the cells of a row in the place of those of the row before.
  mutating func fill(_ row: Table.Row, _ block: TableBlock, _ texts: inout CellTexts) {
    written.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    for cell in row.cells {
      let text = texts(cell.text)
      guard !text.text.isEmpty else { continue }
      written.append((cell, text))
      if let column = block.column(at: cell.column) { add(Entry(cell: cell, text: text, column: column)) }
    }
  }

  /// The cell of a field, the first where there are several.
  subscript(_ field: TableField) -> Entry? { fields.firstIndex { $0 == field }.map { entries[$0] } }

  /// The cell of a field, where it says something.
  func said(_ field: TableField) -> Entry? { self[field].flatMap { $0.text.isMissing ? nil : $0 } }

  /// Whether there is a cell of a field that says something.
  func says(_ field: TableField) -> Bool {
    fields.firstIndex { $0 == field }.map { !entries[$0].text.isMissing } ?? false
  }

  /// Takes a cell out, because its text is no value.
  mutating func drop(column: Int) {
    entries.removeAll { $0.cell.column == column }
    fields = entries.map(\.column.field)
  }

  /// Adds a cell that holds for this row from above.
  mutating func add(_ entry: Entry) {
    entries.append(entry)
    fields.append(entry.column.field)
  }
}
