/// In what an amount of money is stated.
public struct MoneyUnit: Hashable, Sendable {
  /// How many of the currency's units one is: 10,000 for 万元.
  public var factor: Int
  /// ISO 4217.
  public var currency: String

  /// A unit of a currency.
  public init(factor: Int, currency: String = "CNY") {
    self.factor = factor
    self.currency = currency
  }

  /// The yuan.
  public static let yuan = MoneyUnit(factor: 1)

  /// The unit that a word is: `元`, `万元`, `USD`; nil where it is none.
  public init?(word: String) {
    if let factor = Self.factors.first(where: { $0.word == word })?.factor {
      self.init(factor: factor)
    } else if let currency = Self.currencies.first(where: { $0.word == word })?.currency {
      self.init(factor: 1, currency: currency)
    } else {
      return nil
    }
  }

  /// The unit that a text in lower case names somewhere: `不含税,亿元`, `元/台`, `rmb`.
  init?(in text: String) {
    let currency = Self.currencies.first { text.holds($0.word) }?.currency
    if let factor = Self.factors.first(where: { text.holds($0.word) })?.factor {
      self.init(factor: factor, currency: currency ?? "CNY")
    } else if text == "万" || text == "亿" {
      self.init(factor: text == "万" ? 10_000 : 100_000_000)
    } else if let currency {
      self.init(factor: 1, currency: currency)
    } else {
      return nil
    }
  }

  /// How it is written in a mapping file.
  public var word: String {
    if currency == "CNY", let word = Self.factors.first(where: { $0.factor == factor })?.word { return word }
    return currency
  }

  /// The longest first, because one is within the other.
  static let factors: [(word: String, factor: Int)] = [
    ("千万元", 10_000_000), ("百万元", 1_000_000), ("亿元", 100_000_000), ("万元", 10_000), ("千元", 1000), ("元", 1),
  ]

  /// Words and signs of currencies, in lower case; those that hold another come first.
  static let currencies: [(word: String, currency: String)] = [
    ("人民币", "CNY"), ("cny", "CNY"), ("rmb", "CNY"), ("yuan", "CNY"), ("hk$", "HKD"), ("港元", "HKD"), ("港币", "HKD"),
    ("hkd", "HKD"), ("美元", "USD"), ("usd", "USD"), ("us$", "USD"), ("$", "USD"), ("欧元", "EUR"), ("eur", "EUR"),
    ("€", "EUR"), ("日元", "JPY"), ("jpy", "JPY"), ("英镑", "GBP"), ("gbp", "GBP"), ("£", "GBP"), ("¥", "CNY"),
  ]
}
