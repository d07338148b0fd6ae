internal import Diagnostics
internal import Documents
internal import Inventory

extension BomFormat {
  /// The format of a document, by what stands in it; the canonical one where nothing speaks for another.
  init(of root: Node) {
    self =
      if root["bom"] != nil {
        .bom
      } else if CycloneDXReader.recognises(root) {
        .cyclonedx
      } else if KubernetesReader.recognises(root) {
        .kubernetes
      } else if TerraformReader.recognises(root) {
        .terraform
      } else if RedfishReader.recognises(root) {
        .redfish
      } else if LshwReader.recognises(root) {
        .lshw
      } else {
        .bom
      }
  }

  /// The format of a text that is no document; nil where nothing speaks for one.
  init?(ofText file: SourceFile) {
    if DmidecodeReader.recognises(file) {
      self = .dmidecode
    } else if LspciReader.recognises(file) {
      self = .lspci
    } else {
      return nil
    }
  }

  /// The format of separated values, by their first line; nil where nothing speaks for one.
  init?(ofTable file: SourceFile) {
    let line = file.bytes.prefix(1 << 16).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard let table = try? CSV.table(in: SourceFile(name: file.name, bytes: Array(line))),
      NetBoxReader.recognises(table)
    else { return nil }
    self = .netbox
  }

  /// Whether a bill in it says all of its project itself, so that no side file is looked for.
  var statesProject: Bool { self == .bom || self == .ndjson }
}
