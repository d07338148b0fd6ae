internal import Diagnostics
internal import Documents
internal import Quantities

extension KubernetesBill {
  /// Adds the workloads of a stream; beside nodes they are only told, because what they ask for is in the nodes.
  mutating func add(workloads: KubernetesWorkloads, hasNodes: Bool, _ problems: inout Problems) {
    var onNodes: (count: Int, first: SourceSpan)?
    let table = catalog.kubernetes
    let demands = concurrentMap(workloads.counted, jobs: jobs, &problems) { workload, problems in
      workload.pods.map { PodDemand($0.spec, table, &problems) }
    }
    for (workload, demands) in zip(workloads.counted, demands) {
      for (pod, demand) in zip(workload.pods, demands) {
        if demand.items.isEmpty, pod.spec["resourceClaims"]?.count ?? 0 == 0 {
          if !hasNodes { noteHints(pod, workload.object) }
        } else if hasNodes {
          onNodes = ((onNodes?.count ?? 0) + 1, onNodes?.first ?? workload.object.span)
        } else {
          do { try add(demand, pod, workload.object) } catch { problems.podOverflow(at: pod.spec) }
        }
      }
    }
    if let (count, first) = onNodes {
      note(
        "workloads-on-nodes", .note,
        Localized(
          zh: "清单里有节点，\(count) 组 Pod 申请的卡就在节点上，不重复计",
          en:
            "the stream lists nodes, and the cards that pods ask for are theirs; templates not counted again: \(count)"),
        at: first)
    }
    note(
      workloads.owned, "counted-with-owner",
      Localized(zh: "由同一文件中的其他对象创建，随其计数", en: "made by other objects of the stream and counted with them"))
    note(
      workloads.ended, "ended",
      Localized(zh: "已经运行结束的 Pod，不再占卡，没有计入", en: "pods that have ended hold no cards and were not counted"))
  }

  private mutating func note(_ objects: [KubernetesObject], _ code: String, _ message: Localized) {
    guard let first = objects.first else { return }
    note(
      code, .note, Localized(zh: "\(message.zh)：\(objects.count) 个", en: "\(message.en): \(objects.count)"),
      at: first.span)
  }

  private mutating func add(_ demand: PodDemand, _ pod: PodSpecFinder.Place, _ object: KubernetesObject)
    throws(Overflow)
  {
    let base = object.path + (pod.role.map { "/\($0.text)" } ?? "")
    guard pod.count != .zero else {
      note(
        "no-replicas", .note,
        Localized(zh: "`\(base)` 的副本数为 0，没有计入", en: "`\(base)` has 0 replicas and was not counted"),
        at: object.span)
      return
    }
    if !pod.isCounted {
      note(
        "replicas-unknown", .warning,
        Localized(
          zh: "`\(base)` 没有说有多少个 Pod，数量按未知计", en: "`\(base)` does not say how many pods it has; the quantity is unknown"
        ),
        line: base, at: object.span)
    }
    noteUse(of: pod, base)
    let labels = KubernetesLabel.known(in: pod.spec["nodeSelector"], catalog.kubernetes)
    let names: Set<String> = demand.items.count > 1 ? Set(demand.items.map(\.name)) : []
    let readings: [(item: PodDemand.Item, resource: ExtendedResource?, reading: CardReading)] =
      try demand.items.map { item throws(Overflow) in
        let resource = catalog.kubernetes.resource(named: item.name)
        return (item, resource, try CardReading(item.quantity, resource, beside: names))
      }
    // Nearly every pod asks for one resource, which nothing stands beside.
    let countedVendors: Set<String> =
      readings.count > 1 ? Set(readings.compactMap { $0.reading.isCount ? $0.resource?.vendor ?? "" : nil }) : []
    var isFirst = true
    for (item, resource, reading) in readings {
      // A portion beside a count of the same maker's cards describes those; alone it is a share of a card.
      let isDescribed = countedVendors.contains(resource?.vendor ?? "")
      var reading = reading
      if case .portion = reading, !isDescribed { reading = .shares(item.quantity) }
      guard reading.isCount else {
        noteUncounted(item.name, at: item.key.headSpan)
        continue
      }
      try add(item, resource, reading, pod, labels, base: isFirst ? base : "\(base)/\(item.name)")
      isFirst = false
    }
    for difference in demand.differences { note(difference, base) }
    if let claims = pod.spec["resourceClaims"], claims.count > 0 { addClaims(claims, base) }
  }

  private mutating func add(
    _ item: PodDemand.Item, _ resource: ExtendedResource?, _ reading: CardReading, _ pod: PodSpecFinder.Place,
    _ labels: [KubernetesLabel], base: String
  ) throws(Overflow) {
    let identity = identifier.identity(of: item.name, at: item.key, resource, labels: labels)
    var line = Line(kind: .accelerator, quantity: .zero, span: item.key.headSpan)
    identity.name(&line)
    line.places[.quantity] = item.value.headSpan
    switch reading {
    case .shares(let shares):
      let name = resource?.cardsOf ?? item.name
      // Only the first share of these cards makes a line, so only it needs a name.
      if !hasTally(of: name) { line.id = uniqueID(base, at: item.key.headSpan) }
      try add(
        shares: shares * pod.count, ofOneContainer: item.largest, areApart: resource?.isApart ?? false, of: name, line)
      return
    case .cards(let cards): line.quantity = try identity.cards(of: cards, resource) * pod.count
    case .atMost(let most): line.quantity = try Interval(.finite(.zero), most) * pod.count
    case .portion, .none: return
    }
    line.id = uniqueID(base, at: item.key.headSpan)
    lines.append(line)
    noteDoubts(line, item.name, resource, identity, isUnclassified: reading.isUnclassified)
  }

  /// Devices that are claimed and not counted by name: neither what they are nor how many is in the pod.
  private mutating func addClaims(_ claims: Node, _ base: String) {
    var line = Line(kind: .accelerator, quantity: .nonNegative, span: claims.headSpan)
    line.id = uniqueID("\(base)/resourceClaims", at: claims.headSpan)
    lines.append(line)
    note(
      "resource-claim", .warning,
      Localized(
        zh: "这里通过 `resourceClaims` 申领设备，型号与数量都不在 Pod 里，按未知计",
        en: "devices are claimed by `resourceClaims` here; neither model nor number is in the pod, so both are unknown"),
      line: line.id, at: claims.headSpan)
  }

  private mutating func note(_ difference: PodDemand.Difference, _ base: String) {
    let name = difference.name
    if let limit = difference.limit {
      note(
        "requests-differ", .warning,
        Localized(
          zh: "`\(name)` 的 requests 是 `\(difference.request.text)`，limits 是 `\(limit.text)`；Kubernetes 要求两者相等，按两者之间计",
          en:
            "the requests of `\(name)` are `\(difference.request.text)`, its limits `\(limit.text)`; Kubernetes wants them equal, so it counts as from the one to the other"
        ), line: base, at: difference.request.headSpan)
    } else {
      note(
        "requests-only", .warning,
        Localized(
          zh: "`\(name)` 只写了 requests，没有 limits；按 requests 计",
          en: "`\(name)` has requests and no limits; the requests count"),
        line: base, at: difference.request.headSpan)
    }
  }
}

extension CardReading {
  /// Whether it says something about a number of cards.
  var isCount: Bool {
    switch self {
    case .cards, .shares, .atMost: true
    case .portion, .none: false
    }
  }

  /// Whether the table does not know the resource.
  var isUnclassified: Bool { if case .atMost = self { true } else { false } }
}
