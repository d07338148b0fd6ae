public import Diagnostics
public import Documents
internal import Quantities

/// Reads the canonical bill of materials, from YAML or JSON, and its flat form: see `readFlat`.
public struct BomReader {
  /// At most this many lines, nested ones included.
  public static let lineLimit = 1_000_000
  /// At most this many levels of `contains`.
  public static let depthLimit = 16

  let vocabulary: Vocabulary
  let regions: RegionTable
  let catalog: Catalog
  private var ids: [String: Node] = [:]
  private var lineCount = 0
  /// What was repaired or left open in a flat bill.
  var findings: [Finding] = []

  /// A reader that knows the facts, the specs, the places and the components that a bill may name.
  public init(vocabulary: Vocabulary, regions: RegionTable, catalog: Catalog) {
    self.vocabulary = vocabulary
    self.regions = regions
    self.catalog = catalog
  }

  /// The bill in a document; nil where it has errors, all of which are reported.
  public mutating func read(_ document: Document, _ problems: inout Problems) -> BillOfMaterials? {
    let before = problems.errorCount
    ids = [:]
    lineCount = 0
    if Self.isFlat(document.root) { return readFlat(document, &problems) }
    guard var fields = Fields(document.root, Localized(zh: "物料清单", en: "a bill of materials"), &problems) else {
      return nil
    }
    if let version = fields.require("bom", &problems), version.text != "1" {
      problems.error(
        "unknown-version",
        Localized(zh: "不认识的清单版本 `\(version.text)`", en: "unknown version `\(version.text)` of a bill"),
        at: version.span, help: Localized(zh: "本程序读 `bom: 1`", en: "this program reads `bom: 1`"))
    }
    let project = fields.take("project").map { self.project($0, &problems) } ?? Project()
    let nodes = fields.require("lines", &problems)?.list(Localized(zh: "清单行", en: "lines"), &problems) ?? []
    let lines = nodes.compactMap { line($0, depth: 1, &problems) }
    fields.finish(&problems)
    guard problems.errorCount == before else { return nil }
    return BillOfMaterials(project: project, lines: lines, file: document.file)
  }

  /// One line with all that it contains.
  public mutating func line(_ node: Node, depth: Int, _ problems: inout Problems) -> Line? {
    guard hasRoom(for: node, &problems) else { return nil }
    guard var fields = Fields(node, Localized(zh: "清单行", en: "a line"), &problems) else { return nil }
    let id = fields.take("id")
    let name = id?.string(&problems)
    // Noted before what is inside, so that the line that comes first in the text is called the first.
    if let id, let name { note(id: id, name, &problems) }
    let kind = fields.require("kind", &problems).flatMap { self.kind($0, &problems) }
    let components = fields.take("component").flatMap { self.components($0, &problems) }
    let vendor = fields.take("vendor")?.string(&problems)
    let model = fields.take("model")?.string(&problems)
    let quantity = fields.require("quantity", &problems).flatMap { self.quantity($0, &problems) }
    var line = Line(kind: kind ?? .other, quantity: quantity ?? .zero, span: node.headSpan)
    line.id = name
    line.components = components
    line.vendor = vendor
    line.model = model
    line.unitPrice = fields.take("unit_price").flatMap { price($0, &problems) }
    line.origin = fields.take("origin")?.choice(Localized(zh: "来源", en: "origin"), &problems)
    line.vendorCountry = fields.take("vendor_country").flatMap { country($0, &problems) }
    line.madeIn = fields.take("made_in").flatMap { country($0, &problems) }
    if let specs = fields.take("specs") { line.specs = self.specs(specs, &problems) }
    line.tags = fields.take("tags")?.strings(&problems) ?? []
    line.supplier = fields.take("supplier")?.string(&problems)
    line.lot = fields.take("lot")?.string(&problems)
    line.isOption = fields.take("option")?.boolean(&problems) ?? false
    if let contents = fields.take("contains") {
      if depth >= Self.depthLimit {
        problems.error(
          "too-deep",
          Localized(
            zh: "`contains` 嵌套超过 \(Self.depthLimit) 层", en: "`contains` is nested deeper than \(Self.depthLimit) levels"
          ),
          at: contents.headSpan)
      } else {
        line.contents = contents.list(Localized(zh: "`contains`", en: "`contains`"), &problems)
          .compactMap { self.line($0, depth: depth + 1, &problems) }
      }
    }
    fields.finish(&problems)
    guard kind != nil, quantity != nil else { return nil }
    return line
  }

  /// Counts a line; false where there are too many.
  mutating func hasRoom(for node: Node, _ problems: inout Problems) -> Bool {
    lineCount += 1
    if lineCount == Self.lineLimit + 1 {
      problems.error(
        "too-many-lines",
        Localized(zh: "清单超过 \(Self.lineLimit) 行", en: "the bill has more than \(Self.lineLimit) lines"),
        at: node.headSpan)
    }
    return lineCount <= Self.lineLimit
  }

  /// Notes the id of a line, which no other may have.
  mutating func note(id: Node, _ name: String, _ problems: inout Problems) {
    if let first = ids.updateValue(id, forKey: name) {
      problems.error(
        "duplicate-id", Localized(zh: "两行的编号都是 `\(name)`", en: "two lines have the id `\(name)`"), at: id.span,
        help: Localized(zh: "每行的编号必须不同，嵌套的行也一样", en: "every line needs an id of its own, nested ones too"),
        notes: [Diagnostic.Note(Localized(zh: "第一处在这里", en: "the first is here"), at: first.span)])
    }
  }
}
