internal import Diagnostics

/// What the names of a line mean by the catalogue; lines of the same names share it.
public final class Identity: Sendable {
  /// The component or components.
  public let resolution: Resolution
  /// The vendor, by identifier, from the component or from the vendor's name.
  public let vendor: String?
  /// The country of design and control by the catalogue: the component's vendor's, else that of the vendor named.
  let country: Country?
  /// What was said of the names, with the names near to them and without.
  private let said = Guarded<(near: Localized?, far: Localized?)>((nil, nil))
  /// No longer message is kept: a file of names as long as books must not fill the memory.
  private static let longest = 1 << 13

  /// What names mean; `components` are those that an identifier read from a machine means, and go before names.
  init(kind: Kind, vendor: String?, model: String?, components: [String]? = nil, catalog: Catalog) {
    let identified = components.map { $0.compactMap { catalog.components[$0] } } ?? []
    // A component that nobody has verified only suggests; beside others it still says that the choice is open.
    resolution =
      if identified.contains(where: \.isVerified) {
        identified.count == 1 ? .component(identified[0]) : .ambiguous(identified)
      } else {
        catalog.resolver.resolve(kind: kind, vendor: vendor, model: model)
      }
    switch resolution {
    case .component(let component): self.vendor = component.vendor ?? catalog.resolver.vendor(named: vendor)
    case .ambiguous(let candidates):
      self.vendor = Set(candidates.map(\.vendor)).count == 1 ? candidates[0].vendor : nil
    case .vendorConflict: self.vendor = nil
    case .unknown, .unnamed: self.vendor = catalog.resolver.vendor(named: vendor)
    }
    country = Self.country(resolution.candidates, self.vendor, catalog)
  }

  /// What is to be said of the names, with or without the names near to them: the same of all lines that have them.
  func message(hasNear: Bool, _ make: () -> Localized) -> Localized {
    let known = said.withLock { hasNear ? $0.near : $0.far }
    if let known { return known }
    let message = make()
    if message.zh.utf8.count <= Self.longest, message.en.utf8.count <= Self.longest {
      said.withLock { said in
        if hasNear { said.near = message } else { said.far = message }
      }
    }
    return message
  }

  private static func country(_ candidates: [Component], _ vendor: String?, _ catalog: Catalog) -> Country? {
    if !candidates.isEmpty {
      let countries = Set(candidates.map { $0.vendor.flatMap { catalog.vendors[$0]?.country } })
      if countries.count == 1, let country = countries.first ?? nil { return .code(country) }
      // Candidates of several known countries other than China agree on that much.
      if !countries.contains(nil), !countries.contains("CN") { return .notChina }
      if countries.count > 1 { return nil }
    }
    return vendor.flatMap { catalog.vendors[$0]?.country }.map { .code($0) }
  }
}
