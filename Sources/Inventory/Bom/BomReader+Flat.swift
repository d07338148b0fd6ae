internal import Diagnostics
internal import Documents
internal import Quantities

extension BomReader {
  /// Whether a document is a bill as programs write it beside a long table: `bom_id` at the top, and no version.
  static func isFlat(_ root: Node) -> Bool {
    root.kind == .mapping && root["bom"] == nil && root["bom_id"] != nil
  }

  /// A flat bill: what is known of the project stands at the top under the names that a long table has for it, and the
  /// lines hold no others. A text that is empty counts as missing, a kind that nobody knows as other, and `line` is the
  /// position alone.
  mutating func readFlat(_ document: Document, _ problems: inout Problems) -> BillOfMaterials? {
    let before = problems.errorCount
    findings = []
    guard var fields = Fields(document.root, Localized(zh: "物料清单", en: "a bill of materials"), &problems) else {
      return nil
    }
    var project = Project()
    project.id = fields.require("bom_id", &problems)?.string(&problems)
    take(&fields, into: &project, &problems)
    let nodes = fields.require("lines", &problems)?.list(Localized(zh: "清单行", en: "lines"), &problems) ?? []
    var lines: [Line] = []
    for node in nodes {
      if let line = flatLine(node, place: lines.count + 1, &problems) { lines.append(line) }
    }
    fields.finish(&problems)
    guard problems.errorCount == before else { return nil }
    var bill = BillOfMaterials(project: project, lines: lines, file: document.file)
    bill.findings = findings
    return bill
  }

  /// One line of a flat bill, at a place among its lines.
  mutating func flatLine(_ node: Node, place: Int, _ problems: inout Problems) -> Line? {
    guard hasRoom(for: node, &problems),
      var fields = Fields(node, Localized(zh: "清单行", en: "a line"), &problems)
    else { return nil }
    func stated(_ key: StaticString) -> Node? {
      fields.take(key).flatMap { $0.kind == .scalar && $0.textLength == 0 ? nil : $0 }
    }
    _ = stated("line")?.string(&problems)
    let id = stated("id")
    let name = id?.string(&problems)
    if let id, let name { note(id: id, name, &problems) }
    var line = Line(kind: .other, quantity: .nonNegative, span: node.headSpan)
    line.id = name
    let place = name ?? "\(place)"
    if let kind = stated("kind") {
      if let text = kind.string(&problems) { line.kind = flatKind(text, kind.span, place) }
    } else {
      find(
        "unknown-kind",
        Localized(zh: "没有说明这一行是什么，类别按其他计", en: "nothing says what this position is; it counts as other"),
        place, line.span)
    }
    line.vendor = stated("vendor")?.string(&problems)
    line.model = stated("model")?.string(&problems)
    if let quantity = stated("quantity") {
      line.quantity = self.quantity(quantity, &problems) ?? .nonNegative
    } else {
      find(
        "missing-quantity", Localized(zh: "没有填数量，按未知计", en: "the quantity is missing and counts as unknown"), place,
        line.span)
    }
    line.unitPrice = stated("unit_price").flatMap { price($0, &problems) }
    if let origin = stated("origin"), !origin.hasText("unknown") {
      line.origin = origin.choice(Localized(zh: "来源", en: "origin"), &problems)
    }
    line.vendorCountry = stated("vendor_country").flatMap { country($0, &problems) }
    line.madeIn = stated("made_in").flatMap { country($0, &problems) }
    if let specs = stated("specs") { line.specs = self.specs(specs, &problems) }
    line.tags = stated("tags")?.strings(&problems) ?? []
    line.supplier = stated("supplier")?.string(&problems)
    line.lot = stated("lot")?.string(&problems)
    line.isOption = stated("option")?.boolean(&problems) ?? false
    fields.finish(&problems)
    return line
  }

  /// The kind that a word means, as in the tables of people.
  private mutating func flatKind(_ text: String, _ span: SourceSpan, _ place: String) -> Kind {
    if let kind = Kind(rawValue: text) { return kind }
    if case .kind(let kind) = KindWords.meaning(of: text) { return kind }
    find(
      "unknown-kind",
      Localized(
        zh: "“\(text.brief)”不知是哪一类，按其他计", en: "“\(text.brief)” is of no known kind and counts as other"),
      place, span)
    return .other
  }

  private mutating func find(_ code: String, _ message: Localized, _ line: String, _ span: SourceSpan) {
    findings.append(Finding(code, .warning, message, line: line, span: span))
  }
}
