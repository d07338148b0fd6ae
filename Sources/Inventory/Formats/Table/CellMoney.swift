internal import Quantities

/// An amount of money as people write it in a cell.
struct CellMoney {
  /// What the figure came out as.
  enum Reading: Equatable {
    case amount(Rational)
    /// A number, but nothing says whether of yuan or of 万元.
    case unitUnknown(Rational)
    /// In another currency than the one expected.
    case foreign(String)
    case approximate
    case ambiguous
    case overflow
    case unreadable
  }

  var reading: Reading
  /// The amount written out beside the figure, where the two differ.
  var conflict: (figure: Rational, capitals: Rational)?
  /// The last decimal place of the figure, in the currency's unit: an amount is stated to half of it.
  var step = Rational.zero

  /// Reads a cell that is not missing; `unit` is what the header or a mapping says, `currency` that of the project.
  init(_ cell: CellText, unit: MoneyUnit?, currency: String) {
    guard cell.isShort else {
      reading = .unreadable
      return
    }
    guard !cell.isApproximate else {
      reading = .approximate
      return
    }
    // A figure in a column that states its unit, as nearly all are.
    if cell.isDigits, let unit, unit.currency == currency, let figure = Self.plainFigure(cell.key) {
      reading = figure.reading(unit.factor)
      step = (try? figure.step * Rational(unit.factor)) ?? .zero
      return
    }
    var text = cell.key
    let capitals = CapitalNumeral.amount(in: text)
    if let capitals { text = capitals.rest }
    let sign = MoneyUnit.currencies.first { text.holds($0.word) }
    var named = sign?.currency ?? unit?.currency ?? currency
    for (word, _) in MoneyUnit.currencies where text.holds(word) { Self.remove(word, from: &text) }
    for word in ["大写", "小写", "整", "(", ")", ":", "圆整"] { Self.remove(word, from: &text) }
    if capitals != nil, sign == nil { named = "CNY" }
    guard named == currency else {
      reading = .foreign(named)
      return
    }
    let figure = text.isEmpty ? nil : Self.figure(text)
    guard let capitals else {
      guard let figure else {
        reading = .unreadable
        return
      }
      let factor = figure.factor ?? unit?.factor ?? (sign == nil ? nil : 1)
      reading = figure.reading(factor)
      step = factor.flatMap { try? figure.step * Rational($0) } ?? .zero
      return
    }
    reading = .amount(capitals.value)
    if let figure, case .amount(let value) = figure.reading(figure.factor ?? unit?.factor ?? (sign == nil ? nil : 1)),
      value != capitals.value
    {
      conflict = (value, capitals.value)
    }
  }

  private struct Figure {
    var number: CellNumber
    var factor: Int?
    var step: Rational

    func reading(_ factor: Int?) -> Reading {
      switch number {
      case .none: return .unreadable
      case .ambiguous: return .ambiguous
      case .overflow: return .overflow
      case .value(let value):
        guard let factor else { return .unitUnknown(value) }
        guard let amount = try? value * Rational(factor) else { return .overflow }
        return .amount(amount)
      }
    }
  }

  /// A figure of digits, with a point or without one.
  private static func plainFigure(_ text: String) -> Figure? {
    text.utf8.contains(0x2E) ? figure(text) : Figure(number: CellNumber(text), factor: nil, step: .one)
  }

  /// `94.998`, `94.998万元`, `1200元/台`.
  private static func figure(_ text: String) -> Figure? {
    guard let (number, behind) = CellNumber.leading(text) else { return nil }
    var rest = behind
    if let slash = rest.firstIndex(of: "/") { rest = String(rest[..<slash]) }
    let digits = text.utf8.prefix(text.utf8.count - behind.utf8.count)
    let places = digits.firstIndex(of: 0x2E).map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    var power = Int128(1)
    for _ in 0..<min(places, 30) { power *= 10 }
    let step = (try? Rational(1, over: power)) ?? .zero
    guard !rest.isEmpty else { return Figure(number: number, factor: nil, step: step) }
    let words = MoneyUnit.factors + [("亿", 100_000_000), ("万", 10_000), ("圆", 1)]
    guard let factor = words.first(where: { $0.0 == rest })?.1 else { return nil }
    return Figure(number: number, factor: factor, step: step)
  }

  private static func remove(_ word: String, from text: inout String) {
    while let range = text.firstRange(of: word) { text.removeSubrange(range) }
  }
}
