internal import Diagnostics
internal import Documents
internal import Inventory
internal import Quantities

extension PolicyReader {
  mutating func readGrants(_ node: Node?, _ problems: inout Problems) -> [Grant] {
    let entries = node?.mapping(Localized(zh: "补贴", en: "grants"), &problems) ?? []
    return entries.compactMap { grant($0.key, $0.value, &problems) }
  }

  private mutating func grant(_ key: Node, _ value: Node, _ problems: inout Problems) -> Grant? {
    guard var fields = Fields(value, Localized(zh: "补贴", en: "a grant"), &problems) else { return nil }
    let clause = clause(&fields, &problems)
    let title = fields.take("title")?.localized(&problems) ?? Localized(key.text)
    let requires = (fields.take("requires")?.listed ?? []).compactMap { requirementReference($0, &problems) }
    let currency = fields.take("currency")?.currency(&problems) ?? "CNY"
    moneyUnit = currency == "CNY" ? .yuan : nil
    let amount = fields.require("amount", &problems).flatMap { self.amount($0, id: key.text, &problems) }
    let exclusive = fields.take("exclusive")?.string(&problems)
    let per = fields.take("per")?.string(&problems)
    let when = fields.take("when").flatMap { predicates.projectPredicate($0, &problems) }
    fields.finish(&problems)
    guard let clause, let amount else { return nil }
    return Grant(
      id: key.text, title: title, clause: clause, requires: requires, amount: amount, currency: currency,
      exclusive: exclusive, per: per, when: when, span: key.span)
  }

  private mutating func amount(_ node: Node, id: String, _ problems: inout Problems) -> Grant.Amount? {
    guard var fields = Fields(node, Localized(zh: "金额", en: "an amount"), &problems) else { return nil }
    let form = form(&fields, id, &problems)
    let cap = fields.take("cap").flatMap { money($0, &problems) }
    let already = fields.take("already").flatMap { moneyFact($0, &problems) }
    let rounding = fields.take("round").flatMap { self.rounding($0, &problems) }
    fields.finish(&problems)
    if already != nil, cap == nil {
      problems.error(
        "missing-key", Localized(zh: "写了 `already` 就要写 `cap`", en: "`already` needs a `cap` to be deducted from"),
        at: node.headSpan)
    }
    return form.map { Grant.Amount(form: $0, cap: cap, already: already, rounding: rounding) }
  }

  private mutating func form(_ fields: inout Fields, _ id: String, _ problems: inout Problems) -> Grant.Form? {
    let upTo = fields.take("up_to")
    let exactly = fields.take("exactly")
    let rate = fields.take("rate")
    let rateUpTo = fields.take("rate_up_to")
    let unstated = fields.take("unstated")
    let base = fields.take("of")
    let given = [upTo, exactly, rate, rateUpTo, unstated].compactMap(\.self)
    guard given.count == 1 else {
      problems.error(
        given.isEmpty ? "missing-key" : "two-forms",
        Localized(
          zh: "金额应写且只写一种：up_to、exactly、rate、rate_up_to 或 unstated",
          en: "an amount is one of up_to, exactly, rate, rate_up_to or unstated"), at: fields.node.headSpan)
      return nil
    }
    if let base, rate == nil, rateUpTo == nil {
      problems.error(
        "unused-base", Localized(zh: "只有比例才有基数 `of`", en: "only a rate is taken of something"), at: base.headSpan,
        help: Localized(zh: "删去 `of`，或改用 rate、rate_up_to", en: "leave `of` out, or write rate or rate_up_to"))
      return nil
    }
    if let upTo { return money(upTo, &problems).map { .upTo($0) } }
    if let exactly { return money(exactly, &problems).map { .exactly($0) } }
    if let unstated {
      guard let isUnstated = unstated.boolean(&problems) else { return nil }
      if !isUnstated {
        problems.wrongType(unstated, Localized(zh: "`unstated` 只能是 `true`", en: "`unstated` can only be `true`"))
      }
      return .unstated
    }
    guard let node = rate ?? rateUpTo, let series = series(node, unit: .ratio, &problems) else { return nil }
    guard let base else {
      problems.error(
        "missing-key", Localized(zh: "比例没有写基数", en: "the rate does not say what it is taken of"),
        at: fields.node.headSpan,
        help: Localized(zh: "写上 `of: <指标>`", en: "add `of: <measure>`"))
      return nil
    }
    guard let measure = measure(base, as: "\(id)/of", &problems) else { return nil }
    if measure.unit?.base != Unit.yuan.base {
      problems.wrongUnit(base, measure.unit?.name ?? "?", expected: Unit.yuan.name)
    }
    return rate != nil ? .rate(series, of: measure) : .rateUpTo(series, of: measure)
  }

  /// A fact that says a sum of money.
  private func moneyFact(_ node: Node, _ problems: inout Problems) -> String? {
    guard let name = fact(node, .number, &problems), let term = names.vocabulary.facts[name] else { return nil }
    guard term.unit.base == Unit.yuan.base else {
      problems.wrongUnit(node, term.unit.name, expected: Unit.yuan.name)
      return nil
    }
    return name
  }

  private func money(_ node: Node, _ problems: inout Problems) -> DatedSeries<Rational>? {
    series(node, unit: moneyUnit, &problems)
  }

  private func rounding(_ node: Node, _ problems: inout Problems) -> Grant.Step? {
    guard var fields = Fields(node, Localized(zh: "舍入", en: "a rounding"), &problems) else { return nil }
    let to = fields.require("to", &problems)
    let step = to?.figure(&problems)?.value(in: moneyUnit, at: to ?? node, &problems)
    let mode: Rounding? = fields.require("mode", &problems)?.choice(Localized(zh: "舍入方式", en: "rounding"), &problems)
    fields.finish(&problems)
    guard let step, let mode else { return nil }
    guard step > .zero else {
      problems.wrongType(to ?? node, Localized(zh: "舍入的单位必须大于 0", en: "the step of a rounding must be above 0"))
      return nil
    }
    return Grant.Step(to: step, mode: mode)
  }
}
