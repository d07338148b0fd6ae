import Glibc
import Quantities

/// The clock of the front end; nothing behind it reads one.
enum Clock {
  /// The calendar day in China, where the policies hold, whatever the zone of the machine.
  static var today: Day {
    Day(number: Int32(clamping: (time(nil) + 8 * 3600) / 86_400))
  }

  /// This moment in Coordinated Universal Time, as in RFC 3339: `2026-03-01T08:30:00Z`.
  static var moment: String {
    let now = time(nil)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hour, minute, second) = (now / 3600 % 24, now / 60 % 60, now % 60)
    return "\(Day(number: Int32(clamping: now / 86_400)))T\(two(hour)):\(two(minute)):\(two(second))Z"
  }

  /// Milliseconds since some moment, however the clock on the wall is set meanwhile.
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
