internal import Diagnostics

/// What 2.0 adds to a component.
struct CycloneDXHardware: Sendable {
  /// Who has to do with it.
  var parties: [CycloneDXPartyChoice] = []
  /// Where it came from, stage by stage.
  var origins: [CycloneDXOrigin] = []
  /// How a choice is to be taken: `OR`, `XOR` or `AND`.
  var choice: Found?
  /// How many there are, and in which unit.
  var amount: Found?
  var unit: Found?
  /// How many places of a board it takes.
  var placements: Int?
  var placementSpan: SourceSpan?
  /// What sort of part it is, in somebody's own words.
  var category: Found?
}

/// A party, or a reference to one that stands elsewhere.
enum CycloneDXPartyChoice: Sendable {
  case party(CycloneDXParty)
  case reference(Found)
}

/// An organization or a person in one or more roles.
struct CycloneDXParty: Sendable {
  var ref: Found?
  /// Its roles; the lower the order, the more preferred it is among those of the role.
  var roles: [(name: String, order: Int?)] = []
  var name: Found?
  /// The country where it is registered.
  var jurisdiction: Found?
  /// Who owns or controls it.
  var parent: Found?
  /// The countries of its sites.
  var sites: [Found] = []
  var span: SourceSpan

  init(span: SourceSpan) {
    self.span = span
  }

  /// Its order in a role; nil where it has not got the role, the last of all where it has no order there.
  func order(in role: String) -> Int? {
    roles.filter { $0.name == role }.map { $0.order ?? .max }.min()
  }
}

/// Where something was done to a component, in shares of the whole.
struct CycloneDXOrigin: Sendable {
  /// What was done; nil where the component as a whole is meant.
  var stage: Found?
  var shares: [(country: Found, percentage: Found)] = []
  var span: SourceSpan
}
