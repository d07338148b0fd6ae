import Seeds
import Evaluation
import Inventory
import Quantities
import Testing

@Suite struct ShareCompletionTests {
  private static let bases = ModelWeights.Basis.allCases

  /// A bill, and a share over it by every basis.
  private struct Case {
    var bill: ModelBill
    var of: ModelCondition
    var among: ModelCondition

    init(_ random: inout SeededGenerator, lines: Int) {
      bill = .random(&random, atMost: lines)
      of = .random(&random)
      among = .randomAmong(&random)
    }

    var policy: String {
      let measures = bases.map { basis in
        """
          share-\(basis.rawValue): {share: {of: \(of.yaml), among: \(among.yaml), by: \(basis.rawValue)}}
          total-\(basis.rawValue): {total: {of: \(basis.rawValue), among: \(among.yaml)}}
        """
      }
      let requirements = bases.map { basis in
        """
          share-\(basis.rawValue): {clause: c, force: mandatory, measure: share-\(basis.rawValue), at_least: 50%}
          total-\(basis.rawValue): {clause: c, force: mandatory, measure: total-\(basis.rawValue), at_least: 1}
        """
      }
      return "measures:\n\(measures.joined(separator: "\n"))\nrequirements:\n\(requirements.joined(separator: "\n"))"
    }
  }

  @Test(arguments: 0..<16)
  func `the interval of a share or a total is exactly what its completions reach`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    for round in 0..<25 {
      let example = Case(&random, lines: 1 + round % 5)
      var options = AssessmentOptions()
      options.evidence = round % 4 == 3 ? .catalogue : .claims
      let result = try Bench.assess(
        Bench.policy(example.policy), lines: example.bill.yaml, project: example.bill.project(), options)
      let weights = ModelWeights(example.bill, claims: options.evidence == .claims)
      let among = weights.membership(example.among)
      let of = weights.facts.map { example.of.outcomes($0) }
      for basis in Self.bases {
        let limits = among.indices.map { weights.weight(of: $0, by: basis, among: among) }
        let completions = Completions(among: among, of: of, weights: limits)
        let context =
          "\(basis) of \(example.of.yaml) among \(example.among.yaml), \(options.evidence)\n\(example.bill.yaml)"
        let share = try result.requirement("share-\(basis.rawValue)")
        expect(share.measure?.value, is: completions.shares(), context)
        let total = try result.requirement("total-\(basis.rawValue)")
        expect(total.measure?.value, is: completions.totals(), context)
      }
    }
  }

  private func expect(_ interval: Interval?, is points: [Point], _ context: String) {
    let hull = points.hull
    let text =
      "\(interval?.description ?? "nothing"), not \(hull.map { "\($0.low) to \($0.high)" } ?? "nothing"): \(context)"
    guard let interval, let hull else {
      #expect(interval == nil && hull == nil, "\(text)")
      return
    }
    #expect(hull.low.isSame(as: interval.low) && hull.high.isSame(as: interval.high), "\(text)")
  }
}
