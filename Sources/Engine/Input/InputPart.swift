internal import Diagnostics
internal import Documents
internal import Inventory

/// One of the files that an input consists of.
struct InputPart {
  /// Its path inside the folder; empty where the input is a single file.
  let name: String
  /// What is in it.
  let bytes: [UInt8]

  /// Whether it is named as JSON; in a folder all else are tables.
  var isJSON: Bool { name.hasSuffix(".json") }

  /// Whether it is a resource of a Redfish service.
  var isRedfish: Bool {
    guard let file = try? SourceFile.decoding(bytes, name: name), let document = try? JSON.document(in: file) else {
      return false
    }
    return RedfishReader.recognises(document.root)
  }

  /// Whether it is an export of NetBox.
  var isNetBox: Bool {
    guard let file = try? SourceFile.decoding(bytes, name: name) else { return false }
    return BomFormat(ofTable: file) == .netbox
  }
}
