import Seeds

/// A bill as the reference sees it, its lines laid out as DESIGN, section 3, says.
struct ModelBill {
  var lines: [ModelLine]
  var listsParts = true

  /// One line that counts.
  struct Position {
    var line: ModelLine
    var parent: Int?
    /// The total quantity.
    var quantity: Limits
  }

  /// The bill's lines as YAML.
  var yaml: String { lines.map { "- \($0.yaml)" }.joined(separator: "\n") }

  /// The project as YAML.
  func project(_ facts: String = "{}") -> String {
    "{region: \"640500\"\(listsParts ? ", parts: listed" : ""), facts: \(facts)}"
  }

  /// The lines that count: no options, with the parts that the catalogue knows and those that a server hides.
  var positions: [Position] {
    var positions: [Position] = []
    func add(_ line: ModelLine, _ parent: Int?) {
      if line.isOption { return }
      let own = line.quantity.map { Limits($0, $0) } ?? Limits(0, nil)
      let index = positions.count
      positions.append(
        Position(line: line, parent: parent, quantity: parent.map { own * positions[$0].quantity } ?? own))
      if let parts = line.parts {
        for part in parts { add(part, index) }
      } else if line.isKnownProduct {
        for part in ModelProduct.named(line.model)?.parts ?? [] {
          let kind = ModelProduct.named(part.name)?.kind ?? "other"
          add(ModelLine(kind: kind, model: part.name, quantity: part.count), index)
        }
      }
    }
    for line in lines { add(line, nil) }
    if !listsParts, !lines.contains(where: \.listsProcessor) {
      for (index, position) in positions.enumerated() where position.line.kind == "server" {
        guard position.line.parts == nil, !positions.contains(where: { $0.parent == index }) else { continue }
        for kind in ["cpu", "accelerator"] {
          positions.append(Position(line: ModelLine(kind: kind), parent: index, quantity: Limits(0, nil)))
        }
      }
    }
    return positions
  }

  /// A bill of a few lines.
  static func random(_ random: inout SeededGenerator, atMost count: Int) -> ModelBill {
    var budget = count
    var lines: [ModelLine] = []
    repeat {
      budget -= 1
      lines.append(.random(&random, budget: &budget))
    } while budget > 0 && !random.chance(3)
    return ModelBill(lines: lines, listsParts: !random.chance(4))
  }
}

extension ModelLine {
  /// Whether the line, or one that it contains, is a processor that counts.
  var listsProcessor: Bool {
    !isOption && (kind == "cpu" || kind == "accelerator" || (parts ?? []).contains(where: \.listsProcessor))
  }

  /// Whether its names mean a product of the catalogue: one of this kind, by the vendor named if one is.
  var isKnownProduct: Bool {
    guard let product = ModelProduct.named(model), product.kind == kind else { return false }
    return !hasVendorConflict
  }

  /// Whether it names a vendor who does not make the product named.
  var hasVendorConflict: Bool {
    guard let product = ModelProduct.named(model), product.kind == kind, let vendor else { return false }
    return product.vendor.map { $0 != vendor } ?? false
  }
}

/// The least and the most of a whole number; without a most it may be any number.
struct Limits: Equatable {
  var low: Int
  var high: Int?

  init(_ low: Int, _ high: Int?) {
    self.low = low
    self.high = high
  }

  static func * (left: Limits, right: Limits) -> Limits {
    let high: Int? =
      if left.high == 0 || right.high == 0 { 0 } else if let a = left.high, let b = right.high { a * b } else { nil }
    return Limits(left.low * right.low, high)
  }
}
