import Diagnostics
import Evaluation
import Policy
import Quantities
import Testing

/// A portfolio written as texts in a test, and what comes of it.
struct PortfolioBench {
  /// A bill: its lines and its project, as in `Bench.bill`.
  struct Entry {
    var lines: String
    var project: String
    var day: String

    init(
      _ lines: String = "- {kind: os, quantity: 1}", project: String = "{parts: listed, region: \"640500\"}",
      on day: String = "2025-03-01"
    ) {
      self.lines = lines
      self.project = project
      self.day = day
    }
  }

  let book: RuleBook
  let assessor: PortfolioAssessor

  /// A policy `p` around its parts.
  init(
    _ parts: String, appliesTo: String? = nil, status: String = "in-force", from: String = "2020-01-01",
    asOf: String = "2025-12-31", by grouping: PortfolioGrouping? = nil,
    _ change: (inout PortfolioTerms) -> Void = { _ in }
  ) throws {
    book = try Bench.book([Bench.policy(parts, status: status, from: from, appliesTo: appliesTo)])
    var terms = PortfolioTerms(policy: "p", asOf: try #require(Day(asOf)), grouping: grouping)
    change(&terms)
    assessor = try #require(PortfolioAssessor(book: book, terms: terms))
  }

  /// One with a single indicator `r`, written as the inside of a mapping.
  static func indicator(
    _ requirement: String, by grouping: PortfolioGrouping? = nil, _ change: (inout PortfolioTerms) -> Void = { _ in }
  ) throws -> PortfolioBench {
    try PortfolioBench("requirements: {r: {clause: c, force: mandatory, \(requirement)}}", by: grouping, change)
  }

  /// What each bill adds; they stand in files `1.yaml`, `2.yaml` and so on.
  func contributions(_ entries: [Entry]) throws -> [PortfolioContribution] {
    try entries.enumerated().map { index, entry in
      try assessor.contribution(
        of: Bench.bill(entry.lines, project: entry.project, in: book), on: #require(Day(entry.day)),
        source: "\(index + 1).yaml", line: nil)
    }
  }

  /// What the bills come to together.
  func assess(_ entries: [Entry]) throws -> PortfolioAssessment {
    var tally = assessor.emptyTally
    for contribution in try contributions(entries) { try tally.add(contribution) }
    return try assessor.assess(tally)
  }
}

extension PortfolioAssessment {
  /// The only indicator.
  var indicator: IndicatorAssessment {
    get throws {
      try #require(indicators.count == 1)
      return indicators[0]
    }
  }
}

extension IndicatorAssessment {
  /// The groups with their values, as they are printed.
  var groupTexts: [String] {
    groups.map { "\($0.key ?? "unknown") \($0.bills) \($0.value?.description ?? "none")" }
  }
}
