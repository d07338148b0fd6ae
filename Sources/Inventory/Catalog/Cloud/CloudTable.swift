/// What is known of clouds: what their instance types contain, and what resources of Terraform stand for.
public struct CloudTable: Sendable {
  private let instances: [String: PatternTable<InstanceType>]
  private let resources: PatternTable<CloudResource>

  init(
    instances: [(pattern: NamePattern, entry: InstanceType)], resources: [(pattern: NamePattern, entry: CloudResource)]
  ) {
    self.instances = Dictionary(grouping: instances, by: \.entry.provider).mapValues { PatternTable($0) }
    self.resources = PatternTable(resources)
  }

  /// What an instance type of a provider contains; nil where no entry knows it.
  public func instance(_ type: String, of provider: String) -> InstanceType? { instances[provider]?[type] }

  /// What a type of resource stands for; nil for one that is not in the table.
  public func resource(_ type: String) -> CloudResource? { resources[type] }

  /// Whether instance types of a provider are known at all.
  public func knows(provider: String) -> Bool { instances[provider] != nil }
}
