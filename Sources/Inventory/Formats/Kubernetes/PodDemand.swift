internal import Diagnostics
internal import Documents
internal import Quantities

/// What a pod asks for of extended resources, all its containers taken together as the scheduler does: containers and
/// sidecars (`initContainers` that restart always) run side by side and are summed; other `initContainers` run one
/// after the other before them, so only the one that asks for the most counts.
struct PodDemand: Sendable {
  /// One resource.
  struct Item: Sendable {
    var name: String
    /// Where its name stands first.
    var key: Node
    /// Where its number stands first.
    var value: Node
    /// How much a pod holds at most at a time.
    var quantity = Interval.zero
    /// The most that one container holds.
    var largest = Interval.zero
    fileprivate var running = Interval.zero
    fileprivate var sidecars = Interval.zero
    fileprivate var peak = Interval.zero
  }

  /// Two numbers that Kubernetes wants to be equal.
  struct Difference: Sendable {
    var name: String
    var limit: Node?
    var request: Node
  }

  private(set) var items: [Item] = []
  private(set) var differences: [Difference] = []
  private var indices: [String: Int] = [:]
  private let table: KubernetesTable

  private enum Role { case container, sidecar, start }

  init(_ spec: Node, _ table: KubernetesTable, _ problems: inout Problems) {
    self.table = table
    for container in spec["initContainers"]?.listed ?? [] {
      let isSidecar = container["restartPolicy"]?.hasText("Always") ?? false
      add(container, as: isSidecar ? .sidecar : .start, &problems)
    }
    for container in spec["containers"]?.listed ?? [] { add(container, as: .container, &problems) }
    for index in items.indices {
      let item = items[index]
      do { items[index].quantity = try (item.running + item.sidecars).orMore(item.peak) } catch {
        problems.podOverflow(at: item.value)
      }
    }
    items.removeAll { $0.quantity == .zero }
  }

  private mutating func add(_ container: Node, as role: Role, _ problems: inout Problems) {
    guard let resources = container["resources"] else { return }
    let limits = resources["limits"]?.extendedResources ?? []
    let requests = resources["requests"]?.extendedResources ?? []
    guard !limits.isEmpty || !requests.isEmpty else { return }
    var asked: [String: (key: Node, value: Node)] = [:]
    for request in requests { asked[request.key.text] = request }
    for (key, value) in limits {
      let name = key.text
      let request = asked.removeValue(forKey: name)
      guard var quantity = quantity(value, of: name, &problems) else { continue }
      if let request, let other = self.quantity(request.value, of: name, &problems), other != quantity {
        differences.append(Difference(name: name, limit: value, request: request.value))
        quantity = quantity.hull(other)
      }
      add(quantity, of: name, key, value, as: role, &problems)
    }
    for (key, value) in requests where asked[key.text] != nil {
      let name = key.text
      guard let quantity = quantity(value, of: name, &problems) else { continue }
      differences.append(Difference(name: name, limit: nil, request: value))
      add(quantity, of: name, key, value, as: role, &problems)
    }
  }

  /// How much; memory and the like may be written in any way, what is counted is a whole number.
  private func quantity(_ value: Node, of name: String, _ problems: inout Problems) -> Interval? {
    if value.isNull { return nil }
    if let number = value.wholeNumber { return Interval(exactly: number) }
    guard table.resource(named: name)?.isCounted ?? false else { return .nonNegative }
    return value.wholeNumber(Localized("`\(name)`"), &problems).map { Interval(exactly: $0) }
  }

  private mutating func add(
    _ quantity: Interval, of name: String, _ key: Node, _ value: Node, as role: Role, _ problems: inout Problems
  ) {
    // Nearly every pod asks for one resource or two.
    let isFew = items.count < 8
    if !isFew, indices.isEmpty { for (number, item) in items.enumerated() { indices[item.name] = number } }
    let index = (isFew ? items.firstIndex { $0.name == name } : indices[name]) ?? items.count
    if index == items.count {
      if !isFew { indices[name] = index }
      items.append(Item(name: name, key: key, value: value))
    }
    do {
      items[index].largest = items[index].largest.orMore(quantity)
      switch role {
      case .container: items[index].running = try items[index].running + quantity
      case .sidecar: items[index].sidecars = try items[index].sidecars + quantity
      case .start: items[index].peak = items[index].peak.orMore(try quantity + items[index].sidecars)
      }
    } catch { problems.podOverflow(at: value) }
  }
}

extension Interval {
  /// The greater of the two, end by end.
  fileprivate func orMore(_ other: Interval) -> Interval {
    Interval(max(low, other.low), max(high, other.high))
  }
}

extension Node {
  /// Whether a resource's name has a domain, as `nvidia.com/gpu` has and `cpu` has not.
  var isExtendedResource: Bool { withUTF8Text { $0.contains(UInt8(ascii: "/")) } }

  /// The entries of a mapping whose keys are extended resources.
  fileprivate var extendedResources: [(key: Node, value: Node)] {
    var found: [(key: Node, value: Node)] = []
    for entry in entries where entry.key.isExtendedResource { found.append(entry) }
    return found
  }
}
