internal import Diagnostics
internal import Documents
internal import Quantities

extension KubernetesBill {
  /// Adds a node of a cluster: a server with the cards, the CPU and the operating system that it reports.
  mutating func add(node object: KubernetesObject, _ problems: inout Problems) {
    var server = Line(kind: .server, quantity: .one, span: object.span)
    server.id = uniqueID(object.path, at: object.span)
    let labels = KubernetesLabel.known(in: object.metadata?["labels"], catalog.kubernetes)
    for label in labels {
      if case .machine = label.meaning.statement {
        server.model = label.value.text
        server.places[.model] = label.value.headSpan
      }
    }
    let status = object.node["status"]
    var contents = [cpu(labels, object)]
    if let capacity = status?["capacity"] ?? status?["allocatable"] {
      do { contents += try cards(capacity, object.metadata?["annotations"], labels, server, &problems) } catch {
        problems.podOverflow(at: capacity)
      }
    } else {
      contents.append(Line(kind: .accelerator, quantity: .nonNegative, span: object.span))
      note(
        "no-capacity", .warning,
        Localized(
          zh: "节点没有 `status.capacity`，有没有加速卡按未知计",
          en: "the node has no `status.capacity`, so its accelerators are unknown"),
        line: server.id, at: object.span)
    }
    contents.append(system(status?["nodeInfo"]?["osImage"], server, object))
    server.contents = contents
    lines.append(server)
    if let mark = object.metadata?["annotations"]?["kwok.x-k8s.io/node"] {
      note(
        "simulated-node", .warning,
        Localized(zh: "这是 KWOK 模拟的节点，不是真机", en: "KWOK simulates this node; it is no machine"),
        line: server.id, at: mark.headSpan)
    }
  }

  /// A node tells threads and not CPUs; it has one at least.
  private func cpu(_ labels: [KubernetesLabel], _ object: KubernetesObject) -> Line {
    var cpu = Line(kind: .cpu, quantity: Interval(.finite(.one), .infinity), span: object.span)
    for label in labels {
      if case .cpuVendor = label.meaning.statement {
        cpu.vendor = label.value.text
        cpu.places[.vendor] = label.value.headSpan
      }
    }
    return cpu
  }

  private mutating func system(_ image: Node?, _ server: Line, _ object: KubernetesObject) -> Line {
    var system = Line(kind: .os, quantity: .one, span: (image ?? object.nameNode ?? object.node).headSpan)
    if let image, image.kind == .scalar, !image.isNull, !image.text.isEmpty {
      system.model = image.text
    } else {
      note(
        "os-unknown", .note, Localized(zh: "节点没有报告操作系统", en: "the node does not report its operating system"),
        line: server.id, at: system.span)
    }
    return system
  }

  private mutating func cards(
    _ capacity: Node, _ annotations: Node?, _ labels: [KubernetesLabel], _ server: Line, _ problems: inout Problems
  ) throws(Overflow) -> [Line] {
    // HAMi reports each card many times over, and tells the cards themselves in annotations.
    let isSplit = annotations?.entries.contains { $0.key.text.hasPrefix("hami.io/node-") } ?? false
    let amounts = capacity.entries.filter { $0.key.isExtendedResource && !$0.value.isNull }
    let names = Set(amounts.map(\.key.text))
    var cards: [Line] = []
    for (key, value) in amounts {
      let name = key.text
      let resource = catalog.kubernetes.resource(named: name)
      let isCounted = resource?.isCounted ?? false
      let number = value.wholeNumber ?? (isCounted ? value.wholeNumber(Localized("`\(name)`"), &problems) : nil)
      let amount = number.map { Interval(exactly: $0) } ?? .nonNegative
      let reading = try CardReading(amount, resource, beside: names)
      guard reading.isCount else {
        noteUncounted(name, at: key.headSpan)
        continue
      }
      if amount == .zero { continue }
      var identity = identifier.identity(of: name, at: key, resource, labels: labels)
      identity.isShared = identity.isShared || isSplit
      var line = Line(kind: .accelerator, quantity: .zero, span: key.headSpan)
      identity.name(&line)
      line.places[.quantity] = value.headSpan
      line.quantity = try quantity(reading, identity, resource)
      let place = "\(server.id ?? "")/\(cards.count + 2)"
      cards.append(line)
      line.id = place
      noteDoubts(line, name, resource, identity, isUnclassified: reading.isUnclassified)
      if identity.count == nil, identity.isShared || reading.isShares { noteShares(amount, line) }
    }
    return cards
  }

  /// A label that counts the cards themselves goes before a number that may count shares of them.
  private func quantity(
    _ reading: CardReading, _ identity: CardIdentity, _ resource: ExtendedResource?
  ) throws(Overflow) -> Interval {
    if let count = identity.count, !identity.isShared { return Interval(exactly: count) }
    switch reading {
    case .cards(let cards) where !identity.isShared: return try identity.cards(of: cards, resource)
    case .cards(let shares), .shares(let shares):
      let most = min(shares.high, identity.count.map { .finite($0) } ?? .infinity)
      return Interval(min(.finite(.one), most), most)
    case .atMost(let most): return Interval(.finite(.zero), most)
    case .portion, .none: return .zero
    }
  }

  private mutating func noteShares(_ amount: Interval, _ line: Line) {
    note(
      "shares", .note,
      Localized(
        zh: "节点报告的是 \(amount.description) 份共享卡；份不是卡，至少按 1 张、至多按份数计",
        en: "the node reports \(amount.description) shares of cards; shares are no cards, they count as 1 to as many"),
      line: line.id, at: line.span)
  }
}

extension CardReading {
  fileprivate var isShares: Bool { if case .shares = self { true } else { false } }
}
