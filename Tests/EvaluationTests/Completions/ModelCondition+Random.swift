import Seeds

extension ModelCondition {
  /// A random condition of a few attributes, none of them twice.
  static func random(_ random: inout SeededGenerator) -> ModelCondition {
    var leaves = leaves(&random).shuffled(using: &random)
    return tree(&random, &leaves, depth: 0)
  }

  /// A condition that most often speaks of kinds, as the lines among which a share is taken do.
  static func randomAmong(_ random: inout SeededGenerator) -> ModelCondition {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .kind(["cpu", "accelerator"])
    case 1: .kind(["accelerator"])
    case 2: .not(.kind(["server"]))
    case 3: .not(.kind(["other"]))
    case 4: .all([.kind(["server", "cpu", "accelerator"]), .random(&random, without: "kind")])
    default: .random(&random)
    }
  }

  private static func random(_ random: inout SeededGenerator, without name: String) -> ModelCondition {
    var leaves = leaves(&random).filter { !$0.yaml.contains(name) }.shuffled(using: &random)
    return tree(&random, &leaves, depth: 1)
  }

  private static func leaves(_ random: inout SeededGenerator) -> [ModelCondition] {
    func comparison() -> Comparison { Comparison.allCases.randomElement(using: &random) ?? .above }
    let codes = [["CN"], ["CN"], ["US"], ["CN", "US"], ["US", "DE"]].randomElement(using: &random) ?? ["CN"]
    let makers = [["CN"], ["US", "DE"]].randomElement(using: &random) ?? ["CN"]
    let kinds =
      [["cpu"], ["accelerator"], ["server", "os"], ["cpu", "server"]].randomElement(using: &random) ?? ["cpu"]
    return [
      .kind(kinds), .country(codes), .madeIn(makers), .origin(random.chance(2) ? "domestic" : "foreign"), .green,
      .approved, .closed, .component(random.chance(2) ? "nova" : "kernel"),
      .number(.tflops, comparison(), Int.random(in: 0...8, using: &random)),
      .number(.quantity, comparison(), Int.random(in: 0...5, using: &random)),
      .number(.price, comparison(), Int.random(in: 0...9, using: &random)),
    ]
  }

  private static func tree(
    _ random: inout SeededGenerator, _ leaves: inout [ModelCondition], depth: Int
  ) -> ModelCondition {
    guard leaves.count > 1, depth < 2, !random.chance(depth == 0 ? 3 : 2) else { return leaves.removeLast() }
    if random.chance(4) { return .not(tree(&random, &leaves, depth: depth + 1)) }
    let parts = [tree(&random, &leaves, depth: depth + 1), tree(&random, &leaves, depth: depth + 1)]
    return random.chance(2) ? .all(parts) : .any(parts)
  }
}
