internal import Diagnostics
internal import Inventory
public import Policy
internal import Quantities

/// A policy as it stands in the rule book, for a person who wants to know what it says and how it was understood.
public struct PolicyText: Sendable {
  private let style: TextStyle
  private let say: Wording

  /// Policies of a rule book in a style.
  public init(_ style: TextStyle, book: RuleBook) {
    self.style = style
    say = Wording(style.language, regions: book.regions, vocabulary: book.vocabulary, catalog: book.catalog)
  }

  /// The whole policy: its text, its clauses word for word, its requirements and grants, and what it leaves open.
  public func render(_ policy: Policy) -> String {
    var page = Page(style)
    page.rule("═", Phrase(say(policy.title), .strong), right: Phrase(say.status(policy.status)))
    writeFacts(of: policy, on: &page)
    section(say("条款", "Clauses"), &page)
    for clause in policy.clauses { write(clause, on: &page) }
    if !policy.requirements.isEmpty {
      section(say("要求", "Requirements"), &page)
      for requirement in policy.requirements { write(requirement, of: policy, on: &page) }
    }
    if !policy.grants.isEmpty {
      section(say("补贴", "Grants"), &page)
      for grant in policy.grants { write(grant, of: policy, on: &page) }
    }
    if !policy.openQuestions.isEmpty {
      section(say("未决问题", "Open questions"), &page)
      for question in policy.openQuestions {
        page.put(Phrase("? ", .open) + Phrase(say(question)), indent: 2, hanging: 2)
      }
    }
    return page.text
  }

  private func section(_ title: String, _ page: inout Page) {
    page.space()
    page.rule("─", Phrase(title, .strong))
  }

  private var column: Int { say.language == .zh ? 12 : 14 }

  private func label(_ label: String, _ text: String?, _ page: inout Page, indent: Int = 2) {
    guard let text, !text.isEmpty else { return }
    page.put(label, Phrase(text), indent: indent, column: column)
  }

  private func writeFacts(of policy: Policy, on page: inout Page) {
    label(say("编号", "Id"), policy.id, &page)
    label(say("发布机关", "Issuer"), say(policy.issuer), &page)
    label(say("文号", "Number"), policy.document.number ?? say("不详", "not found"), &page)
    label(say("印发日期", "Issued"), policy.document.issued?.description ?? say("不详", "not found"), &page)
    label(say("有效期", "In effect"), say.term(policy), &page)
    label(say("适用", "Applies to"), policy.appliesTo.map { say.predicate($0) } ?? say("不限", "all projects"), &page)
    label(say("取代", "Supersedes"), say.list(policy.supersedes), &page)
    label(say("网址", "Address"), policy.document.url, &page)
  }

  private func write(_ clause: Clause, on page: inout Page) {
    page.space()
    let context = clause.isContext ? Phrase(say("背景", "context"), .faint) : ""
    page.put(.dotted([Phrase(clause.id, .strong), Phrase(say(clause.reading.title)), context]), indent: 2)
    let paragraphs = clause.quote.split(separator: "\n").map(String.init)
    for (index, paragraph) in paragraphs.enumerated() {
      let opening = index == 0 ? "“" : ""
      let closing = index == paragraphs.count - 1 ? "”" : ""
      page.put(Phrase(opening + paragraph + closing), indent: 4)
    }
    if let source = clause.source { page.put(Phrase(say("出处：", "source: ") + source, .faint), indent: 4, hanging: 2) }
  }

  private func write(_ requirement: Requirement, of policy: Policy, on page: inout Page) {
    page.space()
    page.put(
      Phrase(say(requirement.title), .strong),
      right: .dotted([
        Phrase(say(requirement.force.title)),
        Phrase(requirement.isMember ? say("组成部分", "part of another") : "", .faint),
      ]),
      indent: 2)
    label(say("编号", "Id"), requirement.id, &page, indent: 4)
    label(say("条款", "Clause"), requirement.clause, &page, indent: 4)
    label(say("只适用于", "Only for"), requirement.when.map { say.predicate($0) }, &page, indent: 4)
    for (name, text) in tests(requirement, policy) { label(name, text, &page, indent: 4) }
    if requirement.isOfPortfolio {
      label(say("范围", "Scope"), say("多个项目合起来", "many projects together"), &page, indent: 4)
    }
  }

  private func tests(_ requirement: Requirement, _ policy: Policy) -> [(String, String)] {
    func members(_ indices: [Int]) -> String { say.list(indices.map { policy.requirements[$0].id }) }
    switch requirement.test {
    case .compare(let measure, let comparison, let series):
      return [
        (say("指标", "Measure"), say.title(measure)),
        (say("算法", "Computed as"), say.description(measure) + also(measure)),
        (say("规定值", "Value"), comparison.sign + " " + values(series, measure)),
      ]
    case .every(let among, let must):
      return [(say("范围", "Among"), say.predicate(among)), (say("都须", "Every must"), say.predicate(must))]
    case .none(let predicate): return [(say("不得有", "None may be"), say.predicate(predicate))]
    case .project(let predicate): return [(say("项目须", "Project must"), say.predicate(predicate))]
    case .allOf(let indices): return [(say("须全部符合", "All of"), members(indices))]
    case .anyOf(let indices): return [(say("须任一符合", "Any of"), members(indices))]
    }
  }

  private func also(_ measure: Measure) -> String {
    let others: [Basis] =
      switch measure.form {
      case .share(_, _, let bases), .total(let bases, _): Array(bases.dropFirst())
      default: []
      }
    guard !others.isEmpty else { return "" }
    let names = say.list(others.map { say.by($0) })
    return say("；文件未说明口径，另\(names)计算", "; the text does not say by what, so it is also counted \(names)")
  }

  private func values(_ series: DatedSeries<Rational>, _ measure: Measure) -> String {
    let texts = series.entries.map { entry in
      let number = say.number(entry.value, say.scale(of: measure, against: entry.value).fitted(to: [entry.value]))
      return (entry.from.map { say("\($0) 起 ", "from \($0) ") } ?? "") + number
    }
    return say.clauses(texts)
  }

  private func write(_ grant: Grant, of policy: Policy, on page: inout Page) {
    page.space()
    page.put(Phrase(say(grant.title), .strong), indent: 2, hanging: 2)
    label(say("编号", "Id"), grant.id, &page, indent: 4)
    label(say("条款", "Clause"), grant.clause, &page, indent: 4)
    label(say("条件", "Requires"), say.list(grant.requires.map { policy.requirements[$0].id }), &page, indent: 4)
    label(say("只给予", "Only for"), grant.when.map { say.predicate($0) }, &page, indent: 4)
    label(say("金额", "Amount"), say.amount(of: grant), &page, indent: 4)
    label(say("限额口径", "Per"), grant.per.map { say.per($0) }, &page, indent: 4)
    label(say("择一组", "One of group"), grant.exclusive, &page, indent: 4)
  }
}
