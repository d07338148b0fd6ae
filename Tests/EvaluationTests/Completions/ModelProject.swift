import Seeds

/// A project of the reference: what is known of it, and what it can be.
struct ModelProject {
  var region: String?
  var facility: String?
  var isHub: Bool?
  var grade: String?
  var pue: Int?
  /// Money received already, in yuan.
  var received: Int?

  static func random(_ random: inout SeededGenerator) -> ModelProject {
    ModelProject(
      region: [nil, "\"640500\"", "\"640000\"", "CN", "\"110000\""].randomElement(using: &random) ?? nil,
      facility: [nil, "edge", "data-center"].randomElement(using: &random) ?? nil,
      isHub: [nil, true, false].randomElement(using: &random) ?? nil,
      grade: [nil, "A", "B"].randomElement(using: &random) ?? nil,
      pue: [nil, 1, 2, 3].randomElement(using: &random) ?? nil,
      received: [nil, 0, 3, 50].randomElement(using: &random) ?? nil)
  }

  /// The project as YAML.
  func yaml(listsParts: Bool) -> String {
    var fields: [String] = []
    if let region { fields.append("region: \(region)") }
    if let facility { fields.append("facility: \(facility)") }
    if listsParts { fields.append("parts: listed") }
    var facts: [String] = []
    if let isHub { facts.append("hub: \(isHub)") }
    if let grade { facts.append("grade: \(grade)") }
    if let pue { facts.append("pue: \(pue)") }
    if let received { facts.append("received: \(received)") }
    fields.append("facts: {\(facts.joined(separator: ", "))}")
    return "{\(fields.joined(separator: ", "))}"
  }
}

/// A condition over a project, with every attribute named once at most.
indirect enum ModelProjectCondition {
  case region(String)
  case facility(String)
  case hub(Bool)
  case grade(String)
  case pue(ModelCondition.Comparison, Int)
  case all([ModelProjectCondition])
  case any([ModelProjectCondition])
  case not(ModelProjectCondition)

  var yaml: String {
    switch self {
    case .region(let code): "{region: \"\(code)\"}"
    case .facility(let name): "{facility: \(name)}"
    case .hub(let flag): "{hub: \(flag)}"
    case .grade(let word): "{grade: \(word)}"
    case .pue(let comparison, let limit): "{pue: {\(comparison.rawValue): \(limit)}}"
    case .all(let parts): "{all: [\(parts.map(\.yaml).joined(separator: ", "))]}"
    case .any(let parts): "{any: [\(parts.map(\.yaml).joined(separator: ", "))]}"
    case .not(let part): "{not: \(part.yaml)}"
    }
  }

  /// What it can come to for a project of which something is missing.
  func outcomes(_ project: ModelProject) -> Set<Bool> {
    var worlds: [(region: String, facility: String, isHub: Bool, grade: String, pue: Int)] = []
    // A place above several may be any of them; one that is missing may be anywhere.
    let regions: [String] =
      switch project.region {
      case "\"640500\"": ["640500"]
      case "\"640000\"": ["640500", "640100"]
      case "\"110000\"": ["110000"]
      default: ["640500", "640100", "110000"]
      }
    for region in regions {
      for facility in project.facility.map({ [$0] }) ?? ["edge", "data-center", "supercomputing-center"] {
        for isHub in project.isHub.map({ [$0] }) ?? [true, false] {
          for grade in project.grade.map({ [$0] }) ?? ["A", "B", "C"] {
            for pue in project.pue.map({ [$0] }) ?? Array(-1...5) {
              worlds.append((region, facility, isHub, grade, pue))
            }
          }
        }
      }
    }
    func holds(_ condition: ModelProjectCondition, _ world: (String, String, Bool, String, Int)) -> Bool {
      switch condition {
      case .region(let code): code == "CN" || code == world.0 || code == world.0.prefix(2) + "0000"
      case .facility(let name): name == world.1
      case .hub(let flag): flag == world.2
      case .grade(let word): word == world.3
      case .pue(let comparison, let limit): comparison.holds(world.4, limit)
      case .all(let parts): parts.allSatisfy { holds($0, world) }
      case .any(let parts): parts.contains { holds($0, world) }
      case .not(let part): !holds(part, world)
      }
    }
    return Set(worlds.map { holds(self, $0) })
  }

  /// A random condition. That the country covers every place is told apart from a place that is missing in a table of
  /// its own, since no completion shows it.
  static func random(_ random: inout SeededGenerator, depth: Int = 0) -> ModelProjectCondition {
    var leaves: [ModelProjectCondition] = [
      .region(random.chance(2) ? "640000" : "640500"), .facility(random.chance(2) ? "edge" : "data-center"),
      .hub(random.chance(2)), .grade(random.chance(2) ? "A" : "B"),
      .pue(
        ModelCondition.Comparison.allCases.randomElement(using: &random) ?? .above,
        Int.random(in: 1...3, using: &random)),
    ].shuffled(using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .not(leaves.removeLast())
    case 1: return .all([leaves.removeLast(), .not(leaves.removeLast())])
    case 2: return .any([leaves.removeLast(), leaves.removeLast()])
    default: return leaves.removeLast()
    }
  }
}
