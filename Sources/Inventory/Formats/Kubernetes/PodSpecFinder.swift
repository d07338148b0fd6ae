internal import Diagnostics
internal import Documents
internal import Quantities

/// Finds the pods that an object makes: mappings with `containers`, however deep, and the counts on the way to them.
struct PodSpecFinder {
  /// The pods of one template.
  struct Place: Sendable {
    /// The mapping with `containers`.
    var spec: Node
    /// The mapping around it, which may hold the pods' own `metadata`.
    var holder: Node?
    /// How many there are, as far as the object itself says.
    var count: Interval
    /// Whether it says so.
    var isCounted: Bool
    /// What the object calls them, where it has several: `Worker`.
    var role: Node?
  }

  /// What is known at a step of a way.
  private struct State {
    var count = Interval.one
    var isCounted = false
    /// What the object calls what is here.
    var label: Node?
    /// What it calls what was counted last.
    var role: Node?
    /// The groups of pods in the step itself.
    var group: PodGroup?
  }

  private(set) var found: [Place] = []
  private let scaling: Interval?
  /// The states along the last way; those of the steps that the next one shares still hold.
  private var states: [State] = []

  /// A search; `scaling` is what an autoscaler says of the replicas.
  init(scaling: Interval?) {
    self.scaling = scaling
  }

  /// Looks through an object. What it says of itself and of its state makes no pods.
  mutating func search(_ object: Node, _ problems: inout Problems) {
    for way in object.ways(toListsOf: "containers") {
      states.removeLast(states.count - min(states.count, way.shared))
      if way.steps.count > 1, let key = way.steps[1].key, PodWord.isAside(key) { continue }
      for step in way.steps[states.count...] { states.append(state(at: step, &problems)) }
      guard let spec = way.steps.last?.node, let state = states.last else { continue }
      let holder = way.steps.count > 1 ? way.steps[way.steps.count - 2].node : nil
      found.append(
        Place(
          spec: spec, holder: holder?.kind == .mapping ? holder : nil, count: state.count, isCounted: state.isCounted,
          role: state.role))
    }
  }

  private func state(at step: Node.Step, _ problems: inout Problems) -> State {
    var state = states.last ?? State()
    if let key = step.key {
      if !PodWord.isStructure(key) { state.label = key }
      if let group = state.group, key.hasText("workerTemplate") { group.multiplyByWorkers(&state.count, &problems) }
    } else if !states.isEmpty {
      state.label = step.node["name"] ?? step.node["groupName"] ?? state.label
    }
    let counts = PodCounts(step.node)
    state.group = counts.group
    // The count of the object itself stands in its `spec`, and is the one that an autoscaler changes.
    let isSpec = states.count == 1
    guard let factor = counts.factor(scaling: isSpec ? scaling : nil, &problems) else { return state }
    state.isCounted = true
    if !isSpec { state.role = state.label }
    do { state.count = try state.count * factor } catch { problems.podOverflow(at: step.node) }
    return state
  }
}

extension Problems {
  /// Counts whose product is past what is computed.
  mutating func podOverflow(at node: Node) {
    error(
      "overflow",
      Localized(zh: "副本与卡数之积超出精确计算的范围", en: "replicas times cards is past what exact arithmetic holds"),
      at: node.headSpan)
  }
}
