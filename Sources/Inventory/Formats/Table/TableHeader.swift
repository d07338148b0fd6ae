internal import Diagnostics
internal import Documents

/// The header of a table: which column holds what.
struct TableHeader: Sendable {
  /// A column that was recognised; all of its cells refer to it.
  final class Column: Sendable {
    /// From 1.
    let number: Int
    /// What stands over it.
    let title: String
    let text: HeaderText
    let field: TableField
    let rank: Int
    let span: SourceSpan

    init(number: Int, title: String, text: HeaderText, field: TableField, rank: Int, span: SourceSpan) {
      self.number = number
      self.title = title
      self.text = text
      self.field = field
      self.rank = rank
      self.span = span
    }

    /// The same column, taken to hold something else.
    func holding(_ field: TableField) -> Column {
      Column(number: number, title: title, text: text, field: field, rank: rank, span: span)
    }
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
