public import Diagnostics
public import Documents
public import Inventory

/// Everything that a bill is judged by: policies, catalogue, vocabulary and region table, all checked.
public struct RuleBook: Sendable {
  /// The policies, by identifier.
  public let policies: [Policy]
  /// The conditions over lines of all policies, by their numbers.
  public let conditions: [LineCondition]
  /// What is known about products.
  public let catalog: Catalog
  /// The facts and specs that may be named.
  public let vocabulary: Vocabulary
  /// The places that may be named.
  public let regions: RegionTable

  /// What a file of a rule book holds.
  public enum Part: Sendable {
    case definitions, vocabulary, regions, catalog, policy
  }

  /// The policy of that identifier.
  public func policy(_ id: String) -> Policy? {
    policies.first { $0.id == id }
  }

  /// Reads and checks the files of a rule book, in any order. Nil where one of them has an error: no policy of a broken
  /// book is used. Files that `areChecked` already, such as those built in, may be read in part when they are needed.
  public init?(
    _ files: [(part: Part, document: Document)], areChecked: Bool = false, _ problems: inout Problems
  ) {
    let before = problems.errorCount
    var vocabulary = Vocabulary()
    var regions = RegionTable.empty
    var catalogReader = CatalogReader(isChecked: areChecked)
    var definitions: [String: Node] = [:]
    for (part, document) in files {
      switch part {
      case .vocabulary: vocabulary.add(document, &problems)
      case .regions: regions = regions.adding(RegionTable(document, &problems))
      case .catalog: catalogReader.add(document, &problems)
      case .definitions: Self.read(document, into: &definitions, &problems)
      case .policy: break
      }
    }
    let names = catalogReader.names(vocabulary: vocabulary, regions: regions)
    var predicates = PredicateReader(names: names, definitions: definitions)
    catalog = catalogReader.catalog(&predicates, &problems)
    var policies: [Policy] = []
    var used = predicates.used
    var conditions: [LineCondition] = []
    for (_, document) in files.filter({ $0.part == .policy }) {
      var reader = PolicyReader(names: names, shared: definitions, conditions: conditions)
      if let policy = reader.read(document, &problems) { policies.append(policy) }
      used.formUnion(reader.predicates.used)
      conditions = reader.conditions
    }
    predicates.checkUnused(definitions.keys.filter { !used.contains($0) }.sorted(), &problems)
    self.conditions = conditions
    self.policies = policies.sorted { $0.id < $1.id }
    self.vocabulary = vocabulary
    self.regions = regions
    check(declared: Set(files.compactMap { $0.document.root["policy"]?.text }), &problems)
    if problems.errorCount > before { return nil }
  }

  private static func read(_ document: Document, into definitions: inout [String: Node], _ problems: inout Problems) {
    let what = Localized(zh: "定义", en: "definitions")
    guard var fields = Fields(document.root, what, &problems) else { return }
    for (key, value) in fields.require("definitions", &problems)?.mapping(what, &problems) ?? [] {
      if let first = definitions.updateValue(value, forKey: key.text) { problems.redefined(key, first: first) }
    }
    fields.finish(&problems)
  }

  /// What can only be seen with all policies in sight.
  private func check(declared: Set<String>, _ problems: inout Problems) {
    for (index, policy) in policies.enumerated().dropFirst() where policies[index - 1].id == policy.id {
      problems.error(
        "duplicate-policy", Localized(zh: "两份政策的编号都是 `\(policy.id)`", en: "two policies have the id `\(policy.id)`"),
        at: policy.span, notes: [.init(Localized(zh: "第一份在这里", en: "the first is here"), at: policies[index - 1].span)])
    }
    for newer in policies {
      for id in newer.supersedes {
        guard let older = policy(id) else {
          // One that is broken has problems of its own.
          if declared.contains(id) { continue }
          problems.error(
            "unknown-policy",
            Localized(zh: "`supersedes` 中的政策 `\(id)` 不存在", en: "there is no policy `\(id)` to supersede"),
            at: newer.span)
          continue
        }
        guard older.until.map({ $0 < newer.from }) ?? false else {
          problems.error(
            "overlapping-dates",
            Localized(
              zh: "`\(newer.id)` 取代 `\(id)`，但旧文件在新文件生效前没有结束",
              en: "`\(newer.id)` supersedes `\(id)`, which does not end before it begins"),
            at: newer.span,
            help: Localized(
              zh: "把旧文件的 `effective.until` 写在 \(newer.from) 之前",
              en: "end the older text, `effective.until`, before \(newer.from)"))
          continue
        }
      }
    }
  }
}

extension Problems {
  mutating func redefined(_ key: Node, first: Node) {
    error(
      "redefined", Localized(zh: "定义 `\(key.text)` 已经存在", en: "definition `\(key.text)` exists already"), at: key.span,
      notes: [.init(Localized(zh: "第一处在这里", en: "the first is here"), at: first.headSpan)])
  }
}
