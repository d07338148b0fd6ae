internal import Diagnostics
internal import Documents
internal import Quantities

extension TableRun {
  /// The columns to read, each field once; nil, with the question, where two columns claim one field.
  mutating func chosenColumns(_ header: TableHeader, _ table: Table) -> [TableHeader.Column]? {
    var chosen = header.columns.filter { $0.field.mayRepeat && $0.field != .ignore }
    var isClear = true
    let single = Dictionary(grouping: header.columns.filter { !$0.field.mayRepeat }, by: \.field)
    for field in TableField.allCases {
      guard var claims = single[field] else { continue }
      let rank = claims.map(\.rank).max() ?? 0
      claims = claims.filter { $0.rank == rank }
      if claims.count > 1, field == .unitPrice || field == .total { claims = byPriceBasis(claims) }
      // A second number of the row, and a second total, change nothing that is read.
      guard claims.count == 1 || field == .number || field == .total else {
        reportTwoColumns(claims)
        isClear = false
        continue
      }
      chosen.append(claims[0])
    }
    guard isClear else { return nil }
    let price = chosen.first { $0.field == .unitPrice && $0.text.prices != nil }
    if let column = price ?? chosen.first(where: { $0.field == .total }), let basis = column.text.prices {
      note(basis, column.span)
    }
    return chosen.sorted { $0.number < $1.number }
  }

  /// Of prices with and without tax, those that the project asks for; those with tax where it does not say.
  private mutating func byPriceBasis(_ claims: [TableHeader.Column]) -> [TableHeader.Column] {
    let wanted = mapping?.prices ?? project.prices ?? .taxIncluded
    let fitting = claims.filter { $0.text.prices == wanted }
    guard fitting.count == 1, claims.allSatisfy({ $0.text.prices != nil }) else { return claims }
    if fitting[0].field == .unitPrice {
      loose.append(
        (
          .init(
            code: "two-prices", severity: .note,
            message: Localized(
              zh: "表里有含税和不含税两种单价，采用\(wanted.title.zh)的",
              en: "the table has prices with and without tax; those with \(wanted.title.en) are used"),
            span: fitting[0].span), drafts.count
        ))
    }
    return fitting
  }

  private mutating func note(_ basis: PriceBasis, _ span: SourceSpan) {
    if let prices, prices.basis != basis {
      problems.error(
        "mixed-price-bases",
        Localized(
          zh: "这张表的价格\(basis.title.zh)，前面的表\(prices.basis.title.zh)，不能合计",
          en:
            "this table states prices with \(basis.title.en), one before it with \(prices.basis.title.en); they do not add up"
        ),
        at: span,
        help: Localized(zh: "请把两种口径的表分成两个文件", en: "put tables of the two kinds into two files"),
        notes: [Diagnostic.Note(Localized(zh: "前面的在这里", en: "the one before is here"), at: prices.span)])
    }
    prices = prices ?? (basis, span)
  }

  private mutating func reportTwoColumns(_ claims: [TableHeader.Column]) {
    let titles = claims.map { "`\($0.title)`" }
    let field = claims[0].field.rawValue
    problems.error(
      "two-columns",
      Localized(
        zh: "\(titles.joined(separator: "和"))都可以是 `\(field)`，不能确定用哪一列",
        en: "\(titles.joined(separator: " and ")) can each be `\(field)`, and nothing says which one is"),
      at: claims[1].span,
      help: Localized(
        zh: "在列对照表里给其中一列写 `ignore`", en: "write `ignore` for one of them in a mapping file"),
      notes: [Diagnostic.Note(Localized(zh: "第一列在这里", en: "the first is here"), at: claims[0].span)])
  }
}
