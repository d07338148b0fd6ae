internal import Diagnostics

/// The parties of a document by their references.
struct CycloneDXPartyTable {
  private var parties: [String: CycloneDXParty] = [:]
  private var ambiguous: Set<String> = []

  /// The parties of a document.
  init(_ bom: CycloneDXBom) {
    add(bom.parties)
    if let subject = bom.subject { add([subject]) }
    add(bom.components)
  }

  private mutating func add(_ components: [CycloneDXComponent]) {
    for component in components {
      if let hardware = component.hardware { add(hardware.parties) }
      add(component.components)
    }
  }

  private mutating func add(_ choices: [CycloneDXPartyChoice]) {
    for case .party(let party) in choices {
      guard let ref = party.ref?.text else { continue }
      if parties.updateValue(party, forKey: ref) != nil { ambiguous.insert(ref) }
    }
  }

  /// The party that a reference means; nil where none does, or several.
  subscript(ref: String) -> CycloneDXParty? {
    ambiguous.contains(ref) ? nil : parties[ref]
  }

  /// The party itself, or the one that is referred to.
  func party(_ choice: CycloneDXPartyChoice) -> CycloneDXParty? {
    switch choice {
    case .party(let party): party
    case .reference(let ref): self[ref.text]
    }
  }

  /// Who stands above a party and above whom nobody stands: who controls it. Nil where the chain does not end.
  func owner(of party: CycloneDXParty) -> CycloneDXParty? {
    var owner = party
    for _ in 0..<64 {
      guard let parent = owner.parent else { return owner }
      guard let next = self[parent.text] else { return nil }
      owner = next
    }
    return nil
  }
}
