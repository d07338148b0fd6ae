/// A day of a workbook, which is a number of days.
enum DayText {
  /// What a number stands for where the format is that of a day.
  enum Reading: Equatable {
    /// `2025-03-01`.
    case day(String)
    /// The 29 February 1900, which Excel counts and which never was.
    case neverWas
    /// No day: a time of the day alone, below zero, or past the year 9999.
    case number
  }

  /// Reads a number that is spelled as `DecimalText` does. A time of the day is left out.
  static func reading(of number: String, countsFrom1904: Bool) -> Reading {
    var serial = 0
    for byte in number.utf8 {
      if byte == UInt8(ascii: ".") { break }
      guard byte &- 0x30 <= 9, serial < 10_000_000 else { return .number }
      serial = serial * 10 + Int(byte &- 0x30)
    }
    // Days are counted from 1 January 1970 here.
    let day: Int
    if serial == 0 {
      return .number
    } else if countsFrom1904 {
      day = serial - 24_107
    } else if serial == 60 {
      return .neverWas
    } else {
      day = serial - (serial < 60 ? 25_568 : 25_569)
    }
    return day <= 2_932_896 ? .day(date(day)) : .number
  }

  /// The spelling of a day that Excel itself spelled, such as `2025-03-01T00:00:00`; nil if it is none.
  static func spelling(ofISO text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.count >= 10, text.count == 10 || text[10] == UInt8(ascii: "T") else { return nil }
    let day = text.prefix(10)
    for (index, byte) in day.enumerated() {
      guard index == 4 || index == 7 ? byte == UInt8(ascii: "-") : byte &- 0x30 <= 9 else { return nil }
    }
    func number(_ range: Range<Int>) -> Int { day[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
    let (month, date) = (number(5..<7), number(8..<10))
    guard (1...12).contains(month), (1...31).contains(date) else { return nil }
    return String(decoding: day, as: UTF8.self)
  }

  /// The day so many days after 1 January 1970, in the calendar of Gregory. Years are taken from 1 March, so that a
  /// leap day is the last of its year, and in cycles of 400, which have 146,097 days.
  private static func date(_ days: Int) -> String {
    let shifted = days + 719_468
    let cycle = shifted / 146_097
    let dayOfCycle = shifted % 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
