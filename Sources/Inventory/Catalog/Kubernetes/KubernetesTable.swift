/// What is known of Kubernetes' names of hardware: extended resources, and labels of nodes.
public struct KubernetesTable: Sendable {
  private let resources: PatternTable<ExtendedResource>
  private let labels: [String: [NodeLabel]]

  init(resources: [(pattern: NamePattern, entry: ExtendedResource)], labels: [NodeLabel]) {
    self.resources = PatternTable(resources)
    self.labels = Dictionary(grouping: labels, by: \.key)
  }

  /// What an extended resource counts; nil for one of a domain that is not known.
  public func resource(named name: String) -> ExtendedResource? { resources[name] }

  /// What a label says; nil where it is not known or says nothing about hardware. The first entry that fits holds.
  public func label(_ key: String, value: String) -> NodeLabel? {
    labels[key]?.first { $0.value?.matches(value) ?? true }
  }
}
