import Diagnostics
import Documents
import Evaluation
import Inventory
import Policy
import Quantities
import Testing

/// Rule books and bills written as text in a test, and what comes of them.
enum Bench {
  /// A rule book over the bench's own catalogue, vocabulary and region table.
  static func book(_ policies: [String]) throws -> RuleBook {
    var files: [(part: RuleBook.Part, document: Document)] = [
      (.vocabulary, try document(vocabulary, "vocabulary.yaml")),
      (.regions, try document(regions, "regions.yaml")),
      (.catalog, try document(catalog, "catalog.yaml")),
      (.definitions, try document(definitions, "definitions.yaml")),
    ]
    for (index, text) in policies.enumerated() {
      files.append((.policy, try document(text, "policy-\(index + 1).yaml")))
    }
    var problems = Problems()
    let book = RuleBook(files, &problems)
    return try #require(book, "\(rendered(problems))")
  }

  /// One policy around its parts; `c` is the clause that everything rests on.
  static func policy(
    _ parts: String, id: String = "p", status: String = "in-force", from: String = "2020-01-01",
    until: String = "null", appliesTo: String? = nil
  ) -> String {
    """
    policy: \(id)
    title: \(id)
    issuer: issuer
    document: {number: null}
    status: \(status)
    effective: {from: \(from), until: \(until)}
    \(appliesTo.map { "applies_to: \($0)" } ?? "")
    clauses: {c: {quote: quote, source: source, read: verbatim, context: true}}
    \(parts)
    """
  }

  /// A bill, resolved against a book's catalogue. Its parts count as listed, unless `project` says otherwise.
  static func bill(
    _ lines: String, project: String = "{parts: listed, region: \"640500\"}", in book: RuleBook
  ) throws -> ResolvedBom {
    let text = "bom: 1\nproject: \(project)\nlines:\n\(lines)\n"
    var problems = Problems()
    var reader = BomReader(vocabulary: book.vocabulary, regions: book.regions, catalog: book.catalog)
    let read = reader.read(try document(text, "bill.yaml"), &problems)
    let bill = try #require(read, "\(rendered(problems))\n\(text)")
    var resolver = BomResolver(catalog: book.catalog)
    let resolved = resolver.resolve(bill, &problems)
    return try #require(resolved, "\(rendered(problems))")
  }

  /// What the policies come to for a bill.
  static func assess(
    _ policies: String..., lines: String, project: String = "{parts: listed, region: \"640500\"}",
    on day: String = "2025-03-01", _ options: AssessmentOptions = AssessmentOptions()
  ) throws -> Assessment {
    let book = try book(policies)
    return try Assessor(book: book, options: options)
      .assess(bill(lines, project: project, in: book), on: #require(Day(day)))
  }

  /// What one mandatory requirement `r` comes to, written as the inside of a mapping.
  static func judge(
    _ requirement: String, lines: String, project: String = "{parts: listed, region: \"640500\"}",
    on day: String = "2025-03-01", _ options: AssessmentOptions = AssessmentOptions()
  ) throws -> RequirementAssessment {
    try assess(
      policy("requirements: {r: {clause: c, force: mandatory, \(requirement)}}"), lines: lines, project: project,
      on: day,
      options
    ).requirement()
  }

  /// What one grant `g` comes to, beside requirements, all written as the insides of mappings.
  static func grant(
    _ grant: String, requirements: String = "", lines: String = "- {kind: os, quantity: 1}",
    project: String = "{parts: listed, region: \"640500\"}", on day: String = "2025-03-01", appliesTo: String? = nil,
    _ options: AssessmentOptions = AssessmentOptions()
  ) throws -> GrantAssessment {
    try assess(
      policy("requirements: {\(requirements)}\ngrants: {g: {clause: c, \(grant)}}", appliesTo: appliesTo), lines: lines,
      project: project, on: day, options
    ).grant()
  }

  static func document(_ text: String, _ name: String) throws -> Document {
    do {
      return try YAML.document(in: SourceFile(name: name, bytes: Array(text.utf8)))
    } catch {
      Issue.record("\(rendered(error))")
      throw error
    }
  }

  static func rendered(_ problems: Problems) -> String {
    problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n")
  }
}
