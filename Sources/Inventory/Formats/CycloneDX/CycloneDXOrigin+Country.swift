internal import Diagnostics
internal import Quantities

extension CycloneDXOrigin {
  /// What the shares of an origin come to.
  enum Outcome {
    /// All of it, or all of it outside China.
    case country(Country)
    /// Some in China and some not: no one answer.
    case mixed
    /// The shares are not a whole.
    case notWhole(Rational)
  }

  /// What the shares come to; nil after a problem, or where there are none.
  func outcome(_ problems: inout Problems) -> Outcome? {
    var sum = Rational.zero
    var decimals = 0
    var countries: [Country] = []
    for share in shares {
      guard let country = Country(isoCode: share.country.text) else {
        problems.error(
          "bad-country",
          Localized(zh: "`\(share.country.text)` 不是国家代码", en: "`\(share.country.text)` is not a country code"),
          at: share.country.span,
          help: Localized(
            zh: "写 ISO 3166 代码，如 `CN` 或 `CN-GD`", en: "write a code of ISO 3166, such as `CN` or `CN-GD`"))
        return nil
      }
      guard let value = percentage(share.percentage, &problems) else { return nil }
      guard let total = try? sum + value else { return nil }
      sum = total
      decimals = max(decimals, share.percentage.decimals)
      if value > .zero { countries.append(country) }
    }
    guard let first = countries.first else { return nil }
    guard Self.isWhole(sum, shares: shares.count, decimals: decimals) else { return .notWhole(sum) }
    var met: Country? = first
    for country in countries.dropFirst() { met = met.flatMap { $0.meeting(country) } }
    return met.map { .country($0) } ?? .mixed
  }

  /// The shares as a reader sees them.
  var text: String { shares.map { "\($0.country.text) \($0.percentage.text)%" }.joined(separator: ", ") }

  private func percentage(_ written: Found, _ problems: inout Problems) -> Rational? {
    if let value = try? Rational(decimal: written.text), !value.isNegative, value <= Rational(100) { return value }
    problems.error(
      "bad-percentage",
      Localized(zh: "`\(written.text)` 不是 0 到 100 的百分数", en: "`\(written.text)` is no percentage from 0 to 100"),
      at: written.span)
    return nil
  }

  /// Whether shares are a whole within the rounding of their last place: 33.3 three times is.
  private static func isWhole(_ sum: Rational, shares: Int, decimals: Int) -> Bool {
    var scale = Int128(1)
    for _ in 0..<min(decimals, 12) { scale *= 10 }
    guard let slack = try? Rational(Int128(min(shares, 1 << 20)), over: 2 * scale),
      let gap = try? sum - Rational(100)
    else { return false }
    return (gap.isNegative ? -gap : gap) <= (shares == 1 ? .zero : slack)
  }
}

extension Found {
  /// How many digits a number has behind its point.
  fileprivate var decimals: Int {
    text.utf8.firstIndex(of: UInt8(ascii: ".")).map { text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1 } ?? 0
  }
}
