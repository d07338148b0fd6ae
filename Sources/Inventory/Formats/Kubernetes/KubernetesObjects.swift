internal import Diagnostics
internal import Documents
internal import Quantities

/// The objects of a stream, those inside lists included, by what they are for a bill.
struct KubernetesObjects: Sendable {
  /// Nodes of a cluster.
  private(set) var nodes: [KubernetesObject] = []
  /// All else: what holds pods is found by looking into it.
  private(set) var workloads: [KubernetesObject] = []
  /// Documents that are no objects.
  private(set) var strays: [Node] = []
  private var scalers: [KubernetesObject.Key: KubernetesObject] = [:]

  /// How many objects there are.
  var count: Int { nodes.count + workloads.count + scalers.count }

  /// Adds a document, or an item of a list.
  mutating func add(_ node: Node) {
    if node.isNull { return }
    if node.kind == .sequence { return node.items.forEach { add($0) } }
    guard let object = KubernetesObject(node) else { return strays.append(node) }
    if object.kind.hasSuffix("List"), let items = node["items"], items.kind == .sequence {
      return items.items.forEach { add($0) }
    }
    switch object.kind {
    case "Node" where object.version == "v1" || object.version.isEmpty: nodes.append(object)
    case "HorizontalPodAutoscaler", "ScaledObject":
      guard let target = node["spec"]?["scaleTargetRef"], let name = target["name"]?.text else { fallthrough }
      let kind = target["kind"]?.text ?? "Deployment"
      scalers[KubernetesObject.Key(kind: kind, path: object.space + name)] = object
    default: workloads.append(object)
    }
  }

  /// How many replicas an autoscaler lets a workload have; nil where none speaks of it.
  func scaling(of object: KubernetesObject, _ problems: inout Problems) -> Interval? {
    guard !scalers.isEmpty, let scaler = scalers[object.key], let spec = scaler.node["spec"] else { return nil }
    let what = Localized(zh: "副本", en: "replicas")
    func bound(_ keys: [String]) -> Rational? {
      keys.lazy.compactMap { spec[$0] }.first { !$0.isNull }?.wholeNumber(what, &problems)
    }
    let isKeda = scaler.kind == "ScaledObject"
    let low = bound(["minReplicas", "minReplicaCount"]) ?? (isKeda ? .zero : .one)
    let high = bound(["maxReplicas", "maxReplicaCount"])
    return Interval(.finite(low), high.map { .finite($0) } ?? .infinity)
  }
}
