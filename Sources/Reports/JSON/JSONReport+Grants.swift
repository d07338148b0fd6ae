internal import Evaluation
internal import Policy
internal import Quantities

extension JSONReport {
  static func grant(_ result: GrantAssessment, to writer: inout JSONWriter) {
    writer.member("id", result.grant.id)
    writer.member("eligible", result.eligible.rawValue)
    money(result.amount, places: result.grant.amount.places, to: &writer)
    writer.member("currency", result.grant.currency)
    writer.member("open", result.isOpen)
    writer.member("reason", result.reason?.rawValue)
    text("title", result.grant.title, to: &writer)
    writer.member("clause", result.grant.clause)
    writer.member("form", form(result.grant.amount.form))
    writer.member("per", result.grant.per)
    writer.member("exclusive", result.grant.exclusive)
  }

  /// The money of all grants; of currencies besides the first in `others`.
  static func total(
    _ assessment: Assessment, to writer: inout JSONWriter,
    _ ends: (GrantTotal, _ places: Int, inout JSONWriter) -> Void = { money($0.amount, places: $1, to: &$2) }
  ) {
    func members(_ total: GrantTotal, _ writer: inout JSONWriter) {
      ends(total, places(of: total.currency, in: assessment), &writer)
      writer.member("currency", total.currency)
      writer.member("open", total.amount.high == .infinity)
    }
    guard let first = assessment.totals.first else { return writer.null("grants_total") }
    writer.object("grants_total") { writer in
      members(first, &writer)
      writer.array("others", assessment.totals.dropFirst()) { members($1, &$0) }
    }
  }

  /// The decimals with which the money of a currency is shown: at least two, and as many as any rounding of its grants has.
  static func places(of currency: String, in assessment: Assessment) -> Int {
    var places = 2
    for policy in assessment.policies {
      for result in policy.grants where result.grant.currency == currency {
        places = max(places, result.grant.amount.places)
      }
    }
    return places
  }

  private static func form(_ form: Grant.Form) -> String {
    switch form {
    case .upTo: "up_to"
    case .exactly: "exactly"
    case .rate: "rate"
    case .rateUpTo: "rate_up_to"
    case .unstated: "unstated"
    }
  }
}
