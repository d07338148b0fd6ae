internal import Diagnostics
internal import Documents
internal import Quantities

/// The counts that a mapping on the way to pods states.
struct PodCounts {
  private var replicas: Node?
  private var least: Node?
  private var most: Node?
  private var parallelism: Node?
  private var completions: Node?
  private var hosts: Node?
  private var size: Node?
  private var hasWorkers = false
  private var hasLeader = false

  /// Whether none is stated.
  var isEmpty: Bool {
    replicas == nil && least == nil && most == nil && parallelism == nil && completions == nil && hosts == nil
  }

  /// The groups in which pods stand, where they do.
  var group: PodGroup? {
    guard hasWorkers, let size else { return nil }
    return PodGroup(size: size, hasLeader: hasLeader)
  }

  /// What a mapping states; nothing for a sequence.
  init(_ mapping: Node) {
    for (key, value) in mapping.entries {
      if let word = PodWord(key), !value.isNull { note(word, value) }
    }
  }

  private mutating func note(_ word: PodWord, _ value: Node) {
    switch word {
    case .replicas: replicas = value
    case .minReplicas: least = value
    case .maxReplicas: most = value
    case .parallelism: parallelism = value
    case .completions: completions = value
    case .hosts: hosts = value
    case .size: size = value
    case .workerTemplate: hasWorkers = true
    case .leaderTemplate: hasLeader = true
    }
  }

  /// How many pods there are for each of what is around; nil where nothing here says so, or wrongly.
  func factor(scaling: Interval?, _ problems: inout Problems) -> Interval? {
    guard !isEmpty || scaling != nil else { return nil }
    func number(_ node: Node?) -> Rational?? {
      guard let node else { return .some(nil) }
      return node.wholeNumber(Localized(zh: "副本", en: "replicas"), &problems).map { .some($0) }
    }
    guard let replicas = number(replicas), let least = number(least), let most = number(most),
      let parallelism = number(parallelism), let completions = number(completions), let hosts = number(hosts)
    else { return nil }
    var factor = replicas.map { Interval(exactly: $0) } ?? .one
    if least != nil || most != nil {
      factor = Interval(.finite(least ?? .zero), most.map { .finite($0) } ?? .infinity)
    }
    if let scaling { factor = scaling }
    do {
      if parallelism != nil || completions != nil {
        // No more pods run at once than are to be completed.
        let running = min(parallelism ?? .one, completions ?? parallelism ?? .one)
        factor = try factor * Interval(exactly: running)
      }
      if let hosts { factor = try factor * Interval(exactly: hosts) }
      return factor
    } catch {
      if let node = self.replicas ?? self.parallelism ?? self.completions ?? self.hosts {
        problems.podOverflow(at: node)
      }
      return nil
    }
  }
}

/// A group of pods: a leader, where it has a template of its own, and workers.
struct PodGroup {
  let size: Node
  let hasLeader: Bool

  /// Multiplies by the workers of a group.
  func multiplyByWorkers(_ count: inout Interval, _ problems: inout Problems) {
    guard let pods = size.wholeNumber(Localized(zh: "组内 Pod", en: "pods in a group"), &problems) else { return }
    do {
      let workers = hasLeader ? max(.zero, try pods - .one) : pods
      count = try count * Interval(exactly: workers)
    } catch { problems.podOverflow(at: size) }
  }
}
