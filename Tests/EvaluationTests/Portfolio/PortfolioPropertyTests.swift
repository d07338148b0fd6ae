import Evaluation
import Inventory
import Quantities
import Seeds
import Testing

@Suite struct PortfolioPropertyTests {
  private static let measures = [
    "share: {of: domestic, among: compute, by: quantity}",
    "share: {of: domestic, among: {kind: [cpu, accelerator, server]}, by: amount}",
    "share: {of: domestic, among: compute, by: fp16_tflops}", "share: {of: {tags: x}, among: {tags: y}, by: lines}",
    "share: {of: {list: {name: approved}}, among: {kind: cpu}, by: quantity}",
    "total: {of: fp16_tflops, among: domestic}", "total: {of: amount, among: {made_in: CN}}",
    "count: {among: {vendor_country: CN}}",
  ]

  @Test(arguments: 0..<12)
  func `what several bills come to is what one bill with all their lines comes to`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(7000 + seed))
    let measure = Self.measures[seed % Self.measures.count]
    let bench = try PortfolioBench.indicator("measure: {\(measure), scope: portfolio}, at_least: 1")
    for _ in 0..<30 {
      let bills = (0..<Int.random(in: 1...4, using: &random)).map { _ in ModelBill.random(&random, atMost: 3).yaml }
      let evidence = random.chance(2) ? Evidence.claims : .catalogue
      var options = AssessmentOptions()
      options.evidence = evidence
      let together = try Bench.judge(
        "measure: {\(measure)}, at_least: 1", lines: bills.joined(separator: "\n"), options)
      let context = "\(measure)\n\(bills.joined(separator: "\n--\n"))"
      let apart = try PortfolioBench.indicator("measure: {\(measure), scope: portfolio}, at_least: 1") {
        $0.evidence = evidence
      }.assess(bills.map { PortfolioBench.Entry($0) }).indicator
      #expect(apart.value == together.measure?.value, "\(context)")
      #expect(apart.verified == together.verified, "\(context)")
      #expect(apart.verdict == together.verdict, "\(context)")
    }
    #expect(try bench.assess([]).indicator.bases.count == 1)
  }

  @Test(arguments: [PortfolioGrouping?.none] + PortfolioGrouping.allCases)
  func `tallies of parts add up to that of the whole in any split and order`(grouping: PortfolioGrouping?) throws {
    var random = SeededGenerator(seed: 7100)
    let bench = try PortfolioBench(
      """
      requirements:
        a: {clause: c, force: target, measure: {\(Self.measures[2]), scope: portfolio}, at_least: 50%}
        b: {clause: c, force: target, measure: {\(Self.measures[5]), scope: portfolio}, at_least: 1 TFLOPS}
        c: {clause: c, force: target, measure: {projects: {facility: edge}, scope: portfolio}, at_least: 1}
        d: {clause: c, force: target, measure: {share_of_projects: {of: {hub: true}, among: {region: "640000"}}, scope: portfolio}, at_least: 50%}
      """, appliesTo: "{region: \"640000\"}", by: grouping)
    for _ in 0..<10 {
      let entries = (0..<12).map { _ in
        PortfolioBench.Entry(
          ModelBill.random(&random, atMost: 3).yaml, project: ModelProject.random(&random).yaml(listsParts: true),
          on: ["2023-05-01", "2024-05-01", "2025-05-01"].randomElement(using: &random) ?? "2025-05-01")
      }
      let contributions = try bench.contributions(entries)
      var whole = bench.assessor.emptyTally
      for contribution in contributions { try whole.add(contribution) }
      for _ in 0..<5 {
        var parts = Array(repeating: bench.assessor.emptyTally, count: Int.random(in: 1...5, using: &random))
        for contribution in contributions.shuffled(using: &random) {
          try parts[Int.random(in: parts.indices, using: &random)].add(contribution)
        }
        parts.shuffle(using: &random)
        while parts.count > 1 {
          let part = parts.remove(at: Int.random(in: parts.indices, using: &random))
          try parts[Int.random(in: parts.indices, using: &random)].merge(part)
        }
        #expect(parts[0].total == whole.total)
        #expect(parts[0].groups == whole.groups)
        #expect(parts[0].sortedMembers == whole.sortedMembers)
        #expect(parts[0].leftOut == whole.leftOut)
      }
    }
  }
}
