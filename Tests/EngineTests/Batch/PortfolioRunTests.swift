import Diagnostics
import Engine
import Evaluation
import Quantities
import Seeds
import Testing

@Suite struct PortfolioRunTests {
  private static func assessor(_ grouping: PortfolioGrouping?) throws -> PortfolioAssessor {
    let day = try #require(Day("2025-12-31"))
    return try BatchBench.engine.get().portfolio(
      PortfolioTerms(policy: "cn-compute-plan-2023-2025", asOf: day, grouping: grouping))
  }

  /// A long table of bills, some of them of a later day, one of them twice and one that cannot be read.
  private static func table(_ bills: Int) -> String {
    var random = SeededGenerator(seed: 7200)
    var text = "bom_id,date,region,kind,vendor,model,quantity\n"
    for bill in 0..<bills {
      let date = bill % 7 == 3 ? "2026-03-01" : "2025-03-01"
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let product = ["cpu,华为,鲲鹏920", "accelerator,华为,昇腾910B3", "accelerator,NVIDIA,A800"].randomElement(
          using: &random)
        let quantity = bill == 11 ? "-3" : "\(Int.random(in: 1...9, using: &random))"
        text += "p\(1000 + bill),\(date),640500,\(product ?? ""),\(quantity)\n"
      }
    }
    return text
  }

  @Test(arguments: [PortfolioGrouping?.none, .region, .vendor])
  func `the sums are the same however the input is cut and by how many threads`(grouping: PortfolioGrouping?) throws {
    let bench = try BatchBench()
    let inputs = [
      try bench.write(Self.table(60), to: "many.csv"),
      try bench.write(
        "bom: 1\nproject: {id: p1000, date: 2025-01-01}\nlines: [{kind: cpu, quantity: 1}]\n", to: "twice.yaml"),
    ]
    let assessor = try Self.assessor(grouping)
    var known: (total: [IndicatorSums], groups: [String?: PortfolioTally.Group], codes: [String])?
    for (jobs, size) in [(1, 1 << 20), (1, 64), (3, 200), (4, 1000)] {
      let options = try bench.options(inputs, jobs: jobs, blockSize: size)
      var codes: [String] = []
      let outcome = try PortfolioRun(BatchBench.engine.get(), options, assessor).run(isCancelled: { false }) {
        codes += $0.sorted.filter { $0.severity == .error }.map(\.code)
      }
      let tally = outcome.tally
      // The later ones are 3, 10, 17 and so on; the eleventh and the twin are no part.
      #expect(tally.leftOut.later == 9)
      #expect(tally.leftOut.faulty == 2)
      #expect(tally.members.count == 50)
      #expect(codes.last == "repeated-project")
      if let known {
        #expect(tally.total == known.total)
        #expect(tally.groups == known.groups)
        #expect(codes == known.codes)
      } else {
        known = (tally.total, tally.groups, codes)
      }
    }
  }
}
