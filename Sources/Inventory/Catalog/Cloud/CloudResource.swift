/// What a type of resource of Terraform stands for, and the attributes that say which and how many; a path names an
/// attribute inside another as `scaling_config.min_size`.
public struct CloudResource: Sendable {
  /// What it is; nil where it stands for no hardware and no product.
  public let kind: Kind?
  /// The path of the instance type, or of a list of alternatives.
  public let type: String?
  /// The path of the count; a resource without any path of a count is one.
  public let count: String?
  /// The path of the least count.
  public let least: String?
  /// The path of the highest count.
  public let most: String?
  /// The path of the image, whose name tells the operating system.
  public let image: String?
  /// The path of the database engine.
  public let engine: String?
  /// The path of its version.
  public let version: String?
  /// The product, where the type itself says it.
  public let product: String?
  /// Its maker.
  public let vendor: String?
  /// Where it was found.
  public let source: String
}
