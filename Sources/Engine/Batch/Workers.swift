internal import CProcessors
internal import Glibc

/// A lock with a condition to wait for.
final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Does something that no other thread does meanwhile.
  func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Lets others in until one of them wakes all; called while locked.
  func wait() { pthread_cond_wait(condition, mutex) }

  /// Wakes all that wait.
  func wakeAll() { pthread_cond_broadcast(condition) }
}

/// Threads of one's own: a queue of the system may begin fewer of them than were asked for.
public enum Workers {
  /// How many of them can work at the same time: as many as there are processors that the process may use.
  public static var atOnce: Int { max(1, Int(processors_allowed())) }

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
      monitor.locked {
        while count > 0 { monitor.wait() }
      }
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
      let fault = processors_begin_thread(
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
