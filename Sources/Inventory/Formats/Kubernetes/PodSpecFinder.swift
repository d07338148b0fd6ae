internal import Diagnostics
internal import Documents
internal import Quantities

/// Finds the pods that an object makes: mappings with `containers`, however deep, and the counts on the way to them.
struct PodSpecFinder {
  /// The pods of one template.
  struct Place {
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

  private struct Path {
    var count = Interval.one
    var isCounted = false
    var label: Node?
    var role: Node?
    var depth = 0
  }

  private(set) var found: [Place] = []
  private let scaling: Interval?

  /// A search; `scaling` is what an autoscaler says of the replicas.
  init(scaling: Interval?) {
    self.scaling = scaling
  }

  /// Looks through an object.
  mutating func search(_ object: Node, _ problems: inout Problems) {
    visit(object, holder: nil, Path(), &problems)
  }

  private mutating func visit(_ node: Node, holder: Node?, _ path: Path, _ problems: inout Problems) {
    var counts = PodCounts()
    var isSpec = false
    for (key, value) in node.entries {
      guard let word = PodWord(key) else { continue }
      if word == .containers || word == .initContainers {
        isSpec = isSpec || value.items.first { _ in true }?.kind == .mapping
      } else if !value.isNull {
        counts.note(word, value)
      }
    }
    var path = path
    if !counts.isEmpty || (path.depth == 1 && scaling != nil) { multiply(&path, counts, at: node, &problems) }
    if isSpec {
      found.append(
        Place(spec: node, holder: holder, count: path.count, isCounted: path.isCounted, role: path.role))
      return
    }
    for (key, value) in node.entries where value.kind != .scalar {
      // What an object says of itself and of its state makes no pods, and is much of a dump.
      if path.depth == 0, PodWord.isAside(key) { continue }
      var inner = path
      inner.depth += 1
      if !PodWord.isStructure(key) { inner.label = key }
      if counts.hasGroup, key.hasText("workerTemplate") { counts.multiplyByWorkers(&inner.count, &problems) }
      descend(value, holder: node, inner, &problems)
    }
  }

  private mutating func descend(_ node: Node, holder: Node?, _ path: Path, _ problems: inout Problems) {
    guard node.kind == .sequence else { return visit(node, holder: holder, path, &problems) }
    for item in node.items where item.kind != .scalar {
      var inner = path
      inner.label = item["name"] ?? item["groupName"] ?? path.label
      descend(item, holder: nil, inner, &problems)
    }
  }

  private func multiply(_ path: inout Path, _ counts: PodCounts, at node: Node, _ problems: inout Problems) {
    let isSpec = path.depth == 1
    guard let factor = counts.factor(scaling: isSpec ? scaling : nil, &problems) else { return }
    path.isCounted = true
    if !isSpec { path.role = path.label }
    do { path.count = try path.count * factor } catch { problems.podOverflow(at: node) }
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
