internal import Documents
internal import Quantities

/// A header cell as it is compared: compatibility forms folded, lower case, without white space and marks; what stands
/// in brackets is cut and remembered.
struct HeaderText {
  /// What is left: `单价` of `★ 单 价（万元，含税）`; empty where the cell names only a unit or a tax.
  private(set) var key = ""
  /// All of it, brackets included.
  private(set) var whole = ""
  /// In what money is stated.
  private(set) var money: MoneyUnit?
  /// Whether prices hold the tax.
  private(set) var prices: PriceBasis?
  /// How many one counts for: 10,000 for `数量（万台）`.
  private(set) var countFactor = 1

  init(_ text: String) {
    let folded = CellText.key(text)
    if folded.unicodeScalars.contains(where: { Role($0) != .text }) {
      let bracket = takeApart(folded)
      if key.isEmpty, bracket.isEmpty, text.contains("#") { key = "#" }
    } else {
      (key, whole) = (folded, folded)
    }
    guard HeaderWords.meaning(of: key) == nil else {
      if key == "价税合计" { prices = prices ?? .taxIncluded }
      return
    }
    prices = Self.takePriceBasis(&key) ?? prices
    guard HeaderWords.meaning(of: key) == nil else { return }
    for (word, factor) in MoneyUnit.factors where key.ends(with: word) {
      money = money ?? MoneyUnit(factor: factor)
      key.removeLast(word.count)
      while let last = key.last, "/:_-,".contains(last) { key.removeLast() }
      // 单位：万元 stands above a table and is no column.
      if key.ends(with: "单位") { key = whole }
      break
    }
  }

  /// Takes a text apart in which there are marks or brackets; what was in brackets.
  private mutating func takeApart(_ text: String) -> String {
    var bracket = ""
    var depth = 0
    for scalar in text.unicodeScalars {
      let role = Role(scalar)
      if role == .mark { continue }
      whole.unicodeScalars.append(scalar)
      switch role {
      case .opening: depth += 1
      case .closing: depth -= 1
      default:
        if depth > 0 { bracket.unicodeScalars.append(scalar) } else { key.unicodeScalars.append(scalar) }
      }
    }
    var rest = bracket
    money = MoneyUnit(in: rest)
    prices = Self.takePriceBasis(&rest)
    if rest.begins(with: "万"), !rest.begins(with: "万元") { countFactor = 10_000 }
    return bracket
  }

  /// The header of a column under a wider one: `单价` over `不含税`.
  func over(_ lower: HeaderText) -> HeaderText {
    var joined = HeaderWords.meaning(of: lower.key) == nil ? self : lower
    joined.whole = whole + "/" + lower.whole
    joined.money = lower.money ?? money
    joined.prices = lower.prices ?? prices
    return joined
  }

  /// What the column holds.
  var meaning: HeaderWords.Meaning? { HeaderWords.meaning(of: key) }

  /// Whether it says something that only a header says.
  var isHeading: Bool { meaning != nil || (key.isEmpty && (money != nil || prices != nil)) }

  private static func takePriceBasis(_ text: inout String) -> PriceBasis? {
    for (word, basis) in taxWords {
      if let range = text.firstRange(of: word) {
        text.removeSubrange(range)
        return basis
      }
    }
    return nil
  }

  /// The negative ones first, because the others are within them.
  private static let taxWords: [(String, PriceBasis)] = [
    ("不含税", .taxExcluded), ("未含税", .taxExcluded), ("未税", .taxExcluded), ("除税", .taxExcluded), ("税前", .taxExcluded),
    ("excl.tax", .taxExcluded), ("excltax", .taxExcluded), ("含税", .taxIncluded), ("税后", .taxIncluded),
    ("incl.tax", .taxIncluded), ("incltax", .taxIncluded),
  ]

  /// What a character is in a header.
  private enum Role {
    case mark, opening, closing, text

    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar {
        case "*", "★", "▲", "△", "☆", "#", "●", "※", "◆", "\u{200B}", "\u{FEFF}": .mark
        case "(", "[", "【", "〔", "〖", "{": .opening
        case ")", "]", "】", "〕", "〗", "}": .closing
        default: .text
        }
    }
  }
}
