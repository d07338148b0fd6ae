import Diagnostics
import Evaluation
import Inventory
import Policy
import Quantities
import Reports
import Testing

/// The distance that a report prints, taken at its word: so many more settle the verdict, one less does not.
@Suite struct DistanceTests {
  @Test(
    arguments: ["at_least: 50%", "at_least: 70%", "at_least: 90%", "at_least: 0.667", "above: 50%", "above: 0%"], 0..<40
  )
  func `so many more cards as the report says make it pass, and one less does not`(threshold: String, seed: Int) throws
  {
    let book = try CardBook.book(threshold)
    var random = Seeded(seed)
    let lines = (0..<Int.random(in: 1...5, using: &random)).map { _ -> Line in
      CardBook.card(Int.random(in: 1...60, using: &random), random.one(of: [.domestic, .foreign, nil]))
    }
    let before = try report(CardBook.bill(lines), book)
    let result = try #require(before.assessment.policies.first?.requirements.first)
    guard result.verdict != .pass else {
      #expect(result.distance == nil)
      return
    }
    guard case .add(let exact, .quantity) = result.distance else {
      Issue.record("no distance for \(result.verdict)")
      return
    }
    for language in Language.both {
      let more = try printed(before, language)
      #expect(Rational(more) == exact)
      #expect(try verdict(lines + [CardBook.card(more, .domestic)], book) == .pass, "\(threshold) with \(more) more")
      let fewer = more == 1 ? lines : lines + [CardBook.card(more - 1, .domestic)]
      #expect(try verdict(fewer, book) != .pass, "\(threshold) with \(more - 1) more")
    }
  }

  @Test
  func `at 100 % nothing added helps, and the report says how many to replace`() throws {
    let book = try CardBook.book("at_least: 100%")
    let lines = [CardBook.card(30, .domestic), CardBook.card(12, .foreign), CardBook.card(5, nil)]
    let report = try report(CardBook.bill(lines), book)
    #expect(TextReport(TextStyle(language: .zh)).render(report).contains("把 17 张换成国产加速卡即可达到"))
    #expect(
      TextReport(TextStyle(language: .en)).render(report).contains(
        "replacing 17 by domestic accelerators would meet it"))
    #expect(try verdict([CardBook.card(30, .domestic), CardBook.card(17, .domestic)], book) == .pass)
    #expect(
      try verdict([CardBook.card(30, .domestic), CardBook.card(16, .domestic), CardBook.card(1, .foreign)], book)
        == .fail)
  }

  /// The number in the printed report.
  private func printed(_ report: Report, _ language: Language) throws -> Int {
    let text = TextReport(TextStyle(language: language)).render(report)
    let match =
      language == .zh
      ? text.firstMatch(of: /还差 ([0-9,]+) 张国产加速卡即可(?:确定|达到)/)?.output.1
      : text.firstMatch(of: /([0-9,]+) more domestic accelerators? would (?:settle|meet) it/)?.output.1
    let digits = try #require(match, "\(text)").filter { $0 != "," }
    return try #require(Int(digits))
  }

  private func verdict(_ lines: [Line], _ book: RuleBook) throws -> Verdict? {
    try report(CardBook.bill(lines), book).assessment.policies.first?.requirements.first?.verdict
  }
}
