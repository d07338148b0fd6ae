import Glibc
import Synchronization

/// The signal by which somebody asks the run to stop; a second one ends it at once.
enum Interruption {
  private static let received = Atomic<Int32>(0)

  /// Its number; 0 as long as there is none.
  static var signal: Int32 { received.load(ordering: .relaxed) }

  /// Listens from now on.
  static func listen() {
    _ = signal
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in Interruption.received.store(number, ordering: .relaxed) }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    for number in [SIGINT, SIGTERM] { sigaction(number, &action, nil) }
  }
}
