internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension ReportWriter {
  /// The verdict, what decides it, and what the bill is.
  mutating func writeHeadline() {
    let verdict = assessment.verdict
    page.rule("═", Phrase(verdict.mark + " " + say.ofBill(verdict), verdict == .notApplicable ? .strong : verdict.ink))
    page.put(Phrase(why), indent: 2)
    page.space()
    let project = assessment.bom.bill.project
    label(say("清单", "Bill"), bill(project))
    label(say("项目", "Project"), place(project))
    label(say("口径", "Terms"), terms(project))
    label(say("可得补贴", "Grants"), Phrase(money(project)))
    page.space()
  }

  private mutating func label(_ label: String, _ phrase: Phrase) {
    page.put(label, phrase, indent: 2, column: column)
  }

  private func bill(_ project: Project) -> Phrase {
    let names = [project.name, project.id.map { project.name == nil ? $0 : say.brackets($0) }].compactMap(\.self)
      .joined()
    let count = assessment.bom.lineCount
    return .dotted([
      Phrase(names, .strong), Phrase(report.source),
      Phrase(say("\(count) 行", "\(count) \(say.plural(count, "line", "lines"))")),
    ])
  }

  private func place(_ project: Project) -> Phrase {
    .dotted([
      project.region.map { Phrase(say.region($0)) } ?? Phrase(say("地区未填", "region missing"), .open),
      project.facility.map { Phrase(say($0.title)) } ?? Phrase(say("设施类型未填", "facility missing"), .open),
      project.buyers.map { Phrase(say.list($0.map { say($0.title) })) }
        ?? Phrase(say("采购人类型未填", "buyer missing"), .open),
    ])
  }

  private func terms(_ project: Project) -> Phrase {
    let prices = project.prices.map { say($0.title) } ?? say("未注明是否含税", "tax not stated")
    let evidence =
      assessment.evidence == .claims
      ? say("采信清单声明", "claims count") : say("只认目录证据", "catalogue evidence only")
    return .dotted([
      Phrase(say("按 \(assessment.asOf) 的规定", "as of \(assessment.asOf)")), Phrase(evidence),
      Phrase(
        say("价格", "prices in ")
          + (project.currency == "CNY" ? say("以元计，", "CNY, ") : say("以 ", "") + project.currency + say(" 计，", ", "))
          + prices),
    ])
  }

  private func money(_ project: Project) -> String {
    let totals = assessment.totals.filter { $0.currency == "CNY" || $0.amount != .zero }
    let grants = assessment.policies.flatMap(\.grants).filter { $0.eligible != .notApplicable }
    guard !grants.isEmpty else { return say("没有适用的补贴", "none applies") }
    guard grants.contains(where: { $0.eligible != .fail }) else {
      return say("0.00\u{A0}元，条件不符合", "CNY\u{A0}0.00, the conditions are not met")
    }
    let isComputed = grants.contains { $0.steps?.base?.readsPrices ?? false }
    let tax = isComputed ? project.prices.map { say("按\(say($0.title))价计算", "from prices with \(say($0.title))") } : nil
    return say.list(
      totals.map { total in
        say.money(total.amount, total.currency) + (total.currency == "CNY" ? tax.map { say("，", ", ") + $0 } ?? "" : "")
      })
  }

  /// One sentence on what decides the verdict.
  private var why: String {
    let deciding = assessment.policies.flatMap { policy in
      policy.deciding.map { (policy: policy, result: $0) }
    }
    switch assessment.verdict {
    case .notApplicable:
      let count = assessment.policies.filter(\.speaks).count
      return count == 0
        ? say("没有一项政策对这份清单提出要求。", "No policy asks anything of this bill.")
        : say(
          "没有强制要求；下面 \(count) 项政策只涉及补贴、目标或提示。",
          "Nothing mandatory applies; \(count == 1 ? "the policy below concerns" : "the \(count) policies below concern") grants, targets or advice."
        )
    case .pass:
      return say(
        "适用的 \(deciding.count) 项强制要求全部符合。",
        deciding.count == 1
          ? "The one mandatory requirement that applies is met."
          : "All \(deciding.count) mandatory requirements that apply are met.")
    case .fail, .undetermined:
      let grave = deciding.filter { $0.result.verdict == assessment.verdict }
      guard let first = grave.first else { return "" }
      return sentence(first.policy, first.result)
        + (grave.count > 1
          ? say(
            "另有 \(grave.count - 1) 项强制要求同样如此。",
            " So \(say.plural(grave.count - 1, "does 1 more mandatory requirement", "do \(grave.count - 1) more mandatory requirements"))."
          ) : "")
    }
  }

  private func sentence(_ policy: PolicyAssessment, _ result: RequirementAssessment) -> String {
    let title = say(
      "《\(policy.policy.title.zh)》要求“\(result.requirement.title.zh)”",
      "“\(result.requirement.title.en)” of “\(policy.policy.title.en)”")
    if result.isUnstatedFact {
      return say("\(title)，项目没有填写这一数据。", "\(title): the project does not state it.")
    }
    if result.reason == .basis {
      return say("\(title)，\(say.byEachBasis(result))。", "\(title): \(say.byEachBasis(result)).")
    }
    if let measure = result.measure, let value = measure.value {
      let scale = say.scale(of: measure.measure, against: result.value)
      return say(
        "\(title)，本清单为 \(say.interval(value, scale, near: result.value))。",
        "\(title): this bill has \(say.interval(value, scale, near: result.value)).")
    }
    if !result.lines.isEmpty {
      return say(
        "\(title)，有 \(result.lines.count) 行\(result.verdict == .fail ? "不符合" : "情况不明")。",
        "\(title): \(result.lines.count) \(say.plural(result.lines.count, "line", "lines")) \(result.verdict == .fail ? "break it" : "may break it")."
      )
    }
    return say("\(title)：\(say.ofRequirement(result.verdict))。", "\(title): \(say.ofRequirement(result.verdict)).")
  }
}

extension MeasureResult {
  /// Whether prices of the bill are in it.
  var readsPrices: Bool {
    switch bases[0].derivation {
    case .share, .total: bases[0].basis == .amount
    case .product(let factors): factors.contains(where: \.readsPrices)
    case .quotient(let of, let to): of.readsPrices || to.readsPrices
    case .count, .fact, .days, .portfolio: false
    }
  }
}

extension PolicyAssessment {
  /// The requirements that make its verdict.
  var deciding: [RequirementAssessment] {
    requirements.filter {
      $0.force == .mandatory && !$0.requirement.isMember && $0.waiver == nil && $0.verdict != .notApplicable
    }
  }
}

extension Wording {
  /// The least and the most money: `0.00 – 10,000,000.00 元（0 – 1,000 万元）`.
  func money(_ amount: Interval, _ currency: String, places: Int = 2) -> String {
    guard let low = amount.low.number else { return self("金额未定", "amount not stated") }
    guard let high = amount.high.number else {
      return low == .zero
        ? self("金额未定", "amount not stated")
        : money(low, currency, places: places) + self(" 以上，上不封顶或金额未定", " or more; the upper end is open")
    }
    guard low < high else { return money(low, currency, places: places) + tenThousands(low, low, currency) }
    let digits = [low, high].map { Numerals.grouped(Numerals.money($0, places: places)) }.joined(
      separator: "\u{A0}–\u{A0}")
    let text = currency == "CNY" ? self("\(digits)\u{A0}元", "CNY\u{A0}\(digits)") : "\(currency)\u{A0}\(digits)"
    return text + tenThousands(low, high, currency)
  }

  /// The amounts in 万元, where that is short and exact.
  private func tenThousands(_ low: Rational, _ high: Rational, _ currency: String) -> String {
    guard language == .zh, currency == "CNY", high >= Rational(10_000),
      let digits = inTenThousands(high), let least = inTenThousands(low)
    else { return "" }
    return "（\(low < high ? least + "\u{A0}–\u{A0}" : "")\(digits)\u{A0}万元）"
  }

  private func inTenThousands(_ value: Rational) -> String? {
    guard let quotient = try? value / Rational(10_000), (try? quotient * Rational(100))?.isWhole ?? false else {
      return nil
    }
    return Numerals.exact(quotient)
  }
}
