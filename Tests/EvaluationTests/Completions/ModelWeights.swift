/// What the lines of a bill weigh, and which of them are meant (DESIGN, sections 3 and 6).
struct ModelWeights {
  /// A way of counting.
  enum Basis: String, CaseIterable {
    case quantity, amount, lines
    case tflops = "fp16_tflops"
  }

  let positions: [ModelBill.Position]
  let facts: [ModelFacts]

  init(_ bill: ModelBill, claims: Bool) {
    positions = bill.positions
    facts = positions.map { ModelFacts($0, claims: claims) }
  }

  /// What a condition can come to for every line; a line that may not be there may be out.
  func membership(_ condition: ModelCondition) -> [Set<Bool>] {
    facts.map { facts in
      let outcomes = condition.outcomes(facts)
      return facts.quantity.low > 0 ? outcomes : outcomes.union([false])
    }
  }

  /// What a line weighs by a basis among lines.
  func weight(of index: Int, by basis: Basis, among: [Set<Bool>]) -> Limits {
    switch basis {
    case .quantity: facts[index].quantity
    case .lines: Limits(1, 1)
    case .tflops: facts[index].tflops * facts[index].quantity
    case .amount: amount(of: index, among: among)
    }
  }

  private func amount(of index: Int, among: [Set<Bool>]) -> Limits {
    let own = amount(of: index)
    guard let outer = pricedParent(of: index) else { return own ?? Limits(0, nil) }
    let outside = own ?? Limits(0, amount(of: outer)?.high)
    switch among[outer] {
    case [true]: return Limits(0, 0)
    case [false]: return outside
    default: return Limits(0, outside.high)
    }
  }

  /// The line's own amount: its price times its quantity; 0 for a heading; nil where it is unknown.
  private func amount(of index: Int) -> Limits? {
    if let price = positions[index].line.price { return Limits(price, price) * positions[index].quantity }
    let parts = positions.indices.filter { positions[$0].parent == index }
    return !parts.isEmpty && parts.allSatisfy { amount(of: $0) != nil } ? Limits(0, 0) : nil
  }

  /// The nearest enclosing line with a price.
  func pricedParent(of index: Int) -> Int? {
    var parent = positions[index].parent
    while let current = parent, positions[current].line.price == nil { parent = positions[current].parent }
    return parent
  }
}
