import Seeds
import Evaluation
import Inventory
import Quantities
import Testing

@Suite struct RequirementCompletionTests {
  @Test(arguments: 0..<16)
  func `a verdict is what all completions agree on`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(2000 + seed))
    for round in 0..<25 {
      let bill = ModelBill.random(&random, atMost: 1 + round % 4)
      let project = ModelProject.random(&random)
      let policy = ModelPolicy.random(&random)
      var options = AssessmentOptions()
      options.evidence = round % 5 == 4 ? .catalogue : .claims
      options.enforcesTargets = round % 3 == 0
      options.basisFirst = round % 7 == 0
      let result = try Bench.assess(
        Bench.policy(policy.yaml, appliesTo: policy.appliesTo?.yaml), lines: bill.yaml,
        project: project.yaml(listsParts: bill.listsParts), options)
      let context = "\(policy.yaml)\(policy.appliesTo?.yaml ?? "")\n\(project)\n\(bill.yaml)"
      let outcomes = ModelOutcomes(
        policy: policy, project: project, weights: ModelWeights(bill, claims: options.evidence == .claims),
        basisFirst: options.basisFirst)
      let applies = policy.appliesTo?.outcomes(project) ?? [true]
      let applicability = try result.policy().applicability.truth
      #expect(applicability == (applies == [true] ? .yes : applies == [false] ? .no : .unknown), "\(context)")
      var verdicts: [String] = []
      for (index, requirement) in policy.requirements.enumerated() where applies.contains(true) {
        let all = outcomes.outcomes(of: index).union(applies.contains(false) ? [.absent] : [])
        #expect(try result.requirement("r\(index)").verdict.rawValue == all.verdict, "r\(index): \(context)")
        let isMandatory = requirement.force == "mandatory" || (options.enforcesTargets && requirement.force == "target")
        if isMandatory, !policy.members.contains(index) { verdicts.append(all.verdict) }
      }
      let worst = ["fail", "undetermined", "pass"].first(where: verdicts.contains) ?? "not_applicable"
      #expect(try result.policy().verdict.rawValue == worst, "\(context)")
      #expect(result.verdict.rawValue == worst)
      #expect(result.codes.contains("no-policy-decided") == (worst == "not_applicable"))
    }
  }
}
