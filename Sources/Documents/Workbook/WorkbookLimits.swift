/// How large a workbook may be. Passing a limit is an error that says so; input from anyone is then safe to read.
public struct WorkbookLimits: Hashable, Sendable {
  /// The size of the file, in bytes.
  public var bytes: Int
  /// The size of all its parts that are read, uncompressed, in bytes.
  public var inflatedBytes: Int
  /// How many times its size a part of more than 1 MiB may grow when it is uncompressed.
  public var ratio: Int
  /// How many cells of all sheets may hold something.
  public var cells: Int
  /// The texts of all cells in bytes of UTF-8, a shared text counted wherever it stands.
  public var textBytes: Int

  /// Limits of one's own.
  public init(
    bytes: Int = 64 << 20, inflatedBytes: Int = 256 << 20, ratio: Int = 400, cells: Int = 4_000_000,
    textBytes: Int = 256 << 20
  ) {
    self.bytes = bytes
    self.inflatedBytes = inflatedBytes
    self.ratio = ratio
    self.cells = cells
    self.textBytes = textBytes
  }

  /// What every command uses unless told otherwise: 64 MiB, 256 MiB uncompressed, 400 times, 4 million cells, 256 MiB
  /// of text.
  public static let `default` = WorkbookLimits()
}
