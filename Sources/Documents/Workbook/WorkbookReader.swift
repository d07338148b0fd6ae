internal import Diagnostics

/// Finds the parts of a workbook and reads its sheets.
struct WorkbookReader {
  /// More than anyone can look through.
  static let maximumSheets = 4_096

  let archive: ZipArchive
  let limits: WorkbookLimits
  private var budget: WorkbookBudget

  init(archive: ZipArchive, limits: WorkbookLimits) {
    self.archive = archive
    self.limits = limits
    budget = WorkbookBudget(limits)
  }

  mutating func tables() throws(Problems) -> [Table] {
    let types = try read("[Content_Types].xml") { ContentTypes(in: $0) }
    let main = try mainPart(types)
    guard let workbook = try read(main, { WorkbookPart(in: $0) }) else { throw missing(main) }
    let links = try read(Relationships.part(of: main)) { Relationships(in: $0) }?.all ?? []
    func part(_ kind: String) -> String? {
      links.first { $0.kind == kind }.map { Relationships.resolve($0.target, from: main) }
    }
    let formats = try part("styles").flatMap { part throws(Problems) in try read(part) { Styles(in: $0) } }
    let limits = limits
    let texts = try part("sharedStrings").flatMap { part throws(Problems) in
      try read(part, holdsCells: true) { SharedStrings(in: $0, limits: limits) }
    }
    let shared = SheetReader.Shared(
      texts: texts?.texts ?? [], days: formats?.days ?? [], countsFrom1904: workbook.countsFrom1904)
    guard workbook.sheets.count <= Self.maximumSheets else {
      throw Problems(
        Diagnostic(
          .error, "too-many-sheets",
          Localized(
            zh: "工作簿中的工作表超过 \(Self.maximumSheets) 张", en: "the workbook has more than \(Self.maximumSheets) sheets"),
          at: SourceSpan(file: archive.file)))
    }
    let targets = Dictionary(links.map { ($0.id, $0) }) { first, _ in first }
    var tables: [Table] = []
    for sheet in workbook.sheets {
      guard let link = targets[sheet.relationship] else {
        throw Problems(
          Diagnostic(
            .error, "missing-link",
            Localized(
              zh: "工作簿没有说明工作表 `\(sheet.name.excerpt)` 是哪个部件",
              en: "the workbook does not say which part the sheet `\(sheet.name.excerpt)` is"),
            at: SourceSpan(file: archive.file), help: ForeignFile.saveAsWorkbook))
      }
      // A chart that has a tab of its own, a dialogue or a macro sheet of old holds no table.
      guard link.kind == "worksheet" else { continue }
      tables.append(try table(sheet, in: Relationships.resolve(link.target, from: main), shared))
    }
    guard !tables.isEmpty else {
      throw Problems(
        Diagnostic(
          .error, "no-sheet", Localized(zh: "工作簿中没有工作表", en: "the workbook has no sheet with cells"),
          at: SourceSpan(file: archive.file),
          help: Localized(zh: "请把表格放进工作表", en: "put the table into a sheet with cells")))
    }
    return tables
  }

  /// The part that names the sheets.
  private mutating func mainPart(_ types: ContentTypes?) throws(Problems) -> String {
    let links = try read("_rels/.rels") { Relationships(in: $0) }?.all ?? []
    let linked = links.first { $0.kind == "officeDocument" }.map { Relationships.resolve($0.target, from: "") }
    guard let part = linked ?? types?.part(ofTypeEndingWith: ".main+xml") else {
      throw OfficeFile.unknown.problems(in: archive.file)
    }
    let type = types?.type(of: part) ?? ""
    if let refusal = OfficeFile(part: part, type: type) { throw refusal.problems(in: archive.file) }
    return part
  }

  private mutating func table(
    _ sheet: WorkbookPart.SheetName, in part: String, _ shared: SheetReader.Shared
  ) throws(Problems) -> Table {
    let place = SourceFile(name: archive.file.name, sheet: Sheet(name: sheet.name) { _ in [] })
    let left = budget
    guard
      let reader = try read(
        part, holdsCells: true, { SheetReader(in: $0, sheet: place, shared: shared, budget: left) })
    else {
      throw missing(part, sheet: sheet.name)
    }
    if !reader.problems.isEmpty { throw reader.problems }
    budget.cells = reader.budget.cells
    budget.textBytes = reader.budget.textBytes
    let rows = reader.rows
    let file = SourceFile(
      name: archive.file.name,
      sheet: Sheet(name: sheet.name) { number in
        rows.row(number).map { $0.cells.map { Sheet.Cell(column: $0.column, text: $0.text) } } ?? []
      })
    return Table(
      file: file, rows: rows, merges: reader.merges, hiddenColumns: reader.hiddenColumns, isHidden: sheet.isHidden)
  }

  /// Reads a part; nil if there is none of that name.
  private mutating func read<Handler: XMLHandler>(
    _ name: String, holdsCells: Bool = false, _ handler: (SourceFile) -> Handler
  ) throws(Problems) -> Handler? {
    guard let entry = archive.entry(name) else { return nil }
    try budget.inflate(entry, holdsCells: holdsCells, in: archive.file)
    let file = SourceFile(name: "\(archive.file.name)/\(entry.name)", bytes: [])
    do throws(Problems) {
      return try events(of: entry, handler(file), in: file)
    } catch {
      // A damaged part can look like many other faults: its checksum tells.
      var stream = try ZipStream(entry, of: archive)
      while try stream.next() != nil {}
      throw error
    }
  }

  private func events<Handler: XMLHandler>(
    of entry: ZipEntry, _ handler: Handler, in file: SourceFile
  ) throws(Problems) -> Handler {
    var stream = try ZipStream(entry, of: archive)
    var events = XMLEvents(handler, of: file, depth: 64)
    while let piece = try stream.next() { try events.push(piece) }
    return try events.finish()
  }

  private func missing(_ part: String, sheet: String? = nil) -> Problems {
    let zh = sheet.map { "工作表 `\($0.excerpt)` 的" } ?? ""
    let en = sheet.map { " of the sheet `\($0.excerpt)`" } ?? ""
    return Problems(
      Diagnostic(
        .error, "missing-part",
        Localized(
          zh: "工作簿中缺少\(zh)部件 `\(part.excerpt)`", en: "the part `\(part.excerpt)`\(en) is missing in the workbook"),
        at: SourceSpan(file: archive.file), help: ForeignFile.saveAsWorkbook))
  }
}

extension [Table.Row] {
  /// The row of a number, the rows being in order.
  fileprivate func row(_ number: Int) -> Table.Row? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].number == number ? self[low] : nil
  }
}
