internal import Diagnostics
internal import Evaluation
internal import Policy
internal import Quantities

extension Explainer {
  /// One grant: who is eligible, and how the amount is found.
  func tree(_ result: GrantAssessment) -> Branch {
    let grant = result.grant
    var children: [Branch] = []
    if let clause = policy.clause(grant.clause) { children.append(branch(clause)) }
    if let when = grant.when { children.append(Branch(Phrase(say("只给予：", "only for: ")), branches(when))) }
    children.append(eligibility(result))
    if let steps = result.steps {
      if result.amount.low == result.amount.high {
        children.append(amount(result, steps, .low, say("金额", "amount")))
      } else {
        children.append(amount(result, steps, .low, say("最低", "lowest")))
        children.append(amount(result, steps, .high, say("最高", "highest")))
      }
    } else {
      children.append(
        Step(say("金额", "amount"), money(result.amount.low, result), notes: [say.ofGrant(result.eligible)]).branch)
    }
    return Branch(
      .dotted([
        Phrase(say("补贴：", "Grant: ")) + Phrase(say(grant.title), .strong), Phrase(grant.id),
        Phrase(result.eligible.mark + " " + say.ofGrant(result.eligible), result.eligible.ink),
        Phrase(grant.per.map { say.per($0) } ?? ""), Phrase(grant.currency),
      ]), children)
  }

  private func eligibility(_ result: GrantAssessment) -> Branch {
    let head =
      Phrase(say("条件：", "eligible: "))
      + Phrase(result.eligible.mark + " " + say.ofGrant(result.eligible), result.eligible.ink)
    let children = result.grant.requires.map { index in
      let id = policy.requirements[index].id
      let verdict = self.result.requirements.first { $0.requirement.id == id }?.unsoftened
      return Branch(Phrase((verdict.map { $0.mark + " " + say.ofRequirement($0) + " · " } ?? "") + id))
    }
    let why = say.reason(result, self.result, project).map { Phrase.dot + Phrase($0) } ?? ""
    return Branch(head + why, children)
  }

  private func money(_ bound: Bound, _ result: GrantAssessment) -> String {
    bound.number.map { Numerals.grouped(Numerals.money($0, places: result.grant.amount.places)) } ?? bound.description
  }

  /// One end of the amount, from the last step back to the first.
  private func amount(_ result: GrantAssessment, _ steps: GrantSteps, _ end: End, _ label: String) -> Branch {
    let bound = end.of(result.amount)
    let rounded = end.of(steps.rounded)
    guard bound == rounded else {
      return Step(label, money(bound, result), notes: [say("条件待定，最少为 0", "eligibility is open, so the least is 0")])
        .branch
    }
    let capped = end.of(steps.capped)
    guard let number = capped.number, rounded.number != number else {
      return self.capped(result, steps, end, label, shown: money(bound, result))
    }
    let step = result.grant.amount.rounding
    let to = step.map { Numerals.exact($0.to) } ?? "0.01"
    return Step(
      label, money(bound, result), "round(\(Numerals.exact(capped)); \(to))", notes: [say.name(step?.mode ?? .down)],
      [self.capped(result, steps, end, say("舍入前", "before rounding"))]
    ).branch
  }

  private func capped(_ result: GrantAssessment, _ steps: GrantSteps, _ end: End, _ label: String, shown: String? = nil)
    -> Branch
  {
    let bound = end.of(steps.capped)
    let value = shown ?? Numerals.exact(bound)
    guard let cap = steps.cap else { return raw(result, steps, end, label, shown: value) }
    let raw = end.of(steps.raw)
    guard let already = steps.already else {
      return Step(
        label, value, Operation.least([.finite(cap), max(raw, .zero)]),
        [
          Step(say("上限", "cap"), Bound.finite(cap), notes: since(result.grant.amount.cap)).branch,
          self.raw(result, steps, end, say("封顶前", "before the cap")),
        ]
      ).branch
    }
    // The least that is left of the cap is what the most had already leaves of it.
    let had = end == .low ? already.high : already.low
    let left: Bound = had.number.map { (try? Rational(0) + cap - $0).map { max(.zero, .finite($0)) } ?? .zero } ?? .zero
    var leaf = Step(
      say("剩余上限", "left of the cap"), left, Operation.difference(.finite(cap), had),
      [
        Step(say("上限", "cap"), Bound.finite(cap), notes: since(result.grant.amount.cap)).branch,
        Step(say("已领", "had already"), had, notes: result.grant.amount.already.map { [say.fact($0)] } ?? []).branch,
      ])
    if had > .finite(cap) {
      leaf.operation = nil
      leaf.notes = [say("已领可能超过上限", "more than the cap may have been had")]
    }
    return Step(
      label, value, Operation.least([left, max(raw, .zero)]),
      [leaf.branch, self.raw(result, steps, end, say("封顶前", "before the cap"))]
    ).branch
  }

  private func raw(_ result: GrantAssessment, _ steps: GrantSteps, _ end: End, _ label: String, shown: String? = nil)
    -> Branch
  {
    let bound = end.of(steps.raw)
    let value = shown ?? Numerals.exact(bound)
    switch result.grant.amount.form {
    case .upTo(let series):
      return Step(
        label, value,
        notes: end == .low
          ? [say("文件只有上限，没有计算公式", "the text has a ceiling and no formula")]
          : [say("文件写明的上限", "the ceiling in the text")] + since(series)
      ).branch
    case .exactly(let series):
      return Step(label, value, notes: [say("文件写明的数额", "the figure in the text")] + since(series)).branch
    case .unstated: return Step(label, value, notes: [say("文件没有写数额", "the text names no figure")]).branch
    case .rate(let series, _), .rateUpTo(let series, _):
      guard let base = steps.base, let rate = steps.rate, let interval = base.value else {
        return Step(label, value).branch
      }
      if case .rateUpTo = result.grant.amount.form, end == .low {
        return Step(label, value, notes: [say("文件只写最高比例", "the text names only the highest rate")]).branch
      }
      let of = max(end.of(interval), .zero)
      let rateStep = Step(say("比例", "rate"), Bound.finite(rate), notes: since(series)).branch
      guard let product = try? Bound.finite(rate) * of, product == bound else {
        return Step(
          label, value, notes: [say.reason(result, self.result, project) ?? ""].filter { !$0.isEmpty }, [rateStep]
        ).branch
      }
      return Step(
        label, value, Operation.product([.finite(rate), of]),
        [rateStep, ground(of: base, end)]
      ).branch
    }
  }

  /// What a rate is taken of; never below 0.
  private func ground(of result: MeasureResult, _ end: End) -> Branch {
    let title = say.title(result.measure)
    let inner = branch(of: result, end, title)
    guard let bound = result.value.map({ end.of($0) }), bound < .zero else { return inner }
    return Step(
      title, Bound.zero, Operation.most([.zero, bound]),
      [Step("", Bound.zero, notes: [say("不小于 0", "not below 0")]).branch, inner]
    ).branch
  }

  /// From when a figure holds.
  private func since(_ series: DatedSeries<Rational>?) -> [String] {
    guard let entry = series?.entries.last(where: { $0.from.map { $0 <= assessment.asOf } ?? true }),
      let from = entry.from
    else { return [] }
    return [say("\(from) 起", "from \(from)")]
  }
}
