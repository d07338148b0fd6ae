import Foundation
import Testing
import Transcripts

/// Whoever changes a store is found out.
struct TamperTests {
  @Test func `an honest store verifies, with the head of any of its runs`() throws {
    let batch = try KeptBatch()
    let first = try #require(KeptBatch.head(of: try batch.keep()))
    let second = try #require(KeptBatch.head(of: try batch.keep("nowhere.yaml")))
    let outcome = try batch.audit("verify --head \(first) --head \(second)")
    #expect(outcome.output == "✓ 2 runs, 6 entries: all hold\n  head \(second)\n")
    #expect(outcome.status == 0)
    let told = try batch.audit("verify --head \(first) --format json")
    #expect(
      told.output == """
        {
          "entries" : 6,
          "head" : "\(second)",
          "holds" : true,
          "incomplete" : [

          ],
          "runs" : 2
        }

        """)
    #expect(told.status == 0)
  }

  @Test(arguments: [
    "DELETE FROM entries", "UPDATE entries SET run = 2", "DELETE FROM contents", "UPDATE contents SET bytes = ''",
    "DELETE FROM outcomes", "UPDATE outcomes SET number = number + 100",
  ])
  func `the store itself refuses changes`(sql: String) throws {
    let batch = try KeptBatch(bills: 100)
    try batch.keep()
    #expect(throws: (any Error).self) { try batch.tamper(sql) }
    #expect(try batch.audit("verify").status == 0)
  }

  static let cases: [(sql: String, fault: String, held: Int)] = [
    (
      "UPDATE entries SET decisions = replace(decisions, '\"fail\"', '\"pass\"') WHERE number = 2",
      "entry 2 (run 1, block 1) does not have its digest", 1
    ),
    (
      "UPDATE entries SET results = replace(results, 'b3', 'b9') WHERE number = 2",
      "entry 2 (run 1, block 1) does not have its digest", 1
    ),
    ("DELETE FROM entries WHERE number = 2", "entry 2 is missing", 1),
    ("DELETE FROM entries WHERE number = 1", "entry 1 is missing", 0),
    (
      "UPDATE entries SET number = -2 WHERE number = 2; UPDATE entries SET number = 2 WHERE number = 5; UPDATE entries SET number = 5 WHERE number = -2",
      "entry 2 (run 2, block 1) does not have its digest", 1
    ),
    (
      "UPDATE entries SET about = replace(about, '2025-03-01', '2024-03-01') WHERE number = 1",
      "entry 1 (the beginning of run 1) does not have its digest", 0
    ),
    (
      "UPDATE entries SET about = replace(about, 'complete', 'stopped') WHERE number = 6",
      "entry 6 (the end of run 2) does not have its digest", 5
    ),
    (
      "UPDATE entries SET head = (SELECT head FROM entries WHERE number = 2) WHERE number = 3",
      "entry 3 (the end of run 1) does not have its digest", 2
    ),
    (
      "DELETE FROM contents WHERE digest = (SELECT source FROM entries WHERE number = 2)",
      "the content that entry 2 (run 1, block 1) was made from is gone", 6
    ),
    (
      "DELETE FROM contents WHERE CAST(bytes AS TEXT) LIKE '%policy: cn-sd-qingdao-haizhixin%'",
      "the content that entry 1 (the beginning of run 1) was made from is gone", 6
    ),
  ]

  @Test(arguments: cases)
  func `the first break is named`(sql: String, fault: String, held: Int) throws {
    let batch = try KeptBatch(["more.csv": KeptBatch.table(2, from: 7)])
    try batch.keep()
    try batch.keep("more.csv")
    try batch.tamper(KeptBatch.disarmed + sql + ";" + KeptBatch.armed)
    let outcome = try batch.audit("verify")
    #expect(outcome.output == "✗ \(fault)\n  \(held) \(held == 1 ? "entry" : "entries") before it hold\n")
    #expect(outcome.status == 1)
  }

  @Test func `bytes of a bill that were changed do not have their digest`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.tamper(
      KeptBatch.disarmed + "UPDATE contents SET bytes = CAST(replace(bytes, 'A800', 'A900') AS BLOB);" + KeptBatch.armed
    )
    let outcome = try batch.audit("verify")
    #expect(
      outcome.output.wholeMatch(of: /✗ the content sha256:[0-9a-f]{64} was changed\n  3 entries before it hold\n/)
        != nil)
    #expect(outcome.status == 1)
  }

  @Test func `one byte of a packed block that was changed is told, and the block cannot be computed again`() throws {
    let batch = try KeptBatch(bills: 300)
    try batch.keep()
    try batch.tamper(
      KeptBatch.disarmed
        + """
        UPDATE contents SET bytes = CAST(substr(bytes, 1, 400) || x'ff' || substr(bytes, 402) AS BLOB)
        WHERE digest = (SELECT source FROM entries WHERE number = 2);
        """ + KeptBatch.armed)
    let outcome = try batch.audit("verify")
    #expect(
      outcome.output.wholeMatch(of: /✗ the content sha256:[0-9a-f]{64} was changed\n  3 entries before it hold\n/)
        != nil)
    #expect(try batch.audit("replay 1").status == 1)
  }

  @Test func `an entry whose place is no number ends a replay with an error`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.tamper(KeptBatch.disarmed + "UPDATE entries SET place = 'x' WHERE number = 2;" + KeptBatch.armed)
    let outcome = try batch.audit("replay 1")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        audit.db: error: the place of entry 2 is no number [unreadable-entry]
          help: check it with `bomgate audit verify`

        1 error

        """)
    #expect(try batch.audit("verify").status == 1)
  }

  @Test func `results that were changed so that they cannot be unpacked are an error of the export`() throws {
    let batch = try KeptBatch(bills: 300)
    try batch.keep()
    try batch.tamper(
      KeptBatch.disarmed + "UPDATE entries SET results = x'01ffffffffffffff7f00' WHERE number = 2;" + KeptBatch.armed)
    let outcome = try batch.audit("export 1")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        error: the results of block 1 cannot be read [unreadable-entry]
          help: check it with `bomgate audit verify`

        1 error

        """)
    #expect(try batch.audit("verify").output.hasPrefix("✗ entry 2 (run 1, block 1) does not have its digest\n"))
  }

  static let outcomeCases: [(sql: String, fault: String)] = [
    (
      "UPDATE outcomes SET decided = replace(decided, '\"fail\"', '\"pass\"')",
      "entry 2 (run 1, block 1) does not have its digest"
    ),
    (
      "DELETE FROM outcomes WHERE number = (SELECT max(number) FROM outcomes)",
      "entry 2 (run 1, block 1) does not have its digest"
    ),
    ("UPDATE outcomes SET place = 2", "entry 2 (run 1, block 1) does not have its digest"),
    (
      "INSERT INTO outcomes VALUES (1, 1000, 1000, '{}')",
      "there are outcomes of no entry: somebody has worked on the store"
    ),
  ]

  @Test(arguments: outcomeCases)
  func `an outcome that bills share is part of the chain`(sql: String, fault: String) throws {
    let batch = try KeptBatch(bills: 100)
    try batch.keep()
    try batch.tamper(KeptBatch.disarmed + sql + ";" + KeptBatch.armed)
    let outcome = try batch.audit("verify")
    #expect(outcome.output.hasPrefix("✗ \(fault)\n"))
    #expect(outcome.status == 1)
  }

  @Test func `triggers that are gone are missed`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.tamper("DROP TRIGGER entries_keep_bytes")
    #expect(
      try batch.audit("verify").output
        == "✗ the trigger entries_keep_bytes is gone: somebody has worked on the store\n  0 entries before it hold\n")
  }

  @Test func `rows that were removed from the end are missed by a head that was kept elsewhere`() throws {
    let batch = try KeptBatch()
    let first = try #require(KeptBatch.head(of: try batch.keep()))
    let second = try #require(KeptBatch.head(of: try batch.keep()))
    try batch.tamper(KeptBatch.disarmed + "DELETE FROM entries WHERE run = 2;" + KeptBatch.armed)
    #expect(try batch.audit("verify --head \(first)").status == 0)
    let outcome = try batch.audit("verify --head \(second)")
    #expect(
      outcome.output == """
        ✗ \(second) is not in the chain: entries were removed from its end, or the store was replaced
          3 entries before it hold

        """)
    #expect(outcome.status == 1)
    let told = try batch.audit("verify --head \(second) --format json")
    #expect(
      told.output == """
        {
          "entries" : 3,
          "fault" : {
            "en" : "\(second) is not in the chain: entries were removed from its end, or the store was replaced",
            "zh" : "链里没有 \(second)：那之后的记录被删掉，或整个库被换过"
          },
          "head" : "\(first)",
          "holds" : false,
          "incomplete" : [

          ],
          "runs" : 1
        }

        """)
    #expect(told.status == 1)
  }

  @Test func `a file with spoilt pages is no store that holds`() throws {
    let batch = try KeptBatch(bills: 3000)
    try batch.keep()
    let path = batch.scratch.path("audit.db")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in stride(from: 40_000, to: bytes.count, by: 4096) { bytes[index] ^= 0x55 }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect([1, 2].contains(try batch.audit("verify").status))
  }
}
