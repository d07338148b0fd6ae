import Diagnostics
import Evaluation
import Quantities
import Testing

@Suite struct PortfolioTests {
  private static let kernel = "- {kind: cpu, model: Kernelchip, quantity: "
  private static let elbe = "- {kind: cpu, model: Elbechip, quantity: "
  private static let unknown = "- {kind: cpu, model: Zeta Q77, quantity: "
  private static let share = "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}, scope: portfolio}"

  @Test(arguments: [
    // Three of four; with two open ones between a half and five of six.
    ([kernel + "3}", elbe + "1}"], "0.75", "pass", "0.25"), ([kernel + "1}", elbe + "3}"], "0.25", "fail", "-0.25"),
    ([kernel + "3}", elbe + "1}", unknown + "2}"], "[0.5, 5/6]", "pass", "[0, 1/3]"),
    ([kernel + "3}", elbe + "2}", unknown + "2}"], "[3/7, 5/7]", "undetermined", "[-1/14, 3/14]"),
    ([elbe + "unknown}", kernel + "3}"], "[0, 1]", "undetermined", "[-0.5, 0.5]"),
  ])
  func `a share of many bills is held against its target`(
    bills: [String], interval: String, verdict: String, gap: String
  ) throws {
    let result = try PortfolioBench.indicator("\(Self.share), at_least: 50%").assess(
      bills.map { PortfolioBench.Entry($0) })
    #expect(try result.indicator.value?.description == interval)
    #expect(try result.indicator.verdict.rawValue == verdict)
    #expect(try result.indicator.gap?.description == gap)
    #expect(result.verdict.rawValue == verdict)
  }

  @Test func `without bills a share does not exist and a total is nothing`() throws {
    let share = try PortfolioBench.indicator("\(Self.share), at_least: 50%").assess([]).indicator
    #expect(share.verdict == .notApplicable)
    #expect(share.reason == .noLine)
    #expect(share.gap == nil)
    let total = try PortfolioBench.indicator(
      "measure: {total: {of: quantity, among: compute}, scope: portfolio}, at_least: 1"
    ).assess([]).indicator
    #expect(total.value == .zero)
    #expect(total.verdict == .fail)
  }

  @Test func `the target is that of the portfolio's day, the lists are those of each bill's`() throws {
    let text = """
      requirements:
        r: {clause: c, force: mandatory, measure: {share: {of: {list: {name: approved}}, among: {kind: accelerator}, by: quantity}, scope: portfolio}, at_least: {2024: 25%, 2025: 60%}}
      """
    // Nova is on the list until the end of 2024.
    let nova = "- {kind: accelerator, model: Nova Prime, quantity: 1}"
    let gemini = "- {kind: accelerator, model: Gemini North, quantity: 1}"
    let entries = [PortfolioBench.Entry(nova, on: "2024-06-01"), PortfolioBench.Entry(gemini, on: "2025-06-01")]
    let now = try PortfolioBench(text).assess(entries).indicator
    #expect(now.target?.description == "0.6")
    #expect(now.value?.description == "1")
    #expect(try PortfolioBench(text, asOf: "2024-12-31").assess(entries).indicator.target?.description == "0.25")
    let before = try PortfolioBench(text, asOf: "2023-12-31").assess(entries).indicator
    #expect(before.verdict == .notApplicable)
    #expect(before.reason == .notYetInForce)
  }

  @Test func `projects count one each, and what is unknown of them is an interval`() throws {
    let entries = [
      "{region: \"640500\", facts: {hub: true}}", "{region: \"640500\", facts: {hub: false}}", "{region: \"640500\"}",
      "{region: \"110000\", facts: {hub: true}}",
    ].map { PortfolioBench.Entry(project: $0) }
    let projects = try PortfolioBench.indicator("measure: {projects: {hub: true}, scope: portfolio}, at_least: 3")
      .assess(entries).indicator
    #expect(projects.value?.description == "[2, 3]")
    #expect(projects.reason == .missingFact)
    #expect(projects.missing == ["hub": 1])
    let share = try PortfolioBench.indicator(
      "measure: {share_of_projects: {of: {hub: true}, among: {region: \"640000\"}}, scope: portfolio}, at_least: 50%"
    ).assess(entries).indicator
    #expect(share.value?.description == "[1/3, 2/3]")
  }

  @Test func `a project that the policy may not speak of is only possibly there, another is left out`() throws {
    let bench = try PortfolioBench(
      "requirements: {r: {clause: c, force: mandatory, \(Self.share), at_least: 50%}}",
      appliesTo: "{region: \"640000\"}")
    let result = try bench.assess([
      .init(Self.kernel + "3}"), .init(Self.elbe + "1}", project: "{parts: listed}"),
      .init(Self.elbe + "9}", project: "{parts: listed, region: \"110000\"}"),
    ])
    #expect(try result.indicator.value?.description == "[0.75, 1]")
    #expect(try result.indicator.missing == ["region": 1])
    #expect(result.tally.leftOut.outside == 1)
    #expect(result.tally.members.count == 2)
  }

  @Test func `amounts in another currency are not added to yuan`() throws {
    let bench = try PortfolioBench.indicator(
      "measure: {total: {of: amount, among: {kind: cpu}}, scope: portfolio}, at_most: 100")
    let line = "- {kind: cpu, quantity: 2, unit_price: 10}"
    #expect(try bench.assess([.init(line), .init(line)]).indicator.value?.description == "40")
    let mixed = try bench.assess([.init(line), .init(line, project: "{parts: listed, currency: USD}")]).indicator
    #expect(mixed.value?.description == "[20, ∞]")
    #expect(mixed.reason == .currency)
  }

  @Test func `bases that lead to opposite verdicts leave an indicator open`() throws {
    let text =
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}, also_by: [amount], scope: portfolio}, at_least: 50%"
    let entries = [
      PortfolioBench.Entry("- {kind: cpu, model: Kernelchip, quantity: 3, unit_price: 1}"),
      PortfolioBench.Entry("- {kind: cpu, model: Elbechip, quantity: 1, unit_price: 9}"),
    ]
    let all = try PortfolioBench.indicator(text).assess(entries).indicator
    #expect(all.verdict == .undetermined)
    #expect(all.reason == .basis)
    #expect(all.bases.map(\.verdict) == [.pass, .fail])
    #expect(try PortfolioBench.indicator(text) { $0.basisFirst = true }.assess(entries).indicator.verdict == .pass)
  }

  @Test func `a draft is only judged where it is asked for`() throws {
    let text = "requirements: {r: {clause: c, force: target, \(Self.share), at_least: 50%}}"
    let entries = [PortfolioBench.Entry(Self.kernel + "3}")]
    let silent = try PortfolioBench(text, status: "draft").assess(entries)
    #expect(try silent.indicator.reason == .status)
    let included = try PortfolioBench(text, status: "draft") { $0.isIncluded = true }.assess(entries)
    #expect(try included.indicator.verdict == .pass)
    #expect(included.verdict == .notApplicable)
    let enforced = try PortfolioBench(text) { $0.enforcesTargets = true }.assess(entries)
    #expect(enforced.verdict == .pass)
  }

  @Test(arguments: [
    (PortfolioGrouping.region, ["110000 1 1", "640000 2 0.5", "unknown 2 [0, 0.5]"]),
    (.year, ["2023 1 1", "2024 1 0", "2025 3 [0.5, 0.75]"]),
    (.buyer, ["enterprise 2 0.5", "enterprise+party-government 1 1", "unknown 2 [0, 0.5]"]),
    (.vendor, ["east 2 0", "north 2 1", "unknown 1 [0, 1]"]),
  ])
  func `a breakdown has a group for what is unknown`(grouping: PortfolioGrouping, groups: [String]) throws {
    let result = try PortfolioBench.indicator("\(Self.share), at_least: 50%", by: grouping).assess([
      .init(Self.kernel + "1}", project: "{parts: listed, region: \"640500\", buyer: enterprise}", on: "2023-03-01"),
      .init(Self.elbe + "1}", project: "{parts: listed, region: \"640100\", buyer: enterprise}", on: "2024-03-01"),
      .init(
        Self.kernel + "2}", project: "{parts: listed, region: \"110000\", buyer: [party-government, enterprise]}"),
      .init(Self.elbe + "1}", project: "{parts: listed, region: CN}"),
      .init(Self.unknown + "1}", project: "{parts: listed}"),
    ])
    #expect(try result.indicator.groupTexts == groups)
  }

  @Test func `a project is counted once`() throws {
    let bench = try PortfolioBench.indicator("\(Self.share), at_least: 50%")
    let entry = PortfolioBench.Entry(Self.kernel + "1}", project: "{id: twin, parts: listed}")
    let contributions = try bench.contributions([entry, entry])
    var tally = bench.assessor.emptyTally
    try tally.add(contributions[0])
    let problems = #expect(throws: Problems.self) { try tally.add(contributions[1]) }
    #expect(
      problems?.sorted.first?.message
        == Localized(
          zh: "项目 `twin` 已经计入（1.yaml），不再计一次", en: "project `twin` is counted already (1.yaml) and not once more"))
    #expect(tally.members.count == 1)
    #expect(try bench.assessor.assess(tally).indicator.bases[0].sum.counted == .one)
    var other = bench.assessor.emptyTally
    try other.add(contributions[1])
    #expect(throws: Problems.self) { try tally.merge(other) }
  }

  @Test func `a sum that grows too large names the bill, and the others still stand`() throws {
    let bench = try PortfolioBench.indicator(
      "measure: {total: {of: quantity, among: {kind: cpu}}, scope: portfolio}, at_least: 1")
    let most = "85070591730234615865843651857942052863"
    let contributions = try bench.contributions([
      .init("- {kind: cpu, quantity: \(most)}", project: "{id: big, parts: listed}"),
      .init("- {kind: cpu, quantity: 2}", project: "{id: last, parts: listed}"),
    ])
    var tally = bench.assessor.emptyTally
    try tally.add(contributions[0])
    let problems = #expect(throws: Problems.self) { try tally.add(contributions[1]) }
    #expect(problems?.sorted.first?.code == "overflow")
    #expect(problems?.sorted.first?.message.en == "at bill `last` the sum grows past what exact arithmetic holds")
    #expect(try bench.assessor.assess(tally).indicator.value?.description == most)
  }
}
