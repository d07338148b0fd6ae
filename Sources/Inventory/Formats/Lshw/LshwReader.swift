public import Diagnostics
public import Documents

/// Reads what `lshw -json` prints, an object or an array: each machine is a server with its processors, memory modules,
/// drives, and the accelerators and network cards of its PCI bus. With `-numeric` the PCI numbers decide, else the names.
public struct LshwReader {
  private let catalog: Catalog

  /// A reader that knows products by PCI numbers and names.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Whether a document looks like the output of `lshw`: nodes with `id` and `class`.
  public static func recognises(_ root: Node) -> Bool {
    var items = root.items
    guard let first = root.kind == .sequence ? items.next() : root, first.kind == .mapping else { return false }
    guard let id = first["id"], let kind = first["class"], id.kind == .scalar, kind.kind == .scalar else {
      return false
    }
    return LshwNode.classes.contains(kind.text)
  }

  /// The bill of the machines; none where there are errors, all of which are reported.
  public func read(_ document: Document, _ problems: inout Problems) -> [BillOfMaterials] {
    let before = problems.errorCount
    let nodes = document.root.listed.filter { $0.kind == .mapping }.map { LshwNode($0) }
    guard let first = nodes.first, Self.recognises(document.root) else {
      problems.error(
        "no-lshw-tree", Localized(zh: "没有找到 lshw 的硬件树", en: "no hardware tree of lshw was found"),
        at: document.root.headSpanOfFile,
        help: Localized(
          zh: "请用 root 权限运行 `lshw -json -numeric`，保存它的全部输出",
          en: "run `lshw -json -numeric` as root and keep all of its output"))
      return []
    }
    let systems = nodes.filter { $0.kind == "system" }
    var ids: Set<String> = []
    var hosts: [Host] = []
    for system in systems {
      var host = host(system, others: systems.count == 1 ? nodes.filter { $0.kind != "system" } : [])
      if let id = Found(system.node["id"]), ids.insert(id.text).inserted {
        host.line.id = id.text
        host.line.places[.id] = id.span
      }
      hosts.append(host)
    }
    // `lshw -class` prints the nodes of a class alone.
    if systems.isEmpty { hosts = [host(nil, others: nodes, at: first.node.headSpan)] }
    for host in hosts { host.check(&problems) }
    guard problems.errorCount == before else { return [] }
    var bill = BillOfMaterials(hosts: hosts, file: document.file)
    if systems.count == 1, let id = Found(systems[0].node["id"]) { bill.project.id = id.text }
    return [bill]
  }

  private func host(_ system: LshwNode?, others: [LshwNode], at span: SourceSpan? = nil) -> Host {
    var host = Host(at: system?.node.headSpan ?? span ?? others[0].node.headSpan)
    if let system {
      host.line.name(vendor: Found(system.node["vendor"]), model: Found(system.node["product"]))
      host.serials = system.serials
      if host.line.model == nil { host.noteUnnamed(hint: nil, part: nil, span: host.line.span) }
      if let form = Found(system.node["configuration"]?["chassis"]) { host.noteForm(form) }
    } else {
      host.remark(
        "system-not-shown", .note,
        Localized(
          zh: "输出里没有整机，厂商和型号不明", en: "the output does not show the machine itself, so maker and model are unknown"),
        span: host.line.span)
    }
    var walk = LshwWalk(catalog: catalog)
    for node in [system].compactMap(\.self) + others { walk.visit(node, in: &host) }
    walk.finish(&host)
    return host
  }
}

extension Node {
  /// The document as a whole: its first line would say nothing.
  fileprivate var headSpanOfFile: SourceSpan { SourceSpan(file: document.file) }
}
