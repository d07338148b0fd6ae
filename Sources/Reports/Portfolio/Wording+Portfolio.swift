internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Scale {
  /// The same, in the largest unit in which a number still has digits before the point: 300,000,000 TFLOPS are 300 EFLOPS.
  func fitted(toLargest bounds: Bound...) -> Scale {
    guard case .unit(let unit, _) = self, let number = bounds.compactMap(\.number).max() else { return self }
    let names: [String]
    switch unit.base {
    case "TFLOPS": names = ["EFLOPS", "PFLOPS"]
    case "TB": names = ["EB", "PB"]
    default: return self
    }
    for name in names {
      if let larger = Unit(named: name), let shown = try? unit.convert(number, to: larger), shown >= .one {
        return .unit(unit, shown: larger)
      }
    }
    return self
  }
}

extension Wording {
  /// What the sums of a basis are shown in.
  func scale(of basis: Basis?) -> Scale {
    switch basis {
    case .amount: .money("CNY")
    case .spec(let name): vocabulary.specs[name].map { scale(of: $0.unit) } ?? .plain
    case .quantity, .lines, nil: .plain
    }
  }

  /// A sum for a reader, in a unit in which it is short.
  func sum(_ sum: Interval, _ scale: Scale, near other: Rational? = nil) -> String {
    interval(sum, scale.fitted(toLargest: sum.low, sum.high), near: other)
  }

  /// How far a portfolio is from the target; nil where it cannot be said.
  func gap(_ result: IndicatorAssessment, _ scale: Scale) -> String? {
    guard let gap = result.gap, result.verdict != .notApplicable, result.reason != .basis else { return nil }
    let wantsMore = result.comparison.wantsMore
    // What is lacking, from the least to the most; what is there beyond need is below 0.
    let lacking = wantsMore ? (gap.high.negated, gap.low.negated) : (gap.low, gap.high)
    switch result.verdict {
    case .pass:
      let spare = distance(lacking.1.negated, lacking.0.negated, scale)
      return wantsMore ? self("超出 \(spare)", "\(spare) above it") : self("低于目标 \(spare)", "\(spare) below it")
    case .fail:
      if lacking.0 == .zero, lacking.1 == .zero {
        return self("恰为目标值，还不算达到", "exactly the target, which is not enough")
      }
      let short = distance(lacking.0, lacking.1, scale)
      return wantsMore ? self("还差 \(short)", "\(short) short of it") : self("超出目标 \(short)", "\(short) above it")
    case .undetermined:
      guard lacking.1.number != nil else { return self("差多少不定", "how far is open") }
      let most = distance(lacking.1, lacking.1, scale)
      return wantsMore
        ? self("至多还差 \(most)", "at most \(most) short of it") : self("至多超出 \(most)", "at most \(most) above it")
    case .notApplicable: return nil
    }
  }

  private func distance(_ low: Bound, _ high: Bound, _ scale: Scale) -> String {
    guard case .percent = scale else { return sum(Interval(low, high), scale) }
    let points = [low, high].map { bound in
      bound.number.map { Numerals.short((try? $0 * Rational(100)) ?? $0) } ?? bound.description
    }
    let digits = low == high ? points[0] : points.joined(separator: "\u{A0}–\u{A0}")
    return digits
      + self("\u{A0}个百分点", low == high && low == .finite(.one) ? "\u{A0}percentage point" : "\u{A0}percentage points")
  }

  /// Why an indicator is not decided, or does not apply.
  func reason(_ result: IndicatorAssessment) -> String? {
    switch result.reason {
    case nil: nil
    case .basis: self("不同口径结论相反", "the ways of counting disagree")
    case .claimOnly:
      self("只有清单自己的声明能够决定，按目录证据无法认定", "only what bills claim would decide it, and claims do not count here")
    case .unknownComponent: self("有些行的情况不明", "too little is known of some lines")
    case .missingFact:
      self("缺少项目数据：", "projects do not state ")
        + list(
          result.missing.sorted { $0.key < $1.key }.map { name, count in
            fact(name) + self("，\(count) 个项目", ", \(count) \(plural(count, "project", "projects"))")
          })
    case .missingPrice: self("有些行没有单价", "some lines have no price")
    case .applicability: self("是否适用不明", "whether it applies is open")
    case .currency: self("有清单的货币不是人民币，未作换算", "prices of some bills are not in CNY, and no rate is assumed")
    case .noLine: self("各清单中没有它所说的产品或项目", "no bill has anything that it speaks of")
    case .notYetInForce: self("在这一天还没有规定数值", "no value was in force yet on that day")
    case .noLongerInForce: self("已失效", "it has ended")
    case .status: self("文件尚未生效", "the text is not law")
    }
  }
}

extension Bound {
  /// The bound with its sign turned.
  fileprivate var negated: Bound {
    switch self {
    case .finite(let value): .finite(-value)
    case .infinity: .negativeInfinity
    case .negativeInfinity: .infinity
    }
  }
}
