public import Inventory

/// How bills are read.
public struct ReadingOptions: Sendable {
  /// The format; nil where content and name decide.
  public var format: BomFormat?
  /// What the command line says of every project; it lies over what a bill and its side file say.
  public var overrides: ProjectOverrides
  /// What a person says of the columns of tables; nil where their own words decide.
  public var columns: TableMapping?
  /// How many threads may read one file.
  public var jobs = 1
  /// What stood beside the bill when it was kept; nil where the disk is to be asked.
  var side: KeptSide?

  /// By content and name, with nothing laid over.
  public init(
    format: BomFormat? = nil, overrides: ProjectOverrides = ProjectOverrides(), columns: TableMapping? = nil
  ) {
    self.format = format
    self.overrides = overrides
    self.columns = columns
  }
}
