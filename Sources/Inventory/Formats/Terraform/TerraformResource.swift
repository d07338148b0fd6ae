internal import Diagnostics
internal import Documents

/// A resource of a plan or a state.
struct TerraformResource {
  /// What is known of an attribute.
  enum Value {
    /// It is stated.
    case known(Node)
    /// It will only be known after the resource was made, or several parts of the resource say it differently.
    case unknown(Node?)
    /// Nothing is said of it.
    case absent
  }

  /// Its address, such as `module.web.aws_instance.app[0]`.
  let address: String
  /// Its type, such as `aws_instance`.
  let type: String
  /// The provider, such as `aws`.
  let provider: String
  /// Where it stands.
  let span: SourceSpan
  /// Its attributes; nil where the file has none.
  let values: Node?
  /// The attributes that are not known yet, in the same shape, each `true`.
  let unknown: Node?

  init(_ node: Node, values: Node?, unknown: Node?) {
    address = node["address"]?.text ?? ""
    type = node["type"]?.text ?? ""
    let name = node["provider_name"].map(\.text) ?? ""
    let last = name.split(separator: "/").last.map(String.init)
    provider = last ?? String(type.prefix { $0 != "_" })
    span = (node["address"] ?? node).headSpan
    self.values = values.flatMap { $0.kind == .mapping ? $0 : nil }
    self.unknown = unknown
  }

  /// The attribute at a path. A block that may stand several times is looked into where it stands once.
  func value(at path: String?) -> Value {
    guard let path else { return .absent }
    var value = values
    var unknown = unknown
    if let mark = unknown, mark.hasText("true") { return .unknown(mark) }
    for key in path.split(separator: ".") {
      if let block = value, block.kind == .sequence {
        guard block.count <= 1 else { return .unknown(block) }
        value = block.items.first { _ in true }
      }
      if let block = unknown, block.kind == .sequence { unknown = block.items.first { _ in true } }
      value = value?[String(key)]
      unknown = unknown?[String(key)]
      if let mark = unknown, mark.hasText("true") { return .unknown(mark) }
    }
    guard let value, !value.isNull else { return .absent }
    if let marks = unknown, marks.kind == .sequence, let mark = marks.items.first(where: { $0.hasText("true") }) {
      return .unknown(mark)
    }
    return .known(value)
  }
}
