internal import CThreads

/// A lock with a condition to wait for.
///
/// The thread sanitizer knows the lock of the system and not that of `Synchronization`: what it says of a run over many
/// threads is then said of the program.
package final class Monitor: @unchecked Sendable {
  private let monitor = threads_monitor_make()

  package init() {}

  deinit { threads_monitor_free(monitor) }

  /// Does something that no other thread does meanwhile. It must not lock the same monitor again.
  package func locked<Result, Fault: Error>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    threads_monitor_lock(monitor)
    defer { threads_monitor_unlock(monitor) }
    return try body()
  }

  /// Lets others in until something is so; called while locked. Who makes it so wakes all.
  package func wait(until isSo: () -> Bool) {
    var turn: Int32 = 0
    while !isSo() {
      threads_monitor_wait(monitor, turn)
      turn = turn < .max ? turn + 1 : turn
    }
  }

  /// Wakes all that wait.
  package func wakeAll() { threads_monitor_wake_all(monitor) }
}
