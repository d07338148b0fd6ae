import Glibc
import Synchronization

/// The signal by which somebody asks the run to stop; one that comes half a second later or more ends it at once.
enum Interruption {
  private static let received = Atomic<Int32>(0)
  private static let moment = Atomic<Int>(0)

  /// Its number; 0 as long as there is none.
  static var signal: Int32 { received.load(ordering: .relaxed) }

  /// Listens from now on.
  static func listen() {
    // What a handler uses must be there before it runs.
    _ = (signal, moment.load(ordering: .relaxed), Clock.milliseconds)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in Interruption.receive(number) }
    for number in [SIGINT, SIGTERM] { sigaction(number, &action, nil) }
  }

  /// A terminal or `timeout` may send the same signal twice at once.
  private static func receive(_ number: Int32) {
    let now = Clock.milliseconds
    if signal == 0 {
      moment.store(now, ordering: .relaxed)
      received.store(number, ordering: .relaxed)
    } else if now - moment.load(ordering: .relaxed) >= 500 {
      _exit(128 + number)
    }
  }
}
