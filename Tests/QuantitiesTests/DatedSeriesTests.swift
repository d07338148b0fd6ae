import Quantities
import Testing

@Suite struct DatedSeriesTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func series() throws -> DatedSeries<Int> {
    // Written out of order, as a mapping may be.
    try #require(DatedSeries([(day("2025-01-01"), 30), (day("2023-06-01"), 10), (day("2024-01-01"), 20)]))
  }

  @Test(arguments: [
    ("1999-01-01", nil), ("2023-05-31", nil), ("2023-06-01", 10), ("2023-06-02", 10), ("2023-12-31", 10),
    ("2024-01-01", 20), ("2024-12-31", 20), ("2025-01-01", 30), ("2199-12-31", 30),
  ])
  func `each value holds from its day until the next one`(on: String, value: Int?) throws {
    #expect(try series().value(on: day(on)) == value)
  }

  @Test(arguments: [
    ("1999-01-01", "2023-06-01"), ("2023-05-31", "2023-06-01"), ("2023-06-01", "2024-01-01"),
    ("2024-06-30", "2025-01-01"),
  ])
  func `the next change is the first entry after a day`(after: String, from: String) throws {
    #expect(try series().next(after: day(after))?.from == day(from))
  }

  @Test func `after the last entry nothing changes`() throws {
    #expect(try series().next(after: day("2025-01-01")) == nil)
    #expect(try series().first == day("2023-06-01"))
  }

  @Test func `a constant holds on every day`() throws {
    let constant = DatedSeries(constant: 7)
    #expect(try constant.value(on: day("0001-01-01")) == 7)
    #expect(try constant.value(on: day("9999-12-31")) == 7)
    #expect(constant.first == nil)
    #expect(try constant.next(after: day("0001-01-01")) == nil)
  }

  @Test func `two values of one day and a series without a value do not exist`() throws {
    #expect(try DatedSeries([(day("2024-01-01"), 1), (day("2024-01-01"), 1)]) == nil)
    #expect(try DatedSeries([(day("2024-01-01"), 1), (day("2023-01-01"), 2), (day("2024-01-01"), 3)]) == nil)
    #expect(DatedSeries<Int>([]) == nil)
  }

  @Test func `a changed series keeps its days`() throws {
    let doubled = try series().map { $0 * 2 }
    #expect(doubled.entries.map(\.value) == [20, 40, 60])
    #expect(try doubled.entries.map(\.from) == series().entries.map(\.from))
    #expect(DatedSeries(constant: 2).map { "\($0)" }.entries.map(\.value) == ["2"])
  }
}
