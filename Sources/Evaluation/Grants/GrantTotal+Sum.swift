internal import Policy
internal import Quantities

extension GrantTotal {
  /// The money of all grants, one entry a currency, CNY first; of an exclusive group only one can be had.
  static func totals(of grants: [GrantAssessment]) throws(Overflow) -> [GrantTotal] {
    var sums: [String: Interval] = ["CNY": .zero]
    var groups: [String: (currency: String, amount: Interval)] = [:]
    for result in grants {
      guard let group = result.grant.exclusive else {
        sums[result.grant.currency] = try (sums[result.grant.currency] ?? .zero) + result.amount
        continue
      }
      // Grants of different currencies exclude each other too, but their amounts cannot be compared: each stands alone.
      let key = group + " " + result.grant.currency
      let amount = groups[key].map { known in
        Interval(max(known.amount.low, result.amount.low), max(known.amount.high, result.amount.high))
      }
      groups[key] = (result.grant.currency, amount ?? result.amount)
    }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      sums[group.currency] = try (sums[group.currency] ?? .zero) + group.amount
    }
    return sums.sorted { ($0.key != "CNY", $0.key) < ($1.key != "CNY", $1.key) }
      .map { GrantTotal(currency: $0.key, amount: $0.value) }
  }
}

private func < (left: (Bool, String), right: (Bool, String)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : !left.0
}
