internal import Diagnostics

extension CycloneDXLineMaker {
  /// Gives a line what is said of design and making: by our own properties, by origins, and by who controls the maker.
  mutating func setOrigin(
    of line: inout Line, _ component: CycloneDXComponent, _ maker: Maker, _ own: [String: [Found]],
    _ place: String
  ) {
    if let origin = own["origin"]?.first {
      line.origin = origin.choice(Localized(zh: "来源", en: "origin"), &problems)
      line.places[.origin] = origin.span
    }
    let origins = component.hardware?.origins ?? []
    let designed = stage("designed", origins, place)
    let vendor = joined(designed, maker.control, place) {
      Localized(
        zh: "设计地（\($0)）与控制制造商的一方所在地（\($1)）不一致，设计与控制按未知计",
        en:
          "the place of design (\($0)) and that of who controls the maker (\($1)) differ; design and control count as unknown"
      )
    }
    let made = joined(stage("manufactured", origins, place), stage("assembled", origins, place), place) {
      Localized(
        zh: "制造地（\($0)）与组装地（\($1)）不一致，制造地按未知计",
        en: "the places of manufacture (\($0)) and of assembly (\($1)) differ; the place of making counts as unknown")
    }
    for origin in origins where origin.stage == nil { tally.add(.originWithoutStage, origin.text, at: origin.span) }
    (line.vendorCountry, line.places[.vendorCountry]) = settled(vendor, own["vendor_country"]?.first, place)
    (line.madeIn, line.places[.madeIn]) = settled(made, own["made_in"]?.first, place)
  }

  /// What is said of a country, and where.
  struct Statement {
    var country: Country?
    var span: SourceSpan?
    /// Whether something was said that leaves it open.
    var isOpen = false
  }

  /// The country of a stage, where all origins of that stage agree.
  private mutating func stage(_ name: String, _ origins: [CycloneDXOrigin], _ place: String) -> Statement {
    var statement = Statement()
    for origin in origins where origin.stage?.text == name {
      var country: Country?
      switch origin.outcome(&problems) {
      case .country(let found): country = found
      case .mixed:
        findings.append(
          Finding(
            "mixed-origin", .warning,
            Localized(
              zh: "一部分来自中国，一部分不是（\(origin.text)），按未知计",
              en: "some of it comes from China and some does not (\(origin.text)), which counts as unknown"),
            line: place, span: origin.span))
      case .notWhole(let sum):
        findings.append(
          Finding(
            "origin-shares", .warning,
            Localized(
              zh: "来源份额合计 \(sum)%，不是 100%，按未知计",
              en: "the shares of origin add up to \(sum)% and not to 100%, which counts as unknown"
            ),
            line: place, span: origin.span))
      case nil: break
      }
      let isFirst = statement.span == nil
      statement.span = statement.span ?? origin.span
      let met = isFirst ? country : country.flatMap { statement.country?.meeting($0) }
      statement.country = met
      if met == nil { statement.isOpen = true }
    }
    return statement
  }

  /// What two statements about one thing come to.
  private mutating func joined(
    _ first: Statement, _ second: Statement, _ place: String, _ clash: (String, String) -> Localized
  ) -> Statement {
    if first.isOpen || second.isOpen { return Statement(span: first.span ?? second.span, isOpen: true) }
    guard let one = first.country, let other = second.country else { return first.country == nil ? second : first }
    if let met = one.meeting(other) { return Statement(country: met, span: first.span) }
    findings.append(Finding("claims-conflict", .warning, clash(one.text, other.text), line: place, span: first.span))
    return Statement(span: first.span, isOpen: true)
  }

  /// What our own property says, held against what the format's own fields say.
  private mutating func settled(
    _ statement: Statement, _ own: Found?, _ place: String
  ) -> (Country?, SourceSpan?) {
    guard let own else { return (statement.country, statement.country == nil ? nil : statement.span) }
    guard let country = Country.read(own.text, at: own.span, &problems) else { return (nil, own.span) }
    guard let stated = statement.country, country.meeting(stated) == nil else { return (country, own.span) }
    findings.append(
      Finding(
        "claims-conflict", .warning,
        Localized(
          zh: "属性说是 \(country.text)，文件别处说是 \(stated.text)，按未知计",
          en: "the property says \(country.text), the document elsewhere \(stated.text), which counts as unknown"),
        line: place, span: own.span))
    return (nil, own.span)
  }
}
