internal import Diagnostics
internal import Inventory
internal import Policy
internal import Quantities

extension Assessor {
  /// What the judging itself found.
  func findings(_ context: BillContext, _ policies: [PolicyAssessment], _ verdict: Verdict) -> [Finding] {
    var findings: [Finding] = []
    let lines = context.bom.lines
    for index in Amounts.countedTwice(lines) {
      findings.append(
        Finding(
          "price-counted-twice", .warning,
          Localized(
            zh: "这一行和包含它的行都有单价；按金额计算时只算外层的价格",
            en: "this line and one that contains it both have a price; by amount only the outer one counts"),
          line: lines[index].place, span: lines[index].line.span))
    }
    findings += lapsed(context)
    if context.project.region == nil {
      let names = policies.filter {
        $0.applicability.truth == .unknown && $0.applicability.subjects.contains("region")
      }.map(\.policy.id)
      if !names.isEmpty { findings.append(Self.regionMissing(names)) }
    }
    if verdict == .notApplicable {
      findings.append(
        Finding(
          "no-policy-decided", .warning,
          Localized(zh: "没有一项强制要求对这份清单作出判断", en: "no mandatory requirement decided anything about this bill")))
    }
    return findings
  }

  private static func regionMissing(_ policies: [String]) -> Finding {
    let names = policies
    return Finding(
      "region-missing", .warning,
      Localized(
        zh: "没有写地区；\(names.count) 项政策是否适用取决于它：\(names.joined(separator: "、"))",
        en: "the region is missing; it decides whether \(names.count) policies apply: \(names.joined(separator: ", "))")
    )
  }

  /// Products whose every entry on a list has run out by the day: absence may mean a renewal that was not read.
  private func lapsed(_ context: BillContext) -> [Finding] {
    var findings: [Finding] = []
    for (index, line) in context.bom.lines.enumerated() where line.presence != .hidden {
      for lapse in context.lapses(of: index) {
        let title = lapse.list.title
        findings.append(
          Finding(
            "list-entry-lapsed", .warning,
            Localized(
              zh: "“\(lapse.component.model)”在“\(title.zh)”中的有效期到 \(lapse.last) 为止；是否续列未知",
              en:
                "“\(lapse.component.model)” was on “\(title.en)” until \(lapse.last); whether it was renewed is unknown"
            ),
            line: line.place, span: line.line.span))
      }
    }
    return findings
  }
}
