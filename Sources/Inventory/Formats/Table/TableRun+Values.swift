internal import Diagnostics
internal import Documents
internal import Quantities

extension TableRun {
  /// The quantity of a position; false where the row says that there is none.
  mutating func readQuantity(_ cells: RowCells, _ draft: inout RowDraft, _ block: TableBlock) -> Bool {
    guard let entry = cells.said(.quantity) else {
      if block.has(.quantity), !draft.isBare {
        draft.note(
          "missing-quantity", zh: "没有填数量，按未知计", en: "the quantity is missing and counts as unknown",
          at: cells[.quantity].map { block.table.span($0.cell) })
      }
      return true
    }
    let span = block.table.span(entry.cell)
    draft.line.places[.quantity] = span
    switch CellQuantity(entry.text, factor: entry.column.text.countFactor) {
    case .value(let value) where value == .zero:
      draft.isLeftOut = isLong && cells.said(.bom) != nil
      loose.append(
        (
          .init(
            code: "zero-quantity", severity: .note,
            message: Localized(zh: "数量为 0，这一行没有计入", en: "the quantity is 0; the line is left out"), span: span),
          draft.isLeftOut ? drafts.count : max(0, drafts.count - 1)
        ))
      return false
    case .value(let value) where value.isNegative:
      problems.error(
        "bad-quantity",
        Localized(
          zh: "数量 `\(entry.text.text.brief)` 必须大于 0", en: "the quantity `\(entry.text.text.brief)` must be above 0"),
        at: span,
        help: Localized(
          zh: "退货和折扣不单列一行，请直接计入各行", en: "returns and discounts are no lines of their own; put them into the lines"))
      return false
    case .value(let value):
      draft.quantity = value
      draft.line.quantity = Interval(exactly: value)
    case .open:
      draft.note(
        "open-quantity", zh: "“\(entry.text.text.brief)”不是一个确定的数量，按未知计",
        en: "“\(entry.text.text.brief)” is no exact quantity and counts as unknown", at: span)
    case .unreadable:
      draft.note(
        "unreadable-number", zh: "“\(entry.text.text.brief)”不是数量，按未知计",
        en: "“\(entry.text.text.brief)” is no quantity and counts as unknown", at: span)
    case .ambiguous: reportAmbiguous(entry, span)
    case .overflow: reportOverflow(entry, span)
    }
    return true
  }

  /// The unit price of a position, held against its total, and what the position costs: as listed, else quantity times
  /// price.
  mutating func readPrices(_ cells: RowCells, _ draft: inout RowDraft, _ block: inout TableBlock) -> Rational? {
    let total = readTotal(cells, &draft, &block)
    if let total { return total }
    guard let quantity = draft.quantity, let price = draft.line.unitPrice else { return nil }
    return try? quantity * price
  }

  /// The total as listed, in the currency's unit; sets the unit price.
  private mutating func readTotal(_ cells: RowCells, _ draft: inout RowDraft, _ block: inout TableBlock) -> Rational? {
    let table = block.table
    let price = cells.said(.unitPrice).flatMap { amount($0, &draft, &block) }
    let total = cells.said(.total).flatMap { amount($0, &draft, &block) }
    let totalSpan = cells.said(.total).map { table.span($0.cell) }
    if let price, let entry = cells.said(.unitPrice) {
      setPrice(price.value, table.span(entry.cell), &draft)
      if let total, let quantity = draft.quantity { compare(price.value, quantity, total, totalSpan, &draft) }
      return total?.value
    }
    guard let total, let span = totalSpan else { return total?.value }
    guard let quantity = draft.quantity else {
      draft.note(
        "total-without-quantity", zh: "只有总价 \(total.value.description) 元，没有数量，算不出单价",
        en: "there is a total of \(total.value.description) but no quantity, so no unit price", at: span)
      return total.value
    }
    if let each = try? total.value / quantity, (try? Money(each)) != nil {
      draft.note(
        "price-from-total", .note, zh: "单价 \(each.description) 由总价除以数量得出",
        en: "the unit price, \(each.description), is the total over the quantity", at: span)
      setPrice(each, span, &draft)
    } else {
      draft.note(
        "total-not-divisible",
        zh: "总价 \(total.value.description) 除以数量 \(quantity.description) 得不出四位小数以内的单价，单价按未知计",
        en:
          "the total \(total.value.description) over the quantity \(quantity.description) gives no unit price of up to four decimals; it counts as unknown",
        at: span)
    }
    return total.value
  }

  private mutating func setPrice(_ value: Rational, _ span: SourceSpan, _ draft: inout RowDraft) {
    draft.line.places[.unitPrice] = span
    do {
      draft.line.unitPrice = try Money(value).amount
    } catch .overflow {
      problems.error(
        "overflow",
        Localized(zh: "单价超出可计算的范围", en: "the unit price is past what can be computed"), at: span)
    } catch {
      draft.note(
        "too-fine", zh: "单价 \(value.description) 的小数超过四位，按未知计",
        en: "the unit price \(value.description) has more than four decimals and counts as unknown", at: span)
    }
  }

  /// The unit price stands, and the total is reported: 财政部令第87号, article 59.
  private func compare(
    _ price: Rational, _ quantity: Rational, _ total: (value: Rational, step: Rational), _ span: SourceSpan?,
    _ draft: inout RowDraft
  ) {
    guard let product = try? price * quantity, product != total.value else { return }
    // A total that is stated in 万元 to four decimals is right to half a yuan.
    if let gap = try? product - total.value, let room = try? total.step / Rational(2),
      total.step > .one || !total.value.isWhole
    {
      if (gap.isNegative ? -gap : gap) <= room { return }
    }
    draft.note(
      "line-total-mismatch",
      zh:
        "单价 \(price.description) × 数量 \(quantity.description) = \(product.description)，表中总价是 \(total.value.description)；以单价为准",
      en:
        "unit price \(price.description) × quantity \(quantity.description) = \(product.description), but the total says \(total.value.description); the unit price stands",
      at: span)
  }

  /// An amount in the currency's unit, with the place to which it is exact; nil, with what is to be said, where there is none.
  mutating func amount(
    _ entry: RowCells.Entry, _ draft: inout RowDraft, _ block: inout TableBlock
  ) -> (value: Rational, step: Rational)? {
    let span = block.table.span(entry.cell)
    let unit = mapping?.money ?? entry.column.text.money ?? block.money ?? canonicalUnit(entry.column, block)
    let money = CellMoney(entry.text, unit: unit, currency: project.currency)
    if let conflict = money.conflict {
      draft.note(
        "capitals-mismatch",
        zh: "大写金额是 \(conflict.capitals.description)，小写是 \(conflict.figure.description)；以大写为准",
        en:
          "the amount in words is \(conflict.capitals.description), the figure \(conflict.figure.description); the words stand",
        at: span)
    }
    let text = entry.text.text.brief
    switch money.reading {
    case .amount(let value):
      guard !value.isNegative else {
        problems.error(
          "negative-price", Localized(zh: "金额 `\(text)` 不能为负", en: "the amount `\(text)` cannot be negative"),
          at: span,
          help: Localized(zh: "折扣不单列一行，请直接计入各行单价", en: "a discount is no line of its own; put it into the unit prices"))
        return nil
      }
      return (value, money.step)
    case .unitUnknown:
      if block.said.insert("unit \(entry.column.number)").inserted { noteUnknownUnit(entry.column) }
    case .foreign(let currency):
      if block.saidOfBill.insert("currency \(entry.column.number)").inserted {
        draft.note(
          "foreign-currency", zh: "“\(text)”是 \(currency)，而项目的货币是 \(project.currency)；这一列里这样的金额按未知计",
          en:
            "“\(text)” is in \(currency), but the project's currency is \(project.currency); such amounts of this column count as unknown",
          at: span)
      }
    case .approximate:
      draft.note(
        "approximate", zh: "“\(text)”不是确定的金额，按未知计", en: "“\(text)” is no exact amount and counts as unknown", at: span)
    case .unreadable:
      draft.note(
        "unreadable-number", zh: "“\(text)”不是金额，按未知计", en: "“\(text)” is no amount and counts as unknown", at: span)
    case .ambiguous: reportAmbiguous(entry, span)
    case .overflow: reportOverflow(entry, span)
    }
    return nil
  }

  /// A column that is the field of a canonical bill states its prices as that does: in the project's currency. Only a
  /// long table that some program wrote has such a column beside `bom_id`; a sheet's own words are never guessed at.
  private func canonicalUnit(_ column: TableHeader.Column, _ block: TableBlock) -> MoneyUnit? {
    guard column.title == LineField.unitPrice.rawValue, block.column(.bom)?.title == "bom_id" else { return nil }
    return MoneyUnit(factor: 1, currency: project.currency)
  }

  private mutating func noteUnknownUnit(_ column: TableHeader.Column) {
    loose.append(
      (
        .init(
          code: "money-unit-unknown", severity: .warning,
          message: Localized(
            zh: "“\(column.title)”列没有说明是元还是万元，金额按未知计；在列对照表里写 `money: 元` 或 `money: 万元`",
            en:
              "nothing says whether “\(column.title)” is in 元 or 万元, so its amounts count as unknown; write `money: 元` or `money: 万元` in a mapping file"
          ),
          span: column.span), drafts.count
      ))
  }

  mutating func reportAmbiguous(_ entry: RowCells.Entry, _ span: SourceSpan) {
    let text = entry.text.text.brief
    problems.error(
      "ambiguous-number",
      Localized(zh: "`\(text)` 可以读成两个数", en: "`\(text)` can be read as two numbers"), at: span,
      help: Localized(
        zh: "小数点写 `.`，千分位写 `,` 并且三位一组：`1,234.5`",
        en: "write `.` before decimals and `,` only between groups of three digits: `1,234.5`"))
  }

  mutating func reportOverflow(_ entry: RowCells.Entry, _ span: SourceSpan) {
    problems.error(
      "overflow",
      Localized(
        zh: "数 `\(entry.text.text.brief)` 超出精确计算的范围",
        en: "`\(entry.text.text.brief)` is past what exact arithmetic holds"),
      at: span)
  }
}
