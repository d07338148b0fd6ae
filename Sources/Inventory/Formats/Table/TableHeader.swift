internal import Diagnostics
internal import Documents

/// The header of a table: which column holds what.
struct TableHeader {
  /// A column that was recognised.
  struct Column {
    /// From 1.
    var number: Int
    /// What stands over it.
    var title: String
    var text: HeaderText
    var field: TableField
    var rank: Int
    var span: SourceSpan
  }

  /// The rows that it takes, by their index; empty where a mapping says that there is none.
  var rows: Range<Int>
  /// Columns that were recognised, from left to right.
  var columns: [Column]
  /// Titles of columns that were not.
  var unknown: [(title: String, span: SourceSpan)]

  /// How many names of the list were found.
  var knownCount: Int { columns.count }

  /// Whether it says what is bought.
  var saysWhat: Bool { columns.contains { $0.field.saysWhat } }

  /// Whether it can be taken for a header.
  var isCredible: Bool { knownCount >= 3 && saysWhat }

  /// The column of a field that is there once.
  func column(_ field: TableField) -> Column? { columns.first { $0.field == field } }

  /// Whether it has the same titles, as a header that is repeated on every page.
  func repeats(_ other: TableHeader) -> Bool {
    columns.count == other.columns.count
      && zip(columns, other.columns).allSatisfy { $0.number == $1.number && $0.text.whole == $1.text.whole }
  }
}
