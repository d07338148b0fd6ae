public import Diagnostics
public import Inventory
public import Quantities

/// Money that a policy gives.
public struct Grant: Sendable {
  /// Its identifier in the policy.
  public let id: String
  /// What a reader sees.
  public let title: Localized
  /// The clause that it rests on.
  public let clause: String
  /// The requirements that must pass, by index in the policy.
  public let requires: [Int]
  /// How much it is.
  public let amount: Amount
  /// The currency, ISO 4217.
  public let currency: String
  /// The group of which only one grant can be had; the name is global.
  public let exclusive: String?
  /// What it is given for once: a project, an enterprise and year.
  public let per: String?
  /// The projects that it is for; nil for all that the policy applies to.
  public let when: ProjectPredicate?
  /// Where it stands.
  public let span: SourceSpan

  /// How much a grant is.
  public struct Amount: Sendable {
    /// How it is found.
    public let form: Form
    /// The most that can be had.
    public let cap: DatedSeries<Rational>?
    /// The fact that says how much of the cap was had already.
    public let already: String?
    /// The multiple that it is rounded to, and how; nil for the default, down to 0.01.
    public let rounding: Step?
  }

  /// A rounding.
  public struct Step: Sendable {
    /// The multiple, in the currency's unit.
    public let to: Rational
    /// Which of the two nearest multiples.
    public let mode: Rounding
  }

  /// How an amount is found.
  public enum Form: Sendable {
    /// A ceiling without a formula.
    case upTo(DatedSeries<Rational>)
    case exactly(DatedSeries<Rational>)
    case rate(DatedSeries<Rational>, of: Measure)
    case rateUpTo(DatedSeries<Rational>, of: Measure)
    /// The text promises money and names no figure.
    case unstated
  }
}
