import Quantities
import Testing

@Suite struct DayTests {
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func length(_ month: Int, _ year: Int) -> Int {
    let leap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    return month == 2 && leap ? 29 : lengths[month - 1]
  }

  @Test func `every day from 1900 to 2100 follows the one before and comes back from its number`() throws {
    var number = Int32(-25_567)
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...Self.length(month, year) {
          guard let read = Day(year: year, month: month, day: day) else {
            Issue.record("\(year)-\(month)-\(day) is a day")
            return
          }
          guard read.number == number, read.components == (year, month, day), Day(number: number) == read else {
            Issue.record("\(year)-\(month)-\(day) is \(read.number), not \(number)")
            return
          }
          number += 1
        }
        #expect(Day(year: year, month: month, day: Self.length(month, year) + 1) == nil)
        #expect(Day(year: year, month: month, day: 0) == nil)
      }
    }
    #expect(number == 47_847)
  }

  @Test func `every day of a leap year and of a common one is printed as it is read`() throws {
    for start in ["2023-01-01", "2024-01-01", "1900-01-01", "2000-01-01", "0001-01-01", "9998-12-31"] {
      let first = try #require(Day(start))
      for offset in 0..<366 {
        let day = first.advanced(by: offset)
        #expect(Day(day.description) == day)
        #expect(day.description.utf8.count == 10)
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2024-02-29", 19_782), ("0001-01-01", -719_162),
  ])
  func `a day has its number`(text: String, number: Int32) throws {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: [2000, 2004, 2024, 2096, 1904, 2400])
  func `a leap year has a 29 February`(year: Int) {
    #expect(Day(year: year, month: 2, day: 29) != nil)
  }

  @Test(arguments: [1900, 2023, 2100, 2200, 2300, 2025])
  func `a common year has none`(year: Int) {
    #expect(Day(year: year, month: 2, day: 29) == nil)
  }

  @Test(arguments: [
    "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-01-00", "2025-01-32", "0000-01-01", "2025-3-1",
    "2025/03/01", "20250301", "2025-03-01 ", " 2025-03-01", "2025-03-01T00:00:00", "2025-03", "2025", "", "２０２５-03-01",
    "-025-03-01", "+202-03-01", "2025-0a-01", "２025-3-1", "2025年3月1日",
  ])
  func `what is no day of the calendar is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [(0, 1, 1), (10_000, 1, 1), (2025, 0, 1), (2025, 13, 1), (2025, 1, -1), (-1, 1, 1)])
  func `a date outside the calendar is refused`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `days are ordered by time and differ by their distance`() throws {
    let (first, second) = (try #require(Day("2024-02-28")), try #require(Day("2024-03-01")))
    #expect(first < second && !(second < first))
    #expect(second - first == 2 && first - second == -2 && first - first == 0)
    #expect(first.advanced(by: 2) == second && second.advanced(by: -2) == first)
    #expect(try #require(Day("2026-01-01")) - #require(Day("2025-01-01")) == 365)
  }

  @Test func `a step past all days stops at the last one`() {
    #expect(Day(number: .max).advanced(by: 1) == Day(number: .max))
    #expect(Day(number: .min).advanced(by: .min / 2) == Day(number: .min))
  }
}
