internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy

extension Wording {
  /// What became of the indicators of a portfolio: 8 项指标：4 项符合，3 项不符合.
  func headline(_ assessment: PortfolioAssessment) -> String {
    let results = assessment.indicators
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = results.count { $0.verdict == verdict }
      return count == 0 ? nil : self("\(count) 项\(ofRequirement(verdict))", "\(count) \(ofRequirement(verdict))")
    }
    let total = self("\(results.count) 项指标", "\(results.count) \(plural(results.count, "indicator", "indicators"))")
    return total + colon + list(counts)
  }

  /// A title among other words.
  func cited(_ policy: Policy) -> String { self("《\(policy.title.zh)》", "“\(policy.title.en)”") }

  /// How many bills.
  func bills(_ count: Int) -> String { self("\(count) 份", "\(count) \(plural(count, "bill", "bills"))") }

  /// How many bills count.
  func counted(_ tally: PortfolioTally) -> String {
    self("计入 \(bills(tally.members.count))", "\(bills(tally.members.count)) counted")
  }

  /// How many were left out because they were of a later day or outside the policy, and how many had errors.
  func leftOut(_ left: PortfolioTally.LeftOut) -> (fine: [String], faulty: String?) {
    var fine: [String] = []
    if left.later > 0 {
      fine.append(self("\(bills(left.later))晚于这一天，未计入", "\(bills(left.later)) of a later day left out"))
    }
    if left.outside > 0 {
      fine.append(self("\(bills(left.outside))不在政策范围内，未计入", "\(bills(left.outside)) outside the policy left out"))
    }
    let faulty = self("\(bills(left.faulty))有错误，未计入", "\(bills(left.faulty)) with errors left out")
    return (fine, left.faulty > 0 ? faulty : nil)
  }

  /// What was asked of a portfolio.
  func terms(_ terms: PortfolioTerms) -> [String] {
    let evidence =
      terms.evidence == .claims ? self("采信清单声明", "claims count") : self("只认目录证据", "catalogue evidence only")
    return [self("按 \(terms.asOf) 的规定", "as of \(terms.asOf)"), evidence]
      + (terms.grouping.map { [self($0.title)] } ?? [])
  }
}
