/// What an instance type of a cloud, or a family of them, contains.
public struct InstanceType: Sendable {
  /// The cloud, as Terraform calls its provider.
  public let provider: String
  /// What an instance has; where no accelerator is among it, it has none.
  public let parts: [Component.Part]
  /// Where it was found, and when it was read.
  public let source: String
}
