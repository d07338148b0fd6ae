import Diagnostics
import Documents
import Evaluation
import Foundation
import Inventory
import Policy
import Quantities
import Reports
import Testing

/// Whole texts, as a reader gets them. `RECORD=1` writes them anew; then look at every change.
@Suite struct GoldenTests {
  private static let bills = ["pass", "fail", "unknown", "basis", "region", "government"]

  @Test(arguments: bills, Language.both)
  func `the text report is the recorded one`(bill: String, language: Language) throws {
    let text = TextReport(TextStyle(language: language)).render(try fixture(bill))
    try expect(text, "\(bill).\(language).txt")
  }

  @Test(arguments: bills)
  func `the JSON report is the recorded one`(bill: String) throws {
    try expect(JSONReport.render(try fixture(bill)), "\(bill).json")
  }

  @Test(
    arguments: [
      ("pass", "cards"), ("pass", "support"), ("unknown", "cards"), ("unknown", "listing"), ("basis", "reward"),
      ("region", "reward"), ("fail", "listing"),
    ], Language.both)
  func `the explanation is the recorded one`(of: (bill: String, policy: String), language: Language) throws {
    let text = Explanation(TextStyle(language: language)).render(try fixture(of.bill), policy: of.policy)
    try expect(try #require(text), "\(of.bill).\(of.policy).\(language).txt")
  }

  @Test(arguments: Language.both)
  func `what is waived is shown as waived`(language: Language) throws {
    let book = try Shelf.small()
    var options = AssessmentOptions()
    options.waivers = [
      Waiver(
        policy: "cards", requirement: "cards-70", bill: nil, reason: "试点项目", approver: "张三",
        expires: Day(number: 30_000), span: SourceSpan(file: SourceFile(name: "waivers.yaml", bytes: [])))
    ]
    let report = try report(Shelf.bill("fail", book), book, options)
    try expect(TextReport(TextStyle(language: language)).render(report), "waived.\(language).txt")
    try expect(JSONReport.render(report), "waived.json")
  }

  @Test(arguments: Language.both)
  func `policies and components are shown as recorded`(language: Language) throws {
    let book = try Shelf.small()
    let style = TextStyle(language: language)
    let policies = PolicyText(style, book: book)
    try expect(book.policies.map { policies.render($0) }.joined(separator: "\n"), "policies.\(language).txt")
    try expect(PolicyTable(style, book: book).render(book.policies), "policy-table.\(language).txt")
    let day = try #require(Day("2025-04-01"))
    let components = book.catalog.components.values.sorted { $0.id < $1.id }
    try expect(ComponentText(style, book: book, day: day).render(components), "components.\(language).txt")
  }

  private func fixture(_ bill: String) throws -> Report {
    let book = try Shelf.small()
    return try report(Shelf.bill(bill, book), book, source: "\(bill).yaml")
  }

  private func expect(_ text: String, _ name: String) throws {
    let file = Shelf.fixtures.appending(path: "expected").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == recorded, "\(name) is not what was recorded")
  }
}
