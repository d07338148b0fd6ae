internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Explainer {
  /// One requirement, from its clause to its verdict.
  func tree(_ result: RequirementAssessment) -> Branch {
    let requirement = result.requirement
    var children: [Branch] = []
    if let clause = policy.clause(requirement.clause) { children.append(branch(clause)) }
    if let when = requirement.when {
      children.append(Branch(Phrase(say("只适用于：", "only for: ")), branches(when)))
    }
    children += test(result)
    if result.verdict != result.unsoftened {
      children.append(
        Branch(
          Phrase(
            say(
              "文件是否适用尚不清楚：\(say.ofRequirement(result.unsoftened)) → \(say.ofRequirement(result.verdict))",
              "whether it applies is unknown: \(say.ofRequirement(result.unsoftened)) → \(say.ofRequirement(result.verdict))"
            ))))
    }
    if let reason = say.reason(result, self.result) { children.append(Branch(Phrase(say("原因：", "why: ") + reason))) }
    if let distance = say.distance(result, project.currency) {
      children.append(Branch(Phrase(say("距离：", "distance: ") + distance)))
    }
    if let waiver = result.waiver {
      children.append(
        Branch(
          .dotted([
            Phrase(say("已豁免：", "waived: ") + waiver.reason), Phrase(waiver.approver),
            Phrase(say("至 \(waiver.expires)", "until \(waiver.expires)")),
          ])))
    }
    let head = Phrase(say("要求：", "Requirement: ")) + Phrase(say(requirement.title), .strong)
    return Branch(
      .dotted([
        head, Phrase(requirement.id), Phrase(say(result.force.title)),
        Phrase(result.verdict.mark + " " + say.ofRequirement(result.verdict), result.verdict.ink),
      ]), children)
  }

  /// A clause, whole, with where and how it was read.
  func branch(_ clause: Clause) -> Branch {
    let quote = clause.quote.split(separator: "\n").joined(separator: " ")
    return Branch(
      .dotted([
        Phrase(say("条款", "clause") + " \(clause.id)\(say.colon)“\(quote)”"), Phrase(say(clause.reading.title)),
        Phrase(clause.source ?? ""),
      ]))
  }

  private func test(_ result: RequirementAssessment) -> [Branch] {
    switch result.requirement.test {
    case .compare(let measure, let comparison, let series):
      return compare(result, measure, comparison, series)
    case .every(let among, let must):
      return [
        Branch(Phrase(say("范围：", "among: ") + say.predicate(among))),
        Branch(Phrase(say("每一行都须：", "every one must: ") + say.predicate(must))),
      ] + [lines(result, must.predicate)] + outside(among.predicate, Set(result.parts.map(\.line)))
    case .none(let predicate):
      return [Branch(Phrase(say("不得有：", "none may be: ") + say.predicate(predicate)))] + [lines(result, nil)]
    case .project(let predicate):
      return [Branch(Phrase(say("项目须：", "the project must: ")), branches(predicate))]
    case .allOf(let members): return [composite(members, say("取最差：", "the worst of: "))]
    case .anyOf(let members): return [composite(members, say("取最好：", "the best of: "))]
    }
  }

  private func composite(_ members: [Int], _ head: String) -> Branch {
    Branch(
      Phrase(head),
      members.map { index in
        let id = policy.requirements[index].id
        let verdict = result.requirements.first { $0.requirement.id == id }?.unsoftened
        return Branch(Phrase((verdict.map { $0.mark + " " + say.ofRequirement($0) } ?? "") + " · " + id))
      })
  }

  private func compare(
    _ result: RequirementAssessment, _ measure: Measure, _ comparison: Comparison, _ series: DatedSeries<Rational>
  ) -> [Branch] {
    var branches = [
      Branch(Phrase(say("指标：", "measure: ") + say.title(measure) + say("，即", ", ") + say.description(measure)))
    ]
    guard let value = result.value, let measured = result.measure else {
      return branches + [Branch(Phrase(say("规定值：在这一天还没有", "value: none on that day yet")))]
    }
    branches.append(limit(comparison, value, series, measure))
    for (index, basis) in measured.bases.enumerated() {
      let name = basis.basis.map { say.by($0) } ?? say("数值", "value")
      let verdict = index < result.verdicts.count ? result.verdicts[index] : .undetermined
      branches.append(
        Branch(
          Phrase(name + say("：", ": ")) + Phrase(verdict.mark + " " + say.ofRequirement(verdict), verdict.ink),
          ends(of: measured, basis: index, say("数值", "value")) + comparisons(basis.value, comparison, value)
            + outside(of: measured, basis: index)))
    }
    if measured.bases.count > 1 {
      branches.append(
        Branch(
          Phrase(
            say(
              "以首个口径为准；另一口径结论相反时待定",
              "the first way of counting decides; where another gives the opposite verdict it stays open"),
            .faint)))
    }
    if assessment.evidence == .claims, result.verified != measured.value {
      let verified = result.verified.map(\.description) ?? say("不存在", "does not exist")
      branches.append(Branch(Phrase(say("仅凭目录证据：", "by the catalogue alone: ") + verified)))
    }
    return branches
  }

  /// The value in force, with the others of its series.
  private func limit(
    _ comparison: Comparison, _ value: Rational, _ series: DatedSeries<Rational>, _ measure: Measure
  ) -> Branch {
    let unit = measure.unit.map { say.suffix($0, plural: true) } ?? ""
    var notes: [String] = []
    if series.entries.count > 1 || series.first != nil {
      notes = series.entries.map { entry in
        (entry.from.map { say("\($0) 起 ", "from \($0) ") } ?? "") + Numerals.exact(entry.value)
      }
    }
    return Branch(
      .dotted(
        [Phrase(say("规定值：", "value in force: ") + comparison.sign + " " + Numerals.exact(value) + unit)]
          + notes.map { Phrase($0, .faint) }))
  }

  /// Both ends held against the value.
  private func comparisons(_ interval: Interval?, _ comparison: Comparison, _ value: Rational) -> [Branch] {
    guard let interval else {
      return [Branch(Phrase(say("不存在：没有可计算的行", "does not exist: nothing to compute it from")))]
    }
    let ends = [(say("比较最低", "compare lowest"), interval.low), (say("比较最高", "compare highest"), interval.high)]
    let shown = interval.low == interval.high ? [(say("比较", "compare"), interval.low)] : ends
    return shown.map { label, end in
      Branch(Phrase("\(label) \(Numerals.exact(end)) \(sign(end, comparison, value)) \(Numerals.exact(value))"))
    }
  }

  private func sign(_ end: Bound, _ comparison: Comparison, _ value: Rational) -> String {
    let limit = Bound.finite(value)
    switch comparison {
    case .atLeast, .below: return end >= limit ? "≥" : "<"
    case .above, .atMost: return end > limit ? ">" : "≤"
    }
  }

  /// The lines of a condition on lines, one by one.
  private func lines(_ result: RequirementAssessment, _ must: LinePredicate?) -> Branch {
    var children: [Branch] = []
    for deciding in DecidingLine.all(of: result) {
      let line = assessment.bom.lines[deciding.line]
      let holds = must == nil ? !deciding.part.among : deciding.part.of
      children.append(
        Branch(
          .dotted([
            Phrase(mark(holds) + line.place + " " + say.title(line)),
            Phrase(say.why(deciding, line, assessment.context), .faint),
          ])))
    }
    if children.isEmpty { return Branch(Phrase(say("没有这样的行", "there is no such line"))) }
    return Branch(Phrase(say("逐行检查：", "line by line: ")), children)
  }

  /// The worst of the mandatory requirements.
  var verdict: Branch {
    let counted = result.deciding
    let head =
      Phrase(say("政策结论：", "Verdict of the policy: "))
      + Phrase(result.verdict.mark + " " + say.ofPolicy(result.verdict), result.verdict.ink)
    guard !counted.isEmpty else {
      return Branch(head, [Branch(Phrase(say("没有适用的强制要求", "no mandatory requirement applies")))])
    }
    return Branch(
      head + Phrase(say("，取强制要求中最差者", ", the worst of the mandatory requirements")),
      counted.map { Branch(Phrase($0.verdict.mark + " " + say.ofRequirement($0.verdict) + " · " + $0.requirement.id)) })
  }
}
