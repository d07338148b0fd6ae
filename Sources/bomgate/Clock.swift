import Glibc
import Quantities

/// The clock of the front end; nothing behind it reads one.
enum Clock {
  /// The calendar day in China, where the policies hold, whatever the zone of the machine.
  static var today: Day {
    Day(number: Int32(clamping: (time(nil) + 8 * 3600) / 86_400))
  }

  /// Milliseconds since some moment, however the clock on the wall is set meanwhile.
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
