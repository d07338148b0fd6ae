internal import Inventory

/// What conditions can see of a line besides its quantity and its price. Lines of many bills are of few classes.
struct LineClass: Hashable {
  /// What its names mean; lines of one kind and the same names share it.
  private let identity: ObjectIdentifier
  private let origin: Origin?
  private let vendorCountry: Country?
  private let madeIn: Country?
  private let specs: [String: SpecValue]
  /// Those that a condition asks for; serial numbers would make a class of every line.
  private let tags: [String]
  private let supplier: String?
  private let lot: String?
  /// Which entries of lists hold on the day: days of one epoch see the same.
  private let epoch: Int

  // Most lines have little more than names, and what is not there need not be hashed.
  func hash(into hasher: inout Hasher) {
    hasher.combine(identity)
    hasher.combine(origin)
    hasher.combine(epoch)
    if let vendorCountry { hasher.combine(vendorCountry) }
    if let madeIn { hasher.combine(madeIn) }
    if let supplier { hasher.combine(supplier) }
    if let lot { hasher.combine(lot) }
    if !specs.isEmpty { hasher.combine(specs) }
    if !tags.isEmpty { hasher.combine(tags) }
  }

  init(_ line: ResolvedLine, epoch: Int, tags: Set<String>, readsSellers: Bool) {
    identity = ObjectIdentifier(line.identity)
    origin = line.line.origin
    vendorCountry = line.line.vendorCountry
    madeIn = line.line.madeIn
    specs = line.line.specs
    self.tags = line.line.tags.filter { tags.contains($0) }
    supplier = readsSellers ? line.line.supplier : nil
    lot = readsSellers ? line.line.lot : nil
    self.epoch = epoch
  }
}
