internal import Inventory
internal import Quantities

extension BillOfMaterials {
  /// All that the canonical form carries: the project, then a text for each line.
  var carried: [String] {
    let facts = project.facts.sorted { $0.key < $1.key }
    let about = [
      "\(project.id as Any)", "\(project.name as Any)", "\(project.enterprise as Any)", "\(project.region as Any)",
      "\(project.facility as Any)", "\(project.buyers as Any)", "\(project.date as Any)", project.currency,
      "\(project.prices as Any)", "\(project.listsParts)", "\(facts)",
    ]
    return [about.joined(separator: " | ")] + lines.flatMap(\.carried)
  }
}

extension Line {
  /// How many lines it is, with those that it contains.
  var size: Int { (contents ?? []).reduce(1) { $0 + $1.size } }

  /// The texts of it and of what it contains.
  fileprivate var carried: [String] {
    let fields = [
      "\(id as Any)", "\(kind)", "\(components as Any)", "\(vendor as Any)", "\(model as Any)", quantity.description,
      "\(unitPrice as Any)", "\(origin as Any)", "\(vendorCountry as Any)", "\(madeIn as Any)",
      "\(specs.sorted { $0.key < $1.key })", "\(tags)", "\(supplier as Any)", "\(lot as Any)", "\(isOption)",
      "\(contents?.count as Any)",
    ]
    return [fields.joined(separator: " | ")] + (contents ?? []).flatMap(\.carried)
  }
}
