internal import Diagnostics
internal import Documents

/// The vocabulary of 2.0, which has no XML.
extension CycloneDXParser {
  /// What 2.0 says of a component; nil where it says nothing.
  mutating func hardware(of node: Node) -> CycloneDXHardware? {
    var hardware = CycloneDXHardware()
    var isEmpty = true
    for (key, value) in node.entries where !value.isNull {
      switch key.text {
      case "parties": hardware.parties = parties(of: node)
      case "origins": hardware.origins = list(value, "origins").compactMap { origin($0) }
      case "operator": hardware.choice = text(value, "operator")
      case "quantity":
        guard let fields = object(value, "quantity") else { continue }
        hardware.amount = fields["value"].flatMap { text($0, "value") }
        hardware.unit = fields["unit"].flatMap { text($0, "unit") }
      case "boardLocation":
        guard let designators = object(value, "boardLocation")?["designators"] else { continue }
        hardware.placements = list(designators, "designators").count
        hardware.placementSpan = designators.headSpan
      case "classification":
        hardware.category = object(value, "classification")?["category"].flatMap { text($0, "category") }
      default: continue
      }
      isEmpty = false
    }
    return isEmpty ? nil : hardware
  }

  /// The parties that a component or the document names.
  mutating func parties(of node: Node) -> [CycloneDXPartyChoice] {
    guard let value = node["parties"], !value.isNull else { return [] }
    return list(value, "parties").compactMap { item in
      if item.kind == .scalar { return text(item, "parties").map { .reference($0) } }
      return party(item).map { .party($0) }
    }
  }

  private mutating func party(_ node: Node) -> CycloneDXParty? {
    guard object(node, "parties") != nil else { return nil }
    var party = CycloneDXParty(span: node.headSpan)
    party.ref = node["bom-ref"].flatMap { text($0, "bom-ref") }
    for role in node["roles"].map({ list($0, "roles") }) ?? [] {
      // A role of the document's own has a name instead, and means nothing here.
      guard let fields = object(role, "roles"), let name = fields["role"].flatMap({ text($0, "role") }) else {
        continue
      }
      party.roles.append((name.text, fields["order"].flatMap { Int($0.text) }))
    }
    let identity = (node["organization"] ?? node["person"]).flatMap { object($0, "organization") }
    if let identity {
      party.name = (identity["name"] ?? identity["legalName"]).flatMap { text($0, "name") }
      party.jurisdiction = identity["jurisdiction"].flatMap { text($0, "jurisdiction") }
      for address in identity["addresses"].map({ list($0, "addresses") }) ?? [] {
        if let site = (address["isoCode"] ?? address["country"]).flatMap({ text($0, "isoCode") }) {
          party.sites.append(site)
        }
      }
    }
    party.parent = node["relations"]?["parent"].flatMap { text($0, "parent") }
    return party
  }

  private mutating func origin(_ node: Node) -> CycloneDXOrigin? {
    guard object(node, "origins") != nil else { return nil }
    var origin = CycloneDXOrigin(span: node.headSpan)
    if let stage = node["stage"], !stage.isNull {
      // A stage of the document's own is an object with a name.
      origin.stage = text(stage.kind == .mapping ? stage["name"] ?? stage : stage, "stage")
    }
    for share in node["distribution"].map({ list($0, "distribution") }) ?? [] {
      guard let country = share["isoCode"].flatMap({ text($0, "isoCode") }),
        let percentage = share["percentage"].flatMap({ text($0, "percentage") })
      else {
        problems.wrongType(
          share,
          Localized(zh: "每个来源份额要写 `isoCode` 和 `percentage`", en: "a share of origin needs `isoCode` and `percentage`"))
        continue
      }
      origin.shares.append((country, percentage))
    }
    return origin
  }

  private mutating func text(_ node: Node, _ name: String) -> Found? {
    if node.isNull { return nil }
    guard node.kind == .scalar else {
      problems.wrongType(node, Localized(zh: "`\(name)` 应是一段文字", en: "`\(name)` must be a text"))
      return nil
    }
    return Found(text: node.text.trimmed, span: node.headSpan)
  }

  private mutating func object(_ node: Node, _ name: String) -> Node? {
    guard node.kind == .mapping else {
      problems.wrongType(node, Localized(zh: "`\(name)` 应是一个对象", en: "`\(name)` must be an object"))
      return nil
    }
    return node
  }

  private mutating func list(_ node: Node, _ name: String) -> [Node] {
    if node.isNull { return [] }
    guard node.kind == .sequence else {
      problems.wrongType(node, Localized(zh: "`\(name)` 应是一个数组", en: "`\(name)` must be an array"))
      return []
    }
    return Array(node.items)
  }
}
