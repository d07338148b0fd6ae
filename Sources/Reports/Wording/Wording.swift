internal import Diagnostics
internal import Evaluation
internal import Inventory

/// How things are said in one language, with the names that rules and catalogue declare.
struct Wording: Sendable {
  let language: Language
  let regions: RegionTable
  let vocabulary: Vocabulary
  let catalog: Catalog

  init(_ language: Language, regions: RegionTable, vocabulary: Vocabulary, catalog: Catalog) {
    self.language = language
    self.regions = regions
    self.vocabulary = vocabulary
    self.catalog = catalog
  }

  /// The words for a report.
  init(_ language: Language, _ report: Report) {
    self.init(
      language, regions: report.tool.regions, vocabulary: report.tool.vocabulary,
      catalog: report.assessment.context.catalog)
  }

  /// One of two texts.
  func callAsFunction(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language == .zh ? zh() : en()
  }

  /// A text in the language.
  func callAsFunction(_ text: Localized) -> String { text[language] }

  /// Several things.
  func list(_ items: [String]) -> String { items.joined(separator: self("、", ", ")) }

  /// Clauses of one sentence.
  func clauses(_ items: [String]) -> String { items.joined(separator: self("；", "; ")) }

  /// Something in brackets, behind a word.
  func brackets(_ text: String) -> String { self("（\(text)）", " (\(text))") }

  /// Somebody's own words.
  func quoted(_ text: String) -> String { "“\(text)”" }

  /// What ends a label.
  var colon: String { self("：", ": ") }

  /// The singular or the plural, in English.
  func plural(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }
}
