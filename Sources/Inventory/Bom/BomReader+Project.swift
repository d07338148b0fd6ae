public import Diagnostics
public import Documents
internal import Quantities

extension BomReader {
  /// What the bill is for.
  public func project(_ node: Node, _ problems: inout Problems) -> Project {
    var project = Project()
    guard var fields = Fields(node, Localized(zh: "项目", en: "the project"), &problems) else { return project }
    project.id = fields.take("id")?.string(&problems)
    take(&fields, into: &project, &problems)
    fields.finish(&problems)
    return project
  }

  /// What stands beside the id.
  func take(_ fields: inout Fields, into project: inout Project, _ problems: inout Problems) {
    project.name = fields.take("name")?.string(&problems)
    project.enterprise = fields.take("enterprise")?.string(&problems)
    project.region = fields.take("region").flatMap { region($0, &problems) }
    project.facility = fields.take("facility")?.choice(Localized(zh: "设施", en: "facility"), &problems)
    if let buyers = fields.take("buyer") {
      project.buyers = buyers.listed.compactMap { $0.choice(Localized(zh: "采购人", en: "buyer"), &problems) }
    }
    project.date = fields.take("date")?.day(&problems)
    if let year = fields.take("year"), let text = year.string(&problems) {
      project.date = project.date.agreeing(withYear: text, at: year.span, &problems)
    }
    if let currency = fields.take("currency") { project.currency = currency.currency(&problems) ?? "CNY" }
    project.prices = fields.take("prices")?.choice(Localized(zh: "价格口径", en: "price basis"), &problems)
    if let parts = fields.take("parts") {
      let words: PartsListing? = parts.choice(Localized(zh: "部件列示", en: "parts listing"), &problems)
      project.listsParts = words == .listed
    }
    for (key, value) in fields.take("facts")?.mapping(Localized(zh: "事实", en: "facts"), &problems) ?? [] {
      guard let term = vocabulary.facts[key.text] else {
        problems.unknownName(
          key, code: "unknown-fact", what: Localized(zh: "事实", en: "fact"), among: vocabulary.facts.keys.sorted())
        continue
      }
      if !value.isNull { project.facts[key.text] = term.factValue(value, &problems) }
    }
  }

  private enum PartsListing: String, CaseIterable { case listed }

  private func region(_ node: Node, _ problems: inout Problems) -> String? {
    guard let text = node.string(&problems) else { return nil }
    if let code = regions.code(of: text) { return code }
    problems.unknownName(
      node, code: "unknown-region", what: Localized(zh: "地区", en: "region"), among: regions.spellings)
    return nil
  }
}

extension Vocabulary.Term {
  /// A value of a fact.
  public func factValue(_ node: Node, _ problems: inout Problems) -> FactValue? {
    switch type {
    case .number: (node.fraction ?? node.figure(&problems)?.value(in: unit, at: node, &problems)).map { .number($0) }
    case .boolean: node.boolean(&problems).map { .flag($0) }
    case .date: node.day(&problems).map { .date($0) }
    case .text: node.string(&problems).map { .text($0) }
    }
  }
}
