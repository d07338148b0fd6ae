import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Quantities
import Testing

/// A project of which only the year is known.
struct YearTests {
  private static let book = Result { try Engine(rules: RuleFile.builtIn).book }

  private func project(_ fields: String) throws -> (project: Project?, problems: String) {
    let book = try Self.book.get()
    var reader = BomReader(vocabulary: book.vocabulary, regions: book.regions, catalog: book.catalog)
    var problems = Problems()
    let text = "bom: 1\nproject: {\(fields)}\nlines: []\n"
    let bill = reader.read(try YAML.document(in: SourceFile(name: "a.yaml", bytes: Array(text.utf8))), &problems)
    return (bill?.project, problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("year: 2023", "2023-12-31"), ("year: \"2024\"", "2024-12-31"), ("year: 2025, date: 2025-03-01", "2025-03-01"),
    ("date: 2025-12-31, year: 2025年", "2025-12-31"), ("year: null", nil),
  ])
  func `it is judged on the last day of the year`(fields: String, date: String?) throws {
    let (project, problems) = try project(fields)
    #expect(problems == "")
    #expect(project?.date?.description == date)
  }

  @Test(arguments: [
    (
      "year: 25",
      """
      a.yaml:2:17: error: `25` is not a year [bad-year]
        2 | project: {year: 25}
          |                 ^^
        help: write four digits, such as `2025`
      """
    ),
    (
      "year: \"0000\"",
      """
      a.yaml:2:17: error: `0000` is not a year [bad-year]
        2 | project: {year: "0000"}
          |                 ^^^^^^
        help: write four digits, such as `2025`
      """
    ),
    (
      "year: [2025]",
      """
      a.yaml:2:17: error: expected a text [wrong-type]
        2 | project: {year: [2025]}
          |                 ^^^^^^
      """
    ),
    (
      "date: 2025-03-01, year: 2024",
      """
      a.yaml:2:35: error: the year `2024` contradicts the date 2025-03-01 [year-conflict]
        2 | project: {date: 2025-03-01, year: 2024}
          |                                   ^^^^
        help: state the date alone, or put the year right
      """
    ),
  ])
  func `a year that is none, or is another, is an error`(fields: String, expected: String) throws {
    let (project, problems) = try project(fields)
    #expect(project == nil)
    #expect(problems == expected)
  }
}
