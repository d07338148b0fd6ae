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
    let parts = assessment.tally.sortedMembers.compactMap { member in
      member.sums[number].bases.first.flatMap { $0 == .zero ? nil : (member: member, sum: $0) }
    }
    let sorted = parts.enumerated().sorted { left, right in
      left.element.sum.isLarger(than: right.element.sum) ?? (left.offset < right.offset)
    }.map(\.element)
    guard !sorted.isEmpty else { return }
    rows(
      say("项目", "Projects"),
      sorted.prefix(top).map { member, sum in
        let value = (try? PortfolioAssessor.value(result.measure, sum)) ?? nil
        let name = Phrase([member.id ?? member.place, member.name].compactMap(\.self).joined(separator: " "))
        return [name.cut(to: 32).runs.map(\.text).joined()] + figures(value, sum, result, scale)
      })
    let others = sorted.count - top
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
    let text = value.map { self.value($0, scale, nil) } ?? say("不存在", "none")
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

extension PortfolioSum {
  /// Whether a part is larger than another: by what counts, then by what counts against; nil where they are alike.
  fileprivate func isLarger(than other: PortfolioSum) -> Bool? {
    let pairs = [
      (counted.high, other.counted.high), (counted.low, other.counted.low), (against.high, other.against.high),
      (against.low, other.against.low),
    ]
    return pairs.first { $0.0 != $0.1 }.map { $0.0 > $0.1 }
  }
}
