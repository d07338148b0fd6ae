/// A condition over a line, as a tree that can be written down and asked, with every attribute named once at most.
indirect enum ModelCondition {
  case kind([String])
  case country([String])
  case madeIn([String])
  case origin(String)
  case green
  case approved
  case closed
  case component(String)
  case number(Attribute, Comparison, Int)
  case all([ModelCondition])
  case any([ModelCondition])
  case not(ModelCondition)

  enum Attribute: String { case tflops = "fp16_tflops", quantity, price = "unit_price" }

  enum Comparison: String, CaseIterable {
    case atLeast = "at_least"
    case atMost = "at_most"
    case above, below

    func holds(_ value: Int, _ limit: Int) -> Bool {
      switch self {
      case .atLeast: value >= limit
      case .atMost: value <= limit
      case .above: value > limit
      case .below: value < limit
      }
    }
  }

  /// The condition as YAML, on one line.
  var yaml: String {
    func list(_ words: [String]) -> String { words.count == 1 ? words[0] : "[\(words.joined(separator: ", "))]" }
    return switch self {
    case .kind(let kinds): "{kind: \(list(kinds))}"
    case .country(let codes): codes == ["CN"] ? "domestic" : "{vendor_country: \(list(codes))}"
    case .madeIn(let codes): "{made_in: \(list(codes))}"
    case .origin(let word): "{origin: \(word)}"
    case .green: "{tags: green}"
    case .approved: "{list: {name: approved}}"
    case .closed: "{list: {name: closed}}"
    case .component(let id): "{component: \(id)}"
    case .number(let attribute, let comparison, let limit):
      "{\(attribute.rawValue): {\(comparison.rawValue): \(limit)}}"
    case .all(let parts): "{all: [\(parts.map(\.yaml).joined(separator: ", "))]}"
    case .any(let parts): "{any: [\(parts.map(\.yaml).joined(separator: ", "))]}"
    case .not(let part): "{not: \(part.yaml)}"
    }
  }

  /// What the condition can come to for a line: it is asked for every combination of what its attributes can be.
  func outcomes(_ facts: ModelFacts) -> Set<Bool> {
    var worlds = [ModelWorld()]
    for leaf in leaves { worlds = worlds.flatMap { leaf.worlds(extending: $0, facts) } }
    return Set(worlds.map(holds))
  }

  /// Whether it holds in a world in which every attribute is known.
  func holds(_ world: ModelWorld) -> Bool {
    switch self {
    case .kind(let kinds): kinds.contains(world.kind)
    case .country(let codes): codes.contains(world.country)
    case .madeIn(let codes): codes.contains(world.maker)
    case .origin(let word): word == world.origin
    case .green: world.isGreen
    case .approved: world.isApproved
    case .closed: world.isClosed
    case .component(let id): world.components.contains(id)
    case .number(.tflops, let comparison, let limit): comparison.holds(world.tflops, limit)
    case .number(.quantity, let comparison, let limit): comparison.holds(world.quantity, limit)
    case .number(.price, let comparison, let limit): comparison.holds(world.price, limit)
    case .all(let parts): parts.allSatisfy { $0.holds(world) }
    case .any(let parts): parts.contains { $0.holds(world) }
    case .not(let part): !part.holds(world)
    }
  }

  private var leaves: [ModelCondition] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    default: [self]
    }
  }

  /// A world with every value that the attribute of a leaf can have.
  private func worlds(extending world: ModelWorld, _ facts: ModelFacts) -> [ModelWorld] {
    func spread<Value>(_ key: WritableKeyPath<ModelWorld, Value>, _ values: some Sequence<Value>) -> [ModelWorld] {
      values.map { value in
        var changed = world
        changed[keyPath: key] = value
        return changed
      }
    }
    func points(_ limits: Limits, _ near: Int) -> [Int] {
      [limits.low, near - 1, near, near + 1, limits.high ?? 1_000_000]
        .filter { $0 >= limits.low && $0 <= limits.high ?? .max }
    }
    switch self {
    case .kind: return spread(\.kind, [facts.kind])
    case .country: return spread(\.country, facts.countries)
    case .madeIn: return spread(\.maker, facts.makers)
    case .origin: return spread(\.origin, facts.origins)
    case .green: return spread(\.isGreen, facts.isGreen)
    case .approved: return spread(\.isApproved, facts.isApproved)
    case .closed: return spread(\.isClosed, facts.isClosed)
    case .component(let id): return spread(\.components, facts.isComponent(id).map { $0 ? [id] : [] })
    case .number(.tflops, _, let limit): return spread(\.tflops, points(facts.tflops, limit))
    case .number(.quantity, _, let limit): return spread(\.quantity, points(facts.quantity, limit))
    case .number(.price, _, let limit): return spread(\.price, points(facts.price, limit))
    case .all, .any, .not: return [world]
    }
  }
}

/// A line in one completion: everything about it is known.
struct ModelWorld {
  var kind = ""
  var country = ""
  var maker = ""
  var origin = ""
  var isGreen = false
  var isApproved = false
  var isClosed = false
  var components: Set<String> = []
  var tflops = 0
  var quantity = 0
  var price = 0
}
