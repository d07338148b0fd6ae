internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension PolicyAssessment {
  /// The results of the requirements that a grant rests on.
  func conditions(of grant: GrantAssessment) -> [RequirementAssessment] {
    let ids = grant.grant.requires.map { policy.requirements[$0].id }
    return ids.compactMap { id in requirements.first { $0.requirement.id == id } }
  }
}

extension Wording {
  /// Why a requirement is not decided, or does not apply; nil where the numbers say it.
  func reason(_ result: RequirementAssessment, _ policy: PolicyAssessment) -> String? {
    guard result.verdict == .undetermined || result.verdict == .notApplicable, let reason = result.reason else {
      return nil
    }
    switch reason {
    case .basis: return basisConflict(result)
    case .claimOnly:
      return self("只有清单自己的声明能够决定，按目录证据无法认定", "only what the bill claims would decide it, and claims do not count here")
    case .unknownComponent:
      let count = result.lines.count
      return count == 0
        ? self("有些行的情况不明", "too little is known of some lines")
        : self("有 \(count) 行情况不明", "too little is known of \(count) \(plural(count, "line", "lines"))")
    case .missingFact: return self("缺少项目数据：", "the project does not state ") + list(unique(result.missing).map(fact))
    case .missingPrice: return self("有些行没有单价，金额算不出来", "some lines have no price, so the amount cannot be added up")
    case .applicability: return doubt(result, policy)
    case .currency: return self("清单的货币不是人民币，未作换算", "the bill's prices are not in CNY, and no rate is assumed")
    case .noLine: return self("清单中没有它所说的产品", "the bill has nothing that it speaks of")
    case .notYetInForce: return self("在这一天还没有规定数值", "no value was in force yet on that day")
    case .noLongerInForce: return self("已失效", "it has ended")
    case .status: return self("文件尚未生效", "the text is not law")
    }
  }

  /// Why a grant cannot be had, or why its amount is open.
  func reason(_ grant: GrantAssessment, _ policy: PolicyAssessment, _ project: Project) -> String? {
    let conditions = policy.conditions(of: grant)
    var words: [String] = []
    switch grant.eligible {
    case .fail:
      words = conditions.filter { $0.unsoftened == .fail }
        .map { self("不符合“\($0.requirement.title.zh)”", "“\($0.requirement.title.en)” is not met") }
    case .undetermined:
      words = conditions.filter { $0.unsoftened == .undetermined }
        .map { self("“\($0.requirement.title.zh)”待定", "“\($0.requirement.title.en)” is open") }
      if words.isEmpty, let word = plainReason(grant, policy, project) { words = [word] }
    case .pass, .notApplicable: return plainReason(grant, policy, project)
    }
    let missing = unique(grant.steps?.base?.missing ?? [])
    if !missing.isEmpty { words.append(self("金额缺少项目数据：", "the amount needs ") + list(missing.map(fact))) }
    return words.isEmpty ? nil : clauses(words)
  }

  private func plainReason(_ grant: GrantAssessment, _ policy: PolicyAssessment, _ project: Project) -> String? {
    switch grant.reason {
    case nil: return nil
    case .basis: return self("条件的不同口径结论相反", "the ways of counting its condition disagree")
    case .claimOnly: return self("条件只有清单声明可证", "only claims would meet its condition")
    case .unknownComponent: return self("有些行情况不明", "too little is known of some lines")
    case .missingFact:
      let missing = unique(grant.steps?.base?.missing ?? [])
      return missing.isEmpty
        ? self("缺少项目数据", "the project does not state enough")
        : self("金额缺少项目数据：", "the amount needs ") + list(missing.map(fact))
    case .missingPrice: return self("有些行没有单价", "some lines have no price")
    case .applicability:
      if let when = grant.grant.when, when.truth(of: project) != .yes {
        let isSure = when.truth(of: project) == .no
        return (isSure ? self("只给予 ", "only for ") : self("是否属于以下情形不明：", "not known whether ")) + predicate(when)
      }
      return self("文件是否适用于本项目尚不能确定", "not known whether the text speaks of this project")
    case .currency: return self("清单的货币不是人民币，未作换算", "the bill's prices are not in CNY, and no rate is assumed")
    case .noLine: return self("清单中没有可计算的产品", "the bill has nothing that it could be computed from")
    case .notYetInForce: return self("在这一天还没有规定数额", "no figure was in force on that day")
    case .noLongerInForce: return self("已失效", "it has ended")
    case .status: return self("文件尚未生效", "the text is not law")
    }
  }

  /// What each way of counting leads to: 按数量符合、按FP16算力不符合.
  func byEachBasis(_ result: RequirementAssessment) -> String {
    list(
      zip(result.measure?.bases ?? [], result.verdicts).compactMap { basis, verdict in
        basis.basis.map { by($0) + self("", ": ") + ofRequirement(verdict) }
      })
  }

  private func basisConflict(_ result: RequirementAssessment) -> String {
    byEachBasis(result) + self("；文件没有说明按哪一种计算", "; the text does not say which way to count")
  }

  private func doubt(_ result: RequirementAssessment, _ policy: PolicyAssessment) -> String {
    if result.verdict == .notApplicable {
      guard let when = result.requirement.when else { return self("不适用于本项目", "it does not speak of this project") }
      return self("只适用于 ", "only for ") + predicate(when)
    }
    let subjects = policy.applicability.truth == .unknown ? policy.applicability.subjects : result.missing
    return self("数值不达标，但文件是否适用于本项目还不清楚，缺少：", "not met, but whether the text speaks of this project is unknown without ")
      + list(unique(subjects).map(fact))
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
