public import Diagnostics
internal import Documents
public import Inventory
internal import Policy
public import Quantities

/// What the command line says of a project; it lies over what the bill says.
public struct ProjectOverrides: Sendable {
  /// The day on which the bill is judged.
  public var asOf: Day?
  /// Whether bills list the parts of every server, whatever they say themselves.
  public var listsParts = false
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
    let reader = BomReader(
      vocabulary: engine.book.vocabulary, regions: engine.book.regions, catalog: engine.book.catalog)
    func project(_ option: String, _ text: String) -> Project {
      do {
        let document = try YAML.document(in: SourceFile(name: option, bytes: Array(text.utf8)))
        return reader.project(document.root, &problems)
      } catch {
        problems.add(error)
        return Project()
      }
    }
    if let asOf { self.asOf = project("--as-of", "date: \(Self.quoted(asOf))").date }
    if let region { self.region = project("--region", "region: \(Self.quoted(region))").region }
    if let facility { self.facility = project("--facility", "facility: \(Self.quoted(facility))").facility }
    for buyer in buyers { self.buyers += project("--buyer", "buyer: \(Self.quoted(buyer))").buyers ?? [] }
    for fact in facts {
      if let text = Self.fact(fact, &problems) { self.facts.merge(project("--fact", text).facts) { $1 } }
    }
    if problems.hasErrors { throw problems }
  }

  /// A fact as it would stand in a bill. The value stays on a line of its own, so that it can be nothing but a value.
  private static func fact(_ text: String, _ problems: inout Problems) -> String? {
    let split = text.firstIndex(of: "=")
    guard let split, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
      problems.error(
        "bad-fact", Localized(zh: "`--fact \(text)` 不是 名称=值", en: "`--fact \(text)` is not name=value"), at: nil,
        help: Localized(zh: "如 `--fact pue=1.18`", en: "such as `--fact pue=1.18`"))
      return nil
    }
    return "facts:\n  \(quoted(String(text[..<split]))): \(text[text.index(after: split)...])"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Lays them over a project.
  public func apply(to project: inout Project) {
    if listsParts { project.listsParts = true }
    if let region { project.region = region }
    if let facility { project.facility = facility }
    if !buyers.isEmpty { project.buyers = buyers }
    project.facts.merge(facts) { $1 }
  }
}
