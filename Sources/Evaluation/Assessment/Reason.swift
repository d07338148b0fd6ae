/// Why a requirement or a grant is not decided, or does not apply.
public enum Reason: String, CaseIterable, Sendable {
  /// Ways of counting that the text allows lead to opposite verdicts.
  case basis
  /// Only what the bill claims would decide it.
  case claimOnly = "claim-only"
  /// A line is not known well enough.
  case unknownComponent = "unknown-component"
  /// A fact of the project is missing.
  case missingFact = "missing-fact"
  /// A price is missing.
  case missingPrice = "missing-price"
  /// It is not known whether the text speaks of this project, or it does not.
  case applicability
  /// Prices are in another currency.
  case currency
  /// There is no line that it could speak of.
  case noLine = "no-line"
  /// The text holds from a later day.
  case notYetInForce = "not-yet-in-force"
  /// The text has ended.
  case noLongerInForce = "no-longer-in-force"
  /// The text is a draft, or was never published.
  case status
}
