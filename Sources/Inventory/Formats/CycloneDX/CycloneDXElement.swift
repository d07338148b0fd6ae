internal import Diagnostics
internal import Documents

/// A part of a CycloneDX document, in whichever of its two notations: what both can say is read once, through this.
protocol CycloneDXElement {
  /// Where it stands: enough to find it.
  var place: SourceSpan { get }

  /// A text of it: a member or an attribute, or an element that holds nothing else; without white space around it.
  func text(_ name: String, _ problems: inout Problems) -> Found?

  /// What is inside it under a name.
  func element(_ name: String, _ problems: inout Problems) -> Self?

  /// The items of a list inside it, each of which XML calls `item`; nil where there is no such list.
  func elements(_ list: String, each item: String, _ problems: inout Problems) -> [Self]?

  /// The node, for what only JSON can say: the vocabulary of 2.0.
  var json: Node? { get }
}

/// A part of a document in JSON.
struct CycloneDXJSONElement: CycloneDXElement {
  let node: Node

  var place: SourceSpan { node.headSpan }
  var json: Node? { node }

  func text(_ name: String, _ problems: inout Problems) -> Found? {
    guard let member = member(name) else { return nil }
    guard member.kind == .scalar else {
      problems.wrongType(member, Localized(zh: "`\(name)` 应是一段文字", en: "`\(name)` must be a text"))
      return nil
    }
    return Found(text: member.text.trimmed, span: member.headSpan)
  }

  func element(_ name: String, _ problems: inout Problems) -> Self? {
    guard let member = member(name) else { return nil }
    guard member.kind == .mapping else {
      problems.wrongType(member, Localized(zh: "`\(name)` 应是一个对象", en: "`\(name)` must be an object"))
      return nil
    }
    return Self(node: member)
  }

  func elements(_ list: String, each item: String, _ problems: inout Problems) -> [Self]? {
    guard let member = member(list) else { return nil }
    guard member.kind == .sequence else {
      problems.wrongType(member, Localized(zh: "`\(list)` 应是一个数组", en: "`\(list)` must be an array"))
      return nil
    }
    var found: [Self] = []
    found.reserveCapacity(member.count)
    for node in member.items {
      guard node.kind == .mapping else {
        problems.wrongType(
          node, Localized(zh: "`\(list)` 的每一项应是一个对象", en: "every item of `\(list)` must be an object"))
        continue
      }
      found.append(Self(node: node))
    }
    return found
  }

  private func member(_ name: String) -> Node? {
    node[name].flatMap { $0.isNull ? nil : $0 }
  }
}
