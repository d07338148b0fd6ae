internal import Evaluation
internal import Policy
internal import Quantities

extension Explainer {
  /// The money of the whole bill, one tree a currency.
  var totals: [Branch] {
    assessment.totals.filter { total in total.currency == "CNY" || total.amount != .zero }.map(tree)
  }

  private func tree(_ total: GrantTotal) -> Branch {
    let head = Phrase(say("全部补贴合计", "Total of all grants") + " \(total.currency)" + say.colon)
    if total.amount.low == total.amount.high { return Branch(head, [sum(total, .low, say("合计", "total"))]) }
    return Branch(head, [sum(total, .low, say("最低", "lowest")), sum(total, .high, say("最高", "highest"))])
  }

  private func sum(_ total: GrantTotal, _ end: End, _ label: String) -> Branch {
    var terms: [(amount: Bound, branch: Branch)] = []
    var groups: [(name: String, members: [(policy: String, grant: GrantAssessment)])] = []
    for policy in assessment.policies {
      for grant in policy.grants where grant.grant.currency == total.currency {
        if let name = grant.grant.exclusive {
          if let index = groups.firstIndex(where: { $0.name == name }) {
            groups[index].members.append((policy.policy.id, grant))
          } else {
            groups.append((name, [(policy.policy.id, grant)]))
          }
        } else {
          let amount = end.of(grant.amount)
          if amount != .zero { terms.append((amount, leaf(policy.policy.id, grant, end))) }
        }
      }
    }
    for group in groups {
      let amounts = group.members.map { end.of($0.grant.amount) }
      let most = amounts.max() ?? .zero
      guard most != .zero else { continue }
      terms.append(
        (
          most,
          Step(
            say("择一组 \(group.name)", "one of group \(group.name)"), most, Operation.most(amounts),
            group.members.map { leaf($0.policy, $0.grant, end) }
          ).branch
        ))
    }
    return Step(label, end.of(total.amount), Operation.sum(terms.map(\.amount)), terms.map(\.branch)).branch
  }

  private func leaf(_ policy: String, _ grant: GrantAssessment, _ end: End) -> Branch {
    Step("", end.of(grant.amount), notes: [policy, grant.grant.id, say(grant.grant.title)]).branch
  }
}
