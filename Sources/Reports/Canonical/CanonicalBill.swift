public import Diagnostics
public import Inventory
internal import Quantities

/// A bill of materials in its canonical form, as YAML; a comment behind every field tells where it was found.
public struct CanonicalBill {
  let language: Language
  private var text = ""
  private var source = ""

  /// A writer whose findings are in a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// The bill, with what its reader repaired or left open as comments before it.
  public func render(_ bill: BillOfMaterials) -> String {
    var writer = self
    writer.write(bill)
    return writer.text
  }

  private mutating func write(_ bill: BillOfMaterials) {
    source = bill.file.name
    text += language == .zh ? "# 由 \(source.printable) 转换而来\n" : "# converted from \(source.printable)\n"
    for finding in bill.findings {
      let place = finding.span.map { $0.description + ": " } ?? ""
      let word = language == .zh ? finding.severity.word.zh : finding.severity.word.en
      text += "# \((place + word + ": " + finding.message[language]).printable) [\(finding.code)]\n"
    }
    text += "bom: 1\n"
    write(bill.project)
    text += bill.lines.isEmpty ? "lines: []\n" : "lines:\n"
    for line in bill.lines { write(line, indent: 2) }
  }

  private mutating func write(_ project: Project) {
    var fields: [(String, String?)] = [
      ("id", project.id.map { YAMLText($0).description }), ("name", project.name.map { YAMLText($0).description }),
      ("enterprise", project.enterprise.map { YAMLText($0).description }),
      ("region", project.region.map { YAMLText($0).description }), ("facility", project.facility?.rawValue),
      ("buyer", project.buyers.map { "[" + $0.map(\.rawValue).joined(separator: ", ") + "]" }),
      ("date", project.date?.description),
      ("currency", project.currency == "CNY" ? nil : project.currency), ("prices", project.prices?.rawValue),
      ("parts", project.listsParts ? "listed" : nil),
    ]
    if !project.facts.isEmpty {
      let facts = project.facts.sorted { $0.key < $1.key }.map { "\($0.key): \(scalar($0.value))" }
      fields.append(("facts", "{" + facts.joined(separator: ", ") + "}"))
    }
    let stated = fields.compactMap { name, value in value.map { (name, $0) } }
    text += stated.isEmpty ? "project: {}\n" : "project:\n"
    for (name, value) in stated { text += "  \(name): \(value)\n" }
  }

  private mutating func write(_ line: Line, indent: Int) {
    var fields: [(LineField, String)] = []
    func add(_ field: LineField, _ value: String?) { if let value { fields.append((field, value)) } }
    func words(_ value: String?) -> String? { value.map { YAMLText($0).description } }
    add(.id, words(line.id))
    add(.kind, line.kind.rawValue)
    if let components = line.components {
      add(.component, components.count == 1 ? words(components[0]) : list(components))
    }
    add(.vendor, words(line.vendor))
    add(.model, words(line.model))
    add(.quantity, quantity(line.quantity))
    add(.unitPrice, line.unitPrice.map { $0.decimal ?? $0.description })
    add(.origin, line.origin?.rawValue)
    add(.vendorCountry, line.vendorCountry.map(country))
    add(.madeIn, line.madeIn.map(country))
    if !line.specs.isEmpty {
      let specs = line.specs.sorted { $0.key < $1.key }.map { "\($0.key): \(scalar($0.value))" }
      add(.specs, "{" + specs.joined(separator: ", ") + "}")
    }
    if !line.tags.isEmpty { add(.tags, list(line.tags)) }
    add(.supplier, words(line.supplier))
    add(.lot, words(line.lot))
    if line.isOption { add(.option, "true") }
    let margin = String(repeating: " ", count: indent)
    for (number, (field, value)) in fields.enumerated() {
      text += margin + (number == 0 ? "- " : "  ") + "\(field.rawValue): \(value)"
      let span = line.places[field] ?? line.span
      // A bill of many files, such as a dump in pieces, needs their names.
      text += "  # \((span.file.name == source ? span.place : span.description).printable)\n"
    }
    guard let contents = line.contents else { return }
    text += margin + "  contains:" + (contents.isEmpty ? " []\n" : "\n")
    for part in contents { write(part, indent: indent + 4) }
  }

  private func list(_ texts: [String]) -> String {
    "[" + texts.map { YAMLText($0).description }.joined(separator: ", ") + "]"
  }

  private func quantity(_ quantity: Interval) -> String {
    quantity == .nonNegative ? "unknown" : range(quantity)
  }

  private func range(_ interval: Interval) -> String {
    if let exact = interval.exact { return exact.decimal ?? exact.description }
    var ends: [String] = []
    if let low = interval.low.number { ends.append("at_least: " + (low.decimal ?? low.description)) }
    if let high = interval.high.number { ends.append("at_most: " + (high.decimal ?? high.description)) }
    return "{" + ends.joined(separator: ", ") + "}"
  }

  private func country(_ country: Country) -> String {
    switch country {
    case .code(let code): YAMLText(code).description
    case .notChina: "foreign"
    }
  }

  private func scalar(_ value: SpecValue) -> String {
    switch value {
    case .number(let interval): range(interval)
    case .text(let text): YAMLText(text).description
    case .flag(let flag): "\(flag)"
    }
  }

  private func scalar(_ value: FactValue) -> String {
    switch value {
    case .number(let number): number.decimal ?? number.description
    case .flag(let flag): "\(flag)"
    case .date(let day): day.description
    case .text(let text): YAMLText(text).description
    }
  }
}

extension SourceSpan {
  /// The place inside its file: a cell as `报价表!C5`, else line and column; the file's name where it is the whole.
  fileprivate var place: String {
    guard range != nil else { return description }
    return String(description.dropFirst(file.name.count + 1))
  }
}

extension Finding.Severity {
  /// The word that a reader sees.
  var word: Localized {
    switch self {
    case .warning: Localized(zh: "警告", en: "warning")
    case .note: Localized(zh: "提示", en: "note")
    }
  }
}
