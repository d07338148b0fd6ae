public import Diagnostics
public import Documents
internal import Quantities

/// Reads hardware bills in CycloneDX: JSON of 1.4 to 1.7 and of the draft 2.0, XML of 1.4 to 1.7.
///
/// Nested components are parts. What the document is about is the line that contains them where it is a device. Our own
/// fields are properties, `bomgate:` and the name of the field in a canonical bill.
public struct CycloneDXReader {
  let catalog: Catalog
  let vocabulary: Vocabulary
  let regions: RegionTable

  /// A reader that knows products, the facts and specs that a bill may name, and places.
  public init(catalog: Catalog, vocabulary: Vocabulary, regions: RegionTable) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.regions = regions
  }

  /// Whether a tree is meant to be CycloneDX: it names its format, whatever it says there, or its schema.
  public static func recognises(_ root: Node) -> Bool {
    guard root.kind == .mapping else { return false }
    if root["bomFormat"] != nil || root["specFormat"] != nil { return true }
    guard let schema = root["$schema"], schema.kind == .scalar else { return false }
    return schema.text.hasPrefix("http://cyclonedx.org/") || schema.text.hasPrefix("https://cyclonedx.org/")
  }

  /// The bill in a document; none where it has errors, all of which are reported.
  public func read(_ document: Document, _ problems: inout Problems) -> [BillOfMaterials] {
    let root = CycloneDXJSONElement(node: document.root)
    guard CycloneDXVersion.check(document.root, &problems) else { return [] }
    return bills(of: root, in: document.file, &problems)
  }

  func bills<Element: CycloneDXElement>(
    of root: Element, in file: SourceFile, _ problems: inout Problems
  ) -> [BillOfMaterials] {
    let before = problems.errorCount
    var parser = CycloneDXParser()
    let bom = parser.bom(root)
    problems.add(parser.problems)
    let project = CycloneDXProjectReader(vocabulary: vocabulary, regions: regions).project(bom, &problems)
    var maker = CycloneDXLineMaker(
      catalog: catalog, vocabulary: vocabulary, parties: CycloneDXPartyTable(bom))
    let lines = maker.lines(of: bom)
    problems.add(maker.problems)
    guard problems.errorCount == before else { return [] }
    var bill = BillOfMaterials(project: project, lines: lines, file: file)
    bill.findings = maker.findings + maker.tally.findings
    if lines.isEmpty {
      bill.findings.append(
        Finding(
          "no-lines", .warning,
          Localized(
            zh: "文件中没有设备，也没有操作系统或数据库之类的软件产品",
            en: "the document holds no device, and no software product such as a system or a database"),
          span: SourceSpan(file: file)))
    }
    return [bill]
  }
}
