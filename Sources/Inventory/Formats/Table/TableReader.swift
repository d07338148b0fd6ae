public import Diagnostics
public import Documents

/// Reads procurement sheets: bid tables, price schedules and award notices, as people write them in Chinese and English.
///
/// A header is looked for among the rows by the words over its columns; every table of every sheet is read. A table of
/// several lots gives one bill a lot, a long table with a `bom_id` column one bill an id.
public struct TableReader: Sendable {
  let catalog: Catalog
  let vocabulary: Vocabulary
  let regions: RegionTable
  let mapping: TableMapping?

  /// A reader; the mapping goes before what the table's own words say.
  public init(catalog: Catalog, vocabulary: Vocabulary, regions: RegionTable, mapping: TableMapping? = nil) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.regions = regions
    self.mapping = mapping
  }

  /// The bills in some tables, which belong together: the sheets of a workbook, or one file. `project` is what is known
  /// from elsewhere and goes before what the tables say. Nothing, with the problems, where there are errors.
  public func read(_ tables: [Table], project: Project, _ problems: inout Problems) -> [BillOfMaterials] {
    var texts = CellTexts()
    return read(tables, project: project, &texts, &problems)
  }

  /// The same of tables whose cells say what others said that this reader has read.
  public func read(
    _ tables: [Table], project: Project, _ texts: inout CellTexts, _ problems: inout Problems
  ) -> [BillOfMaterials] {
    read(tables, project: project, first: nil, &texts, &problems)
  }

  /// The same of tables of which it is known what is recognised in their first row.
  func read(
    _ tables: [Table], project: Project, first: TableHeader?, _ texts: inout CellTexts, _ problems: inout Problems
  ) -> [BillOfMaterials] {
    var run = TableRun(reader: self, project: project, first: first)
    swap(&run.texts, &texts)
    defer { swap(&run.texts, &texts) }
    run.read(tables)
    let bills = run.problems.hasErrors ? [] : run.bills(tables)
    problems.add(run.problems)
    return run.problems.hasErrors ? [] : bills
  }

  /// Whether a table has the header of a procurement sheet near its beginning.
  public static func recognises(_ table: Table) -> Bool {
    let finder = HeaderFinder(table: table, mapping: nil)
    return table.rows.indices.prefix(20).contains { finder.header(at: $0) != nil }
  }

  /// What the tables' own words were taken to mean, as a mapping that can be saved, changed and given back.
  public func mapping(of tables: [Table]) -> TableMapping {
    var run = TableRun(reader: self, project: Project())
    run.read(tables)
    var found = mapping ?? TableMapping()
    let known = Set(found.columns.map(\.title))
    found.columns += run.columns.filter { !known.contains($0.title) }
    found.prices = found.prices ?? run.prices?.basis
    return found
  }
}
