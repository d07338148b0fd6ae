internal import Diagnostics
internal import Documents
internal import Quantities

/// The lines and findings of a plan or a state as they come together.
struct TerraformBill {
  let catalog: Catalog
  var lines: [Line] = []
  private var findings: [Finding] = []
  private var destroyed: [SourceSpan] = []
  private var uncounted: [String: (count: Int, first: SourceSpan)] = [:]
  private var uncountedTypes: [String] = []
  private var addresses: [String: Int] = [:]

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Adds all resources: those that a plan changes or keeps, else those that it plans, else those that a state has.
  mutating func add(_ root: Node, _ problems: inout Problems) {
    if let errored = root["errored"], errored.hasText("true") { noteIncomplete(at: errored) }
    if let complete = root["complete"], complete.hasText("false") { noteIncomplete(at: complete) }
    if let changes = root["resource_changes"], changes.kind == .sequence {
      for change in changes.items { add(change: change, isDeferred: false, &problems) }
    } else if let module = (root["planned_values"] ?? root["values"])?["root_module"] {
      add(module: module, &problems)
    }
    for item in root["deferred_changes"]?.listed ?? [] {
      if let change = item["resource_change"] { add(change: change, isDeferred: true, &problems) }
    }
  }

  private mutating func add(change node: Node, isDeferred: Bool, _ problems: inout Problems) {
    guard !(node["mode"]?.hasText("data") ?? false) else { return }
    let change = node["change"]
    let actions = change?["actions"]?.items.map(\.text) ?? []
    guard actions.contains(where: { $0 != "delete" && $0 != "forget" }) || actions.isEmpty else {
      destroyed.append((node["address"] ?? node).headSpan)
      return
    }
    add(
      TerraformResource(node, values: change?["after"], unknown: change?["after_unknown"]), isDeferred: isDeferred,
      &problems)
  }

  private mutating func add(module: Node, _ problems: inout Problems) {
    for node in module["resources"]?.listed ?? [] where !(node["mode"]?.hasText("data") ?? false) {
      add(TerraformResource(node, values: node["values"], unknown: nil), isDeferred: false, &problems)
    }
    for child in module["child_modules"]?.listed ?? [] { add(module: child, &problems) }
  }

  private mutating func add(_ resource: TerraformResource, isDeferred: Bool, _ problems: inout Problems) {
    let known = catalog.clouds.resource(resource.type)
    guard let entry = known ?? resource.look, let kind = entry.kind else { return noteUncounted(resource) }
    guard var quantity = known == nil ? .nonNegative : count(of: resource, entry, &problems) else { return }
    if isDeferred {
      quantity = .nonNegative
      note(
        "deferred", .warning,
        Localized(zh: "这项变更被推迟，有多少按未知计", en: "this change is deferred; how many there will be is unknown"),
        resource.address, at: resource.span)
    }
    var line = Line(kind: kind, quantity: quantity, span: resource.span)
    line.id = uniqueID(resource.address)
    line.supplier = resource.provider
    switch kind {
    case .database: name(database: &line, resource, entry)
    default: equip(server: &line, resource, entry)
    }
    if known == nil {
      note(
        "unclassified-resource", .warning,
        Localized(
          zh: "表中没有资源类型 `\(resource.type)`，但它写了实例规格；按数量未知的服务器计",
          en:
            "the type `\(resource.type)` is not in the table and names an instance type; it counts as servers of unknown number"
        ),
        line.id, at: resource.span)
    }
    lines.append(line)
  }

  /// An address is unique but for what is deposed; a second one gets a number.
  private mutating func uniqueID(_ address: String) -> String {
    let number = addresses[address, default: 0] + 1
    addresses[address] = number
    return number == 1 ? address : "\(address)#\(number)"
  }

  /// Adds a finding.
  mutating func note(
    _ code: String, _ severity: Finding.Severity, _ message: Localized, _ line: String?, at span: SourceSpan
  ) {
    findings.append(Finding(code, severity, message, line: line, span: span))
  }

  private mutating func noteIncomplete(at node: Node) {
    note(
      "plan-incomplete", .warning,
      Localized(zh: "计划不完整，可能还有没列出的资源", en: "the plan is not complete; there may be resources that it does not list"),
      nil,
      at: node.headSpan)
  }

  private mutating func noteUncounted(_ resource: TerraformResource) {
    if uncounted[resource.type] == nil { uncountedTypes.append(resource.type) }
    let known = uncounted[resource.type]
    uncounted[resource.type] = ((known?.count ?? 0) + 1, known?.first ?? resource.span)
  }

  /// The findings, with what was left out told once a type.
  func finished() -> [Finding] {
    var all = findings
    if let first = destroyed.first {
      all.append(
        Finding(
          "destroyed", .note,
          Localized(
            zh: "\(destroyed.count) 项资源将被销毁或移出管理，没有计入",
            en: "resources that are destroyed or no longer managed were not counted: \(destroyed.count)"), span: first))
    }
    for type in uncountedTypes {
      guard let (count, first) = uncounted[type] else { continue }
      all.append(
        Finding(
          "not-counted", .note,
          Localized(
            zh: "`\(type)` 不在云资源表中或不代表硬件，没有计入：\(count) 项",
            en:
              "`\(type)` is not in the table of cloud resources or stands for no hardware, and was not counted: \(count)"
          ),
          span: first))
    }
    return all
  }
}

extension TerraformResource {
  /// How a resource that is not in the table looks: one that names an instance type makes servers, nobody knows how many.
  fileprivate var look: CloudResource? {
    let keys = ["instance_type", "instance_types", "flavor_id", "flavor_name", "flavor", "machine_type", "vm_size"]
    for key in keys {
      if case .absent = value(at: key) { continue }
      return CloudResource(
        kind: .server, type: key, count: nil, least: nil, most: nil, image: nil, engine: nil, version: nil,
        product: nil,
        vendor: nil, source: "")
    }
    return nil
  }
}
