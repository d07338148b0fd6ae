internal import Diagnostics
internal import Documents
internal import Quantities

/// A table under one header, while its rows are read.
struct TableBlock {
  let table: Table
  let header: TableHeader
  /// The columns that are read, by number.
  let columns: [Int: TableHeader.Column]
  let merges: MergeIndex
  /// The first column of each field.
  private let fields: [TableField: TableHeader.Column]
  /// In what money is stated above the table: 单位：万元.
  var money: MoneyUnit?
  /// The first of its positions.
  let start: Int
  /// What was added up since the header, since the last total, and since the last subtotal.
  var sums = (table: TableSums(), part: TableSums(), section: TableSums())
  /// Whether a total was read, below which there are only notes.
  var isTotalled = false
  /// The lot of a heading, which holds for what follows.
  var lot: String?
  /// Cells that hold for rows below them that leave them blank.
  var above: [TableField: (cell: Table.Cell, row: Int)] = [:]
  /// The bill of a long table that is being read, and its first row.
  var bill: (id: String?, firstRow: Int) = (nil, 0)
  /// The name above, by which a blank brand is known to be the same one.
  var nameAbove: String?
  /// Positions by their numbers, in the lot that is being read.
  var numbered: [[Int]: Int] = [:]
  var numberedLot: String?
  /// The position or heading of 一 and of （一） under which a row stands.
  var outer: [(level: Int, draft: Int?)] = []
  /// The heading 选配 under which positions are options.
  var isOptional = false
  /// What was said once of a column.
  var said: Set<String> = []
  /// What was said once of a bill of a long table.
  var saidOfBill: Set<String> = []

  /// A block whose positions begin with the next one.
  init(table: Table, header: TableHeader, columns: [TableHeader.Column], start: Int, lot: String?) {
    self.table = table
    self.header = header
    self.columns = Dictionary(columns.map { ($0.number, $0) }) { first, _ in first }
    fields = Dictionary(columns.map { ($0.field, $0) }) { first, _ in first }
    merges = MergeIndex(table.merges, columns: fields.values.map(\.number))
    self.start = start
    self.lot = lot
  }

  /// Whether the table has a column of a field.
  func has(_ field: TableField) -> Bool { fields[field] != nil }

  /// Whether a row shares a merged cell with a row above it.
  func continues(_ row: Table.Row) -> Bool {
    fields.values.contains { column in
      merges.firstRow(of: row.number, column: column.number).map { $0 < row.number } ?? false
    }
  }

  /// The column of a field.
  func column(_ field: TableField) -> TableHeader.Column? { fields[field] }
}
