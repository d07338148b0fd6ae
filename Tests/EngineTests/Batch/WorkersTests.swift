import Diagnostics
import Foundation
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

  @Test func `a thread begins elsewhere, but then may run wherever the one may that began it`() throws {
    let places = Places()
    let own = try #require(Places.ofThread())
    Workers.run(3) { places.add(Places.ofThread()) }
    #expect(places.found.withLock { $0 } == [own, own, own])
    #expect(Workers.atOnce == own.split(separator: ",").map(Places.count).reduce(0, +))
  }

  /// On which processors threads may run, as the system says it: `0-3,6`.
  private final class Places: Sendable {
    let found = Guarded<[String?]>([])

    func add(_ place: String?) { found.withLock { $0.append(place) } }

    static func ofThread() -> String? {
      let status = try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
      return line?.split(separator: "\t").last.map(String.init)
    }

    static func count(_ range: Substring) -> Int {
      let ends = range.split(separator: "-").compactMap { Int($0) }
      return (ends.last ?? 0) - (ends.first ?? 1) + 1
    }
  }

  private static func share(_ held: Held, among count: Int) {
    Workers.run(count) {
      // Some take longer than the one that waits for them.
      if held.count.done.add(1, ordering: .sequentiallyConsistent).newValue % 2 == 0 { usleep(2000) }
    }
  }
}
