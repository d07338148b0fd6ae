import Seeds
import Evaluation
import Inventory
import Quantities
import Testing

@Suite struct SceneTests {
  @Test(arguments: 0..<12)
  func `no bill that fits what is written has a share or a total outside the interval`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(4000 + seed))
    for round in 0..<20 {
      let bill = ModelBill.random(&random, atMost: 1 + round % 6)
      let (of, among) = (ModelCondition.random(&random), ModelCondition.randomAmong(&random))
      let basis = ModelWeights.Basis.allCases[round % 4]
      let name = basis.rawValue
      let policy = """
        measures:
          share: {share: {of: \(of.yaml), among: \(among.yaml), by: \(name)}}
          total: {total: {of: \(name), among: \(among.yaml)}}
        requirements:
          s: {clause: c, force: target, measure: share, above: 50%}
          t: {clause: c, force: target, measure: total, above: 10}
        """
      let result = try Bench.assess(Bench.policy(policy), lines: bill.yaml, project: bill.project())
      let (share, total) = (try result.requirement("s"), try result.requirement("t"))
      let weights = ModelWeights(bill, claims: true)
      for _ in 0..<40 {
        let scene = ModelScene(weights, &random)
        let sums = scene.sums(of: of, among: among, by: basis)
        func context() -> String { "\(sums) by \(basis)\n\(policy)\n\(bill.yaml)\n\(scene)" }
        expect(Rational(sums.bottom), in: total, threshold: Rational(10), context())
        if sums.bottom > 0 {
          let value = try Rational(Int128(sums.top), over: Int128(sums.bottom))
          try expect(value, in: share, threshold: Rational(1, over: 2), context())
        }
      }
    }
  }

  private func expect(
    _ value: Rational, in result: RequirementAssessment, threshold: Rational, _ context: @autoclosure () -> String
  ) {
    let interval = result.measure?.value
    #expect(
      interval?.contains(value) ?? false, "\(value) is not in \(interval?.description ?? "nothing"): \(context())")
    if result.verdict == .pass { #expect(value > threshold, "\(context())") }
    if result.verdict == .fail { #expect(value <= threshold, "\(context())") }
  }
}
