public import Inventory

/// How bills are read.
public struct ReadingOptions: Sendable {
  /// The format; nil where content and name decide.
  public var format: BomFormat?
  /// What the command line says of every project; it lies over what a bill and its side file say.
  public var overrides: ProjectOverrides

  /// By content and name, with nothing laid over.
  public init(format: BomFormat? = nil, overrides: ProjectOverrides = ProjectOverrides()) {
    self.format = format
    self.overrides = overrides
  }
}
