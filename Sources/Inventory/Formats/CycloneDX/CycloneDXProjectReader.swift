internal import Diagnostics
internal import Documents
internal import Quantities

/// Makes the project of a document: what it is about, and what our own properties say.
struct CycloneDXProjectReader {
  let vocabulary: Vocabulary
  let regions: RegionTable

  private enum PartsListing: String, CaseIterable { case listed }

  /// The project.
  func project(_ bom: CycloneDXBom, _ problems: inout Problems) -> Project {
    var project = Project()
    let own = CycloneDXOwnNames.document.values(
      in: bom.properties, vocabulary.facts, else: CycloneDXOwnNames.component, &problems)
    func first(_ name: String) -> Found? { own[name]?.first }
    // The number of the document changes whenever a tool writes it anew; the reference of its subject stays.
    let id = first("id") ?? bom.subject?.ref ?? bom.serialNumber
    project.id = id.flatMap { $0.text.isEmpty ? nil : $0.text }
    project.name = first("name")?.text ?? bom.subject?.name.flatMap { Placeholder.meaning(of: $0.text) }
    project.enterprise = first("enterprise")?.text
    project.region = first("region").flatMap { region($0, &problems) }
    project.facility = first("facility")?.choice(Localized(zh: "设施", en: "facility"), &problems)
    if let buyers = own["buyer"] {
      project.buyers = buyers.compactMap { $0.choice(Localized(zh: "采购人", en: "buyer"), &problems) }
    }
    project.date = first("date")?.day(&problems)
    if let currency = first("currency") { project.currency = currency.currency(&problems) ?? "CNY" }
    project.prices = first("prices")?.choice(Localized(zh: "价格口径", en: "price basis"), &problems)
    if let parts = first("parts") {
      let words: PartsListing? = parts.choice(Localized(zh: "部件列示", en: "parts listing"), &problems)
      project.listsParts = words == .listed
    }
    for (name, values) in own.sorted(by: { $0.key < $1.key }) where name.hasPrefix("fact:") {
      guard let value = values.first else { continue }
      let fact = String(name.dropFirst("fact:".count))
      guard let term = vocabulary.facts[fact] else { continue }
      project.facts[fact] = term.fact(value, &problems)
    }
    return project
  }

  private func region(_ written: Found, _ problems: inout Problems) -> String? {
    if let code = regions.code(of: written.text) { return code }
    problems.unknownName(
      written.text, at: written.span, code: "unknown-region", what: Localized(zh: "地区", en: "region"),
      among: regions.spellings)
    return nil
  }
}
