public import Quantities

/// Whether what a bill says of its lines counts, or only what the catalogue shows.
public enum Evidence: String, CaseIterable, Sendable {
  case claims, catalogue
}

extension Line {
  /// The country of design and control as the bill says it; nil where it says nothing, or two things that clash.
  var claimedVendorCountry: Country? {
    let fromOrigin: Country? =
      switch origin {
      case .domestic: .code("CN")
      case .foreign: .notChina
      case nil: nil
      }
    guard let stated = vendorCountry, let fromOrigin else { return vendorCountry ?? fromOrigin }
    guard stated.agrees(with: fromOrigin) else { return nil }
    return stated == .notChina ? fromOrigin : stated
  }
}

extension ResolvedLine {
  /// The country of design and control.
  public func vendorCountry(_ catalog: Catalog, _ evidence: Evidence) -> Country? {
    identity.country ?? (evidence == .claims ? line.claimedVendorCountry : nil)
  }

  /// The country of making; only the bill can say it.
  public func madeIn(_ evidence: Evidence) -> Country? {
    evidence == .claims ? line.madeIn : nil
  }

  /// A property of one unit by the catalogue: what all candidates allow.
  func catalogueSpec(_ name: String) -> SpecValue? {
    let candidates = resolution.candidates
    let values = candidates.compactMap { $0.specs[name] }
    return values.count == candidates.count ? SpecValue.hull(values) : nil
  }

  /// A property of one unit; nil where it is unknown.
  ///
  /// The catalogue beats the bill; where it knows a number only within limits, a claim inside them makes it exact.
  public func spec(_ name: String, _ evidence: Evidence) -> SpecValue? {
    guard let known = catalogueSpec(name) else { return evidence == .claims ? line.specs[name] : nil }
    guard evidence == .claims, let claimed = line.specs[name], claimed.isWithin(known) else { return known }
    return claimed
  }

  /// A number of one unit: an unknown one is anything up to the catalogue's bound for the kind.
  public func specNumber(_ name: String, _ catalog: Catalog, _ evidence: Evidence) -> Interval {
    if case .number(let interval) = spec(name, evidence) { return interval }
    return catalog.unknownSpec(name, of: line.kind)
  }

  /// Whether the answer to a test rests on what the bill says, rather than on the catalogue.
  public func restsOnClaim(_ test: LineTest, _ catalog: Catalog) -> Bool {
    switch test {
    case .origin, .tags: true
    case .country(.madeIn, _): line.madeIn != nil
    case .country(.vendorCountry, _): identity.country == nil && line.claimedVendorCountry != nil
    case .number(.spec(let name), _), .specText(let name, _), .specFlag(let name, _):
      spec(name, .claims) != catalogueSpec(name)
    default: false
    }
  }
}
