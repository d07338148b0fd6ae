internal import Diagnostics
internal import Documents
internal import Quantities

/// What stands above a table: the project, the lot, the unit of money.
struct TableTitles {
  var money: MoneyUnit?
  var lot: String?
  var name: (text: String, span: SourceSpan)?
  var id: (text: String, span: SourceSpan)?
  var date: (text: String, span: SourceSpan)?

  /// Reads a row above the header.
  mutating func read(_ row: Table.Row, _ table: Table) {
    for (index, cell) in row.cells.enumerated() where cell.text.utf8.count <= 400 {
      let text = CellText(cell.text)
      if let unit = Self.moneyUnit(text.key) { money = unit }
      if let named = RowLabel.lot(text.text) { lot = named }
      guard let (label, value) = Self.labelled(text) else { continue }
      // The value stands behind the colon, or in the next cell.
      let isHere = !CellText(value).isMissing
      let next = index + 1 < row.cells.count ? row.cells[index + 1] : nil
      guard let place = isHere ? cell : next, case let said = isHere ? value : CellText(place.text).text,
        !CellText(said).isMissing
      else { continue }
      switch label {
      case "项目名称", "工程名称", "projectname", "project": name = name ?? (said, table.span(place))
      case "项目编号", "招标编号", "采购编号", "采购项目编号", "projectno", "projectno.":
        id = id ?? (said, table.span(place))
      case "采购日期": date = date ?? (said, table.span(place))
      default: break
      }
    }
  }

  /// `单位：万元`, `金额单位：人民币元`, `（单位：万元）`.
  private static func moneyUnit(_ key: String) -> MoneyUnit? {
    for label in ["金额单位:", "货币单位:", "单位:", "币种:"] {
      guard let range = key.firstRange(of: label) else { continue }
      let before = key[..<range.lowerBound]
      guard before.isEmpty || "(,;、".contains(before.last ?? " ") else { continue }
      var word = String(key[range.upperBound...].prefix { !")],;、".contains($0) })
      for currency in ["人民币", "rmb", "cny"] where word.begins(with: currency) && word.count > currency.count {
        word.removeFirst(currency.count)
      }
      if let unit = MoneyUnit(word: word) { return unit }
    }
    return nil
  }

  private static func labelled(_ text: CellText) -> (label: String, value: String)? {
    let scalars = text.text.unicodeScalars
    guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return ["项目名称", "项目编号", "招标编号", "采购编号", "采购日期"].contains(text.key) ? (text.key, "") : nil
    }
    return (
      CellText.key(String(scalars[..<colon])), String(scalars[scalars.index(after: colon)...]).trimmed
    )
  }
}

extension TableRun {
  /// Takes what stands above a table for the project, as far as nothing else says it.
  mutating func apply(_ titles: TableTitles) {
    if project.name == nil { project.name = titles.name?.text }
    if project.id == nil { project.id = titles.id?.text }
    if project.date == nil, let date = titles.date { project.date = day(date.text, at: date.span) }
  }

  /// A day as sheets write it; nil, with a problem, where it is none.
  mutating func day(_ text: String, at span: SourceSpan) -> Day? {
    let key = CellText.key(text)
    var parts: [String] = [""]
    for scalar in key.unicodeScalars {
      if scalar.isASCII, CellNumber.isDigit(UInt8(truncatingIfNeeded: scalar.value)) {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else if "-/.年月日".unicodeScalars.contains(scalar) {
        parts.append("")
      } else {
        parts = []
        break
      }
      if parts.count > 4 { break }
    }
    let numbers = parts.filter { !$0.isEmpty }.compactMap { Int($0) }
    if numbers.count == 3, parts[0].utf8.count == 4,
      let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    {
      return day
    }
    problems.error(
      "bad-date", Localized(zh: "`\(text.brief)` 不是日期", en: "`\(text.brief)` is not a date"), at: span,
      help: Localized(zh: "写成 年-月-日，如 `2025-03-01`", en: "write year-month-day, such as `2025-03-01`"))
    return nil
  }
}
