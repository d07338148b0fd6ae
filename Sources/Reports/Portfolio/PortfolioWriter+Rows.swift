internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension PortfolioWriter {
  /// The breakdown.
  mutating func writeGroups(_ result: IndicatorAssessment, _ scale: Scale) {
    guard let grouping = assessment.terms.grouping, !result.groups.isEmpty else { return }
    rows(
      say("分组", "Groups"),
      result.groups.map { group in
        let bills = say("\(group.bills) 份", "\(group.bills) \(say.plural(group.bills, "bill", "bills"))")
        return [say(grouping.title(group.key, report.tool.regions, report.catalog)), bills]
          + figures(group.value, group.sum, result, scale)
      })
  }

  /// The projects with the largest parts.
  mutating func writeProjects(_ result: IndicatorAssessment, _ scale: Scale) {
    guard top > 0, let number = assessment.indicators.firstIndex(where: { $0.requirement === result.requirement })
    else { return }
    let ranked = RankedParts(assessment.tally.sortedMembers, indicator: number)
    guard !ranked.isEmpty else { return }
    rows(
      say("项目", "Projects"),
      ranked.first(top).map { member, sum in
        let value = (try? PortfolioAssessor.value(result.measure, sum)) ?? nil
        return [Phrase(member.label).cut(to: 32).runs.map(\.text).joined()] + figures(value, sum, result, scale)
      })
    let others = ranked.others(than: top)
    if others > 0 {
      label(
        "",
        Phrase(say("另有 \(others) 个项目（--top N、--format json）", "and \(others) more (--top N, --format json)"), .faint))
    }
  }

  /// The value of a part; of a share also what counts and what does not.
  private func figures(
    _ value: Interval?, _ sum: PortfolioSum, _ result: IndicatorAssessment, _ scale: Scale
  ) -> [String] {
    let text = value.map { say.sum($0, scale) } ?? say("不存在", "none")
    switch result.measure.form {
    case .share:
      let weight = say.scale(of: result.bases.first?.basis)
      return [
        text, say("计入\u{A0}", "for\u{A0}") + say.sum(sum.counted, weight),
        say("不计入\u{A0}", "against\u{A0}") + say.sum(sum.against, weight),
      ]
    default: return [text]
    }
  }

  /// Rows whose cells stand below each other, the first ones beside the label.
  private mutating func rows(_ label: String, _ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { cell in rows.map { cell < $0.count ? $0[cell].displayWidth : 0 }.max() ?? 0 }
    let room = page.style.width - Self.margin - column
    // Where the page is too narrow the last two cells, what counts and what does not, stand below the others.
    let isBroken = count > 2 && widths.reduce(0, +) + (count - 1) * 2 > room
    for (number, row) in rows.enumerated() {
      var text = ""
      for (cell, word) in row.enumerated() {
        if isBroken, cell == count - 2 {
          self.label(number == 0 ? label : "", Phrase(text))
          text = "  "
        }
        let isLast = cell == row.count - 1 || isBroken && cell == count - 3
        text += word + (isLast ? "" : String(repeating: " ", count: widths[cell] - word.displayWidth + 2))
      }
      self.label(number == 0 && !isBroken ? label : "", Phrase(text))
    }
  }
}
