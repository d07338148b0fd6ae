import Glibc
import Synchronization
import Testing

@testable import Engine

/// Threads that share a piece of work.
struct WorkersTests {
  private final class Held: Sendable {
    let count: Count
    init(_ count: Count) { self.count = count }
    deinit { count.released.add(1, ordering: .sequentiallyConsistent) }
  }

  private final class Count: Sendable {
    let done = Atomic(0)
    let released = Atomic(0)
  }

  @Test(arguments: [1, 2, 7]) func `all have done their share before one goes on, and hold nothing of it`(count: Int) {
    let found = Count()
    for round in 1...20 {
      Self.share(Held(found), among: count)
      #expect(found.done.load(ordering: .sequentiallyConsistent) == round * count)
      #expect(found.released.load(ordering: .sequentiallyConsistent) == round)
    }
  }

  private static func share(_ held: Held, among count: Int) {
    Workers.run(count) {
      // Some take longer than the one that waits for them.
      if held.count.done.add(1, ordering: .sequentiallyConsistent).newValue % 2 == 0 { usleep(2000) }
    }
  }
}
