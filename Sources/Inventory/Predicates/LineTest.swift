/// One question about a line.
public enum LineTest: Hashable, Sendable {
  case kind([Kind])
  case vendor([String])
  case component([String])
  case isa([String])
  case supplier([String])
  case lot([String])
  case tags([String])
  case origin([Origin])
  case country(CountryField, [String])
  case number(NumberField, NumberRange)
  case specText(String, [String])
  case specFlag(String, Bool)
  case list(name: String, level: String?)

  /// Which country: that of design and control, or that of making.
  public enum CountryField: String, Sendable {
    case vendorCountry = "vendor_country"
    case madeIn = "made_in"
  }

  /// Which number.
  public enum NumberField: Hashable, Sendable {
    case quantity, unitPrice
    case spec(String)
  }
}

/// What a bill says of a line: 国产 or 进口品牌.
public enum Origin: String, CaseIterable, Sendable {
  case domestic, foreign
}
