internal import Diagnostics
internal import Documents

extension TableRun {
  /// What the columns for origin and place of making say of a position.
  mutating func readOrigins(_ cells: RowCells, _ draft: inout RowDraft, _ block: inout TableBlock) {
    for entry in cells.entries where !entry.text.isMissing {
      switch entry.column.field {
      case .madeIn: readPlace(entry, &draft, block.table)
      case .originOrPlace:
        if saysOrigin(entry) { readWord(entry, &draft, &block) } else { readPlace(entry, &draft, block.table) }
      case .vendorCountry: readVendorCountry(entry, &draft, block.table)
      case .origin, .imported, .madeHere, .trusted: readWord(entry, &draft, &block)
      default: break
      }
    }
  }

  /// Whether a cell under `origin` is the claim by its canonical word, or by one that the mapping explains. 国产 and 进口
  /// are none of these words: they speak of the place of making there, as they do under 产地.
  private func saysOrigin(_ entry: RowCells.Entry) -> Bool {
    Origin(rawValue: entry.text.key) != nil || mapping?.origins.contains { $0.word == entry.text.key } ?? false
  }

  private func country(_ text: CellText) -> Country? {
    if let known = text.known.country { return known }
    let country = places.country(text)
    text.known.country = .some(country)
    return country
  }

  private mutating func readVendorCountry(_ entry: RowCells.Entry, _ draft: inout RowDraft, _ table: Table) {
    let span = table.span(entry.cell)
    guard PlaceWords.mayNameCountry(entry.text), let country = country(entry.text) else {
      draft.note(
        "country-open", zh: "“\(entry.text.text.brief)”不能确定是哪一个国家，厂商国别按未知计",
        en: "“\(entry.text.text.brief)” names no single country that is known; the vendor's country counts as unknown",
        at: span)
      return
    }
    draft.line.vendorCountry = country
    draft.line.places[.vendorCountry] = span
  }

  private mutating func readPlace(_ entry: RowCells.Entry, _ draft: inout RowDraft, _ table: Table) {
    guard let country = country(entry.text) else {
      draft.note(
        "place-open", zh: "“\(entry.text.text.brief)”不能确定是哪一个国家，产地按未知计",
        en: "“\(entry.text.text.brief)” names no single country that is known; the place of making counts as unknown",
        at: table.span(entry.cell))
      return
    }
    setMadeIn(country, entry, &draft, table)
  }

  private mutating func readWord(_ entry: RowCells.Entry, _ draft: inout RowDraft, _ block: inout TableBlock) {
    let table = block.table
    if let own = mapping?.origins.first(where: { $0.word == entry.text.key }) {
      guard let origin = own.origin else { return }
      if [.imported, .madeHere].contains(entry.column.field) {
        setMadeIn(origin == .domestic ? .code("CN") : .notChina, entry, &draft, table)
      } else {
        setOrigin(origin, entry, &draft, table)
      }
      return
    }
    // The canonical words of the claim; 进口 is none of them.
    if [.origin, .originOrPlace].contains(entry.column.field), let origin = Origin(rawValue: entry.text.key) {
      setOrigin(origin, entry, &draft, table)
      return
    }
    switch (entry.column.field, entry.text.originWord) {
    case (_, .code): reportCode(entry, &block)
    case (.origin, .yes), (.origin, .domestic), (.trusted, .yes), (.trusted, .domestic):
      setOrigin(.domestic, entry, &draft, table)
    case (.origin, .no): setOrigin(.foreign, entry, &draft, table)
    // 进口 speaks of where a thing was made, whatever the column is called.
    case (.origin, .imported), (.trusted, .imported), (.imported, .yes), (.imported, .imported), (.madeHere, .imported):
      setMadeIn(.notChina, entry, &draft, table)
    case (.imported, .no), (.imported, .domestic), (.madeHere, .domestic):
      setMadeIn(.code("CN"), entry, &draft, table)
    case (.trusted, .no):
      draft.note(
        "not-trusted", .note, zh: "“非信创”不说明是不是国产，来源按未知计",
        en: "that a product is no 信创 product does not say whether it is domestic; its origin counts as unknown",
        at: table.span(entry.cell))
    default:
      draft.note(
        "origin-open", zh: "“\(entry.column.title)”填的是“\(entry.text.text.brief)”，不能确定含义，按未知计",
        en: "“\(entry.text.text.brief)” under “\(entry.column.title)” has no clear meaning and counts as unknown",
        at: table.span(entry.cell))
    }
  }

  private func setOrigin(_ origin: Origin, _ entry: RowCells.Entry, _ draft: inout RowDraft, _ table: Table) {
    guard !draft.conflicts.contains(.origin) else { return }
    if let known = draft.line.origin, known != origin {
      noteConflict(.origin, &draft, table.span(entry.cell))
      draft.line.origin = nil
      return
    }
    draft.line.origin = origin
    draft.line.places[.origin] = table.span(entry.cell)
  }

  private func setMadeIn(_ country: Country, _ entry: RowCells.Entry, _ draft: inout RowDraft, _ table: Table) {
    guard !draft.conflicts.contains(.madeIn) else { return }
    if let known = draft.line.madeIn {
      guard known.agrees(with: country) else {
        noteConflict(.madeIn, &draft, table.span(entry.cell))
        draft.line.madeIn = nil
        return
      }
      // `US` says more than that it is not China.
      if country == .notChina { return }
    }
    draft.line.madeIn = country
    draft.line.places[.madeIn] = table.span(entry.cell)
  }

  private func noteConflict(_ field: LineField, _ draft: inout RowDraft, _ span: SourceSpan) {
    draft.conflicts.insert(field)
    draft.line.places[field] = nil
    draft.note(
      "claims-conflict", zh: "同一行的两列互相矛盾，按未知计",
      en: "two columns of this row contradict each other; it counts as unknown",
      at: span)
  }

  private mutating func reportCode(_ entry: RowCells.Entry, _ block: inout TableBlock) {
    guard block.said.insert("code \(entry.column.number)").inserted else { return }
    let text = entry.text.text.brief
    problems.error(
      "origin-code",
      Localized(
        zh: "“\(entry.column.title)”填的是代码 `\(text)`，各系统的含义不同",
        en:
          "“\(entry.column.title)” holds the code `\(text)`, which means one thing in one system and another in the next"
      ),
      at: block.table.span(entry.cell),
      help: Localized(
        zh: "这个代码是国产还是进口？请改写成“是”“否”“国产”或“进口”，或在列对照表的 `origins` 里写明",
        en: "does it mean domestic or imported? write 是, 否, 国产 or 进口, or say it under `origins` in a mapping file"))
  }
}
