public import Diagnostics
internal import Documents
public import Evaluation
internal import Inventory
public import Policy
internal import Quantities

/// The one door for every front end: loads rules, reads bills, judges them.
public struct Engine: Sendable {
  /// The checked rule book.
  public let book: RuleBook
  private let digests: RuleDigests
  /// The files that it was loaded from, by path.
  public let ruleFiles: [RuleFile]

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
    let book = problems.hasErrors ? nil : RuleBook(parts, areChecked: files.allSatisfy(\.isBuiltIn), &problems)
    guard let book else { throw problems }
    self.book = book
    digests = RuleDigests(files)
    ruleFiles = files
  }

  /// The digest of all rule files; computed when it is first asked for.
  public var rulesDigest: String { digests.rules }

  /// The digest of the catalogue's files alone; computed when it is first asked for.
  public var catalogDigest: String { digests.catalog }

  /// A judge of bills by this rule book.
  public func judge(_ options: AssessmentOptions) -> BillJudge { BillJudge(self, options) }

  /// What judges resolved bills by this rule book.
  func assessor(_ options: AssessmentOptions) -> Assessor { Assessor(book: book, options: options) }
}
