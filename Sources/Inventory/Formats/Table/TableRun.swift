internal import Diagnostics
internal import Documents
internal import Quantities

/// The work of reading some tables once.
struct TableRun {
  let reader: TableReader
  /// What is known of the project: from elsewhere, then from the tables.
  var project: Project
  let places: PlaceWords
  /// All positions, in the order of the tables.
  var drafts: [RowDraft] = []
  /// What is to be known of a table and not of one position, with the position whose bill it goes to.
  var loose: [(note: RowDraft.Note, draft: Int?)] = []
  var problems = Problems()
  /// Whether prices hold the tax, and where that is said.
  var prices: (basis: PriceBasis, span: SourceSpan)?
  /// What columns were taken to hold.
  var columns: [(title: String, field: TableField)] = []
  /// Whether some table has one bill an id.
  var isLong = false
  /// What texts of cells mean, so that each is looked at once.
  var texts = CellTexts()
  /// The cells of the row before, for their room to be used again.
  var cells = RowCells()
  var regionCodes: [String: String] = [:]
  /// What is recognised in the first row of every table, where that is known already.
  let first: TableHeader?

  init(reader: TableReader, project: Project, first: TableHeader? = nil) {
    self.first = first
    self.reader = reader
    self.project = project
    places = PlaceWords(regions: reader.regions)
  }

  var mapping: TableMapping? { reader.mapping }

  /// Reads all tables.
  mutating func read(_ tables: [Table]) {
    var headless: [Table] = []
    var headers = 0
    let wanted = tables.filter { isWanted($0) && !$0.rows.isEmpty }
    drafts.reserveCapacity(min(BomReader.lineLimit, wanted.reduce(0) { $0 + $1.rows.count }))
    for table in wanted {
      let found = readBlocks(of: table)
      headers += found
      if found == 0 { headless.append(table) }
    }
    if problems.hasErrors { return }
    if headers == 0 {
      guard !headless.isEmpty else {
        problems.error(
          "no-table", Localized(zh: "文件里没有可读的表格", en: "there is no table to read in the file"),
          at: tables.first.map { SourceSpan(file: $0.file) },
          help: tables.contains(where: \.isHidden)
            ? Localized(
              zh: "隐藏的工作表不读；取消隐藏，或在列对照表里用 `sheet` 写出它",
              en: "hidden sheets are not read; show the sheet, or name it under `sheet` in a mapping file") : nil)
        return
      }
      for table in headless { reportMissingHeader(in: table) }
      return
    }
    for table in headless {
      loose.append(
        (
          .init(
            code: "no-table", severity: .note,
            message: Localized(zh: "这个工作表里没有找到表头，没有读", en: "no header was found in this sheet; it was not read"),
            span: SourceSpan(file: table.file)), nil
        ))
    }
    linkParents(by: tables)
  }

  /// Whether a sheet is to be read: those that a mapping names, else all that are not hidden.
  private mutating func isWanted(_ table: Table) -> Bool {
    if let sheets = mapping?.sheets, !sheets.isEmpty {
      return table.file.sheet.map { sheets.contains($0.name) } ?? true
    }
    if table.isHidden, !table.rows.isEmpty {
      loose.append(
        (
          .init(
            code: "hidden-sheet", severity: .warning,
            message: Localized(
              zh: "这个工作表是隐藏的，没有读；要读就取消隐藏，或在列对照表里用 `sheet` 写出它",
              en: "this sheet is hidden and was not read; show it, or name it under `sheet` in a mapping file"),
            span: SourceSpan(file: table.file)), nil
        ))
    }
    return !table.isHidden
  }

  /// A problem of a table as a whole: which words were looked for, and what is there instead.
  private mutating func reportMissingHeader(in table: Table) {
    let finder = HeaderFinder(table: table, mapping: mapping)
    // The row that comes nearest says the most about what is amiss.
    let best = table.rows.indices.prefix(Self.headerDepth).map { finder.header(of: $0..<$0 + 1) }
      .enumerated().max { ($0.element.knownCount, -$0.offset) < ($1.element.knownCount, -$1.offset) }?.element
    if let best, best.knownCount >= 3 {
      let titles = best.columns.map { "`\($0.title)`" }
      let words = HeaderWords.words(of: [.name, .category, .model])
      problems.error(
        "no-name-column",
        Localized(
          zh: "表头里没有说明采购什么的列，认出的是 \(titles.joined(separator: "、"))",
          en: "no column of the header says what is bought; known are \(titles.joined(separator: ", "))"),
        at: best.columns.first.map(\.span),
        help: Localized(
          zh: "这样的列叫 \(words.map { "`\($0)`" }.joined(separator: "、"))；叫别的名字时，用列对照表写明它是 `name`",
          en:
            "such a column is called \(words.map { "`\($0)`" }.joined(separator: ", ")); where it has another name, say in a mapping file that it is `name`"
        ))
      return
    }
    let words = HeaderWords.words(of: [.name, .brand, .model, .quantity, .unitPrice]).map { "`\($0)`" }
    let notes = table.rows.prefix(3).compactMap { row -> Diagnostic.Note? in
      guard let cell = row.cells.first else { return nil }
      let text = row.cells.prefix(8).map { CellText($0.text).text.brief }.joined(separator: " | ")
      return Diagnostic.Note(
        Localized(zh: "第 \(row.number) 行：\(text)", en: "row \(row.number): \(text)"), at: table.span(cell).withoutRange)
    }
    problems.error(
      "no-header",
      Localized(
        zh: "没有找到表头：一行里至少要有三个认识的列名，其中一个说明采购什么；找过 \(words.joined(separator: "、")) 等",
        en:
          "no header was found: one row must have at least three known column names, one of which says what is bought; looked for \(words.joined(separator: ", ")) and others"
      ),
      at: SourceSpan(file: table.file),
      help: Localized(
        zh: "列名不同时，用列对照表写明每列是什么", en: "where the columns have other names, say in a mapping file what each of them is"),
      notes: notes)
  }

  /// A header stands within so many rows of the beginning, or of the end of the table before it.
  static let headerDepth = 200
}

extension SourceSpan {
  /// The file alone, for a note whose words show the place.
  var withoutRange: SourceSpan { SourceSpan(file: file) }
}
