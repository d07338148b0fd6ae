import Diagnostics
import Documents
import Policy
import Testing

/// Rule books written as text in a test, and the problems of those that are broken.
enum Books {
  static let vocabulary = """
    facts:
      pue: {title: PUE, unit: ratio}
      investment: {title: investment, unit: CNY}
      received: {title: received, unit: CNY}
      hub: {title: hub, type: boolean}
      grade: {title: grade, type: text}
      start: {title: start, type: date}
    specs:
      fp16_tflops: {title: FP16, unit: TFLOPS}
      power: {title: power, unit: W}
    """

  static let regions = """
    regions:
      "640000": {zh: 宁夏, en: Ningxia, iso: CN-NX}
      "640500": {zh: 中卫, en: Zhongwei}
    """

  static let definitions = """
    definitions:
      domestic: {vendor_country: CN}
    """

  static let catalog = """
    vendors:
      north: {names: [Northwind], country: CN}
    components:
      kernel: {kind: cpu, vendor: north, model: Kernelchip, sources: [s]}
    lists:
      approved: {title: approved, complete: false, source: s, entries: []}
    """

  /// A policy around its parts, which begin on line 9; `c` is its one clause.
  static func policy(_ parts: String, id: String = "p") -> String {
    """
    policy: \(id)
    title: {zh: 政策, en: policy}
    issuer: issuer
    document: {number: null}
    status: in-force
    effective: {from: 2024-01-01, until: null}
    clauses:
      c: {quote: quote, source: source, read: verbatim}
    \(parts)
    """
  }

  /// A requirement that a policy can do with, so that its clause is used.
  static let plain = "requirements: {r: {clause: c, force: mandatory, none: domestic}}"

  /// The book of these policies, and its problems.
  static func read(
    _ policies: [String], vocabulary: String = vocabulary, regions: String = regions,
    definitions: String = definitions, catalog: String = catalog, more: [(part: RuleBook.Part, text: String)] = []
  ) throws -> (book: RuleBook?, problems: Problems) {
    var files: [(part: RuleBook.Part, document: Document)] = [
      (.vocabulary, try document(vocabulary, "vocabulary.yaml")), (.regions, try document(regions, "regions.yaml")),
      (.definitions, try document(definitions, "definitions.yaml")), (.catalog, try document(catalog, "catalog.yaml")),
    ]
    for (index, text) in policies.enumerated() {
      files.append((.policy, try document(text, index == 0 ? "policy.yaml" : "policy-\(index + 1).yaml")))
    }
    for (part, text) in more { files.append((part, try document(text, "more.yaml"))) }
    var problems = Problems()
    let book = RuleBook(files, &problems)
    return (book, problems)
  }

  /// What a reader sees of a broken book, of which no policy may be used.
  static func fault(in language: Language = .en, _ policies: String...) throws -> String {
    let (book, problems) = try read(policies)
    #expect(book == nil)
    return rendered(problems, language)
  }

  static func rendered(_ problems: Problems, _ language: Language = .en) -> String {
    problems.sorted.map { $0.rendered(in: language) }.joined(separator: "\n")
  }

  private static func document(_ text: String, _ name: String) throws -> Document {
    do {
      return try YAML.document(in: SourceFile(name: name, bytes: Array(text.utf8)))
    } catch {
      Issue.record("\(rendered(error))")
      throw error
    }
  }
}
