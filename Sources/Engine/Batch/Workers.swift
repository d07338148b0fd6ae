internal import CThreads
internal import Diagnostics

/// Threads of one's own: a queue of the system may begin fewer of them than were asked for.
public enum Workers {
  /// How many of them can work at the same time: as many as there are processors that the process may use.
  public static var atOnce: Int { max(1, Int(threads_at_once())) }

  /// How many threads are still at work.
  private final class Roll: @unchecked Sendable {
    private let monitor = Monitor()
    private var count = 0

    func begin() { monitor.locked { count += 1 } }

    func end() {
      monitor.locked {
        count -= 1
        monitor.wakeAll()
      }
    }

    func waitForAll() {
      monitor.locked { monitor.wait { count == 0 } }
    }
  }

  private final class Job {
    private var body: (@Sendable () -> Void)?
    private let roll: Roll

    init(_ roll: Roll, _ body: @escaping @Sendable () -> Void) {
      self.roll = roll
      self.body = body
    }

    func run() {
      work()
      roll.end()
    }

    /// Nothing of the work is held any longer when it is said to be done.
    @inline(never)
    private func work() {
      body?()
      body = nil
    }
  }

  /// Runs a piece of work on so many threads, this one included, until all of them are done. How the threads end, which
  /// gives back the memory of each, is not waited for.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let roll = Roll()
    for turn in 0..<max(0, count - 1) {
      roll.begin()
      let job = Unmanaged.passRetained(Job(roll, body))
      let fault = threads_begin(
        Int32(turn),
        { argument in
          if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, job.toOpaque())
      if fault != 0 {
        job.release()
        roll.end()
      }
    }
    body()
    roll.waitForAll()
  }
}
