internal import Diagnostics
internal import Documents
internal import Quantities

extension TableRun {
  /// Reads the tables of a sheet, one below the other; the number of headers that were found.
  mutating func readBlocks(of table: Table) -> Int {
    let finder = HeaderFinder(table: table, mapping: mapping, first: first)
    let sheetLot = table.file.sheet.flatMap { RowLabel.lot($0.name) }
    guard case .found = mapping?.header ?? .found else { return readMappedBlock(of: table, finder, lot: sheetLot) }
    var block: TableBlock?
    var titles = TableTitles()
    var count = 0
    var index = 0
    var searched = 0
    while index < table.rows.count {
      let row = table.rows[index]
      let mayBeHeader = block.map { !startsWithNumber(row, $0) } ?? (searched < Self.headerDepth)
      if mayBeHeader, let header = finder.header(at: index) {
        index = header.rows.upperBound
        if let block, block.header.repeats(header) { continue }
        // A row that looks like a header too and follows at once: nothing says which of the two it is.
        if index < table.rows.count, table.rows[index].number == table.rows[index - 1].number + 1,
          let other = finder.header(at: index), !other.repeats(header), !hasNumber(table.rows[index], header)
        {
          reportTwoHeaders(header, other)
          return count + 1
        }
        apply(titles)
        block = begin(table, header, lot: titles.lot ?? block?.lot ?? sheetLot)
        block?.money = titles.money
        titles = TableTitles()
        count += 1
        continue
      }
      if block?.read(row, in: &self) == nil {
        searched += 1
        titles.read(row, table)
      }
      index += 1
    }
    return count
  }

  private mutating func readMappedBlock(of table: Table, _ finder: HeaderFinder, lot: String?) -> Int {
    var first = 0
    var header = TableHeader(rows: 0..<0, columns: [], unknown: [])
    if case .rows(let rows) = mapping?.header {
      guard let start = table.rows.firstIndex(where: { $0.number == rows.lowerBound }) else {
        problems.error(
          "no-header",
          Localized(
            zh: "列对照表说表头在第 \(rows.lowerBound) 行，那一行是空的",
            en: "the mapping file says that row \(rows.lowerBound) is the header, but it is empty"),
          at: SourceSpan(file: table.file))
        return 0
      }
      first = min(start + rows.count, table.rows.count)
      header = finder.header(of: start..<first)
    } else {
      let blank = Table.Cell(
        column: 1, text: "", range: SourceLocation(line: 1, column: 1)..<SourceLocation(line: 1, column: 2))
      for number in Set(table.rows.flatMap { $0.cells.map(\.column) }).sorted() {
        guard let field = mapping?.field(of: HeaderText(""), column: number) else { continue }
        header.columns.append(
          .init(
            number: number, title: TableMapping.letters(of: number), text: HeaderText(""), field: field, rank: 9,
            span: table.span(blank).withoutRange))
      }
    }
    var titles = TableTitles()
    for row in table.rows[..<first] { titles.read(row, table) }
    apply(titles)
    guard header.saysWhat else {
      problems.error(
        "no-name-column",
        Localized(zh: "没有一列说明采购什么", en: "no column says what is bought"),
        at: header.columns.first?.span ?? SourceSpan(file: table.file),
        help: Localized(
          zh: "在列对照表里写明哪一列是 `name` 或 `model`", en: "say in the mapping file which column is `name` or `model`"))
      return 1
    }
    var block = begin(table, header, lot: titles.lot ?? lot)
    block?.money = titles.money
    for index in table.rows.indices[first...] {
      if let known = block, !startsWithNumber(table.rows[index], known), known.header.rows.count > 0 {
        let again = finder.header(of: index..<min(index + header.rows.count, table.rows.count))
        if again.columns.count == header.columns.count, again.repeats(header) { continue }
      }
      block?.read(table.rows[index], in: &self)
    }
    return 1
  }

  /// Whether a row begins with a number or has one where the header says quantity or price: it is no header then.
  private func startsWithNumber(_ row: Table.Row, _ block: TableBlock) -> Bool {
    row.cells.contains { cell in
      guard let field = block.column(at: cell.column)?.field, let first = cell.text.utf8.first else { return false }
      return [.number, .quantity, .unitPrice, .total].contains(field) && CellNumber.isDigit(first)
    }
  }

  /// Whether a row has a number where a header says quantity or price.
  private mutating func hasNumber(_ row: Table.Row, _ header: TableHeader) -> Bool {
    row.cells.contains { cell in
      header.columns.contains { column in
        column.number == cell.column && [.quantity, .unitPrice, .total].contains(column.field)
      } && texts(cell.text).isNumber
    }
  }

  private mutating func begin(_ table: Table, _ header: TableHeader, lot: String?) -> TableBlock? {
    var header = header
    // 项目名称 is the item in a contract's schedule, and the project where another column names the item.
    if !header.columns.contains(where: { [.name, .category, .bom].contains($0.field) }),
      let index = header.columns.firstIndex(where: { $0.field == .project && $0.rank < 9 })
    {
      header.columns[index] = header.columns[index].holding(.name)
    }
    // Beside a column for the place of making, `origin` is the claim alone.
    if header.column(.madeIn) != nil {
      for index in header.columns.indices where header.columns[index].field == .originOrPlace {
        header.columns[index] = header.columns[index].holding(.origin)
      }
    }
    guard let chosen = chosenColumns(header, table) else { return nil }
    for column in chosen { columns.append((column.title, column.field)) }
    if header.columns.contains(where: { $0.field == .bom }) { isLong = true }
    var block = TableBlock(table: table, header: header, columns: chosen, start: drafts.count, lot: lot)
    if !header.unknown.isEmpty {
      let names = header.unknown.prefix(12).map { "`\($0.title)`" }
      loose.append(
        (
          .init(
            code: "unused-columns", severity: .note,
            message: Localized(
              zh: "没有用到的列：\(names.joined(separator: "、"))",
              en: "columns that were not used: \(names.joined(separator: ", "))"),
            span: header.unknown[0].span), drafts.count
        ))
    }
    for column in chosen where table.hiddenColumns.contains(where: { $0.contains(column.number) }) {
      loose.append(
        (
          .init(
            code: "hidden-column", severity: .warning,
            message: Localized(
              zh: "“\(column.title)”列是隐藏的，仍然读取", en: "the column “\(column.title)” is hidden, and read all the same"),
            span: column.span), drafts.count
        ))
    }
    // 招标规格, 投标规格, 偏离: a comparison with what was asked, without quantities.
    if block.has(.deviation), !block.has(.quantity), !block.has(.unitPrice), !block.has(.total) {
      block.isComparison = true
      loose.append(
        (
          .init(
            code: "deviation-table", severity: .note,
            message: Localized(zh: "这是偏离表，不是清单，没有读", en: "this is a table of deviations and no bill; it was not read"),
            span: header.columns[0].span), nil
        ))
    } else if !block.has(.quantity) {
      loose.append(
        (
          .init(
            code: "no-quantity-column", severity: .warning,
            message: Localized(
              zh: "表里没有数量列，各行数量按未知计", en: "the table has no column of quantities; they count as unknown"),
            span: header.columns[0].span), drafts.count
        ))
    }
    return block
  }

  private mutating func reportTwoHeaders(_ first: TableHeader, _ second: TableHeader) {
    problems.error(
      "two-headers",
      Localized(zh: "相邻的两行都像表头，不能确定用哪一行", en: "two rows in a row look like the header, and nothing says which one is"),
      at: first.columns.first?.span,
      help: Localized(
        zh: "在列对照表里用 `header` 写出表头的行号", en: "give the number of the header's row under `header` in a mapping file"),
      notes: [Diagnostic.Note(Localized(zh: "另一行在这里", en: "the other one is here"), at: second.columns.first?.span)])
  }
}
