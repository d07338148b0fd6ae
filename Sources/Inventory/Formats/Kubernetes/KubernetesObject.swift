internal import Diagnostics
internal import Documents

/// An object of a stream: what it is and how it is called.
struct KubernetesObject: Sendable {
  /// All of it.
  let node: Node
  /// Its kind, such as `Deployment`.
  let kind: String
  /// Its group and version, such as `apps/v1`; empty where it is missing.
  let version: String
  /// Its name, labels and owners.
  let metadata: Node?

  /// The object that a mapping is; nil where it has neither kind nor version.
  init?(_ node: Node) {
    var (kind, version, metadata): (Node?, Node?, Node?) = (nil, nil, nil)
    for (key, value) in node.entries {
      switch key.textLength {
      case 4: if key.hasText("kind") { kind = value }
      case 8: if key.hasText("metadata") { metadata = value }
      case 10: if key.hasText("apiVersion") { version = value }
      default: break
      }
    }
    guard kind != nil || version != nil else { return nil }
    self.node = node
    self.kind = kind?.text ?? ""
    self.version = version?.text ?? ""
    self.metadata = metadata
  }

  /// Where its name stands.
  var nameNode: Node? { metadata?["name"] ?? metadata?["generateName"] }
  /// What a reader calls it: its name, else its kind.
  var name: String { nameNode?.text ?? kind }
  /// The namespace with a slash behind it; empty where none is given.
  var space: String { metadata?["namespace"].map { $0.isNull ? "" : "\($0.text)/" } ?? "" }
  /// The name within the stream: `namespace/name`.
  var path: String { space + name }
  /// Where a reader looks for it.
  var span: SourceSpan { (nameNode ?? node).headSpan }

  /// A name that no other object of a cluster has.
  struct Key: Hashable {
    var kind: String
    var path: String
  }

  var key: Key { Key(kind: kind, path: path) }

  /// Whether another object made this one.
  var isMade: Bool { metadata?["ownerReferences"] != nil }

  /// The object that made this one and answers for it.
  var owner: (kind: String, name: String)? {
    guard let references = metadata?["ownerReferences"],
      let owner = references.items.first(where: { $0["controller"]?.hasText("true") ?? false })
    else { return nil }
    return (owner["kind"]?.text ?? "", owner["name"]?.text ?? "")
  }
}
