internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// Reads the sums that a run wrote with `--partial` (`bomgate.portfolio-partial/1`).
struct PartialReader {
  /// The name and the version of the format.
  static let schema = "bomgate.portfolio-partial/1"
  /// Sums of a million projects are read in one piece.
  private static let limits = DocumentLimits(bytes: 1 << 30, nodes: 1 << 28, expandedNodes: 1 << 28)

  /// The file.
  let file: SourceFile
  /// What it answers.
  let terms: PortfolioTerms
  private var fields: Fields

  /// The parts in a file, one a line: many of them may be put into one file as they are.
  static func parts(at path: String) throws(Problems) -> [SourceFile] {
    let name = path == "-" ? "<stdin>" : path
    let file = try SourceFile.decoding(InputFile.read(path, limit: limits.bytes), name: name)
    try Engine.refuseEmpty(file)
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains { $0 > 0x20 } }
    let areParts = lines.allSatisfy { line in
      line.element.first == UInt8(ascii: "{") && line.element.last { $0 > 0x20 } == UInt8(ascii: "}")
    }
    guard lines.count > 1, areParts else { return [file] }
    return lines.map { SourceFile(name: name, bytes: Array($0.element), excerpt: Excerpt(from: $0.offset + 1)) }
  }

  /// The head of a part.
  ///
  /// - Throws: that it is no such file, or was written with other rules.
  init(_ file: SourceFile, _ engine: Engine) throws(Problems) {
    var problems = Problems()
    self.file = file
    let root = try JSON.document(in: file, limits: Self.limits).root
    guard root.kind == .mapping, root["schema"]?.text == Self.schema,
      var fields = Fields(root, Localized(zh: "部分汇总", en: "a partial portfolio"), &problems)
    else {
      throw Problems(
        Diagnostic(
          .error, "no-partial",
          Localized(zh: "这不是 `portfolio --partial` 写的文件", en: "this is no file that `portfolio --partial` wrote"),
          at: SourceSpan(file: file),
          help: Localized(zh: "应有 `\"schema\": \"\(Self.schema)\"`", en: "its `schema` would be `\(Self.schema)`")))
    }
    _ = fields.take("schema")
    let rules = fields.require("rules", &problems)
    let policy = fields.require("policy", &problems)?.string(&problems)
    let asOf = fields.require("as_of", &problems)?.day(&problems)
    let grouping: PortfolioGrouping? = fields.take("by")?.choice(Localized(zh: "分组", en: "grouping"), &problems)
    let evidence: Evidence? = fields.require("evidence", &problems)?.choice(
      Localized(zh: "证据", en: "evidence"), &problems)
    let basisFirst = fields.require("basis_first", &problems)?.boolean(&problems)
    let enforces = fields.require("enforce_targets", &problems)?.boolean(&problems)
    let isIncluded = fields.require("included", &problems)?.boolean(&problems)
    guard let rules, let policy, let asOf, let evidence, let basisFirst, let enforces, let isIncluded,
      !problems.hasErrors
    else { throw problems }
    guard rules["digest"]?.text == engine.rulesDigest else {
      throw Problems(
        Diagnostic(
          .error, "other-rules",
          Localized(zh: "这份部分汇总用的是别的规则", en: "this partial portfolio was computed by other rules"), at: rules.headSpan,
          help: Localized(
            zh: "请用同一版程序和同样的 `--rules`、`--add-rules`",
            en: "use the same program with the same `--rules` and `--add-rules`")))
    }
    var terms = PortfolioTerms(policy: policy, asOf: asOf, grouping: grouping)
    terms.evidence = evidence
    terms.basisFirst = basisFirst
    terms.enforcesTargets = enforces
    terms.isIncluded = isIncluded
    self.terms = terms
    self.fields = fields
  }

  /// Why the sums cannot be added to those of another file.
  func refusal(beside other: PortfolioTerms, of name: String) -> Diagnostic? {
    if terms == other { return nil }
    let differences: [(String, Bool)] = [
      ("policy", terms.policy != other.policy), ("as_of", terms.asOf != other.asOf),
      ("by", terms.grouping != other.grouping), ("evidence", terms.evidence != other.evidence),
      ("basis_first", terms.basisFirst != other.basisFirst),
      ("enforce_targets", terms.enforcesTargets != other.enforcesTargets),
      ("included", terms.isIncluded != other.isIncluded),
    ]
    let names = differences.filter(\.1).map { "`\($0.0)`" }
    return Diagnostic(
      .error, "other-terms",
      Localized(
        zh: "这份部分汇总与 \(name) 的 \(names.joined(separator: "、")) 不同，不能相加",
        en: "this partial portfolio differs from \(name) in \(names.joined(separator: ", ")) and cannot be added to it"),
      at: SourceSpan(file: file),
      help: Localized(zh: "各部分要用同样的选项汇总", en: "compute all parts with the same options"))
  }

  /// The sums.
  mutating func tally(_ assessor: PortfolioAssessor) throws(Problems) -> PortfolioTally {
    var problems = Problems()
    let zero = assessor.emptyTally.total
    var leftOut = PortfolioTally.LeftOut()
    var leftOutBills: Set<String> = []
    if let node = fields.require("left_out", &problems) {
      leftOut.later = Self.count(node["later"], in: node, &problems)
      leftOut.outside = Self.count(node["outside"], in: node, &problems)
      leftOut.faulty = Self.count(node["faulty"], in: node, &problems)
      let bills = node["bills"]?.list(Localized(zh: "未计入的清单", en: "bills left out"), &problems)
      leftOutBills = Set((bills ?? []).compactMap { $0.string(&problems) })
    }
    var groups: [String?: PortfolioTally.Group] = [:]
    let groupList = Localized(zh: "分组", en: "groups")
    for node in fields.require("groups", &problems)?.list(groupList, &problems) ?? [] {
      let key = node["key"].flatMap { $0.isNull ? nil : $0.text }
      let bills = Self.count(node["bills"], in: node, &problems)
      groups[key] = PortfolioTally.Group(bills: bills, sums: Self.sums(node, zero, &problems))
    }
    var members: [PortfolioMember] = []
    let projectList = Localized(zh: "项目", en: "projects")
    for node in fields.require("projects", &problems)?.list(projectList, &problems) ?? [] {
      guard var member = Self.member(node, zero, &problems) else { continue }
      // Of a long table all projects have one name of a file, which is kept once.
      if let last = members.last, last.source == member.source { member.source = last.source }
      members.append(member)
    }
    fields.finish(&problems)
    if problems.hasErrors { throw problems }
    var tally = try PortfolioTally(
      bases: zero.map(\.bases.count), members: members, groups: groups, leftOut: leftOut, from: SourceSpan(file: file))
    tally.leftOutBills = leftOutBills
    return tally
  }

  private static func member(
    _ node: Node, _ zero: [IndicatorSums], _ problems: inout Problems
  ) -> PortfolioMember? {
    let applies: Truth? =
      switch node["applies"]?.text {
      case "yes": .yes
      case "unknown": .unknown
      default: nil
      }
    guard let source = node["source"], !source.isNull, let date = node["date"]?.day(&problems), let applies else {
      malformed(node, &problems)
      return nil
    }
    func text(_ key: String) -> String? { node[key].flatMap { $0.isNull ? nil : $0.text } }
    return PortfolioMember(
      id: text("id"), name: text("name"), source: source.text, line: text("line").flatMap { Int($0) }, date: date,
      region: text("region"), applies: applies, sums: sums(node, zero, &problems))
  }

  /// The sums for each indicator, in the policy's order.
  private static func sums(_ node: Node, _ zero: [IndicatorSums], _ problems: inout Problems) -> [IndicatorSums] {
    let nodes = node["indicators"].map { $0.kind == .sequence ? Array($0.items) : [] } ?? []
    guard nodes.count == zero.count else {
      malformed(node, &problems)
      return zero
    }
    var sums = zero
    for (index, node) in nodes.enumerated() {
      guard let written = node["sums"] else { continue }
      let bases = written.kind == .sequence ? written.items.compactMap { PortfolioSum(partial: $0.text) } : []
      guard bases.count == zero[index].bases.count else {
        malformed(node, &problems)
        continue
      }
      sums[index].bases = bases
      let elsewhere = node["elsewhere"].map { PortfolioSum(partial: $0.text) } ?? bases.first
      guard let elsewhere else {
        malformed(node, &problems)
        continue
      }
      sums[index].elsewhere = elsewhere
      if let foreign = node["foreign_currencies"] {
        sums[index].foreignCurrencies = count(foreign, in: node, &problems)
      }
      guard let missing = node["missing"], missing.kind == .mapping else { continue }
      for entry in missing.entries { sums[index].missing[entry.key.text] = count(entry.value, in: node, &problems) }
    }
    return sums
  }

  private static func count(_ value: Node?, in node: Node, _ problems: inout Problems) -> Int {
    if let value, let number = Int(value.text), number >= 0 { return number }
    malformed(node, &problems)
    return 0
  }

  private static func malformed(_ node: Node, _ problems: inout Problems) {
    problems.error(
      "damaged-partial", Localized(zh: "这份部分汇总已损坏", en: "this partial portfolio is damaged"), at: node.headSpan,
      help: Localized(zh: "请重新运行 `portfolio --partial`", en: "run `portfolio --partial` again"))
  }
}
