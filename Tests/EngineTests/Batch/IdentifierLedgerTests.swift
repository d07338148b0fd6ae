import Seeds
import Testing

@testable import Engine

/// Ids that return, held against a set of all.
struct IdentifierLedgerTests {
  @Test(arguments: 0..<8, [true, false])
  func `whatever the order, exactly the ids that were there before return`(seed: Int, keepsAll: Bool) {
    var random = SeededGenerator(seed: UInt64(seed) + 400)
    for _ in 0..<60 {
      let ids = Self.ids(&random)
      var ledger = IdentifierLedger(keepsAll: keepsAll)
      var (found, wanted): ([Int], [Int]) = ([], [])
      var known: Set<String> = []
      var start = 0
      while start < ids.count {
        let end = min(ids.count, start + Int.random(in: 1...5, using: &random))
        var run = IdentifierRun()
        for id in ids[start..<end] { run.add(id) }
        found += ledger.returning(run) { Array(ids[..<start]) }.sorted().map { $0 + start }
        start = end
      }
      for (index, id) in ids.enumerated() where !known.insert(id).inserted { wanted.append(index) }
      #expect(found == wanted, "\(ids)")
    }
  }

  @Test(arguments: [
    ["b8", "b9", "b10", "b11", "b100"], ["b1", "b10", "b11", "b2", "b20"], ["1", "2", "3"], ["a", "b", "ca", "da"],
  ])
  func `ids that are counted up or sorted are never asked for again`(ids: [String]) {
    var ledger = IdentifierLedger(keepsAll: false)
    for id in ids {
      var run = IdentifierRun()
      run.add(id)
      let found = ledger.returning(run) {
        Issue.record("the ids before \(id) were asked for")
        return []
      }
      #expect(found.isEmpty)
    }
  }

  @Test func `ids that grow by turns in one order and in the other are asked for`() {
    var ledger = IdentifierLedger(keepsAll: false)
    var asked: [String] = []
    for id in ["b9", "b10", "b2", "b10"] {
      var run = IdentifierRun()
      run.add(id)
      let before = ["b9", "b10"]
      let found = ledger.returning(run) {
        asked.append(id)
        return before
      }
      #expect(found == (asked.count == 1 && id == "b10" ? [0] : []))
    }
    #expect(asked == ["b2"])
  }

  /// Ids that grow in some order for a while, some of which return.
  private static func ids(_ random: inout SeededGenerator) -> [String] {
    var ids: [String] = []
    switch Int.random(in: 0..<3, using: &random) {
    case 0: ids = (0..<30).map { "b\($0 * 7)" }
    case 1: ids = (0..<30).map { "b\($0 * 7)" }.sorted()
    default: ids = (0..<30).map { _ in "b\(Int.random(in: 0..<40, using: &random))" }
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      if let id = ids.randomElement(using: &random) {
        ids.insert(id, at: Int.random(in: 0...ids.count, using: &random))
      }
    }
    return ids
  }
}
