/// The names that a predicate may use: what vocabulary, catalogue and region table declare.
public struct Names: Sendable {
  /// Facts and specs.
  public var vocabulary = Vocabulary()
  /// Vendor identifiers.
  public var vendors: Set<String> = []
  /// Component identifiers.
  public var components: Set<String> = []
  /// List names.
  public var lists: Set<String> = []
  /// Places.
  public var regions = RegionTable.empty

  /// No names.
  public init() {}
}
