internal import Diagnostics
internal import Documents
internal import Quantities

extension TableBlock {
  /// Has a run read a row below the header. Blocks are large, so that they are changed where they are.
  mutating func read(_ row: Table.Row, in run: inout TableRun) { run.read(row, &self) }
}

extension TableRun {
  /// Reads a row below a header.
  mutating func read(_ row: Table.Row, _ block: inout TableBlock) {
    guard !block.isComparison else { return }
    // Taken out while it is used, so that its room is not copied.
    var cells = RowCells()
    swap(&cells, &self.cells)
    cells.fill(row, block, &texts)
    read(row, &cells, &block)
    swap(&cells, &self.cells)
  }

  private mutating func read(_ row: Table.Row, _ cells: inout RowCells, _ block: inout TableBlock) {
    let head = cells.written.first { !$0.text.isNumber && !$0.text.isMissing }
    guard let first = cells.written.first?.cell else { return }
    let isLone = cells.written.count == 1 && !block.continues(row)
    switch head?.text.label {
    case .discount?:
      reportDiscount(head?.cell ?? first, block)
      return
    case .subtotal?:
      checkTotals(row, cells, isSubtotal: true, &block)
      return
    case .total?:
      checkTotals(row, cells, isSubtotal: false, &block)
      return
    case .note? where cells[.quantity] == nil && cells[.unitPrice] == nil && cells[.total] == nil: return
    case .lot(let lot)? where isLone:
      block.lot = lot
      for place in block.above.indices { block.above[place] = nil }
      block.isOptional = false
      return
    default: break
    }
    if readFurtherSerials(cells, block) { return }
    if isLone {
      readHeading(first, &block)
      return
    }
    var notes = takeFormulas(block, &cells)
    fillDown(row, &cells, &block, &notes)
    guard
      cells.entries.contains(where: { $0.column.field.saysWhat || $0.column.field == .brand })
        || cells.says(.quantity) || cells.says(.unitPrice) || cells.says(.total)
    else {
      if !block.isTotalled { leaveUnread(cells, first, &block) }
      return
    }
    if block.isTotalled, !cells.says(.quantity), !cells.says(.unitPrice), !cells.says(.total) {
      noteUnread(first, block)
      return
    }
    readPosition(row, cells, notes, &block)
  }

  private mutating func readPosition(
    _ row: Table.Row, _ cells: RowCells, _ notes: [RowDraft.Note], _ block: inout TableBlock
  ) {
    let table = block.table
    guard drafts.count < BomReader.lineLimit else {
      if block.said.insert("too-many-lines").inserted {
        problems.error(
          "too-many-lines",
          Localized(zh: "清单超过 \(BomReader.lineLimit) 行", en: "the bill has more than \(BomReader.lineLimit) lines"),
          at: cells.entries.first.map { table.span($0.cell) })
      }
      return
    }
    let what = cells.said(.name) ?? cells.said(.model) ?? cells.said(.brandModel) ?? cells.said(.category)
    guard let shown = what ?? cells.entries.first else { return }
    var draft = RowDraft(span: table.span(shown.cell))
    // Kind, vendor, model, quantity, price, place of making, seller: few lines have more.
    draft.line.places.reserveCapacity(min(7, cells.entries.count))
    draft.notes = notes
    draft.name = cells.said(.name)?.text.text ?? cells.said(.category)?.text.text
    draft.isBare = isBare(cells)
    if row.isHidden {
      draft.note("hidden-row", zh: "这一行是隐藏的，仍然计入", en: "this row is hidden, and counted all the same")
    }
    if case .outer(let level)? = cells[.number]?.text.rowNumber, isSection(cells),
      block.has(.quantity) || block.has(.unitPrice) || block.has(.total)
    {
      block.outer.removeAll { $0.level >= level }
      block.outer.append((level, nil))
      block.isOptional = OptionWords.areIn(draft.name ?? "")
      return
    }
    readNames(cells, &draft, block)
    guard readQuantity(cells, &draft, block) else {
      if draft.isLeftOut { keep(draft, cells, &block) }
      return
    }
    let amount = readPrices(cells, &draft, &block)
    readOrigins(cells, &draft, &block)
    readRest(cells, &draft, &block)
    place(&draft, amount, cells, &block)
    if let name = cells.said(.name) { block.nameAbove = name.text.key }
    drafts.append(draft)
  }

  /// Passes over a row that is no position. In a long table it still says that there is such a bill.
  private mutating func leaveUnread(_ cells: RowCells, _ first: Table.Cell, _ block: inout TableBlock) {
    guard isLong, cells.said(.bom) != nil else { return noteUnread(first, block) }
    var draft = RowDraft(span: block.table.span(first))
    draft.isLeftOut = true
    noteUnread(first, block, draft: drafts.count)
    keep(draft, cells, &block)
  }

  /// Keeps a row that is left out among the rows of its bill.
  private mutating func keep(_ draft: RowDraft, _ cells: RowCells, _ block: inout TableBlock) {
    var draft = draft
    readRest(cells, &draft, &block)
    drafts.append(draft)
  }

  /// Lot, seller, option, outcome, and what a long table says of the project.
  private mutating func readRest(_ cells: RowCells, _ draft: inout RowDraft, _ block: inout TableBlock) {
    let table = block.table
    if let supplier = cells.said(.supplier) {
      draft.line.supplier = supplier.text.text
      draft.line.places[.supplier] = table.span(supplier.cell)
    } else {
      draft.line.supplier = mapping?.defaults[.supplier]
    }
    if let lot = cells.said(.lot) {
      draft.lot = lot.text.text
      draft.line.places[.lot] = table.span(lot.cell)
    } else {
      draft.lot = block.lot ?? mapping?.defaults[.lot]
    }
    draft.line.lot = draft.lot
    readSerials(cells, &draft, &block)
    readOption(cells, &draft, block)
    if let outcome = cells.said(.outcome), OutcomeWords.meanFailure(outcome.text.key) {
      draft.isFailed = true
      draft.note(
        "failed-lot", zh: "这一包没有成交（“\(outcome.text.text.brief)”），不计入",
        en: "this lot came to nothing (“\(outcome.text.text.brief)”) and is not counted", at: table.span(outcome.cell))
    }
    guard let bom = cells.said(.bom) else {
      if block.has(.bom) {
        problems.error(
          "missing-bom-id", Localized(zh: "这一行没有清单编号", en: "this row has no id of a bill"), at: draft.line.span,
          help: Localized(zh: "每一行都要写它属于哪份清单", en: "every row must say to which bill it belongs"))
      }
      return
    }
    draft.bom = (bom.text.text, table.span(bom.cell))
    for field in [TableField.project, .region, .facility, .buyer, .date, .year] {
      if let entry = cells.said(field) { draft.project[field] = (entry.text.text, table.span(entry.cell)) }
    }
  }

  private func readOption(_ cells: RowCells, _ draft: inout RowDraft, _ block: TableBlock) {
    draft.line.isOption = block.isOptional
    if let said = cells.said(.option), said.text.originWord == .yes || said.text.originWord == .no {
      draft.line.isOption = said.text.originWord == .yes
      draft.line.places[.option] = block.table.span(said.cell)
      return
    }
    for field in [TableField.option, .name, .category, .remark] {
      guard let entry = cells.said(field), entry.text.saysOption else { continue }
      draft.line.isOption = true
      draft.line.places[.option] = block.table.span(entry.cell)
      return
    }
  }

  /// Whether a row has a name and nothing that only a position has, not even a dash.
  private func isBare(_ cells: RowCells) -> Bool {
    !cells.entries.contains { ![.number, .name, .lot, .bom, .group, .category].contains($0.column.field) }
  }

  /// Whether a row numbered 一 or （一） heads others; it may state what they cost together.
  private func isSection(_ cells: RowCells) -> Bool {
    !cells.entries.contains { entry in
      ![.number, .name, .lot, .bom, .group, .category, .total, .remark].contains(entry.column.field)
        && !entry.text.isMissing
    }
  }

  private mutating func readHeading(_ cell: Table.Cell, _ block: inout TableBlock) {
    if OptionWords.areIn(cell.text) {
      block.isOptional = true
    } else if !block.isTotalled {
      block.isOptional = false
      noteUnread(cell, block)
    }
  }

  private mutating func noteUnread(_ cell: Table.Cell, _ block: TableBlock, draft: Int? = nil) {
    loose.append(
      (
        .init(
          code: "row-not-read", severity: .note,
          message: Localized(
            zh: "这一行不是清单行，没有读：“\(CellText(cell.text).text.brief)”",
            en: "this row is no position and was not read: “\(CellText(cell.text).text.brief)”"),
          span: block.table.span(cell)), draft ?? max(0, drafts.count - 1)
      ))
  }

  private mutating func reportDiscount(_ cell: Table.Cell, _ block: TableBlock) {
    problems.error(
      "discount-line",
      Localized(
        zh: "“\(CellText(cell.text).text.brief)”是折扣，不能单列一行",
        en: "“\(CellText(cell.text).text.brief)” is a discount, which is no line of its own"),
      at: block.table.span(cell),
      help: Localized(zh: "请把折扣直接计入各行单价", en: "put it into the unit prices"))
  }

  /// Reports cells that a program could take for a formula, and those whose formula has no value, and drops what has none.
  private func takeFormulas(_ block: TableBlock, _ cells: inout RowCells) -> [RowDraft.Note] {
    var notes: [RowDraft.Note] = []
    for (cell, text) in cells.written {
      if cell.form == .fault {
        notes.append(
          .init(
            code: "cell-fault", severity: .warning,
            message: Localized(
              zh: "公式没有值（`\(text.text.brief)`），按没有填计",
              en: "the formula has no value (`\(text.text.brief)`); it counts as missing"),
            span: block.table.span(cell)))
        cells.drop(column: cell.column)
      } else if text.looksLikeFormula {
        let isFormula = text.text.begins(with: "=")
        notes.append(
          .init(
            code: "formula", severity: .warning,
            message: isFormula
              ? Localized(
                zh: "`\(text.text.brief)` 是公式，按没有填计", en: "`\(text.text.brief)` is a formula; it counts as missing")
              : Localized(
                zh: "`\(text.text.brief)` 会被表格软件当作公式", en: "a spreadsheet would take `\(text.text.brief)` for a formula"
              ),
            span: block.table.span(cell)))
        if isFormula { cells.drop(column: cell.column) }
      }
    }
    return notes
  }

  /// Gives a row what a cell above says for it too: where cells were merged, and for a blank lot, which separated values
  /// cannot merge. A blank brand is the one above only under the same name. What stands in one bill of a long table says
  /// nothing of the next.
  private mutating func fillDown(
    _ row: Table.Row, _ cells: inout RowCells, _ block: inout TableBlock, _ notes: inout [RowDraft.Note]
  ) {
    let bill = cells[.bom]?.text.text
    if bill != block.bill.id {
      block.bill = (bill, row.number)
      block.numbered = ([:], [:])
      block.outer = []
      block.saidOfBill = []
    }
    for (place, field) in TableBlock.filledFields.enumerated() {
      guard let column = block.column(field) else { continue }
      if let own = cells[field] {
        block.above[place] = (own.cell, row.number)
        continue
      }
      guard let above = block.above[place] else { continue }
      let isMerged = block.merges.firstRow(of: row.number, column: column.number).map { above.row >= $0 } ?? false
      let name = cells.said(.name)?.text.key
      let isSame = name == nil || name == block.nameAbove
      let isLeftOpen =
        block.table.merges.isEmpty && above.row >= block.bill.firstRow
        && (field == .lot || ((field == .brand || field == .maker) && isSame))
      guard isMerged || isLeftOpen else { continue }
      let entry = RowCells.Entry(cell: above.cell, text: texts(above.cell.text), column: column)
      cells.add(entry)
      guard !isMerged, field != .lot else { continue }
      notes.append(
        .init(
          code: "filled-down", severity: .warning,
          message: Localized(
            zh: "“\(column.title)”没有填，沿用上面的“\(entry.text.text.brief)”",
            en: "“\(column.title)” is blank; “\(entry.text.text.brief)” above holds for it"),
          span: block.table.span(above.cell)))
    }
  }
}
