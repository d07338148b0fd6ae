internal import Evaluation
internal import Policy
internal import Quantities

extension JSONReport {
  static func grant(_ result: GrantAssessment) -> JSONValue {
    let places = result.grant.amount.places
    return [
      "id": .string(result.grant.id), "eligible": .string(result.eligible.rawValue),
      "low": money(result.amount.low, places: places), "high": money(result.amount.high, places: places),
      "currency": .string(result.grant.currency), "open": .bool(result.isOpen),
      "reason": .text(result.reason?.rawValue),
      "title": text(result.grant.title), "clause": .string(result.grant.clause), "form": form(result.grant.amount.form),
      "per": .text(result.grant.per), "exclusive": .text(result.grant.exclusive),
    ]
  }

  /// The money of all grants; of currencies besides the first in `others`.
  static func total(_ assessment: Assessment) -> JSONValue {
    let places = assessment.policies.flatMap(\.grants).map { ($0.grant.currency, $0.grant.amount.places) }
    func members(_ total: GrantTotal) -> [(StaticString, JSONValue)] {
      let places = places.filter { $0.0 == total.currency }.map(\.1).max() ?? 2
      return [
        ("low", money(total.amount.low, places: places)),
        ("high", money(total.amount.high, places: places)),
        ("currency", .string(total.currency)), ("open", .bool(total.amount.high == .infinity)),
      ]
    }
    guard let first = assessment.totals.first else { return .null }
    let others = assessment.totals.dropFirst().map { JSONValue.object(members($0)) }
    return .object(members(first) + [("others", .array(Array(others)))])
  }

  private static func form(_ form: Grant.Form) -> JSONValue {
    switch form {
    case .upTo: "up_to"
    case .exactly: "exactly"
    case .rate: "rate"
    case .rateUpTo: "rate_up_to"
    case .unstated: "unstated"
    }
  }
}
