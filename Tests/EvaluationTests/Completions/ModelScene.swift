import Seeds

/// A whole bill in one completion, in which everything hangs together: parts are as many as their parents make them,
/// and one fact decides both sides of a share.
struct ModelScene {
  private let positions: [ModelBill.Position]
  private var worlds: [ModelWorld] = []
  private var amounts: [Int] = []
  private let weights: ModelWeights

  init(_ weights: ModelWeights, _ random: inout SeededGenerator) {
    self.weights = weights
    positions = weights.positions
    for (index, facts) in weights.facts.enumerated() {
      let position = positions[index]
      let own = position.line.quantity ?? [0, 1, 3, 1000].randomElement(using: &random) ?? 0
      var world = ModelWorld()
      world.kind = facts.kind
      world.country = facts.countries.sorted().randomElement(using: &random) ?? ""
      world.maker = facts.makers.sorted().randomElement(using: &random) ?? ""
      world.origin = facts.origins.sorted().randomElement(using: &random) ?? ""
      world.isGreen = pick(facts.isGreen, &random)
      world.isApproved = pick(facts.isApproved, &random)
      world.isClosed = pick(facts.isClosed, &random)
      world.components = Set(["nova", "kernel"].filter { pick(facts.isComponent($0), &random) })
      world.tflops = number(facts.tflops, &random)
      world.quantity = own * (position.parent.map { worlds[$0].quantity } ?? 1)
      world.price = number(facts.price, &random)
      worlds.append(world)
    }
    for index in positions.indices {
      // Parents stand before their parts, so what they cost is known by now.
      let most = weights.pricedParent(of: index).map { amounts[$0] }
      if let price = positions[index].line.price {
        amounts.append(price * worlds[index].quantity)
      } else if isHeading(index) {
        amounts.append(0)
      } else {
        amounts.append(number(Limits(0, most), &random))
      }
    }
  }

  /// The weight of the lines that are of and among, and that of all that are among.
  func sums(of: ModelCondition, among: ModelCondition, by basis: ModelWeights.Basis) -> (top: Int, bottom: Int) {
    var sums = (top: 0, bottom: 0)
    for index in positions.indices where isAmong(index, among) {
      let weight: Int =
        switch basis {
        case .quantity: worlds[index].quantity
        case .lines: 1
        case .tflops: worlds[index].tflops * worlds[index].quantity
        case .amount: weights.pricedParent(of: index).map { isAmong($0, among) } ?? false ? 0 : amounts[index]
        }
      sums.bottom += weight
      if of.holds(worlds[index]) { sums.top += weight }
    }
    return sums
  }

  /// Whether a line is there and meets a condition.
  private func isAmong(_ index: Int, _ condition: ModelCondition) -> Bool {
    worlds[index].quantity > 0 && condition.holds(worlds[index])
  }

  private func isHeading(_ index: Int) -> Bool {
    let parts = positions.indices.filter { positions[$0].parent == index }
    return !parts.isEmpty && parts.allSatisfy { positions[$0].line.price != nil || isHeading($0) }
  }

  private func pick(_ values: Set<Bool>, _ random: inout SeededGenerator) -> Bool {
    values.count == 2 ? random.chance(2) : values.contains(true)
  }

  private func number(_ limits: Limits, _ random: inout SeededGenerator) -> Int {
    let high = limits.high ?? limits.low + 1000
    return [limits.low, high, Int.random(in: limits.low...high, using: &random)].randomElement(using: &random) ?? high
  }
}
