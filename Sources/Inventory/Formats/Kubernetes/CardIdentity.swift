internal import Diagnostics
internal import Documents
internal import Quantities

/// What cards are, by the resource that counts them and the labels of the nodes that hold them.
struct CardIdentity {
  /// The maker, as the catalogue calls it.
  var vendor: String?
  /// Where the resource stands.
  var keySpan: SourceSpan
  /// The model that a label states, else the resource's name.
  var model: String
  /// Where the model stands.
  var modelSpan: SourceSpan
  /// The components that it may be; nil where the model's name decides.
  var components: [String]?
  /// The same, where a name decides too.
  var candidates: [String]
  /// Whether a label says that the cards are shared.
  var isShared = false
  /// How many cards a label says there are.
  var count: Rational?
  /// A label that names components which the resource does not count.
  var conflict: Node?
  /// A label that tells a family of cards, but no model.
  var hint: KubernetesLabel?

  /// Sets kind, names and places of a line.
  func name(_ line: inout Line) {
    line.places.reserveCapacity(4)
    line.vendor = vendor
    line.model = model
    line.components = components
    line.places[.model] = modelSpan
    if components != nil { line.places[.component] = keySpan }
    if vendor != nil { line.places[.vendor] = keySpan }
  }

  /// How many cards `quantity` devices are, where the model is one whose dies are counted.
  func cards(of quantity: Interval, _ resource: ExtendedResource?) throws(Overflow) -> Interval {
    guard let dies = dies(resource) else { return quantity }
    let cards = try (quantity / Interval(exactly: Rational(dies))).roundedUp()
    return Interval(cards.low, quantity.high)
  }

  /// How many dies a card has at most, where the resource counts dies of all models that it may be.
  func dies(_ resource: ExtendedResource?) -> Int? {
    guard let sizes = resource?.devicesPerCard, !sizes.isEmpty, !candidates.isEmpty,
      candidates.allSatisfy({ sizes[$0] != nil })
    else { return nil }
    return candidates.compactMap { sizes[$0] }.max()
  }
}

/// Finds what resources count; what the catalogue says of each is looked up once.
struct CardIdentifier {
  let catalog: Catalog
  private var counted: [String: [String]] = [:]

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// What the cards of a resource are, with the labels that speak of it.
  mutating func identity(
    of name: String, at key: Node, _ resource: ExtendedResource?, labels: [KubernetesLabel]
  ) -> CardIdentity {
    let vendor = resource?.vendor.flatMap { catalog.vendors[$0]?.names.first }
    var ids = components(countedBy: name)
    if ids.isEmpty, let other = resource?.cardsOf { ids = components(countedBy: other) }
    var identity = CardIdentity(
      vendor: vendor, keySpan: key.headSpan, model: name, modelSpan: key.headSpan, components: ids.isEmpty ? nil : ids,
      candidates: ids)
    for label in labels {
      guard let about = label.meaning.resource, about == name || about == resource?.cardsOf else { continue }
      narrow(&identity, label, resource)
    }
    return identity
  }

  private mutating func components(countedBy name: String) -> [String] {
    if let known = counted[name] { return known }
    let ids = catalog.components(countedBy: name).map(\.id)
    counted[name] = ids
    return ids
  }

  private func narrow(_ identity: inout CardIdentity, _ label: KubernetesLabel, _ resource: ExtendedResource?) {
    switch label.meaning.statement {
    case .model(let marks):
      guard let (model, isCut) = label.model(without: marks) else { return }
      let known = catalog.resolver.resolve(kind: .accelerator, vendor: identity.vendor, model: model)
      identity.model = model
      identity.modelSpan = label.value.headSpan
      identity.components = nil
      identity.candidates = known.candidates.map(\.id)
      identity.isShared = identity.isShared || isCut
    case .count: identity.count = label.value.wholeNumber
    case .device(let vendor):
      guard let numbers = PCIIdentifier(vendor: vendor, device: label.value.text) else { return }
      restrict(&identity, to: catalog.components(showing: numbers).map(\.id), label)
    case .components(let named): restrict(&identity, to: named, label)
    case .hint: identity.hint = label
    case .machine, .cpuVendor: break
    }
  }

  /// Keeps the components that are named too; where there is none in common, both stay open.
  private func restrict(_ identity: inout CardIdentity, to named: [String], _ label: KubernetesLabel) {
    let both = identity.candidates.filter(named.contains)
    if !both.isEmpty {
      identity.candidates = both
      if identity.components != nil { identity.components = both }
    } else if !named.isEmpty {
      identity.conflict = label.value
    }
  }
}
