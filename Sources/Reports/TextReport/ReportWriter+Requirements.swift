internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension ReportWriter {
  /// One requirement; the members of a composite stand beneath it.
  mutating func write(_ result: RequirementAssessment, of policy: PolicyAssessment, depth: Int) {
    let indent = Self.margin + depth * 2
    if depth == 0 { page.space() }
    let ink = result.waiver == nil ? result.verdict.ink : .faint
    let title = Phrase(result.verdict.mark + " ", ink) + Phrase(say(result.requirement.title), .strong)
    page.put(
      title,
      right: .dotted([
        Phrase(depth == 0 ? say(result.force.title) : "", .faint), Phrase(say.ofRequirement(result.verdict), ink),
      ]),
      indent: indent)
    let inner = indent + 2
    if let waiver = result.waiver {
      put(
        say("豁免", "Waived"),
        .dotted([
          Phrase(say("已豁免，不计入结论", "left out of the verdict"), .strong), Phrase(waiver.reason), Phrase(waiver.approver),
          Phrase(say("至 \(waiver.expires)", "until \(waiver.expires)")),
        ]), inner)
    }
    writeValues(result, inner)
    if !result.isUnstatedFact, !result.isComposite, let reason = say.reason(result, policy) {
      put(say("原因", "Why"), Phrase(reason), inner)
    }
    if let distance = say.distance(result, assessment.bom.bill.project.currency) {
      put(say("距离", "Distance"), Phrase(distance), inner)
    }
    if result.verdict != .notApplicable { writeLines(result, inner) }
    if let clause = policy.policy.clause(result.requirement.clause), isWorthQuoting(result) {
      write(clause, result.verdict == .pass ? 1 : 2, inner)
    }
    for member in members(of: result, policy) { write(member, of: policy, depth: depth + 1) }
  }

  /// A target or an advice that only waits for a fact needs no quotation.
  private func isWorthQuoting(_ result: RequirementAssessment) -> Bool {
    guard result.verdict != .notApplicable, !shownClauses.contains(result.requirement.clause) else { return false }
    return result.force == .mandatory || result.force == .condition || !result.isUnstatedFact
  }

  mutating func put(_ label: String, _ phrase: Phrase, _ indent: Int) {
    page.put(label, phrase, indent: indent, column: column)
  }

  /// A clause, cut to a few lines, with how it was read.
  mutating func write(_ clause: Clause, _ lines: Int, _ indent: Int) {
    let end = Phrase(say.brackets(say(clause.reading.title)), .faint)
    let room = (page.style.width - indent - column) * lines - end.width - 4 - lines
    let quote = Phrase(clause.quote.split(separator: "\n").map(String.init).joined(separator: " "))
    put(say("条款", "Clause"), Phrase("“") + quote.cut(to: max(20, room)) + "”" + end, indent)
    shownClauses.insert(clause.id)
  }

  private func members(of result: RequirementAssessment, _ policy: PolicyAssessment) -> [RequirementAssessment] {
    switch result.requirement.test {
    case .allOf(let members), .anyOf(let members):
      let ids = members.map { policy.policy.requirements[$0].id }
      return ids.compactMap { id in policy.requirements.first { $0.requirement.id == id } }
    default: return []
    }
  }

  /// The numbers, by each basis, or what else is tested.
  private mutating func writeValues(_ result: RequirementAssessment, _ indent: Int) {
    switch result.requirement.test {
    case .compare(_, let comparison, _): writeMeasure(result, comparison, indent)
    case .every, .none: writeCount(result, indent)
    case .project(let predicate):
      let missing = result.isUnstatedFact ? Phrase.dot + Phrase(say("项目未填", "not stated by the project"), .open) : ""
      put(say("条件", "Test"), Phrase(say.predicate(predicate)) + missing, indent)
    case .allOf: put(say("条件", "Test"), Phrase(say("以下各项全部符合", "all of these are met")), indent)
    case .anyOf: put(say("条件", "Test"), Phrase(say("以下任一项符合", "any of these is met")), indent)
    }
  }

  private mutating func writeMeasure(_ result: RequirementAssessment, _ comparison: Comparison, _ indent: Int) {
    guard let measure = result.measure, let value = result.value, result.verdict != .notApplicable else { return }
    let ends = measure.bases.compactMap(\.value).flatMap { [$0.low.number, $0.high.number] }
    let scale = say.scale(of: measure.measure, against: value).fitted(to: ends + [value])
    let limit = comparison.sign + "\u{A0}" + say.number(value, scale)
    guard !result.isUnstatedFact else {
      let names = say.list(result.missing.map { "facts.\($0)" })
      put(
        say("数值", "Value"),
        Phrase(say("项目未填", "not stated by the project"), .open)
          + Phrase(say("（\(names)），须 ", " (\(names)), must be ") + limit), indent)
      return
    }
    let texts = measure.bases.map { basis in
      basis.value.map { say.digits($0, scale, near: value) } ?? say("不存在", "does not exist")
    }
    let isShare = if case .percent = scale { true } else { false }
    let bars = measure.bases.map { basis -> String in
      guard let interval = basis.value, basis.derivation.isDrawn else { return "" }
      return ShareBar(interval, comparison, value, isShare: isShare)?.text ?? ""
    }
    let widest = texts.map(\.displayWidth).max() ?? 0
    let labels = measure.bases.map { basis in basis.basis.map { say.by($0) } ?? say("数值", "Value") }
    let column = max(column, (labels.map(\.displayWidth).max() ?? 0) + 1)
    for (index, label) in labels.enumerated() {
      let pad = String(repeating: "\u{A0}", count: widest - texts[index].displayWidth)
      var line = bars[index].isEmpty ? Phrase(texts[index]) : Phrase(bars[index] + "  " + pad + texts[index])
      line += "  "
      line += index == 0 ? Phrase(limit, .strong) : Phrase(limit)
      if index < result.verdicts.count, measure.bases.count > 1 {
        let verdict = result.verdicts[index]
        line += Phrase("  " + verdict.mark, verdict.ink)
      }
      page.put(label, line, indent: indent, column: column)
    }
    guard assessment.evidence == .claims, result.verified != measure.value else { return }
    let verified = result.verified.map { say.interval($0, scale, near: value) } ?? say("不存在", "does not exist")
    put(say("仅凭目录", "Verified"), Phrase(say("可证实 \(verified)", "\(verified) by the catalogue alone")), indent)
  }

  private mutating func writeCount(_ result: RequirementAssessment, _ indent: Int) {
    guard result.verdict != .notApplicable else { return }
    let isEvery = if case .every = result.requirement.test { true } else { false }
    let sure = result.parts.filter { $0.among == .yes && $0.of == (isEvery ? .no : .yes) }.count
    let open = result.parts.filter {
      isEvery ? $0.of != .yes && !($0.among == .yes && $0.of == .no) : $0.among == .unknown
    }.count
    let text =
      isEvery
      ? say(
        "涉及 \(result.parts.count) 行：\(result.parts.count - sure - open) 行符合，\(sure) 行不符合，\(open) 行不明",
        "\(result.parts.count) \(say.plural(result.parts.count, "line", "lines")): \(result.parts.count - sure - open) fine, \(sure) not, \(open) unknown"
      )
      : say(
        "\(sure) 行属于禁止之列，\(open) 行不明", "\(sure) \(say.plural(sure, "line is", "lines are")) ruled out, \(open) unknown")
    put(say("清单行", "Lines"), Phrase(text), indent)
  }
}

extension RequirementAssessment {
  /// Whether it only asks for facts, and the project does not state them.
  var isUnstatedFact: Bool {
    guard reason == .missingFact else { return false }
    if case .project = requirement.test { return true }
    switch measure?.bases[0].derivation {
    case .fact, .days: return true
    default: return false
    }
  }

  /// Whether its members say why.
  var isComposite: Bool {
    switch requirement.test {
    case .allOf, .anyOf: true
    default: false
    }
  }
}

extension Derivation {
  /// Whether a bar helps: for shares and sums, not for a plain fact.
  fileprivate var isDrawn: Bool {
    switch self {
    case .share, .total, .product, .quotient: true
    case .count, .fact, .days, .portfolio: false
    }
  }
}
