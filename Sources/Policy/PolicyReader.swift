internal import Diagnostics
internal import Documents
internal import Inventory
internal import Quantities

/// Reads one policy and checks all that can be seen in it alone.
struct PolicyReader {
  var predicates: PredicateReader
  let names: Names
  private let shared: [String: Node]
  // What has been read so far, for the parts that name it.
  var clauses: [Clause] = []
  var usedClauses: Set<String> = []
  var measureNodes: [String: Node] = [:]
  var measures: [String: Measure] = [:]
  var unreadableMeasures: Set<String> = []
  var openMeasures: [String] = []
  var requirementIndex: [String: Int] = [:]
  // The unit in which the grant that is being read states its money; nil where it is of another currency.
  var moneyUnit: Unit? = .yuan
  /// The conditions over lines of this policy and of those before it, by their numbers.
  private(set) var conditions: [LineCondition]
  // Those of this policy that are a definition, which several places name.
  private var namedConditions: [String: LineCondition] = [:]

  init(names: Names, shared: [String: Node], conditions: [LineCondition]) {
    self.names = names
    self.conditions = conditions
    self.shared = shared
    predicates = PredicateReader(names: names, definitions: shared)
  }

  mutating func read(_ document: Document, _ problems: inout Problems) -> Policy? {
    let before = problems.errorCount
    guard var fields = Fields(document.root, Localized(zh: "政策", en: "a policy"), &problems) else { return nil }
    let idNode = fields.require("policy", &problems)
    let id = idNode?.string(&problems)
    let title = fields.require("title", &problems)?.localized(&problems)
    let issuer = fields.require("issuer", &problems)?.localized(&problems)
    let published = fields.require("document", &problems).flatMap { self.document($0, &problems) }
    let statusNode = fields.require("status", &problems)
    let status: Policy.Status? = statusNode?.choice(Localized(zh: "状态", en: "status"), &problems)
    let definitions = readDefinitions(fields.take("definitions"), &problems)
    let appliesTo = fields.take("applies_to").flatMap { predicates.projectPredicate($0, &problems) }
    let effective = fields.require("effective", &problems).flatMap { self.effective($0, &problems) }
    let supersedes = fields.take("supersedes")?.strings(&problems) ?? []
    readClauses(fields.require("clauses", &problems), &problems)
    let questions =
      fields.take("open_questions")?
      .list(Localized(zh: "未决问题", en: "open questions"), &problems).compactMap { $0.localized(&problems) } ?? []
    let measures = readMeasures(fields.take("measures"), &problems)
    let requirements = readRequirements(fields.take("requirements"), &problems)
    let grants = readGrants(fields.take("grants"), &problems)
    fields.finish(&problems)
    if status == .repealed, let effective, effective.until == nil {
      problems.error(
        "missing-key",
        Localized(zh: "已废止的政策必须写明 `effective.until`", en: "a repealed policy must say `effective.until`"),
        at: (statusNode ?? document.root).headSpan)
    }
    reportUnusedClauses(document, &problems)
    predicates.checkUnused(definitions, &problems)
    guard problems.errorCount == before, let id, let title, let issuer, let published, let status, let effective
    else { return nil }
    return Policy(
      id: id, title: title, issuer: issuer, document: published, status: status, appliesTo: appliesTo,
      from: effective.from, until: effective.until, supersedes: supersedes, clauses: clauses, openQuestions: questions,
      requirements: requirements, grants: grants, measures: measures, span: (idNode ?? document.root).span)
  }

  /// A condition over lines, with its number.
  mutating func condition(_ node: Node, _ problems: inout Problems) -> LineCondition? {
    guard let predicate = predicates.linePredicate(node, &problems) else { return nil }
    if case .named(let name, _) = predicate, let known = namedConditions[name] { return known }
    let condition = LineCondition(predicate, number: conditions.count)
    conditions.append(condition)
    if case .named(let name, _) = predicate { namedConditions[name] = condition }
    return condition
  }

  /// The names of the definitions that the policy adds to the shared ones.
  private mutating func readDefinitions(_ node: Node?, _ problems: inout Problems) -> [String] {
    var own = shared
    let entries = node?.mapping(Localized(zh: "定义", en: "definitions"), &problems) ?? []
    for (key, value) in entries {
      if let first = own.updateValue(value, forKey: key.text) { problems.redefined(key, first: first) }
    }
    predicates = PredicateReader(names: names, definitions: own)
    return entries.map(\.key.text)
  }

  private func document(_ node: Node, _ problems: inout Problems) -> Policy.PublishedDocument? {
    guard var fields = Fields(node, Localized(zh: "文件", en: "the document"), &problems) else { return nil }
    let number = fields.take("number")?.string(&problems)
    let issued = fields.take("issued")?.day(&problems)
    let url = fields.take("url")?.string(&problems)
    fields.finish(&problems)
    return Policy.PublishedDocument(number: number, issued: issued, url: url)
  }

  private func effective(_ node: Node, _ problems: inout Problems) -> (from: Day, until: Day?)? {
    guard var fields = Fields(node, Localized(zh: "有效期", en: "the days of effect"), &problems) else { return nil }
    let from = fields.require("from", &problems)?.day(&problems)
    let untilNode = fields.take("until")
    let until = untilNode?.day(&problems)
    fields.finish(&problems)
    guard let from else { return nil }
    if let until, until < from {
      problems.error(
        "bad-dates", Localized(zh: "有效期的最后一天早于第一天", en: "the last day of effect is before the first"),
        at: (untilNode ?? node).span)
    }
    return (from, until)
  }

  private mutating func readClauses(_ node: Node?, _ problems: inout Problems) {
    for (key, value) in node?.mapping(Localized(zh: "条款", en: "clauses"), &problems) ?? [] {
      guard var fields = Fields(value, Localized(zh: "条款", en: "a clause"), &problems) else { continue }
      let quote = fields.require("quote", &problems)?.string(&problems)
      let source = fields.require("source", &problems)?.string(&problems)
      let reading: Clause.Reading? = fields.require("read", &problems)?.choice(
        Localized(zh: "阅读方式", en: "reading"), &problems)
      let isContext = fields.take("context")?.boolean(&problems) ?? false
      fields.finish(&problems)
      clauses.append(
        Clause(
          id: key.text, quote: quote ?? "", source: source, reading: reading ?? .secondary, isContext: isContext))
    }
  }

  private func reportUnusedClauses(_ document: Document, _ problems: inout Problems) {
    for clause in clauses where !clause.isContext && !usedClauses.contains(clause.id) {
      let key = document.root["clauses"]?.entries.first { $0.key.text == clause.id }?.key
      problems.error(
        "unused-clause", Localized(zh: "条款 `\(clause.id)` 没有被任何要求或补贴引用", en: "nothing rests on clause `\(clause.id)`"),
        at: key?.span,
        help: Localized(zh: "若只是背景，请写 `context: true`", en: "write `context: true` if it is only context"))
    }
  }

  /// The clause that something rests on.
  mutating func clause(_ fields: inout Fields, _ problems: inout Problems) -> String? {
    guard let node = fields.require("clause", &problems), let name = node.string(&problems) else { return nil }
    guard clauses.contains(where: { $0.id == name }) else {
      problems.unknownName(
        node, code: "unknown-clause", what: Localized(zh: "条款", en: "clause"), among: clauses.map(\.id))
      return nil
    }
    usedClauses.insert(name)
    return name
  }

  /// The fact of a type that a node names.
  func fact(_ node: Node, _ type: Vocabulary.ValueType, _ problems: inout Problems) -> String? {
    guard let name = node.string(&problems) else { return nil }
    guard let term = names.vocabulary.facts[name] else {
      problems.unknownName(
        node, code: "unknown-fact", what: Localized(zh: "事实", en: "fact"), among: names.vocabulary.facts.keys.sorted())
      return nil
    }
    guard term.type == type else {
      problems.wrongType(
        node,
        Localized(
          zh: "事实 `\(name)` 的类型是 `\(term.type.rawValue)`，这里需要 `\(type.rawValue)`",
          en: "fact `\(name)` is of type `\(term.type.rawValue)`; `\(type.rawValue)` is needed here"))
      return nil
    }
    return name
  }
}
