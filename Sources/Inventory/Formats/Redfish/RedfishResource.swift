internal import Diagnostics
internal import Documents

/// A resource of a Redfish service.
struct RedfishResource {
  /// The resource itself.
  var node: Node
  /// Its kind, such as `Processor`, from its `@odata.type`.
  let type: String
  /// Its path, such as `/redfish/v1/Systems/1`; empty where the dump does not say.
  let id: String
  /// The path of the system that it stands inside in a nested dump.
  let system: String?

  /// A text field that says something.
  func found(_ key: String) -> Found? { Found(node[key]) }

  /// Its serial number.
  var serials: SerialNumbers { SerialNumbers(found("SerialNumber")) }

  /// Whether a slot is only a place: nothing is in it.
  var isAbsent: Bool { node["Status"]?["State"]?.hasText("Absent") ?? false }

  /// Where it stands.
  var span: SourceSpan { node.headSpan }

  /// `#Processor.v1_17_0.Processor` is a `Processor`.
  static func type(of node: Node) -> String? {
    guard let type = node["@odata.type"], type.kind == .scalar else { return nil }
    let text = type.text
    guard text.hasPrefix("#") else { return nil }
    let name = text.dropFirst().prefix { $0 != "." }
    return name.isEmpty ? nil : String(name)
  }

  /// The path above: of `/redfish/v1/Systems/1/Processors` it is `/redfish/v1/Systems/1`.
  static func parent(of id: String) -> String? {
    // No path of a service is that long, and a walk up such a one would never end.
    guard id.utf8.count < 1 << 12, let slash = id.lastIndex(of: "/"), slash != id.startIndex else { return nil }
    return String(id[..<slash])
  }
}
