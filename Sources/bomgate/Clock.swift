import Glibc
import Quantities

/// The clock of the front end; nothing behind it reads one.
enum Clock {
  /// The calendar day in China, where the policies hold, whatever the zone of the machine.
  static var today: Day {
    Day(number: Int32(clamping: (time(nil) + 8 * 3600) / 86_400))
  }
}
