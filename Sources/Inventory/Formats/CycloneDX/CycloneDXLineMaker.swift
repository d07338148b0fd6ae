internal import Diagnostics
internal import Documents
internal import Quantities

/// Makes lines of components; what the two notations say is the same here.
struct CycloneDXLineMaker {
  let catalog: Catalog
  let vocabulary: Vocabulary
  let parties: CycloneDXPartyTable
  var problems = Problems()
  var tally = CycloneDXTally()
  var findings: [Finding] = []
  private var ids: Set<String> = []
  var identities: [CycloneDXIdentity.Names: CycloneDXIdentity] = [:]

  init(catalog: Catalog, vocabulary: Vocabulary, parties: CycloneDXPartyTable) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.parties = parties
  }

  /// Where lines go: those so far, and what they are inside.
  struct Shelf {
    var lines: [Line] = []
    /// The place of the line that contains them; nil at the top.
    var parent: String?
    /// Whether there is exactly one of that.
    var isInOne = true
    /// Whether the line that comes is what the document is about.
    var isOfSubject = false
    /// How many lines stand before those of this shelf.
    var offset = 0

    /// The place of the next line if it has no id.
    var place: String { parent.map { "\($0)/\(number)" } ?? "\(number)" }

    /// The number of the next line.
    var number: Int { offset + lines.count + 1 }

    /// An empty shelf for what comes next, to look at it first.
    var next: Shelf { Shelf(parent: parent, isInOne: isInOne, offset: offset + lines.count) }
  }

  /// Adds the lines of some components.
  mutating func add(_ components: [CycloneDXComponent], to shelf: inout Shelf) {
    add(CycloneDXHost(components), to: &shelf)
    for component in components where CycloneDXHost.sort(of: component) == nil { add(component, to: &shelf) }
  }

  private mutating func add(_ component: CycloneDXComponent, to shelf: inout Shelf) {
    guard let type = type(of: component) else { return }
    if type == .choice { return addChoice(component, to: &shelf) }
    let own = CycloneDXOwnNames.component.values(
      in: component.properties, vocabulary.specs, else: CycloneDXOwnNames.document, &problems)
    guard isPosition(component, type, own) else {
      tally.add(.skipped, sort: type.rawValue, at: component.span)
      return add(component.components, to: &shelf)
    }
    if let line = line(component, type, own, at: shelf) { shelf.lines.append(line) }
  }

  /// The type of a component, which may be of the format's own words only.
  mutating func type(of component: CycloneDXComponent) -> CycloneDXType? {
    if let type = CycloneDXType(rawValue: component.type.text) { return type }
    guard problems.errorCount < Problems.limit else {
      problems.countError()
      return nil
    }
    problems.unknownName(
      component.type.text, at: component.type.span, code: "unknown-value",
      what: Localized(zh: "组件类型", en: "component type"), among: CycloneDXType.allCases.map(\.rawValue), listAll: true)
    return nil
  }

  /// Whether a component is a line: a product that one buys, or one of which our own properties say something.
  private mutating func isPosition(
    _ component: CycloneDXComponent, _ type: CycloneDXType, _ own: [String: [Found]]
  ) -> Bool {
    if !own.isEmpty { return true }
    guard type == .application else { return type.isProduct }
    // An application that comes out of a package manager is a part of some software, unless the catalogue knows it.
    return !component.isPackage || identity(of: component, type, vendor: nil).isSoftwareOfCatalogue
  }

  /// The line of a component that is one; nil where there is none of it, or after a problem.
  mutating func line(
    _ component: CycloneDXComponent, _ type: CycloneDXType, _ own: [String: [Found]], at shelf: Shelf
  ) -> Line? {
    var line = Line(kind: .other, quantity: .one, span: component.span)
    setID(of: &line, component)
    let place = line.id ?? shelf.place
    let maker = maker(of: component, type, place: place)
    line.vendor = maker.vendor?.text
    line.places[.vendor] = maker.vendor?.span
    line.supplier = maker.supplier?.text
    line.places[.supplier] = maker.supplier?.span
    let before = problems.errorCount
    let quantity = quantity(of: component, type, own["quantity"]?.first, place, shelf)
    // There is none of it, and nothing was wrong with that.
    if quantity == nil, problems.errorCount == before { return nil }
    line.quantity = quantity?.value ?? .nonNegative
    line.places[.quantity] = quantity?.span
    name(&line, component, type, own["kind"]?.first)
    setOrigin(of: &line, component, maker, own, place)
    setRest(of: &line, component, own)
    var inside = Shelf(parent: place, isInOne: line.quantity == .one)
    add(component.components, to: &inside)
    // Where nothing of what is listed is a line, nothing is known of the parts: an empty list would say that there are
    // none.
    line.contents = inside.lines.isEmpty ? nil : inside.lines
    return line
  }

  /// Gives a line the reference of its component as its id.
  mutating func setID(of line: inout Line, _ component: CycloneDXComponent) {
    guard let ref = component.ref, !ref.text.isEmpty else { return }
    guard ids.insert(ref.text).inserted else {
      tally.add(.duplicateRef, ref.text, at: ref.span)
      return
    }
    line.id = ref.text
    line.places[.id] = ref.span
  }

  /// Options, prices, lots, specs and tags.
  private mutating func setRest(
    of line: inout Line, _ component: CycloneDXComponent, _ own: [String: [Found]]
  ) {
    if let price = own["unit_price"]?.first {
      line.unitPrice = price.number(&problems).flatMap {
        Money.price($0, written: price.text, at: price.span, &problems)
      }
      line.places[.unitPrice] = price.span
    }
    line.lot = own["lot"]?.first?.text
    line.places[.lot] = own["lot"]?.first?.span
    line.tags = own["tag"]?.map(\.text) ?? []
    line.places[.tags] = own["tag"]?.first?.span
    line.add(component.serials)
    for (name, values) in own.sorted(by: { $0.key < $1.key }) where name.hasPrefix("spec:") {
      guard let value = values.first else { continue }
      let spec = String(name.dropFirst("spec:".count))
      guard let term = vocabulary.specs[spec] else { continue }
      line.specs[spec] = term.spec(value, &problems)
      line.places[.specs] = value.span
    }
    if let option = own["option"]?.first {
      line.isOption = option.boolean(&problems) ?? false
      line.places[.option] = option.span
    } else if component.isExternal || component.scope.map({ $0.text == "optional" || $0.text == "excluded" }) ?? false {
      line.isOption = true
      line.places[.option] = component.scope?.span
      tally.add(.notDelivered, component.name?.text, at: component.span)
    }
  }
}

extension CycloneDXComponent {
  /// Whether its package URL is that of a package manager: `pkg:npm/…`, not `pkg:generic/…`.
  var isPackage: Bool {
    guard let packageURL else { return false }
    return !packageURL.text.hasPrefix("pkg:generic/") && !packageURL.text.hasPrefix("pkg:swid/")
  }
}
