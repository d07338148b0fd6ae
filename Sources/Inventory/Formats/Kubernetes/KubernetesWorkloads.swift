internal import Diagnostics
internal import Documents
internal import Quantities

/// The objects of a stream that make pods, each pod counted with the object that answers for it.
struct KubernetesWorkloads {
  /// An object and the pods that it makes.
  struct Workload: Sendable {
    var object: KubernetesObject
    var pods: [PodSpecFinder.Place]
  }

  /// Those whose pods are counted.
  private(set) var counted: [Workload] = []
  /// Those that another one made, so that its pods are counted there.
  private(set) var owned: [KubernetesObject] = []
  /// Pods that have run to their end and hold no cards any more.
  private(set) var ended: [KubernetesObject] = []

  init(_ objects: KubernetesObjects, jobs: Int, _ problems: inout Problems) {
    let all = concurrentMap(objects.workloads, jobs: jobs, &problems) { object, problems in
      var finder = PodSpecFinder(scaling: objects.scaling(of: object, &problems))
      finder.search(object.node, &problems)
      return Workload(object: object, pods: finder.found)
    }.filter { !$0.pods.isEmpty }
    var makers: Set<KubernetesObject.Key> = []
    if all.contains(where: { $0.object.isMade }) { makers = Set(all.map(\.object.key)) }
    for var workload in all {
      if Self.isOwned(workload.object, by: makers) {
        owned.append(workload.object)
      } else if Self.hasEnded(workload.object) {
        ended.append(workload.object)
      } else {
        for index in workload.pods.indices where !workload.pods[index].isCounted {
          workload.pods[index].count = Self.usualCount(of: workload.object) ?? .nonNegative
          workload.pods[index].isCounted = Self.usualCount(of: workload.object) != nil
        }
        counted.append(workload)
      }
    }
  }

  private static func isOwned(_ object: KubernetesObject, by makers: Set<KubernetesObject.Key>) -> Bool {
    guard !makers.isEmpty, let owner = object.owner else { return false }
    if makers.contains(KubernetesObject.Key(kind: owner.kind, path: object.space + owner.name)) { return true }
    // A replica set of a deployment is often left out of a dump; its name is the deployment's and a digest.
    guard owner.kind == "ReplicaSet", let digest = object.metadata?["labels"]?["pod-template-hash"]?.text,
      owner.name.hasSuffix("-" + digest)
    else { return false }
    let deployment = String(owner.name.dropLast(digest.count + 1))
    return makers.contains(KubernetesObject.Key(kind: "Deployment", path: object.space + deployment))
  }

  private static func hasEnded(_ object: KubernetesObject) -> Bool {
    guard object.kind == "Pod", let phase = object.node["status"]?["phase"] else { return false }
    return phase.hasText("Succeeded") || phase.hasText("Failed")
  }

  /// How many pods an object of Kubernetes itself makes where it does not say; nil for all others.
  private static func usualCount(of object: KubernetesObject) -> Interval? {
    switch (object.kind, object.version) {
    case ("Pod", _), ("ReplicationController", _): return .one
    case ("Deployment", "apps/v1"), ("StatefulSet", "apps/v1"), ("ReplicaSet", "apps/v1"): return .one
    case ("Job", "batch/v1"), ("CronJob", "batch/v1"): return .one
    case ("DaemonSet", _):
      // As many as there are nodes that fit; a dump of a running cluster says so.
      return object.node["status"]?["desiredNumberScheduled"]?.wholeNumber.map { Interval(exactly: $0) }
    default: return nil
    }
  }
}
