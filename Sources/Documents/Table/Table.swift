public import Diagnostics

/// A grid of cells with places: a file of separated values, or one sheet of a workbook. It knows no meaning.
public struct Table: Sendable {
  /// Where its places are: the text, or the sheet.
  public let file: SourceFile
  /// The rows that hold something, from top to bottom.
  public var rows: [Row]
  /// Cells that were merged into one; the text stands in the first of them. Empty for separated values, which lose them.
  public var merges: [Merge]
  /// Columns that are hidden, counted from 1; rows say it themselves.
  public var hiddenColumns: [ClosedRange<Int>]
  /// Whether the whole sheet is hidden.
  public var isHidden: Bool

  /// A grid with its rows.
  public init(
    file: SourceFile, rows: [Row], merges: [Merge] = [], hiddenColumns: [ClosedRange<Int>] = [], isHidden: Bool = false
  ) {
    self.file = file
    self.rows = rows
    self.merges = merges
    self.hiddenColumns = hiddenColumns
    self.isHidden = isHidden
  }

  /// A row that holds something.
  public struct Row: Sendable {
    /// Its number, from 1: the row of the sheet, or the record of the file, blank ones counted.
    public var number: Int
    /// Its cells by column. A cell that is not there is empty.
    public var cells: [Cell]
    /// Whether it is hidden, by itself or by a filter.
    public var isHidden: Bool

    /// A row with its cells.
    public init(number: Int, cells: [Cell], isHidden: Bool = false) {
      self.number = number
      self.cells = cells
      self.isHidden = isHidden
    }
  }

  /// A cell as it was written.
  public struct Cell: Sendable {
    /// The text: of a number its decimal spelling, of a day `2025-03-01`, of a formula its last value.
    public var text: String
    /// Where it stands.
    public var range: SourceRange
    /// In 32 bits, for a sheet has a million cells.
    private var storedColumn: UInt32
    /// What the file says that it is.
    public var form: Form

    /// Its column, from 1.
    public var column: Int {
      get { Int(storedColumn) }
      set { storedColumn = UInt32(clamping: newValue) }
    }

    /// A cell with its text.
    public init(column: Int, text: String, form: Form = .text, range: SourceRange) {
      self.text = text
      self.range = range
      storedColumn = UInt32(clamping: column)
      self.form = form
    }
  }

  /// What a file says of a cell's value; separated values say nothing, so all of theirs are text.
  public enum Form: Hashable, Sendable {
    case text, number, day, flag
    /// A formula that has no value, or an error such as `#REF!`, which is the text.
    case fault
  }

  /// A rectangle of cells that are shown as one; rows and columns count from 1.
  public struct Merge: Hashable, Sendable {
    /// The first row to the last.
    public var rows: ClosedRange<Int>
    /// The first column to the last.
    public var columns: ClosedRange<Int>

    /// A rectangle.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// Where a cell stands, with its file.
  public func span(_ cell: Cell) -> SourceSpan { SourceSpan(file: file, range: cell.range) }
}
