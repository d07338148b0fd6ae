internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension PortfolioPage {
  /// All indicators, a line each.
  func writeOverview(to page: inout Markup) {
    let names = [say("结论", "Verdict"), say("指标", "Indicator")]
    let numbers = [say("数值", "Value"), say("目标", "Target"), say("差距", "Gap")]
    page.table(say("各项指标", "The indicators")) { page in
      page.head(names, numbers)
      page.block("tbody") { page in
        for (number, result) in assessment.indicators.enumerated() {
          page.line("tr") { page in
            page.inline("td") { verdict(result.verdict, to: &$0) }
            page.inline("th", ["scope": "row"]) { page in
              page.element("a", ["href": "#\(Self.anchor(number))"], say(result.requirement.title))
            }
            let scale = say.scale(of: result.measure, against: result.target)
            page.element("td", ["class": "number"], value(result.value, result))
            page.element("td", ["class": "number"], target(result) ?? "–")
            page.element("td", ["class": "number"], say.gap(result, scale) ?? "–")
          }
        }
      }
    }
  }

  /// What the bars show.
  func writeLegend(to page: inout Markup) {
    page.line("p", ["class": "small faint"]) { page in
      for sample in Strip.Sample.allCases {
        Strip.write(sample, to: &page)
        switch sample {
        case .sure: page.text(say("确定", "certain"))
        case .possible: page.text(say("可能", "possible"))
        case .target: page.text(say("目标值", "target"))
        }
      }
    }
  }

  func verdict(_ verdict: Verdict, to page: inout Markup) {
    page.element("span", ["class": "verdict \(verdict.tint)"], verdict.mark + "\u{A0}" + say.ofRequirement(verdict))
  }

  func value(_ value: Interval?, _ result: IndicatorAssessment) -> String {
    let scale = say.scale(of: result.measure, against: result.target)
    return value.map { say.sum($0, scale, near: result.target) } ?? say("不存在", "does not exist")
  }

  func target(_ result: IndicatorAssessment) -> String? {
    let scale = say.scale(of: result.measure, against: result.target)
    return result.target.map {
      result.comparison.sign + "\u{A0}" + say.number($0, scale.fitted(toLargest: .finite($0)))
    }
  }

  static func anchor(_ number: Int) -> String { "indicator-\(number + 1)" }
}
