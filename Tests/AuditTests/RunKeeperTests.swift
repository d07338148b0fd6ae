import Audit
import Diagnostics
import Testing
import Transcripts

/// A run that goes on, and those that may no longer add to it.
struct RunKeeperTests {
  private static var block: RunKeeper.Block {
    RunKeeper.Block(results: [1], decisions: Array("[]".utf8), source: [2], attachments: [], form: [])
  }

  private static func resumed(_ store: AuditStore) throws -> RunKeeper? {
    try RunKeeper.resuming(store, mark: "m", settings: ["began": ["later"]])
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreFault)?.diagnostic.code
    }
  }

  @Test func `whoever was left behind by a run that goes on can add nothing to it`() throws {
    let scratch = try Scratch()
    let store = try AuditStore.writing(scratch.path("audit.db"))
    #expect(try Self.resumed(store) == nil)
    let first = try RunKeeper(store, settings: ["mark": ["m"]], rules: [], files: [])
    try first.append(Self.block)
    first.add(outcome: 4, Array("{}".utf8))
    try first.append(Self.block)
    try first.flush()
    let second = try #require(try Self.resumed(store))
    #expect((second.run, second.blocks, second.nextOutcome) == (first.run, 2, 5))
    try first.append(Self.block)
    #expect(code { try first.flush() } == "run-goes-on-elsewhere")
    try second.append(Self.block)
    try second.flush()
    #expect(try Self.resumed(store)?.blocks == 3)
    #expect(try store.verify(heads: []).fault == nil)
  }

  @Test func `a run that is over has its end, and takes no more bills`() throws {
    let scratch = try Scratch()
    let store = try AuditStore.writing(scratch.path("audit.db"))
    let first = try RunKeeper(store, settings: ["mark": ["m"]], rules: [], files: [])
    try first.append(Self.block)
    let head = try first.end(["status": ["complete"]])
    let second = try #require(try Self.resumed(store))
    #expect(second.blocks == 1)
    #expect(try second.end(["status": ["complete"]]) == head)
    #expect(code { try second.append(Self.block) } == "run-over")
    #expect(try store.verify(heads: [head]).entries == 3)
  }
}
