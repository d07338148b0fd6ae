/// What a label of a Kubernetes node, by which workloads select nodes, says about its hardware.
public struct NodeLabel: Sendable {
  /// What its value says.
  public enum Statement: Sendable {
    /// The name of the card; a mark that follows it says that the card is shared.
    case model(cut: [String])
    /// How many cards the node has.
    case count
    /// The device number on the PCI bus, of a maker's number.
    case device(pciVendor: String)
    /// The card is one of these components.
    case components([String])
    /// The model of the server.
    case machine
    /// The maker of the CPU.
    case cpuVendor
    /// There are cards, but not which.
    case hint
  }

  /// The label.
  public let key: String
  /// The values that it speaks of; nil for every one.
  public let value: NamePattern?
  /// What it says.
  public let statement: Statement
  /// The extended resource that it speaks of; nil for none or any.
  public let resource: String?
  /// Where it was found.
  public let source: String
}
