internal import Diagnostics
internal import Documents

/// Turns a document, in JSON or XML, into the one model of the format.
struct CycloneDXParser {
  var problems = Problems()
  private var count = 0

  /// The document.
  mutating func bom<Element: CycloneDXElement>(_ root: Element) -> CycloneDXBom {
    var bom = CycloneDXBom()
    bom.serialNumber = root.text("serialNumber", &problems)
    bom.properties = properties(of: root)
    if let metadata = root.element("metadata", &problems) {
      bom.subject = metadata.element("component", &problems).flatMap { component($0, depth: 1) }
      bom.manufacture = organization("manufacture", of: metadata)
      bom.properties += properties(of: metadata)
      if let node = metadata.json { bom.parties += parties(of: node) }
    }
    bom.components = components(of: root, depth: 1)
    bom.services = (root.elements("services", each: "service", &problems) ?? []).map(\.place)
    if let node = root.json { bom.parties += parties(of: node) }
    return bom
  }

  private mutating func components<Element: CycloneDXElement>(of element: Element, depth: Int) -> [CycloneDXComponent] {
    guard let inner = element.elements("components", each: "component", &problems), !inner.isEmpty else { return [] }
    guard depth <= BomReader.depthLimit else {
      problems.error(
        "too-deep",
        Localized(
          zh: "`components` 嵌套超过 \(BomReader.depthLimit) 层",
          en: "`components` is nested deeper than \(BomReader.depthLimit) levels"),
        at: element.place)
      return []
    }
    return inner.compactMap { component($0, depth: depth) }
  }

  private mutating func component<Element: CycloneDXElement>(_ element: Element, depth: Int) -> CycloneDXComponent? {
    count += 1
    guard count <= BomReader.lineLimit else {
      if count == BomReader.lineLimit + 1 {
        problems.error(
          "too-many-lines",
          Localized(zh: "清单超过 \(BomReader.lineLimit) 行", en: "the bill has more than \(BomReader.lineLimit) lines"),
          at: element.place)
      }
      return nil
    }
    guard let type = required("type", of: element) else { return nil }
    var component = CycloneDXComponent(type: type, place: element.place)
    let isChoice = type.text == "component-choice"
    component.name = isChoice ? element.text("name", &problems) : required("name", of: element)
    component.ref = element.text("bom-ref", &problems)
    component.version = element.text("version", &problems)
    component.manufacturer = organization("manufacturer", of: element)
    component.supplier = organization("supplier", of: element)
    component.publisher = element.text("publisher", &problems)
    component.author = element.text("author", &problems)
    component.scope = element.text("scope", &problems)
    component.isExternal = element.text("isExternal", &problems)?.text == "true"
    component.packageURL = element.text("purl", &problems)
    component.properties = properties(of: element)
    component.hardware = element.json.flatMap { hardware(of: $0) }
    component.components = components(of: element, depth: depth + 1)
    return component
  }

  private mutating func required<Element: CycloneDXElement>(_ name: String, of element: Element) -> Found? {
    if let text = element.text(name, &problems), !text.text.isEmpty { return text }
    problems.error(
      "missing-key", Localized(zh: "组件缺少 `\(name)`", en: "the component has no `\(name)`"), at: element.place,
      help: Localized(zh: "每个组件都要有 `type` 和 `name`", en: "every component needs `type` and `name`"))
    return nil
  }

  private mutating func organization<Element: CycloneDXElement>(
    _ name: String, of element: Element
  ) -> CycloneDXOrganization? {
    guard let inner = element.element(name, &problems) else { return nil }
    return CycloneDXOrganization(
      name: inner.text("name", &problems),
      country: inner.element("address", &problems)?.text("country", &problems))
  }

  private mutating func properties<Element: CycloneDXElement>(of element: Element) -> [CycloneDXProperty] {
    (element.elements("properties", each: "property", &problems) ?? []).compactMap { property in
      guard let name = property.text("name", &problems) else { return nil }
      return CycloneDXProperty(name: name, value: property.text("value", &problems))
    }
  }
}
