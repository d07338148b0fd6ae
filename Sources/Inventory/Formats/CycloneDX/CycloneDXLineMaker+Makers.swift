internal import Diagnostics

extension CycloneDXLineMaker {
  /// Who made a component and who sells it, and who controls the maker.
  struct Maker {
    var vendor: Found?
    var supplier: Found?
    /// The country of registration of whoever stands above the maker, and where it says so.
    var control = Statement()
  }

  /// Who made a component. A supplier is never its maker; a publisher is that of software.
  mutating func maker(of component: CycloneDXComponent, _ type: CycloneDXType, place: String) -> Maker {
    var maker = Maker()
    maker.vendor = meaning(component.manufacturer?.name)
    maker.supplier = meaning(component.supplier?.name)
    if let country = component.manufacturer?.country { tally.add(.address, sort: country.text, at: country.span) }
    if let choices = component.hardware?.parties, !choices.isEmpty { add(choices, type, to: &maker, component, place) }
    if maker.vendor == nil, type.isSoftware {
      maker.vendor = meaning(component.publisher) ?? knownVendor(component.author)
    }
    if maker.vendor == nil, let supplier = maker.supplier { tally.add(.supplierOnly, supplier.text, at: supplier.span) }
    return maker
  }

  /// A text that says something; nil where it is absent or a placeholder.
  mutating func meaning(_ written: Found?) -> Found? {
    guard let written, !written.text.isEmpty else { return nil }
    if let text = Placeholder.meaning(of: written.text) { return Found(text: text, span: written.span) }
    tally.add(.placeholder, written.text, at: written.span)
    return nil
  }

  /// An author, where the catalogue knows a vendor of that name; else it is a person.
  private func knownVendor(_ author: Found?) -> Found? {
    author.flatMap { catalog.resolver.vendor(named: $0.text) == nil ? nil : $0 }
  }

  private mutating func add(
    _ choices: [CycloneDXPartyChoice], _ type: CycloneDXType, to maker: inout Maker, _ component: CycloneDXComponent,
    _ place: String
  ) {
    var found: [CycloneDXParty] = []
    for choice in choices {
      if let party = parties.party(choice) {
        found.append(party)
      } else if case .reference(let ref) = choice {
        findings.append(
          Finding(
            "unknown-party", .warning,
            Localized(
              zh: "没有（或不止一个）参与方的编号是 `\(ref.text)`", en: "no party, or more than one, has the reference `\(ref.text)`"),
            line: place, span: ref.span))
      }
    }
    let sellers = ranked(found, "supplier") + ranked(found, "distributor")
    maker.supplier = maker.supplier ?? sellers.lazy.compactMap(\.name).first
    var makers = ranked(found, "manufacturer")
    if makers.isEmpty, type.isSoftware { makers = ranked(found, "publisher") + ranked(found, "author") }
    guard let first = makers.first else { return }
    for site in makers.flatMap(\.sites) { tally.add(.address, sort: site.text, at: site.span) }
    maker.control = control(of: makers, place)
    guard maker.vendor == nil else { return }
    let names = Set(makers.map { $0.name?.text })
    if names.count == 1 {
      maker.vendor = meaning(first.name)
    } else {
      let known = makers.compactMap { $0.name?.text }
      findings.append(
        Finding(
          "several-makers", .warning,
          Localized(
            zh: "制造商不止一个：\(known.joined(separator: "、"))，厂商按未知计",
            en: "there is more than one maker: \(known.joined(separator: ", ")); the vendor counts as unknown"),
          line: place, span: component.span))
    }
  }

  /// The parties that have a role, the most preferred first.
  private func ranked(_ parties: [CycloneDXParty], _ role: String) -> [CycloneDXParty] {
    parties.compactMap { party in party.order(in: role).map { (party, $0) } }
      .enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }

  /// Where those are registered who stand above the makers; nil where one is open, or they differ.
  private mutating func control(of makers: [CycloneDXParty], _ place: String) -> Statement {
    var control = Statement()
    for (index, maker) in makers.enumerated() {
      guard let owner = parties.owner(of: maker) else {
        findings.append(
          Finding(
            "unknown-owner", .warning,
            Localized(
              zh: "制造商的上级参与方链条不完整或首尾相接，由谁控制按未知计",
              en:
                "the chain of parties above the maker is broken or runs in a circle, so who controls it counts as unknown"
            ),
            line: place, span: maker.parent?.span ?? maker.span))
        return Statement()
      }
      guard let written = owner.jurisdiction else { return Statement() }
      guard let country = Country(isoCode: written.text) else {
        problems.error(
          "bad-country", Localized(zh: "`\(written.text)` 不是国家代码", en: "`\(written.text)` is not a country code"),
          at: written.span,
          help: Localized(zh: "写 ISO 3166 代码，如 `CN` 或 `CN-GD`", en: "write a code of ISO 3166, such as `CN` or `CN-GD`")
        )
        return Statement()
      }
      control.country = index == 0 ? country : control.country?.meeting(country)
      control.span = control.span ?? written.span
    }
    return control
  }
}
