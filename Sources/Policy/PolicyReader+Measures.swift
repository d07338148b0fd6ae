internal import Diagnostics
internal import Documents
internal import Inventory
internal import Quantities

extension PolicyReader {
  mutating func readMeasures(_ node: Node?, _ problems: inout Problems) -> [Measure] {
    let entries = node?.mapping(Localized(zh: "指标", en: "measures"), &problems) ?? []
    for (key, value) in entries { measureNodes[key.text] = value }
    return entries.compactMap { measure($0.key, &problems) }
  }

  /// A measure by name, or written in place.
  mutating func measure(_ node: Node, as id: String = "", _ problems: inout Problems) -> Measure? {
    guard node.kind == .scalar else { return read(node, id: id, &problems) }
    let name = node.text
    if let known = measures[name] { return known }
    // One that could not be read is reported once, not at every use.
    guard !unreadableMeasures.contains(name) else { return nil }
    guard let definition = measureNodes[name] else {
      problems.unknownName(
        node, code: "unknown-measure", what: Localized(zh: "指标", en: "measure"), among: measureNodes.keys.sorted())
      return nil
    }
    guard !openMeasures.contains(name) else {
      problems.error("cycle", Localized(zh: "指标 `\(name)` 最终用到了自己", en: "measure `\(name)` uses itself"), at: node.span)
      return nil
    }
    openMeasures.append(name)
    defer { openMeasures.removeLast() }
    let read = read(definition, id: name, &problems)
    measures[name] = read
    if read == nil { unreadableMeasures.insert(name) }
    return read
  }

  private mutating func read(_ node: Node, id: String, _ problems: inout Problems) -> Measure? {
    guard var fields = Fields(node, Localized(zh: "指标", en: "a measure"), &problems) else { return nil }
    let title = fields.take("title")?.localized(&problems)
    let counts = fields.take("counts")?.localized(&problems)
    let stated = fields.take("unit")
    let scope: Measure.Scope = fields.take("scope")?.choice(Localized(zh: "范围", en: "scope"), &problems) ?? .bill
    let alsoBy = fields.take("also_by")
    let form = form(&fields, id, alsoBy, &problems)
    fields.finish(&problems)
    guard let form else { return nil }
    let unit = unit(of: form)
    if let stated, Unit(named: stated.text)?.base != unit?.base {
      problems.wrongUnit(stated, stated.text, expected: unit?.name)
    }
    if scope == .portfolio, form.isOfProject {
      problems.error(
        "wrong-scope", Localized(zh: "这个指标只属于单个项目", en: "this measure belongs to a single project"), at: node.headSpan,
        help: Localized(zh: "删去 `scope`", en: "leave `scope` out"))
    }
    if scope == .bill, form.isOfPortfolio {
      problems.error(
        "wrong-scope", Localized(zh: "这个指标只能用于项目组合", en: "this measure exists only over a portfolio"),
        at: node.headSpan,
        help: Localized(zh: "写上 `scope: portfolio`", en: "add `scope: portfolio`"))
    }
    return Measure(id: id, title: title ?? Localized(id), counts: counts, unit: unit, form: form, scope: scope)
  }

  private mutating func form(
    _ fields: inout Fields, _ id: String, _ alsoBy: Node?, _ problems: inout Problems
  ) -> Measure.Form? {
    let names = ["share", "total", "count", "fact", "days", "product", "quotient", "projects", "share_of_projects"]
    var found: (name: String, node: Node)?
    for name in names {
      guard let node = fields.take(named: name) else { continue }
      guard found == nil else {
        problems.error("two-forms", Localized(zh: "一个指标只能有一种算法", en: "a measure has one form only"), at: node.headSpan)
        return nil
      }
      found = (name, node)
    }
    guard let (name, node) = found else {
      problems.error(
        "missing-key", Localized(zh: "指标没有写算法", en: "the measure does not say how it is computed"),
        at: fields.node.headSpan,
        help: Localized(
          zh: "写上其中之一：\(names.joined(separator: "、"))", en: "write one of \(names.joined(separator: ", "))"))
      return nil
    }
    switch name {
    case "share": return share(node, alsoBy, &problems)
    case "total": return total(node, alsoBy, &problems)
    case "count": return among(node, &problems).map { .count(among: $0) }
    case "fact": return fact(node, .number, &problems).map { .fact($0) }
    case "days": return days(node, &problems)
    case "product":
      let factors = node.filledList(Localized(zh: "因子", en: "factors"), &problems)
      let read = factors.enumerated().compactMap { measure($1, as: "\(id)/\($0 + 1)", &problems) }
      return read.count == factors.count && !read.isEmpty ? .product(read) : nil
    case "quotient": return quotient(node, id, &problems)
    case "projects": return .projects(predicates.projectPredicate(node, &problems))
    default: return shareOfProjects(node, &problems)
    }
  }

  private mutating func among(_ node: Node, _ problems: inout Problems) -> LineCondition? {
    guard var fields = Fields(node, Localized(zh: "计数", en: "a count"), &problems) else { return nil }
    let among = fields.require("among", &problems).flatMap { condition($0, &problems) }
    fields.finish(&problems)
    return among
  }

  private mutating func share(_ node: Node, _ alsoBy: Node?, _ problems: inout Problems) -> Measure.Form? {
    guard var fields = Fields(node, Localized(zh: "占比", en: "a share"), &problems) else { return nil }
    let of = fields.require("of", &problems).flatMap { condition($0, &problems) }
    let among = fields.require("among", &problems).flatMap { condition($0, &problems) }
    let by = bases(fields.require("by", &problems), alsoBy, &problems)
    fields.finish(&problems)
    guard let of, let among, let by else { return nil }
    return .share(of: of, among: among, by: by)
  }

  private mutating func total(_ node: Node, _ alsoBy: Node?, _ problems: inout Problems) -> Measure.Form? {
    guard var fields = Fields(node, Localized(zh: "总量", en: "a total"), &problems) else { return nil }
    let of = fields.require("of", &problems)
    let among = fields.require("among", &problems).flatMap { condition($0, &problems) }
    fields.finish(&problems)
    guard let among, let bases = bases(of, alsoBy, &problems) else { return nil }
    let units = Set(bases.map { unit(of: $0)?.base })
    if units.count > 1, let alsoBy {
      problems.error(
        "wrong-unit", Localized(zh: "`also_by` 的单位与 `of` 不同", en: "the units of `also_by` and `of` differ"),
        at: alsoBy.headSpan)
    }
    return .total(of: bases, among: among)
  }

  private func bases(_ by: Node?, _ alsoBy: Node?, _ problems: inout Problems) -> [Basis]? {
    guard let by else { return nil }
    var bases: [Basis] = []
    for node in [by] + (alsoBy?.listed ?? []) {
      switch node.text {
      case "quantity": bases.append(.quantity)
      case "amount": bases.append(.amount)
      case "lines": bases.append(.lines)
      default:
        guard names.vocabulary.specs[node.text]?.type == .number else {
          problems.unknownName(
            node, code: "unknown-basis", what: Localized(zh: "口径", en: "basis"),
            among: ["quantity", "amount", "lines"] + names.vocabulary.specs.keys.sorted())
          return nil
        }
        bases.append(.spec(node.text))
      }
    }
    return bases
  }

  private func days(_ node: Node, _ problems: inout Problems) -> Measure.Form? {
    guard var fields = Fields(node, Localized(zh: "天数", en: "days"), &problems) else { return nil }
    let from = fields.require("from", &problems).flatMap { dayValue($0, &problems) }
    let until = fields.require("until", &problems).flatMap { dayValue($0, &problems) }
    var limits: Measure.Limits?
    if let within = fields.take("within") {
      let ends = within.list(Localized(zh: "`within`", en: "`within`"), &problems).compactMap {
        dayValue($0, &problems)
      }
      guard ends.count == 2 else {
        problems.wrongType(within, Localized(zh: "`within` 应有两个日期", en: "`within` must name two days"))
        return nil
      }
      limits = Measure.Limits(from: ends[0], until: ends[1])
    }
    fields.finish(&problems)
    guard let from, let until else { return nil }
    return .days(from: from, until: until, within: limits)
  }

  private func dayValue(_ node: Node, _ problems: inout Problems) -> Measure.DayValue? {
    if node.kind == .scalar, let day = Day(node.text) { return .day(day) }
    return fact(node, .date, &problems).map { .fact($0) }
  }

  private mutating func quotient(_ node: Node, _ id: String, _ problems: inout Problems) -> Measure.Form? {
    guard var fields = Fields(node, Localized(zh: "比值", en: "a quotient"), &problems) else { return nil }
    let of = fields.require("of", &problems).flatMap { measure($0, as: id + "/of", &problems) }
    let to = fields.require("to", &problems).flatMap { measure($0, as: id + "/to", &problems) }
    fields.finish(&problems)
    guard let of, let to else { return nil }
    return .quotient(of: of, to: to)
  }

  private mutating func shareOfProjects(_ node: Node, _ problems: inout Problems) -> Measure.Form? {
    guard var fields = Fields(node, Localized(zh: "项目占比", en: "a share of projects"), &problems) else { return nil }
    let of = fields.require("of", &problems).flatMap { predicates.projectPredicate($0, &problems) }
    let among = fields.take("among").flatMap { predicates.projectPredicate($0, &problems) }
    fields.finish(&problems)
    return of.map { .shareOfProjects(of: $0, among: among) }
  }
}

extension PolicyReader {
  func unit(of basis: Basis) -> Unit? {
    switch basis {
    case .quantity: .count
    case .amount: .yuan
    case .lines: Unit(named: "line")
    case .spec(let name): names.vocabulary.specs[name]?.unit
    }
  }

  /// The unit of a measure; nil where a product or a quotient has none of its own.
  func unit(of form: Measure.Form) -> Unit? {
    switch form {
    case .share, .shareOfProjects: return .ratio
    case .total(let bases, _): return bases.first.flatMap { unit(of: $0) }
    case .count: return Unit(named: "line")
    case .fact(let name): return names.vocabulary.facts[name]?.unit
    case .days: return .day
    case .projects: return Unit(named: "project")
    case .product(let factors):
      let dimensional = factors.filter { $0.unit?.isPlain != true }
      return dimensional.isEmpty ? .ratio : dimensional.count == 1 ? dimensional[0].unit : nil
    case .quotient(let of, let to):
      guard let top = of.unit, let bottom = to.unit else { return nil }
      return top.base == bottom.base ? .ratio : bottom.isPlain ? top : nil
    }
  }
}

extension Unit {
  /// Whether it only counts or compares, so that a factor of it changes no unit.
  var isPlain: Bool { base == "ratio" || base == "count" }
}

extension Measure.Form {
  /// Whether its value lies between 0 and 1.
  var isShare: Bool {
    switch self {
    case .share, .shareOfProjects: true
    default: false
    }
  }

  /// Whether it is a number that a project states, of which many projects have no sum.
  var isOfProject: Bool {
    switch self {
    case .fact, .days: true
    default: false
    }
  }

  var isOfPortfolio: Bool {
    switch self {
    case .projects, .shareOfProjects: true
    default: false
    }
  }
}
