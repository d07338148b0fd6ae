/// What a requirement can come to in one completion.
enum ModelOutcome {
  case pass, fail
  /// There is nothing that it speaks of.
  case absent
}

/// What the requirements of a policy come to over all completions of a bill and its project.
struct ModelOutcomes {
  let policy: ModelPolicy
  let project: ModelProject
  let weights: ModelWeights
  /// Whether the first basis of a share decides alone.
  var basisFirst = false

  /// All outcomes of a requirement, its own condition regarded.
  func outcomes(of index: Int) -> Set<ModelOutcome> {
    let requirement = policy.requirements[index]
    let applies = requirement.when?.outcomes(project) ?? [true]
    guard applies.contains(true) else { return [.absent] }
    return applies.contains(false) ? outcomes(of: requirement.test).union([.absent]) : outcomes(of: requirement.test)
  }

  private func outcomes(of test: ModelRequirement.Test) -> Set<ModelOutcome> {
    switch test {
    case .share(let of, let among, let bases, let threshold):
      guard threshold.value != nil else { return [.absent] }
      let byBasis = bases.map { basis in
        settled(completions(of, among, basis).shares().map { threshold.holds($0) ? .pass : .fail })
      }
      // Another basis that surely says the opposite leaves it open.
      let opposite: Set<ModelOutcome>? = byBasis[0] == [.pass] ? [.fail] : byBasis[0] == [.fail] ? [.pass] : nil
      return !basisFirst && opposite.map(byBasis.contains) ?? false ? [.pass, .fail] : byBasis[0]
    case .total(let basis, let among, let threshold):
      guard threshold.value != nil else { return [.absent] }
      return settled(completions(nil, among, basis).totals().map { threshold.holds($0) ? .pass : .fail })
    case .count(let among, let threshold):
      guard threshold.value != nil else { return [.absent] }
      return settled(completions(nil, among, .lines).totals().map { threshold.holds($0) ? .pass : .fail })
    case .pue(let threshold):
      guard threshold.value != nil else { return [.absent] }
      guard let pue = project.pue else { return [.pass, .fail] }
      return [threshold.holds(Point(pue)) ? .pass : .fail]
    case .every(let among, let must):
      // Where there is no such line nothing is broken, but a bill that cannot have one is not spoken of.
      let counts = completions(must, among, .lines).counts()
      guard counts.contains(where: { $0.among > 0 }) else { return [.absent] }
      return settled(counts.map { $0.of < $0.among ? .fail : .pass })
    case .none(let condition):
      return settled(completions(nil, condition, .lines).counts().map { $0.among > 0 ? .fail : .pass })
    case .project(let condition): return Set(condition.outcomes(project).map { $0 ? .pass : .fail })
    case .allOf(let members): return fold(members) { $0.contains(.fail) ? .fail : .pass }
    case .anyOf(let members): return fold(members) { $0.contains(.pass) ? .pass : .fail }
    }
  }

  private func completions(_ of: ModelCondition?, _ among: ModelCondition, _ basis: ModelWeights.Basis) -> Completions {
    let isAmong = weights.membership(among)
    let isOf = weights.facts.map { of?.outcomes($0) ?? [true] }
    return Completions(
      among: isAmong, of: isOf, weights: isAmong.indices.map { weights.weight(of: $0, by: basis, among: isAmong) })
  }

  /// Completions in which there is nothing to judge count only where there are no others.
  private func settled(_ outcomes: [ModelOutcome]) -> Set<ModelOutcome> {
    let judged = Set(outcomes).subtracting([.absent])
    return judged.isEmpty ? [.absent] : judged
  }

  /// Every combination of what the members come to; those that are absent are left out.
  private func fold(_ members: [Int], _ join: ([ModelOutcome]) -> ModelOutcome) -> Set<ModelOutcome> {
    var combinations: [[ModelOutcome]] = [[]]
    for member in members {
      combinations = combinations.flatMap { known in outcomes(of: member).map { known + [$0] } }
    }
    return Set(
      combinations.map { outcomes in
        let counted = outcomes.filter { $0 != .absent }
        return counted.isEmpty ? .absent : join(counted)
      })
  }
}

extension Set<ModelOutcome> {
  /// The verdict: what all completions agree on.
  var verdict: String {
    if self == [.absent] { return "not_applicable" }
    guard contains(.fail) else { return "pass" }
    return self == [.fail] ? "fail" : "undetermined"
  }
}
