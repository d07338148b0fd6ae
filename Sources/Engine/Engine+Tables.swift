public import Diagnostics
internal import Documents
public import Inventory
internal import Policy

extension Engine {
  /// Reads a mapping file, which says what the columns of tables hold.
  public func columns(at path: String) throws(Problems) -> TableMapping {
    try columns(in: InputFile.read(path), name: path == "-" ? "<stdin>" : path)
  }

  /// Reads a mapping file by its bytes.
  public func columns(in bytes: [UInt8], name: String) throws(Problems) -> TableMapping {
    let document = try YAML.document(in: Self.text(bytes, name: name))
    var problems = Problems()
    guard let mapping = TableMapping(document, &problems) else { throw problems }
    return mapping
  }

  /// What the columns of a file of tables were taken to hold, to be saved, changed and given back.
  public func columns(of path: String, _ options: ReadingOptions) throws(Problems) -> TableMapping {
    if let tables = try tables(contents(at: path, options), at: path, options) {
      return tableReader(options).mapping(of: tables)
    }
    throw Problems(
      Diagnostic(
        .error, "no-table", Localized(zh: "这个文件不是表格，没有列", en: "the file is no table and has no columns"),
        at: SourceSpan(file: SourceFile(name: path, bytes: []))))
  }

  /// The tables of an input that is one file of them; nil for any other.
  func tables(
    _ contents: [InputPart], at path: String, _ options: ReadingOptions
  ) throws(Problems) -> [Table]? {
    guard contents.count == 1, contents[0].name.isEmpty else { return nil }
    return try TableInput(
      contents[0].bytes, name: path == "-" ? "<stdin>" : path, format: options.format)?.tables
  }

  /// The bills of an input that is a long table with canonical columns; nil for any other, which `tables` and the reader of
  /// procurement sheets take.
  func longTable(
    _ contents: [InputPart], at path: String, _ options: ReadingOptions, _ problems: inout Problems
  ) throws(Problems) -> [BillOfMaterials]? {
    guard contents.count == 1, contents[0].name.isEmpty, options.columns == nil else { return nil }
    let suffix = path.fileSuffix
    guard options.format == .table || (options.format == nil && ["csv", "tsv", "tab"].contains(suffix)) else {
      return nil
    }
    let titles = contents[0].bytes.prefix(1 << 12).prefix { $0 != UInt8(ascii: "\n") }
    guard String(decoding: titles, as: UTF8.self).contains("bom_id") else { return nil }
    let file = try SourceFile.decodingTable(contents[0].bytes, name: path == "-" ? "<stdin>" : path)
    return try tableReader(options).readLong(
      file, project: project(beside: path, options), &problems)
  }

  /// The header of a long table, with which its rows can be read block by block; nil where the table is to be read whole.
  ///
  /// - Parameters:
  ///   - beginning: the first bytes in UTF-8, the header and the first row among them.
  ///   - name: the file's name, for places; a side file beside it speaks of every bill.
  public func longTable(
    header beginning: UnsafeBufferPointer<UInt8>, name: String, _ options: ReadingOptions
  ) throws(Problems) -> LongTable? {
    guard options.columns == nil else { return nil }
    return LongTable(
      beginning, of: SourceFile(name: name == "-" ? "<stdin>" : name, bytes: []), reader: tableReader(options),
      project: try project(beside: name, options))
  }

  func tableReader(_ options: ReadingOptions) -> TableReader {
    TableReader(
      catalog: book.catalog, vocabulary: book.vocabulary, regions: book.regions, mapping: options.columns)
  }

  /// What the side file of a table and the command line say of its project: tables are read with that in mind.
  func project(beside path: String, _ options: ReadingOptions) throws(Problems) -> Project {
    var project = Project()
    if let side = try SideFile(of: path, self, options) { project.lay(side.project, isOne: true) }
    options.overrides.apply(to: &project)
    return project
  }
}
