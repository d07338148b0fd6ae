/// How large a table may be. Passing a limit is an error that says so.
public struct TableLimits: Hashable, Sendable {
  /// The size of the text, in bytes of UTF-8.
  public var bytes: Int
  /// The rows of a table.
  public var rows: Int
  /// The columns of a row; as many as Excel has.
  public var columns: Int
  /// The cells of a table that hold something.
  public var cells: Int

  /// Limits of one's own.
  public init(bytes: Int = 256 << 20, rows: Int = 1_048_576, columns: Int = 16_384, cells: Int = 20_000_000) {
    self.bytes = bytes
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }

  /// What every command uses unless told otherwise: 256 MiB, and a sheet as large as Excel's.
  public static let `default` = TableLimits()
}
