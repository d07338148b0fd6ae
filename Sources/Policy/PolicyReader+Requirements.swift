internal import Diagnostics
internal import Documents
internal import Inventory
internal import Quantities

extension PolicyReader {
  mutating func readRequirements(_ node: Node?, _ problems: inout Problems) -> [Requirement] {
    let entries = node?.mapping(Localized(zh: "要求", en: "requirements"), &problems) ?? []
    for (index, entry) in entries.enumerated() { requirementIndex[entry.key.text] = index }
    var read: [Requirement?] = entries.map { requirement($0.key, $0.value, &problems) }
    guard !read.contains(where: { $0 == nil }) else { return [] }
    let members = Set(read.compactMap(\.self).flatMap(\.test.members))
    for index in members { read[index] = read[index].map { Requirement($0, isMember: true) } }
    let requirements = read.compactMap(\.self)
    reportCycles(requirements, entries.map(\.key), &problems)
    return requirements
  }

  private mutating func requirement(_ key: Node, _ value: Node, _ problems: inout Problems) -> Requirement? {
    guard var fields = Fields(value, Localized(zh: "要求", en: "a requirement"), &problems) else { return nil }
    let clause = clause(&fields, &problems)
    let force: Requirement.Force? = fields.require("force", &problems)?.choice(
      Localized(zh: "效力", en: "force"), &problems)
    let title = fields.take("title")?.localized(&problems) ?? Localized(key.text)
    let when = fields.take("when").flatMap { predicates.projectPredicate($0, &problems) }
    let test = test(&fields, &problems)
    fields.finish(&problems)
    guard let clause, let force, let test else { return nil }
    return Requirement(
      id: key.text, title: title, clause: clause, force: force, test: test, when: when, isMember: false, span: key.span)
  }

  private mutating func test(_ fields: inout Fields, _ problems: inout Problems) -> Requirement.Test? {
    let names = ["measure", "every", "none", "project", "all_of", "any_of"]
    let tests = names.compactMap { name in fields.take(named: name).map { (name, $0) } }
    guard tests.count < 2 else {
      for comparison in Comparison.allCases { _ = fields.take(named: comparison.rawValue) }
      problems.error(
        "two-tests", Localized(zh: "一项要求只能检验一件事", en: "a requirement tests one thing only"), at: tests[1].1.headSpan,
        help: Localized(
          zh: "分成几项要求，再用 all_of 或 any_of 合起来", en: "make several of it, and join them by all_of or any_of"))
      return nil
    }
    guard let (name, node) = tests.first else {
      problems.error(
        "missing-key", Localized(zh: "要求没有写检验什么", en: "the requirement does not say what it tests"),
        at: fields.node.headSpan,
        help: Localized(
          zh: "写上其中之一：\(names.joined(separator: "、"))", en: "write one of \(names.joined(separator: ", "))"))
      return nil
    }
    switch name {
    case "measure": return comparison(node, &fields, &problems)
    case "every":
      guard var parts = Fields(node, Localized(zh: "`every`", en: "`every`"), &problems) else { return nil }
      let among = parts.require("among", &problems).flatMap { condition($0, &problems) }
      let must = parts.require("must", &problems).flatMap { condition($0, &problems) }
      parts.finish(&problems)
      guard let among, let must else { return nil }
      return .every(among: among, must: must)
    case "none": return condition(node, &problems).map { .none($0) }
    case "project": return predicates.projectPredicate(node, &problems).map { .project($0) }
    case "all_of": return members(node, &problems).map { .allOf($0) }
    default: return members(node, &problems).map { .anyOf($0) }
    }
  }

  private mutating func comparison(
    _ node: Node, _ fields: inout Fields, _ problems: inout Problems
  ) -> Requirement.Test? {
    let measure = measure(node, &problems)
    var found: (comparison: Comparison, node: Node)?
    for comparison in Comparison.allCases {
      guard let value = fields.take(named: comparison.rawValue) else { continue }
      guard found == nil else {
        problems.error(
          "two-values", Localized(zh: "一项要求只能有一个比较", en: "a requirement compares once only"), at: value.headSpan)
        return nil
      }
      found = (comparison, value)
    }
    guard let (comparison, value) = found else {
      problems.error(
        "missing-key",
        Localized(zh: "要求没有写与什么值比较", en: "the requirement does not say what the measure is held against"),
        at: fields.node.headSpan,
        help: Localized(zh: "写上 at_least、at_most、above 或 below", en: "write at_least, at_most, above or below"))
      return nil
    }
    guard let measure, let series = series(value, unit: measure.unit, &problems) else { return nil }
    // `90` for a share is nearly always a percentage without its sign, which nothing would ever reach.
    if measure.form.isShare, series.entries.contains(where: { $0.value > .one && $0.value.isWhole }) {
      problems.error(
        "impossible-share", Localized(zh: "占比不会超过 100%", en: "a share is never above 100%"), at: value.headSpan,
        help: Localized(zh: "百分数要写百分号，如 `90%`", en: "write a percentage with its sign, such as `90%`"))
    }
    return .compare(measure, comparison, series)
  }

  private func members(_ node: Node, _ problems: inout Problems) -> [Int]? {
    let items = node.filledList(Localized(zh: "成员", en: "members"), &problems)
    let indices = items.compactMap { requirementReference($0, &problems) }
    return indices.count == items.count && !items.isEmpty ? indices : nil
  }

  /// A requirement of this policy, by name.
  func requirementReference(_ node: Node, _ problems: inout Problems) -> Int? {
    guard let name = node.string(&problems) else { return nil }
    if let index = requirementIndex[name] { return index }
    problems.unknownName(
      node, code: "unknown-requirement", what: Localized(zh: "要求", en: "requirement"),
      among: requirementIndex.keys.sorted())
    return nil
  }

  private func reportCycles(_ requirements: [Requirement], _ keys: [Node], _ problems: inout Problems) {
    func reaches(_ start: Int, _ index: Int, _ seen: Set<Int>) -> Bool {
      requirements[index].test.members.contains { member in
        member == start || (!seen.contains(member) && reaches(start, member, seen.union([member])))
      }
    }
    for index in requirements.indices where reaches(index, index, []) {
      problems.error(
        "cycle",
        Localized(
          zh: "要求 `\(requirements[index].id)` 最终用到了自己", en: "requirement `\(requirements[index].id)` uses itself"),
        at: keys[index].span)
    }
  }

  /// A value, or a value by the days from which it holds.
  func series(_ node: Node, unit: Unit?, _ problems: inout Problems) -> DatedSeries<Rational>? {
    guard node.kind == .mapping else {
      return node.figure(&problems)?.value(in: unit, at: node, &problems).map { DatedSeries(constant: $0) }
    }
    var dated: [(from: Day, value: Rational)] = []
    var firsts: [Int: Node] = [:]
    let before = problems.errorCount
    if node.count == 0 { problems.empty(node, Localized(zh: "分日期的值", en: "the value by dates")) }
    for (key, value) in node.entries {
      guard let day = seriesDay(key, &problems),
        let number = value.figure(&problems)?.value(in: unit, at: value, &problems)
      else { continue }
      if let first = firsts.updateValue(key, forKey: Int(day.number)) {
        problems.error(
          "overlapping-dates", Localized(zh: "同一天 \(day) 有两个值", en: "two values begin on \(day)"), at: key.span,
          notes: [.init(Localized(zh: "第一处在这里", en: "the first is here"), at: first.span)])
      }
      dated.append((day, number))
    }
    return problems.errorCount == before ? DatedSeries(dated) : nil
  }

  private func seriesDay(_ key: Node, _ problems: inout Problems) -> Day? {
    if key.text.utf8.count == 4, let day = Day(key.text + "-01-01") { return day }
    return key.day(&problems)
  }
}

extension Requirement {
  convenience init(_ other: Requirement, isMember: Bool) {
    self.init(
      id: other.id, title: other.title, clause: other.clause, force: other.force, test: other.test, when: other.when,
      isMember: isMember, span: other.span)
  }
}

extension Requirement.Test {
  var members: [Int] {
    switch self {
    case .allOf(let members), .anyOf(let members): members
    default: []
    }
  }
}
