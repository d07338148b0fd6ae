internal import Diagnostics
internal import Documents

/// All resources of a dump, however it is laid out.
struct RedfishTree {
  /// The resources in the order in which they stand; of a path that occurs twice the fuller one.
  private(set) var resources: [RedfishResource] = []
  private var byID: [String: Int] = [:]
  private(set) var systems: [String] = []

  init(_ documents: [(path: String, document: Document)]) {
    for (path, document) in documents {
      add(document.root, key: Self.id(ofFile: path), type: nil, system: nil)
    }
    systems = resources.filter { $0.type == "ComputerSystem" }.map(\.id)
  }

  /// Adds what a node holds; `type` is what a collection says of its members. The document's limit bounds the depth.
  private mutating func add(_ node: Node, key: String?, type: String?, system: String?) {
    switch node.kind {
    case .scalar: return
    case .sequence:
      for item in node.items { add(item, key: nil, type: type, system: system) }
    case .mapping:
      let stated = RedfishResource.type(of: node)
      // A member that is a mere link is no resource.
      let type = stated ?? (node.count > 1 ? type : nil)
      var system = system
      if let type {
        let id = Self.normalized(node["@odata.id"]?.text ?? key ?? "")
        if type == "ComputerSystem" { system = id }
        note(RedfishResource(node: node, type: type, id: id, system: system))
      }
      let isCollection = type?.hasSuffix("Collection") ?? false
      for (key, value) in node.entries where value.kind != .scalar {
        // A merged dump has paths for keys.
        let name = key.text
        let member = isCollection && name == "Members" ? type.map { String($0.dropLast("Collection".utf8.count)) } : nil
        add(value, key: name.hasPrefix("/") ? name : nil, type: member, system: system)
      }
    }
  }

  private mutating func note(_ resource: RedfishResource) {
    if !resource.id.isEmpty, let known = byID[resource.id], resources[known].type == resource.type {
      if resources[known].node.count < resource.node.count { resources[known].node = resource.node }
      return
    }
    if !resource.id.isEmpty { byID[resource.id] = resources.count }
    resources.append(resource)
  }

  /// Whether there is a resource at a path.
  func has(_ id: String) -> Bool { byID[Self.normalized(id)] != nil }

  /// The resource at a path.
  func resource(_ id: String) -> RedfishResource? { byID[Self.normalized(id)].map { resources[$0] } }

  /// The system that a resource belongs to: the one around it, else the one whose path it continues, else the only one.
  func system(of resource: RedfishResource) -> String? {
    if let system = resource.system { return system }
    var id = resource.id
    while let parent = RedfishResource.parent(of: id) {
      if let index = byID[parent], resources[index].type == "ComputerSystem" { return parent }
      id = parent
    }
    return systems.count == 1 ? systems[0] : nil
  }

  private static func normalized(_ id: String) -> String {
    id.hasSuffix("/") ? String(id.dropLast()) : id
  }

  /// The path of a resource by its file, in the layout of DMTF's mockups; only where the resource itself has none.
  private static func id(ofFile path: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    if parts.last == "index.json" { parts.removeLast() }
    guard let first = parts.firstIndex(where: { ["Systems", "Chassis", "Managers", "UpdateService"].contains($0) })
    else { return nil }
    return "/redfish/v1/" + parts[first...].joined(separator: "/")
  }
}
