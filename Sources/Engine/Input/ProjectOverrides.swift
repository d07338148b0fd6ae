public import Diagnostics
internal import Documents
public import Inventory
internal import Policy
public import Quantities

/// What the command line says of a project; it lies over what the bill says.
public struct ProjectOverrides: Sendable {
  /// The day on which the bill is judged.
  public var asOf: Day?
  private var region: String?
  private var facility: Facility?
  private var buyers: [Buyer] = []
  private var facts: [String: FactValue] = [:]

  /// Nothing.
  public init() {}

  /// What was given as text, checked against the names that a book knows.
  ///
  /// - Throws: every problem; a file name such as `--region` says which option it is about.
  public init(
    asOf: String?, region: String?, facility: String?, buyers: [String], facts: [String], engine: Engine
  ) throws(Problems) {
    var problems = Problems()
    var fields: [String] = []
    if let region { fields.append("region: \(Self.quoted(region))") }
    if let facility { fields.append("facility: \(Self.quoted(facility))") }
    if !buyers.isEmpty { fields.append("buyer: [\(buyers.map(Self.quoted).joined(separator: ", "))]") }
    if let asOf { fields.append("date: \(Self.quoted(asOf))") }
    var reader = BomReader(vocabulary: engine.book.vocabulary, regions: engine.book.regions)
    if !fields.isEmpty {
      let text = fields.joined(separator: "\n")
      let document = try YAML.document(in: SourceFile(name: "<options>", bytes: Array(text.utf8)))
      let project = reader.project(document.root, &problems)
      self.region = project.region
      self.facility = project.facility
      self.buyers = project.buyers ?? []
      self.asOf = project.date
    }
    for fact in facts { add(fact, &reader, &problems) }
    if problems.hasErrors { throw problems }
  }

  private mutating func add(_ text: String, _ reader: inout BomReader, _ problems: inout Problems) {
    guard let split = text.firstIndex(of: "=") else {
      problems.error(
        "bad-fact", Localized(zh: "`--fact \(text)` 不是 名称=值", en: "`--fact \(text)` is not name=value"), at: nil,
        help: Localized(zh: "如 `--fact pue=1.18`", en: "such as `--fact pue=1.18`"))
      return
    }
    let line = "facts: {\(text[..<split]): \(text[text.index(after: split)...])}"
    do {
      let document = try YAML.document(in: SourceFile(name: "--fact", bytes: Array(line.utf8)))
      facts.merge(reader.project(document.root, &problems).facts) { $1 }
    } catch {
      problems.add(error)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Lays them over a project.
  public func apply(to project: inout Project) {
    if let region { project.region = region }
    if let facility { project.facility = facility }
    if !buyers.isEmpty { project.buyers = buyers }
    project.facts.merge(facts) { $1 }
  }
}
