import Seeds

/// A policy of the reference: requirements and grants over one bill and one project.
struct ModelPolicy {
  var appliesTo: ModelProjectCondition?
  var requirements: [ModelRequirement]
  var grants: [ModelGrant] = []

  /// The policy's parts as YAML.
  var yaml: String {
    var text = "requirements:\n"
    for (index, requirement) in requirements.enumerated() { text += "  r\(index): \(requirement.yaml)\n" }
    if !grants.isEmpty { text += "grants:\n" }
    for (index, grant) in grants.enumerated() { text += "  g\(index): \(grant.yaml)\n" }
    return text
  }

  /// The requirements that only count through another one.
  var members: Set<Int> {
    Set(requirements.flatMap { $0.test.members })
  }

  static func random(_ random: inout SeededGenerator) -> ModelPolicy {
    var requirements: [ModelRequirement] = []
    for index in 0..<Int.random(in: 2...5, using: &random) {
      requirements.append(.random(&random, earlier: index))
    }
    let condition = random.chance(2) ? ModelProjectCondition.random(&random) : nil
    return ModelPolicy(appliesTo: condition, requirements: requirements)
  }
}

/// A requirement of the reference.
struct ModelRequirement {
  var test: Test
  var force: String
  var when: ModelProjectCondition?

  enum Test {
    case share(of: ModelCondition, among: ModelCondition, by: [ModelWeights.Basis], Threshold)
    case total(of: ModelWeights.Basis, among: ModelCondition, Threshold)
    case count(among: ModelCondition, Threshold)
    case pue(Threshold)
    case every(among: ModelCondition, must: ModelCondition)
    case none(ModelCondition)
    case project(ModelProjectCondition)
    case allOf([Int])
    case anyOf([Int])

    var members: [Int] {
      switch self {
      case .allOf(let members), .anyOf(let members): members
      default: []
      }
    }
  }

  /// A comparison with a number, by the days from which each value holds: before 2025-03-01, on it, or after it.
  struct Threshold {
    var comparison: ModelCondition.Comparison
    /// The number in force on 2025-03-01; nil where the first begins later.
    var value: Int?
    var isDated: Bool
    var isPercentage = false

    var yaml: String {
      let sign = isPercentage ? "%" : ""
      guard let value else { return "\(comparison.rawValue): {2025-03-02: 1\(sign), 2026: 2\(sign)}" }
      guard isDated else { return "\(comparison.rawValue): \(value)\(sign)" }
      let (before, after) = ("2024: \(value + 1)\(sign)", "2025-03-02: \(value + 2)\(sign)")
      return "\(comparison.rawValue): {\(before), 2025-03-01: \(value)\(sign), \(after)}"
    }

    /// Whether a number meets it.
    func holds(_ point: Point) -> Bool {
      let limit = Point(value ?? 0, isPercentage ? 100 : 1)
      return switch comparison {
      case .atLeast: point >= limit
      case .atMost: point <= limit
      case .above: point > limit
      case .below: point < limit
      }
    }

    static func random(_ random: inout SeededGenerator, _ values: [Int], percentage: Bool = false) -> Threshold {
      Threshold(
        comparison: ModelCondition.Comparison.allCases.randomElement(using: &random) ?? .above,
        value: random.chance(12) ? nil : values.randomElement(using: &random), isDated: random.chance(3),
        isPercentage: percentage)
    }
  }

  /// The requirement as YAML, on one line.
  var yaml: String {
    let test: String =
      switch self.test {
      case .share(let of, let among, let by, let threshold):
        "measure: {share: {of: \(of.yaml), among: \(among.yaml), by: \(by[0].rawValue)}, "
          + "also_by: [\(by.dropFirst().map(\.rawValue).joined(separator: ", "))]}, \(threshold.yaml)"
      case .total(let of, let among, let threshold):
        "measure: {total: {of: \(of.rawValue), among: \(among.yaml)}}, \(threshold.yaml)"
      case .count(let among, let threshold): "measure: {count: {among: \(among.yaml)}}, \(threshold.yaml)"
      case .pue(let threshold): "measure: {fact: pue}, \(threshold.yaml)"
      case .every(let among, let must): "every: {among: \(among.yaml), must: \(must.yaml)}"
      case .none(let condition): "none: \(condition.yaml)"
      case .project(let condition): "project: \(condition.yaml)"
      case .allOf(let members): "all_of: [\(members.map { "r\($0)" }.joined(separator: ", "))]"
      case .anyOf(let members): "any_of: [\(members.map { "r\($0)" }.joined(separator: ", "))]"
      }
    return "{clause: c, force: \(force), \(when.map { "when: \($0.yaml), " } ?? "")\(test)}"
  }

  static func random(_ random: inout SeededGenerator, earlier: Int) -> ModelRequirement {
    let force = ["mandatory", "mandatory", "condition", "target", "advisory"].randomElement(using: &random) ?? "target"
    let when = random.chance(4) ? ModelProjectCondition.random(&random) : nil
    return ModelRequirement(test: test(&random, earlier: earlier), force: force, when: when)
  }

  private static func test(_ random: inout SeededGenerator, earlier: Int) -> Test {
    let bases = ModelWeights.Basis.allCases.shuffled(using: &random)
    let percent = Threshold.random(&random, [0, 25, 50, 75, 90, 100], percentage: true)
    if earlier > 1, random.chance(3) {
      let members = Array((0..<earlier).shuffled(using: &random).prefix(2)).sorted()
      return random.chance(2) ? .allOf(members) : .anyOf(members)
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return .share(of: .random(&random), among: .randomAmong(&random), by: Array(bases.prefix(1)), percent)
    case 2: return .share(of: .random(&random), among: .randomAmong(&random), by: Array(bases.prefix(3)), percent)
    case 3: return .total(of: bases[0], among: .randomAmong(&random), .random(&random, [0, 1, 4, 8, 20]))
    case 4: return .count(among: .randomAmong(&random), .random(&random, [0, 1, 2, 3]))
    case 5: return random.chance(2) ? .pue(.random(&random, [1, 2, 3])) : .project(.random(&random))
    case 6: return .every(among: .randomAmong(&random), must: .random(&random))
    default: return .none(.all([.kind(["accelerator", "os"]), .not(.country(["CN"]))]))
    }
  }
}
