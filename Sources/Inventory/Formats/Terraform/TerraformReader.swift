public import Diagnostics
public import Documents
internal import Quantities

/// Reads what `terraform show -json` writes: a plan, or a state.
///
/// Each instance is a server, with the contents that the catalogue's table of instance types knows; its cloud is the
/// seller and never the maker. A pool of nodes is a line with a count, a managed database a line of its kind. What is
/// to be destroyed is not counted, and what is only known after it was made is unknown.
public struct TerraformReader {
  let catalog: Catalog

  /// A reader that knows what clouds offer.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Whether a document looks like a plan or a state, in JSON as `show` writes it or as Terraform keeps it.
  public static func recognises(_ root: Node) -> Bool {
    if root["format_version"]?.kind == .scalar {
      return ["planned_values", "resource_changes", "values", "terraform_version"].contains { root[$0] != nil }
    }
    return isKeptState(root)
  }

  /// The state as Terraform keeps it in a file of its own, which is no interface.
  static func isKeptState(_ root: Node) -> Bool {
    root["terraform_version"] != nil && root["serial"] != nil && root["lineage"] != nil
  }

  /// The bills of documents, each of which is a plan or a state; none where they have errors, all of which are reported.
  public func read(_ documents: [Document], _ problems: inout Problems) -> [BillOfMaterials] {
    let before = problems.errorCount
    let bills = documents.compactMap { read($0, &problems) }
    return problems.errorCount == before ? bills : []
  }

  private func read(_ document: Document, _ problems: inout Problems) -> BillOfMaterials? {
    let root = document.root
    guard let version = root["format_version"], version.kind == .scalar else {
      problems.add(
        Self.isKeptState(root)
          ? TerraformAdvice.keptState(at: root.headSpan) : TerraformAdvice.noShow(at: root.headSpan))
      return nil
    }
    let major = version.text.prefix { $0 != "." }
    guard major == "0" || major == "1" else {
      problems.error(
        "unknown-version",
        Localized(zh: "不认识的格式版本 `\(version.text)`", en: "unknown format version `\(version.text)`"), at: version.span,
        help: Localized(zh: "本程序读 0.x 和 1.x", en: "this program reads 0.x and 1.x"))
      return nil
    }
    var bill = TerraformBill(catalog: catalog)
    bill.add(root, &problems)
    var result = BillOfMaterials(project: Project(), lines: bill.lines, file: document.file)
    result.findings = bill.finished()
    return result
  }
}
