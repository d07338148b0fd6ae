internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension PortfolioPage {
  /// One of those that an indicator's sum comes from.
  private struct Part {
    var name: String
    var bills: Int?
    var sum: PortfolioSum?
  }

  /// The breakdown.
  func writeGroups(_ result: IndicatorAssessment, to page: inout Markup) {
    guard let grouping = assessment.terms.grouping, !result.groups.isEmpty else { return }
    let parts = result.groups.map { group in
      let name = say(grouping.title(group.key, report.tool.regions, report.catalog))
      return Part(name: name, bills: group.bills, sum: group.sum)
    }
    write(parts, say("分组：", "Groups: ") + say(grouping.title), result, to: &page)
  }

  /// The projects with the largest parts, the others as one.
  func writeProjects(_ number: Int, to page: inout Markup) {
    let ranked = RankedParts(members, indicator: number)
    guard top > 0, !ranked.isEmpty else { return }
    var parts = ranked.first(top).map { Part(name: $0.member.label, sum: $0.sum) }
    let others = ranked.others(than: top)
    if others > 0 {
      let name = say("其余 \(others) 个项目", "the other \(others) \(say.plural(others, "project", "projects"))")
      parts.append(Part(name: name, sum: ranked.sumOfOthers(than: top)))
    }
    write(parts, say("项目", "Projects"), assessment.indicators[number], to: &page)
  }

  private func write(_ parts: [Part], _ title: String, _ result: IndicatorAssessment, to page: inout Markup) {
    let isShare = if case .share = result.measure.form { true } else { false }
    let hasBills = parts.contains { $0.bills != nil }
    let bars = [say("计入的量", "What counts")]
    let numbers =
      [say("占合计", "Of the total"), say("数值", "Value")] + (isShare ? [say("计入", "For"), say("不计入", "Against")] : [])
    let largest = parts.compactMap { $0.sum.flatMap { $0.counted.high.number ?? $0.counted.low.number } }.max()
    let total = result.bases.first?.sum.counted
    page.line("h3", title)
    page.table(title) { page in
      page.head([say("名称", "Name")] + bars, (hasBills ? [say("清单", "Bills")] : []) + numbers)
      page.block("tbody") { page in
        for part in parts {
          page.line("tr") { page in
            page.inline("th", ["scope": "row"]) { $0.element("bdi", part.name) }
            page.inline("td", ["class": "drawn"]) { page in
              if let sum = part.sum, let largest { strip(sum.counted, largest)?.write(to: &page) }
            }
            var cells = part.bills.map { [say.bills($0)] } ?? []
            cells.append(
              part.sum.flatMap { sum in total.flatMap { sum.counted.part(of: $0) } }.map { say.interval($0, .percent) }
                ?? "–")
            cells += figures(part.sum, result, isShare: isShare)
            for cell in cells { page.element("td", ["class": "number"], cell) }
          }
        }
      }
    }
  }

  /// The value of a part; of a share also what counts and what does not.
  private func figures(_ sum: PortfolioSum?, _ result: IndicatorAssessment, isShare: Bool) -> [String] {
    guard let sum else { return Array(repeating: "–", count: isShare ? 3 : 1) }
    let value = (try? PortfolioAssessor.value(result.measure, sum)) ?? nil
    let scale = say.scale(of: result.measure, against: result.target)
    let text = value.map { say.sum($0, scale) } ?? say("不存在", "does not exist")
    guard isShare else { return [text] }
    let weight = say.scale(of: result.bases.first?.basis)
    return [text, say.sum(sum.counted, weight), say.sum(sum.against, weight)]
  }

  private func strip(_ counted: Interval, _ largest: Rational) -> Strip? {
    guard counted.low >= .zero else { return nil }
    func cells(_ bound: Bound) -> Int? {
      guard let number = bound.number else { return Strip.cells }
      return number == .zero ? 0 : BarLengths.cell(number, largest, up: true, cells: Strip.cells)
    }
    guard let sure = cells(counted.low), let possible = cells(counted.high) else { return nil }
    return Strip(sure: sure, possible: possible)
  }
}
