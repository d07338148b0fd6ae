internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// Reads the cases of a policy.
struct PolicyTestReader {
  let engine: Engine
  private let what = Localized(zh: "测试", en: "a test")

  init(engine: Engine) {
    self.engine = engine
  }

  func read(_ document: Document, _ problems: inout Problems) -> (String, [PolicyTestFile.Case])? {
    guard var fields = Fields(document.root, what, &problems) else { return nil }
    let id = fields.require("policy", &problems)
    let base = fields.take("project")
    let nodes = fields.require("tests", &problems)?.list(what, &problems) ?? []
    fields.finish(&problems)
    guard let id, let policy = engine.book.policy(id.text) else {
      if let id {
        problems.unknownName(
          id, code: "unknown-policy", what: Localized(zh: "政策", en: "policy"), among: engine.book.policies.map(\.id))
      }
      return nil
    }
    return (policy.id, nodes.compactMap { testCase($0, base, policy, document, &problems) })
  }

  private func testCase(
    _ node: Node, _ base: Node?, _ policy: Policy, _ document: Document, _ problems: inout Problems
  ) -> PolicyTestFile.Case? {
    guard var fields = Fields(node, what, &problems) else { return nil }
    let name = fields.require("name", &problems)?.localized(&problems)
    let on = fields.take("on")?.day(&problems)
    let evidence: Evidence = fields.take("evidence")?.choice(Localized(zh: "证据", en: "evidence"), &problems) ?? .claims
    var reader = BomReader(
      vocabulary: engine.book.vocabulary, regions: engine.book.regions, catalog: engine.book.catalog)
    var project = base.map { reader.project($0, &problems) } ?? Project()
    if let own = fields.take("project") { project.lay(reader.project(own, &problems), keys: own) }
    let lines = (fields.take("lines")?.list(Localized(zh: "清单行", en: "lines"), &problems) ?? [])
      .compactMap { reader.line($0, depth: 1, &problems) }
    let expected = fields.require("expect", &problems)
    let expectations = expected.map { self.expectations($0, policy, &problems) } ?? []
    fields.finish(&problems)
    guard let name, let day = on ?? project.date else {
      if name != nil {
        problems.error("no-date", Localized(zh: "测试没有写日期 `on`", en: "the test has no day, `on`"), at: node.headSpan)
      }
      return nil
    }
    let bill = BillOfMaterials(project: project, lines: lines, file: document.file)
    return PolicyTestFile.Case(
      name: name, day: day, evidence: evidence, bill: bill, expectations: expectations, span: node.headSpan)
  }

  private func expectations(
    _ node: Node, _ policy: Policy, _ problems: inout Problems
  ) -> [PolicyTestFile.Expectation] {
    var found: [PolicyTestFile.Expectation] = []
    guard var fields = Fields(node, Localized(zh: "期望", en: "the expectations"), &problems) else { return [] }
    if let value = fields.take("applies") { found.append(.init(subject: .applies, text: value.text, span: value.span)) }
    if let value = fields.take("verdict") { found.append(.init(subject: .verdict, text: value.text, span: value.span)) }
    let requirements = Localized(zh: "要求", en: "requirement")
    for (key, value) in fields.take("requirements")?.mapping(requirements, &problems) ?? [] {
      guard policy.requirements.contains(where: { $0.id == key.text }) else {
        problems.unknownName(
          key, code: "unknown-requirement", what: requirements, among: policy.requirements.map(\.id))
        continue
      }
      found += parts(value, .verdict, [.verdict, .reason, .low, .high], &problems).map {
        .init(subject: .requirement(key.text, $0.part), text: $0.node.text, span: $0.node.span)
      }
    }
    let grants = Localized(zh: "补贴", en: "grant")
    for (key, value) in fields.take("grants")?.mapping(grants, &problems) ?? [] {
      guard policy.grants.contains(where: { $0.id == key.text }) else {
        problems.unknownName(key, code: "unknown-grant", what: grants, among: policy.grants.map(\.id))
        continue
      }
      found += parts(value, .eligible, [.eligible, .reason, .low, .high], &problems).map {
        .init(subject: .grant(key.text, $0.part), text: $0.node.isNull ? "null" : $0.node.text, span: $0.node.span)
      }
    }
    fields.finish(&problems)
    return found
  }

  private typealias Part = PolicyTestFile.Expectation.Part

  /// The parts of an expected result: one word, or a mapping.
  private func parts(
    _ node: Node, _ single: Part, _ allowed: [Part], _ problems: inout Problems
  ) -> [(part: Part, node: Node)] {
    if node.kind == .scalar { return [(single, node)] }
    var parts: [(Part, Node)] = []
    for (key, value) in node.mapping(Localized(zh: "期望", en: "the expectations"), &problems) {
      if let part = Part(rawValue: key.text), allowed.contains(part) {
        parts.append((part, value))
      } else {
        problems.unknownName(
          key, code: "unknown-key", what: Localized(zh: "键", en: "key"), among: allowed.map(\.rawValue))
      }
    }
    return parts
  }
}

extension Project {
  /// Lays the keys that a case states over the project that all cases share; facts are laid one by one.
  fileprivate mutating func lay(_ own: Project, keys: Node) {
    func states(_ key: String) -> Bool { keys[key] != nil }
    if states("id") { id = own.id }
    if states("name") { name = own.name }
    if states("enterprise") { enterprise = own.enterprise }
    if states("region") { region = own.region }
    if states("facility") { facility = own.facility }
    if states("buyer") { buyers = own.buyers }
    if states("date") { date = own.date }
    if states("currency") { currency = own.currency }
    if states("prices") { prices = own.prices }
    if states("parts") { listsParts = own.listsParts }
    if states("facts") {
      for entry in keys["facts"]?.entries.map({ ($0.key, $0.value) }) ?? [] where entry.1.isNull {
        facts[entry.0.text] = nil
      }
      facts.merge(own.facts) { $1 }
    }
  }
}
