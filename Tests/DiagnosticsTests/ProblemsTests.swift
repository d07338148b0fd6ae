import Diagnostics
import Testing

struct ProblemsTests {
  @Test func `problems are sorted by file, then by place, then as they came`() {
    var problems = Problems()
    let places: [(String, Int, Int)] = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2), ("a", 1, 2)]
    for (number, place) in places.enumerated() {
      problems.error("e\(number)", Localized("x"), at: span(place.0, line: place.1, column: place.2))
    }
    problems.error("whole", Localized("x"), at: SourceSpan(file: SourceFile(name: "a", bytes: [])))
    problems.error("nowhere", Localized("x"), at: nil)
    #expect(problems.sorted.map(\.code) == ["nowhere", "whole", "e3", "e4", "e2", "e1", "e0"])
  }

  @Test func `a hundred are kept, all are counted`() {
    var problems = Problems()
    for number in 1...250 { problems.error("e\(number)", Localized("x"), at: nil) }
    #expect(problems.count == 250)
    #expect(problems.errorCount == 250)
    #expect(problems.sorted.count == Problems.limit)
    #expect(problems.sorted.last?.code == "e100")
  }

  @Test func `only errors count as errors`() {
    var problems = Problems()
    #expect(problems.isEmpty && !problems.hasErrors)
    problems.add(Diagnostic(.warning, "w", Localized("x")))
    #expect(!problems.isEmpty && !problems.hasErrors)
    problems.error("e", Localized("x"), at: nil)
    #expect(problems.hasErrors)
    #expect((problems.count, problems.errorCount) == (2, 1))
  }

  @Test func `another collection is added with all that it counted`() {
    var first = Problems(Diagnostic(.error, "a", Localized("x")))
    var second = Problems()
    for _ in 1...150 { second.error("b", Localized("x"), at: nil) }
    first.add(second)
    #expect(first.count == 151)
    #expect(first.errorCount == 151)
    #expect(first.sorted.count == 100)
  }

  @Test func `an error is shown however many warnings came before`() {
    var problems = Problems()
    for number in 1...120 { problems.add(Diagnostic(.warning, "w\(number)", Localized("x"))) }
    problems.error("e", Localized("x"), at: nil)
    #expect(problems.sorted.count == 100)
    #expect(problems.sorted.map(\.code).contains("e"))
    #expect(problems.count == 121)
  }

  private func span(_ name: String, line: Int, column: Int) -> SourceSpan {
    let place = SourceLocation(line: line, column: column)
    return SourceSpan(file: SourceFile(name: name, bytes: []), range: place..<place)
  }
}
