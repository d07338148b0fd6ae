import Diagnostics
import Documents
import Engine
import Inventory
import Policy

/// What the reader of Terraform made of a text.
struct TerraformReading: FormatReading {
  private(set) var bills: [BillOfMaterials] = []
  private(set) var problems = Problems()

  init(_ text: String) throws {
    try self.init(bytes: Array(text.utf8), name: "plan.json")
  }

  init(bytes: [UInt8], name: String) throws {
    let reader = TerraformReader(catalog: try KubernetesReading.engine.get().book.catalog)
    guard let file = try? SourceFile.decoding(bytes, name: name) else { return }
    do {
      bills = reader.read([try JSON.document(in: file)], &problems)
    } catch {
      problems.add(error)
    }
  }

  /// A plan with these changes, each `(address, type, attributes, unknown attributes)`.
  init(changes: [Change]) throws {
    let texts = changes.map { change in
      #"{"address": "\#(change.address)", "mode": "\#(change.mode)", "type": "\#(change.type)", "provider_name": "registry.terraform.io/x/\#(change.provider)", "change": {"actions": [\#(change.actions)], "after": {\#(change.after)}, "after_unknown": {\#(change.unknown)}}}"#
    }
    try self.init(#"{"format_version": "1.2", "resource_changes": [\#(texts.joined(separator: ", "))]}"#)
  }

  struct Change: Sendable {
    var address: String
    var after: String
    var unknown = ""
    var actions = #""create""#
    var mode = "managed"

    var type: String { String(address.prefix { $0 != "." }) }
    var provider: String { String(type.prefix { $0 != "_" }) }

    init(
      _ address: String, _ after: String, unknown: String = "", actions: String = #""create""#, mode: String = "managed"
    ) {
      (self.address, self.after, self.unknown, self.actions, self.mode) = (address, after, unknown, actions, mode)
    }
  }
}
