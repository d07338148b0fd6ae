internal import Diagnostics
internal import Quantities

extension BomResolver {
  /// Notes what a reader should know of a listed line's names and claims.
  mutating func note(_ line: ResolvedLine) {
    noteResolution(line)
    noteOrigin(line)
    noteSpecs(line)
  }

  private mutating func add(_ code: String, _ severity: Finding.Severity, _ message: Localized, _ line: ResolvedLine) {
    findings.append(Finding(code, severity, message, line: line.place, span: line.line.span))
  }

  private mutating func noteResolution(_ line: ResolvedLine) {
    switch line.resolution {
    case .component, .unnamed: break
    case .ambiguous: add("ambiguous-component", .warning, words(message(on: line)), line)
    case .vendorConflict: add("vendor-conflict", .warning, words(message(on: line)), line)
    case .unknown:
      // A bill of thousands of unknown names gets the names near to them for the first hundred.
      let hasNear = line.line.model != nil && suggestionCount < Self.suggestionLimit
      if hasNear { suggestionCount += 1 }
      add("unknown-component", .note, words(message(on: line, hasNear: hasNear)), line)
    }
  }

  /// A message, unless findings are only counted.
  private func words(_ message: @autoclosure () -> Localized) -> Localized {
    isWordless ? Localized(zh: "", en: "") : message()
  }

  /// What is to be said of names, which is the same of all lines that have them.
  private func message(on line: ResolvedLine, hasNear: Bool = false) -> Localized {
    line.identity.message(hasNear: hasNear) { newMessage(on: line, hasNear: hasNear) }
  }

  private func newMessage(on line: ResolvedLine, hasNear: Bool) -> Localized {
    let name = line.title
    switch line.resolution {
    case .component, .unnamed: return Localized(zh: name, en: name)
    case .ambiguous(let candidates):
      let names = candidates.map(\.model)
      return Localized(
        zh: "“\(name)”可能是 \(names.joined(separator: "、"))，只采用它们一致的属性",
        en: "“\(name)” may be \(names.joined(separator: ", ")); only what they agree on is used")
    case .vendorConflict(_, let component):
      let vendor = component.vendor.flatMap { catalog.vendors[$0]?.names.first } ?? ""
      return Localized(
        zh: "写的厂商是“\(line.line.vendor ?? "")”，而“\(component.model)”是\(vendor)的产品，两者都按未知计",
        en:
          "the vendor is given as “\(line.line.vendor ?? "")”, but “\(component.model)” is made by \(vendor); both count as unknown"
      )
    case .unknown:
      let near =
        hasNear ? line.line.model.map { catalog.resolver.suggestions(for: $0, kind: line.line.kind) } ?? [] : []
      return Localized(
        zh: "目录中没有“\(name)”" + (near.isEmpty ? "" : "，相近的有 \(near.joined(separator: "、"))"),
        en: "“\(name)” is not in the catalogue" + (near.isEmpty ? "" : "; near are \(near.joined(separator: ", "))"))
    }
  }

  private mutating func noteOrigin(_ line: ResolvedLine) {
    let claims = line.line
    if let said = claims.claimedVendorCountry, let known = line.identity.country, !said.agrees(with: known) {
      let country = known.text
      add(
        "origin-conflict", .warning,
        words(
          Localized(
            zh: "清单称“\(line.title)”\(claims.origin == .domestic ? "为国产" : "来自 \(said.text)")，目录载明其厂商属 \(country)，以目录为准",
            en:
              "the bill claims “\(line.title)” to be \(claims.origin == .domestic ? "domestic" : "of \(said.text)"); by the catalogue its vendor is of \(country), which is what counts"
          )),
        line)
    } else if claims.origin != nil, claims.vendorCountry != nil, claims.claimedVendorCountry == nil {
      add(
        "claims-conflict", .warning,
        words(
          Localized(
            zh: "`origin` 与 `vendor_country` 互相矛盾，按未知计",
            en: "`origin` and `vendor_country` contradict each other and count as unknown")),
        line)
    }
  }

  private mutating func noteSpecs(_ line: ResolvedLine) {
    for (name, claimed) in line.line.specs.sorted(by: { $0.key < $1.key }) {
      guard let known = line.catalogueSpec(name), !claimed.isWithin(known) else { continue }
      add(
        "spec-conflict", .warning,
        words(
          Localized(
            zh: "清单写 `\(name)` 为 \(claimed.text)，目录载明为 \(known.text)，以目录为准",
            en:
              "the bill says \(claimed.text) for `\(name)`; by the catalogue it is \(known.text), which is what counts")
        ),
        line)
    }
  }
}

extension SpecValue {
  /// The value as it is written.
  var text: String {
    switch self {
    case .number(let interval): interval.description
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension Country {
  /// The code, or a sign for what is known.
  var text: String {
    switch self {
    case .code(let code): code
    case .notChina: "≠CN"
    }
  }
}
