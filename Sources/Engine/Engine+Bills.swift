public import Diagnostics
internal import Documents
public import Inventory
internal import Policy
internal import Quantities

extension Engine {
  /// Reads a file of bills to be judged: each on the day that the command line or its project names.
  ///
  /// - Returns: the bills in order, and the problems of the file or of those of its bills that could not be read.
  public func bills(at path: String, _ options: ReadingOptions) -> (bills: [Bill], problems: Problems) {
    var problems = Problems()
    do {
      let contents = try contents(at: path, options)
      let materials = try materials(contents, at: path, options, &problems)
      if materials.isEmpty { return ([], problems) }
      let digest = Digest.text(of: contents.map(\.bytes))
      return (materials.compactMap { bill($0, digest, options.overrides, &problems) }, problems)
    } catch {
      problems.add(error)
      return ([], problems)
    }
  }

  /// Reads a file of bills as they are, dated or not.
  public func materials(
    at path: String, _ options: ReadingOptions
  ) -> (materials: [BillOfMaterials], problems: Problems) {
    var problems = Problems()
    do {
      return (try materials(contents(at: path, options), at: path, options, &problems), problems)
    } catch {
      problems.add(error)
      return ([], problems)
    }
  }

  /// Reads bytes as a file of that name would be read, whether or not there is one.
  package func materials(
    of bytes: [UInt8], name: String, _ options: ReadingOptions
  ) -> (materials: [BillOfMaterials], problems: Problems) {
    var problems = Problems()
    do {
      return (try materials([InputPart(name: "", bytes: bytes)], at: name, options, &problems), problems)
    } catch {
      problems.add(error)
      return ([], problems)
    }
  }

  /// A bill on the day that the command line or its project names, with what else the command line says laid over it.
  func bill(
    _ materials: BillOfMaterials, _ digest: String, _ overrides: ProjectOverrides, _ problems: inout Problems
  ) -> Bill? {
    var materials = materials
    overrides.apply(to: &materials.project)
    if let day = overrides.asOf ?? materials.project.date {
      return Bill(materials: materials, day: day, digest: digest)
    }
    problems.error(
      "no-date", Localized(zh: "没有日期，无法确定适用哪些政策", en: "there is no date, so it is open which policies hold"),
      at: SourceSpan(file: materials.file),
      help: Localized(
        zh: "在清单的 `project` 下写 `date: 年-月-日`，或用 `--as-of 年-月-日`",
        en: "write `date: year-month-day` under `project`, or use `--as-of year-month-day`"))
    return nil
  }

  /// The bills of a file. What the command line says of the project lies over each of them.
  func materials(
    _ contents: [InputPart], at path: String, _ options: ReadingOptions, _ problems: inout Problems
  ) throws(Problems) -> [BillOfMaterials] {
    var materials = try stated(contents, at: path, options, &problems)
    for index in materials.indices { options.overrides.apply(to: &materials[index].project) }
    return materials
  }

  /// The bills of a file by what it and the side file say.
  private func stated(
    _ contents: [InputPart], at path: String, _ options: ReadingOptions, _ problems: inout Problems
  ) throws(Problems) -> [BillOfMaterials] {
    if let bills = try longTable(contents, at: path, options, &problems) { return bills }
    if let tables = try tables(contents, at: path, options) {
      return try tableReader(options).read(tables, project: project(beside: path, options), &problems)
    }
    var (format, materials) =
      if contents.count == 1, contents[0].name.isEmpty {
        try read(contents[0].bytes, name: path == "-" ? "<stdin>" : path, options, &problems)
      } else {
        try folder(contents, in: path, &problems)
      }
    let side = format.statesProject ? nil : try SideFile(of: path, self, options)
    if let side {
      for index in materials.indices { materials[index].project.lay(side.project, isOne: materials.count == 1) }
    }
    return materials
  }

  /// The bills in a file. What is wrong with one of several is put into `problems`, and the others are still read.
  ///
  /// - Throws: what is wrong with the file as a whole.
  private func read(
    _ bytes: [UInt8], name: String, _ options: ReadingOptions, _ problems: inout Problems
  ) throws(Problems) -> (BomFormat, [BillOfMaterials]) {
    let file = try Self.text(bytes, name: name)
    switch Syntax(of: file, format: options.format) {
    case .json:
      let document = try JSON.document(in: file)
      let format = options.format ?? BomFormat(of: document.root)
      return (format, bills(in: [document], format, options, &problems))
    case .yaml:
      var documents = try Self.documents(of: file, jobs: options.jobs)
      if documents.isEmpty { documents = [try YAML.document(in: file)] }
      let speaking = documents.first { !$0.root.isNull } ?? documents.first
      let format = options.format ?? speaking.map { BomFormat(of: $0.root) } ?? .bom
      return (format, bills(in: documents, format, options, &problems))
    case .jsonLines:
      return (.ndjson, try bomReader.readLines(file, &problems))
    case .xml:
      return (.cyclonedx, cycloneDX.read(try XML.document(in: file), &problems))
    case .text(let format):
      return (format, try bills(inText: file, format, &problems))
    }
  }

  /// The bills in a text that is no document.
  private func bills(
    inText file: SourceFile, _ format: BomFormat, _ problems: inout Problems
  ) throws(Problems) -> [BillOfMaterials] {
    switch format {
    case .netbox: return NetBoxReader(catalog: book.catalog).read([try CSV.table(in: file)], &problems)
    case .lspci: return LspciReader(catalog: book.catalog).read(file, &problems)
    default: return DmidecodeReader(catalog: book.catalog).read(file, &problems)
    }
  }

  /// The bills in the documents of a file.
  private func bills(
    in documents: [Document], _ format: BomFormat, _ options: ReadingOptions, _ problems: inout Problems
  ) -> [BillOfMaterials] {
    switch format {
    case .bom, .ndjson: documents.compactMap { canonical($0, &problems) }
    case .kubernetes: KubernetesReader(catalog: book.catalog, jobs: options.jobs).read(documents, &problems)
    case .terraform: TerraformReader(catalog: book.catalog).read(documents, &problems)
    case .redfish: documents.flatMap { RedfishReader(catalog: book.catalog).read($0, &problems) }
    case .lshw: documents.flatMap { LshwReader(catalog: book.catalog).read($0, &problems) }
    case .cyclonedx: documents.flatMap { cycloneDX.read($0, &problems) }
    case .dmidecode, .lspci, .netbox, .table: []
    }
  }

  private var cycloneDX: CycloneDXReader {
    CycloneDXReader(catalog: book.catalog, vocabulary: book.vocabulary, regions: book.regions)
  }

  /// The documents of a YAML text; of a template or a source that is none, what to do about it is said instead.
  private static func documents(of file: SourceFile, jobs: Int) throws(Problems) -> [Document] {
    let documents: [Document]
    do { documents = try YAML.documents(in: file, jobs: jobs) } catch {
      let refusal = KubernetesReader.refusal(of: file) ?? TerraformAdvice.refusal(of: file)
      throw refusal.map { Problems($0) } ?? error
    }
    // Terraform's own language may be a single text to YAML.
    if documents.first?.root.kind == .scalar, let refusal = TerraformAdvice.refusal(of: file) {
      throw Problems(refusal)
    }
    return documents
  }

  func canonical(_ document: Document, _ problems: inout Problems) -> BillOfMaterials? {
    var reader = bomReader
    return reader.read(document, &problems)
  }

  /// A reader of canonical bills, in a tree or, by `NDJSONReader`, one a line.
  public var bomReader: BomReader {
    BomReader(vocabulary: book.vocabulary, regions: book.regions, catalog: book.catalog)
  }

  /// A text that holds something.
  static func text(_ bytes: [UInt8], name: String) throws(Problems) -> SourceFile {
    if let refusal = TerraformAdvice.refusal(of: bytes, name: name) { throw Problems(refusal) }
    let file = try SourceFile.decoding(bytes, name: name)
    try refuseEmpty(file)
    return file
  }

  /// Throws where a text holds nothing.
  static func refuseEmpty(_ file: SourceFile) throws(Problems) {
    if file.bytes.contains(where: { $0 > 0x20 }) { return }
    throw Problems(
      Diagnostic(.error, "empty-file", Localized(zh: "文件是空的", en: "the file is empty"), at: SourceSpan(file: file)))
  }
}
