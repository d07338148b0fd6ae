public import Diagnostics
public import Documents

/// A part of a document in XML.
struct CycloneDXXMLElement: CycloneDXElement {
  let element: XMLElement

  var place: SourceSpan { element.tagSpan }
  var json: Node? { nil }

  func text(_ name: String, _ problems: inout Problems) -> Found? {
    if let value = element.value(name) { return Found(text: value.trimmed, span: element.tagSpan) }
    // The value of a property is all that its element holds.
    if element.name == "property", name == "value" { return Self.text(of: element) }
    return child(name).map { Self.text(of: $0) }
  }

  func element(_ name: String, _ problems: inout Problems) -> Self? {
    child(name).map { Self(element: $0) }
  }

  func elements(_ list: String, each item: String, _ problems: inout Problems) -> [Self]? {
    child(list)?.children.filter { $0.name == item && $0.namespace == element.namespace }.map { Self(element: $0) }
  }

  /// The child of that name; what stands in another namespace is not of the format.
  private func child(_ name: String) -> XMLElement? {
    element.children.first { $0.name == name && $0.namespace == element.namespace }
  }

  private static func text(of element: XMLElement) -> Found {
    let range = element.range
    let isOneLine = range.lowerBound.line == range.upperBound.line
    return Found(text: element.text.trimmed, span: isOneLine ? element.span : element.tagSpan)
  }
}

extension CycloneDXReader {
  /// Whether an XML document is meant to be CycloneDX, of whatever version.
  public static func recognises(_ document: XMLDocument) -> Bool {
    document.root.namespace.hasPrefix(CycloneDXVersion.namespace)
  }

  /// The bill in a document; none where it has errors, all of which are reported.
  public func read(_ document: XMLDocument, _ problems: inout Problems) -> [BillOfMaterials] {
    let root = document.root
    guard Self.recognises(document), root.name == "bom" else {
      problems.error(
        "unknown-format",
        Localized(
          zh: "`<\(root.name)>` 不是 CycloneDX 的 `<bom>`", en: "`<\(root.name)>` is not the `<bom>` of CycloneDX"),
        at: root.tagSpan,
        help: Localized(
          zh: "CycloneDX 文件以 `<bom xmlns=\"\(CycloneDXVersion.namespace)1.6\">` 开头",
          en: "a CycloneDX document begins with `<bom xmlns=\"\(CycloneDXVersion.namespace)1.6\">`"))
      return []
    }
    let before = problems.errorCount
    let version = String(root.namespace.dropFirst(CycloneDXVersion.namespace.count))
    CycloneDXVersion.check(version, CycloneDXVersion.xml, at: root.tagSpan, &problems)
    guard problems.errorCount == before else { return [] }
    return bills(of: CycloneDXXMLElement(element: root), in: document.file, &problems)
  }
}
