public import Diagnostics
internal import Documents
public import Evaluation
public import Inventory
public import Policy
public import Quantities

/// The one door for every front end: loads rules, reads bills, judges them.
public struct Engine: Sendable {
  /// The checked rule book.
  public let book: RuleBook
  private let digests: RuleDigests

  /// Loads a rule book.
  ///
  /// - Throws: every problem of every file; no policy of a broken book is used.
  public init(rules files: [RuleFile]) throws(Problems) {
    let files = files.filter { $0.part != nil }.sorted { $0.path < $1.path }
    var problems = Problems()
    var parts: [(part: RuleBook.Part, document: Document)] = []
    for file in files {
      do {
        if let part = file.part { parts.append((part, try file.document())) }
      } catch {
        problems.add(error)
      }
    }
    let book = problems.hasErrors ? nil : RuleBook(parts, &problems)
    guard let book else { throw problems }
    self.book = book
    digests = RuleDigests(files)
  }

  /// The digest of all rule files; computed when it is first asked for.
  public var rulesDigest: String { digests.rules }

  /// The digest of the catalogue's files alone; computed when it is first asked for.
  public var catalogDigest: String { digests.catalog }

  /// Reads a bill of materials, in YAML or JSON, and lays what the command line says of the project over it.
  public func bill(_ bytes: [UInt8], name: String, overrides: ProjectOverrides) throws(Problems) -> Bill {
    let document = try Self.document(bytes, name: name)
    var problems = Problems()
    var reader = BomReader(vocabulary: book.vocabulary, regions: book.regions)
    let read = reader.read(document, &problems)
    guard var bill = read else { throw problems }
    overrides.apply(to: &bill.project)
    let day = overrides.asOf ?? bill.project.date
    guard let day else {
      problems.error(
        "no-date", Localized(zh: "没有日期，无法确定适用哪些政策", en: "there is no date, so it is open which policies hold"),
        at: SourceSpan(file: document.file),
        help: Localized(
          zh: "在清单的 `project` 下写 `date: 年-月-日`，或用 `--as-of 年-月-日`",
          en: "write `date: year-month-day` under `project`, or use `--as-of year-month-day`"))
      throw problems
    }
    return Bill(materials: bill, day: day, digest: Digest.text(of: [bytes]))
  }

  /// A bill that was read, the day on which it is judged, and the digest of its bytes.
  public struct Bill: Sendable {
    /// What was read.
    public let materials: BillOfMaterials
    /// The day.
    public let day: Day
    /// The digest of the bytes.
    public let digest: String
  }

  /// Judges a bill.
  public func assess(
    _ bill: Bill, _ options: AssessmentOptions, resolver: inout BomResolver
  ) throws(Problems) -> Assessment {
    var problems = Problems()
    guard let resolved = resolver.resolve(bill.materials, &problems) else { throw problems }
    return try Assessor(book: book, options: options).assess(resolved, on: bill.day)
  }

  /// A document in YAML or JSON, told apart by name, else by how it begins.
  static func document(_ bytes: [UInt8], name: String) throws(Problems) -> Document {
    let file = try SourceFile.decoding(bytes, name: name)
    let first = file.bytes.first { $0 > 0x20 }
    guard first != nil else {
      throw Problems(
        Diagnostic(.error, "empty-file", Localized(zh: "文件是空的", en: "the file is empty"), at: SourceSpan(file: file)))
    }
    let isNamedYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let looksLikeJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    if name.hasSuffix(".json") || (looksLikeJSON && !isNamedYAML) { return try JSON.document(in: file) }
    return try YAML.document(in: file)
  }
}
