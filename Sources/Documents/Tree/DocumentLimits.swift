/// How large a document may be. Passing a limit is an error that says so; input from anyone is then safe to read.
public struct DocumentLimits: Hashable, Sendable {
  /// The size of the text, in bytes of UTF-8.
  public var bytes: Int
  /// How many sequences and mappings may be open at once, those inside an alias counted where it stands.
  public var depth: Int
  /// How many scalars, sequences, mappings and aliases a file may hold.
  public var nodes: Int
  /// How many nodes a file may hold when every alias counts as a copy of what it stands for.
  public var expandedNodes: Int

  /// Limits of one's own.
  public init(
    bytes: Int = 64 << 20, depth: Int = 64, nodes: Int = 4_000_000, expandedNodes: Int = 4_000_000
  ) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.expandedNodes = expandedNodes
  }

  /// What every command uses unless told otherwise: 64 MiB, 64 levels, 4 million nodes.
  public static let `default` = DocumentLimits()
}
