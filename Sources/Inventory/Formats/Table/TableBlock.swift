internal import Diagnostics
internal import Documents
internal import Quantities

/// A table under one header, while its rows are read.
struct TableBlock {
  let table: Table
  let header: TableHeader
  let merges: MergeIndex
  /// The columns that are read, from left to right.
  private let columns: [TableHeader.Column]
  /// The same by number.
  private let byNumber: [TableHeader.Column?]
  /// What each of them holds.
  private let fields: [TableField]
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
  /// Whether it compares what is offered with what was asked for, so that nothing of it is read.
  var isComparison = false
  /// Cells that hold for rows below them that leave them blank, in the order of `filledFields`.
  var above = [(cell: Table.Cell, row: Int)?](repeating: nil, count: filledFields.count)
  static let filledFields: [TableField] = [.lot, .parent, .brand, .maker]
  /// The bill of a long table that is being read, and its first row.
  var bill: (id: String?, firstRow: Int) = (nil, 0)
  /// The name above, by which a blank brand is known to be the same one.
  var nameAbove: String?
  /// Positions by their numbers, in the lot that is being read: those of one level, and those of several.
  var numbered: (top: [Int: Int], deep: [[Int]: Int]) = ([:], [:])
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
    self.columns = columns
    let fields = columns.map(\.field)
    self.fields = fields
    var byNumber: [TableHeader.Column?] = Array(repeating: nil, count: (columns.map(\.number).max() ?? 0) + 1)
    for column in columns.reversed() { byNumber[column.number] = column }
    self.byNumber = byNumber
    // Of several columns of a field the first one counts.
    let first = columns.indices.filter { fields.firstIndex(of: fields[$0]) == $0 }.map { columns[$0].number }
    merges = MergeIndex(table.merges, columns: first)
    self.start = start
    self.lot = lot
  }

  /// Whether the table has a column of a field.
  func has(_ field: TableField) -> Bool { fields.contains { $0 == field } }

  /// Whether a row shares a merged cell with a row above it.
  func continues(_ row: Table.Row) -> Bool {
    columns.contains { column in
      merges.firstRow(of: row.number, column: column.number).map { $0 < row.number } ?? false
    }
  }

  /// The first column of a field.
  func column(_ field: TableField) -> TableHeader.Column? { fields.firstIndex { $0 == field }.map { columns[$0] } }

  /// The column of a number; nil where it is not read.
  func column(at number: Int) -> TableHeader.Column? { number < byNumber.count ? byNumber[number] : nil }
}
