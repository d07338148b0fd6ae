import Diagnostics
import Documents
import Evaluation
import Foundation
import Inventory
import Policy
import Quantities
import Reports

/// The rule books, bills and expected texts that these tests use.
enum Shelf {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let fixtures = folder.appending(path: "Fixtures")

  /// A small book in which every kind of requirement and of grant stands.
  static func small() throws -> RuleBook { try smallBook.get() }
  /// The small book with a policy that asks every question that there is about a line.
  static func asking() throws -> RuleBook { try askingBook.get() }
  /// The book that ships.
  static func builtIn() throws -> RuleBook { try builtInBook.get() }

  private static let smallBook = Result { try book(at: fixtures.appending(path: "rules")) }
  private static let askingBook = Result {
    try book(at: fixtures.appending(path: "rules"), and: fixtures.appending(path: "asking.yaml"))
  }
  private static let builtInBook = Result {
    try book(at: folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules"))
  }

  /// A book from the text of its files.
  static func book(_ texts: [(part: RuleBook.Part, text: String)]) throws -> RuleBook {
    var problems = Problems()
    let documents = try texts.map { (part: $0.part, document: try document("rules.yaml", Array($0.text.utf8))) }
    guard let book = RuleBook(documents, &problems) else { throw problems }
    return book
  }

  private static func book(at root: URL, and policy: URL? = nil) throws -> RuleBook {
    let root = root.resolvingSymlinksInPath()
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }.sorted() ?? []
    var files: [(part: RuleBook.Part, document: Document)] = []
    for path in paths where path.hasSuffix(".yaml") && !path.hasSuffix(".tests.yaml") {
      files.append((part(of: path), try document(path, Array(Data(contentsOf: root.appending(path: path))))))
    }
    if let policy { files.append((.policy, try document(policy.lastPathComponent, Array(Data(contentsOf: policy))))) }
    var problems = Problems()
    guard let book = RuleBook(files, &problems) else { throw problems }
    return book
  }

  private static func part(of path: String) -> RuleBook.Part {
    switch path {
    case "definitions.yaml": .definitions
    case "vocabulary.yaml": .vocabulary
    case "regions.yaml": .regions
    default: path.hasPrefix("catalog/") ? .catalog : .policy
    }
  }

  static func document(_ name: String, _ bytes: [UInt8]) throws -> Document {
    try YAML.document(in: SourceFile(name: name, bytes: bytes))
  }

  /// A bill of the fixtures.
  static func bill(_ name: String, _ book: RuleBook) throws -> BillOfMaterials {
    let file = "\(name).yaml"
    let bytes = Array(try Data(contentsOf: fixtures.appending(path: "bills").appending(path: file)))
    var reader = BomReader(vocabulary: book.vocabulary, regions: book.regions, catalog: book.catalog)
    var problems = Problems()
    guard let bill = reader.read(try document(file, bytes), &problems) else { throw problems }
    return bill
  }
}

/// The report on a bill.
func report(
  _ bill: BillOfMaterials, _ book: RuleBook, _ options: AssessmentOptions = AssessmentOptions(),
  source: String = "bill.yaml"
) throws -> Report {
  var resolver = BomResolver(catalog: book.catalog)
  var problems = Problems()
  guard let bom = resolver.resolve(bill, &problems) else { throw problems }
  let day = bill.project.date ?? Day(number: 20_000)
  return Report(
    assessment: try Assessor(book: book, options: options).assess(bom, on: day), source: source, digest: "sha256:b111",
    tool: ToolInfo(
      version: "1.0.0", rulesDigest: "sha256:4u1e5", catalogDigest: "sha256:ca7a109", regions: book.regions,
      vocabulary: book.vocabulary))
}

extension Language {
  /// Whatever the language, both are tested.
  static let both: [Language] = [.zh, .en]
}
