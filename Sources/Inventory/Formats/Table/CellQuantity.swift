internal import Quantities

/// A quantity as people write it in a cell: `6`, `6台`, `1.2万台`, `两套`.
enum CellQuantity: Equatable {
  case value(Rational)
  /// `约10台`, `≥10`, `5至7家`: no single number.
  case open
  case ambiguous
  case overflow
  case unreadable

  /// Reads a cell that is not missing; `factor` is what the header says that one counts for.
  init(_ cell: CellText, factor: Int) {
    guard cell.isShort else {
      self = .unreadable
      return
    }
    guard !cell.isApproximate else {
      self = .open
      return
    }
    if cell.isDigits, case let number = CellNumber(cell.key), number != .none {
      self = Self.reading(number, "", factor)
      return
    }
    var text = cell.key
    if let first = text.first, "x×*".contains(first) { text.removeFirst() }
    if let (number, rest) = CellNumber.leading(text) {
      self = Self.reading(number, rest, factor)
      return
    }
    // 两台: the numeral is all that stands before the unit.
    let scalars = Array(text.unicodeScalars)
    for end in stride(from: min(scalars.count, 12), to: 0, by: -1) {
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars[..<end])
      guard let value = CapitalNumeral.value(of: String(word)), scalars.count - end <= 4 else { continue }
      self = Self.reading(.value(value), "", factor)
      return
    }
    self = .unreadable
  }

  private static func reading(_ number: CellNumber, _ unit: String, _ factor: Int) -> CellQuantity {
    var unit = unit
    var factor = factor
    if unit.begins(with: "万") || unit.begins(with: "亿") {
      factor = unit.begins(with: "万") ? 10_000 : 100_000_000
      unit.removeFirst()
    }
    let isRange =
      ["-", "~", "至", "到", "或"].contains { unit.begins(with: $0) } && unit.utf8.contains(where: CellNumber.isDigit)
    guard !isRange else { return .open }
    guard unit.unicodeScalars.count <= 8, !unit.utf8.contains(where: CellNumber.isDigit), !unit.holds("元") else {
      return .unreadable
    }
    switch number {
    case .value(let value): return (try? value * Rational(factor)).map { .value($0) } ?? .overflow
    case .ambiguous: return .ambiguous
    case .overflow: return .overflow
    // `4-6`, of which the digits and signs are no number.
    case .none: return .open
    }
  }
}
