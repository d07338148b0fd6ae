public import Diagnostics
public import Documents
internal import Quantities

/// Reads dumps of Redfish services: each system is a server with its processors, accelerators, memory modules, drives
/// and network adapters. What a service lists as absent is not there.
///
/// A dump is a folder of files, one a resource, in the layout of DMTF's mockups, or one JSON file: resources by their
/// paths, an array of resources, or resources inside each other, as `$expand` gives them.
public struct RedfishReader {
  private let catalog: Catalog

  /// A reader that knows products by names and PCI numbers.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Whether a document looks like a resource of a Redfish service, or like a merged dump of some.
  public static func recognises(_ root: Node) -> Bool {
    func isResource(_ node: Node) -> Bool {
      node.kind == .mapping && node["@odata.id"] != nil && node["@odata.type"] != nil
    }
    if isResource(root) || root["@odata.type"]?.text.hasPrefix("#") ?? false { return true }
    if root.kind == .sequence { return root.items.prefix(8).contains { isResource($0) } }
    return root.entries.prefix(8).contains { key, value in key.text.hasPrefix("/redfish") || isResource(value) }
  }

  /// The bill of one file.
  public func read(_ document: Document, _ problems: inout Problems) -> [BillOfMaterials] {
    read([(document.file.name, document)], _: &problems)
  }

  /// The bill of a folder's files, each with its path inside the folder; none where there are errors, all of which are reported.
  public func read(
    _ documents: [(path: String, document: Document)], _ problems: inout Problems
  ) -> [BillOfMaterials] {
    let before = problems.errorCount
    let tree = RedfishTree(documents.sorted { $0.path < $1.path })
    let systems = tree.resources.filter { $0.type == "ComputerSystem" && !$0.isAbsent }
    guard let first = systems.first else {
      problems.error(
        "no-system", Localized(zh: "没有找到 Redfish 的 ComputerSystem", en: "no ComputerSystem of Redfish was found"),
        at: documents.first.map { SourceSpan(file: $0.document.file) },
        help: Localized(
          zh: "请给出整个导出文件夹，或包含 `/redfish/v1/Systems/…` 的合并文件",
          en: "give the whole folder of the dump, or a merged file that holds `/redfish/v1/Systems/…`"))
      return []
    }
    var members: [String: [RedfishResource]] = [:]
    var loose: [RedfishResource] = []
    for resource in tree.resources where RedfishResource.partTypes.contains(resource.type) {
      if let system = tree.system(of: resource) {
        members[system, default: []].append(resource)
      } else {
        loose.append(resource)
      }
    }
    var ids: Set<String> = []
    var hosts: [Host] = []
    for system in systems {
      var host = Host(at: system.span)
      if let id = system.found("Id"), ids.insert(id.text).inserted {
        host.line.id = id.text
        host.line.places[.id] = id.span
      }
      host.describe(system)
      host.addParts(of: system, members[system.id] ?? [], tree, catalog)
      host.check(&problems)
      hosts.append(host)
    }
    var rest = Host(at: first.span)
    rest.addParts(of: nil, loose, tree, catalog)
    rest.check(&problems)
    guard problems.errorCount == before else { return [] }
    var bill = BillOfMaterials(hosts: hosts, file: first.node.document.file)
    bill.append(looseParts: rest)
    if systems.count == 1 {
      bill.project.id = (first.found("HostName") ?? first.found("Id"))?.text
      bill.project.name = first.found("Name")?.text
    }
    return [bill]
  }
}

extension RedfishResource {
  /// The resources that parts are made of.
  static let partTypes: Set<String> = [
    "Processor", "ProcessorCollection", "GraphicsController", "PCIeFunction", "Memory", "Drive", "NetworkAdapter",
  ]
}

extension BillOfMaterials {
  /// Adds parts of which the dump does not say which machine has them.
  fileprivate mutating func append(looseParts host: Host) {
    let (line, _) = host.finished(number: 0)
    for part in line.contents ?? [] {
      findings.append(
        Finding(
          "unplaced-part", .note,
          Localized(
            zh: "导出文件没有说明这个部件属于哪台机器，单独列出", en: "the dump does not say which machine has this part, so it stands alone"),
          line: "\(lines.count + 1)", span: part.span))
      lines.append(part)
    }
  }
}
