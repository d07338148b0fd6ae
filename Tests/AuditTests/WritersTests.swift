import Foundation
import GRDB
import Seeds
import Testing
import Transcripts

/// Stores that several write to, that find no room, and whose writers are killed.
struct WritersTests {
  @Test func `two processes at once lose nothing`() throws {
    let batch = try KeptBatch(["other.csv": KeptBatch.table(4000, from: 50_000)], bills: 4000)
    let line = { (name: String) in
      "bomgate batch \(name).csv \(KeptBatch.options) --store audit.db > \(name).out 2> \(name).err"
    }
    try batch.run("{ \(line("boms")); touch over; } & \(line("other")); until test -e over; do sleep 0.1; done")
    let heads = try ["boms", "other"].map {
      try String(contentsOfFile: batch.scratch.path("\($0).err"), encoding: .utf8).firstMatch(
        of: /sha256:[0-9a-f]{64}/)?.0
    }
    let verified = try batch.audit("verify --head \(try #require(heads[0])) --head \(try #require(heads[1]))")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.hasPrefix("✓ 2 runs"))
    for run in 1...2 {
      #expect(try batch.audit("replay \(run)").output.contains("computed 4000 bills again: the same"))
    }
    #expect(try batch.run("bomgate audit export 1 > a; cmp a boms.out || cmp a other.out").status == 0)
  }

  @Test func `a store that another process has only begun to make is no stranger's file`() throws {
    let batch = try KeptBatch()
    try DatabaseQueue(path: batch.scratch.path("audit.db")).writeWithoutTransaction {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    #expect(KeptBatch.head(of: try batch.keep()) != nil)
    #expect(try batch.audit("verify").output.hasPrefix("✓ 1 run"))
  }

  @Test func `a disk without room is an error, and what was kept before still holds`() throws {
    let batch = try KeptBatch(bills: 40_000)
    let first = try #require(KeptBatch.head(of: try batch.keep("nowhere.yaml")))
    // A file that may grow no further is to a program what a full disk is.
    let outcome = try batch.run(
      "ulimit -f 3000; bomgate batch boms.csv \(KeptBatch.options) --store audit.db > /dev/null")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("[store-not-written]") || outcome.errors.contains("[disk-full]"))
    #expect(outcome.errors.contains("what was written before is whole, and the run counts as incomplete"))
    let verified = try batch.audit("verify --head \(first)")
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("✓ 2 runs, 4 entries: all hold; incomplete: run 2\n"))
    #expect(try batch.audit("list").output.contains("incomplete"))
    #expect(try batch.keep().status == 1)
    #expect(try batch.audit("verify").output.hasPrefix("✓ 3 runs"))
  }

  @Test func `a message that says that it is of any size takes no memory before it is there`() throws {
    let batch = try KeptBatch()
    // The rest of a file: one part, of four gigabytes, of which nothing comes; then more parts than any message has.
    for frame in [#"\001\001\000\000\000\000\000\000\000\001\000\000\000"#, #"\001\377\377\377\377"#] {
      let outcome = try batch.run(
        "printf '\(frame)' | (ulimit -v 2000000; bomgate-audit write --store audit.db --lang en)")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try batch.audit("verify").output.hasPrefix("✓ 0 runs, 0 entries: all hold\n"))
  }

  @Test func `a run that was killed at any moment leaves a store that holds`() throws {
    let batch = try KeptBatch(bills: 20_000)
    let first = try #require(KeptBatch.head(of: try batch.keep("nowhere.yaml")))
    var random = SeededGenerator(seed: 4)
    for _ in 0..<12 {
      let wait = Double(Int.random(in: 0..<1500, using: &random)) / 1000
      // In the foreground of `timeout` only the batch is killed, else the program that writes the store too.
      let target = random.chance(2) ? "--foreground" : ""
      try batch.run(
        """
        timeout \(target) -s KILL \(wait) bomgate batch boms.csv \(KeptBatch.options) --store audit.db > /dev/null 2>&1
        """)
      let verified = try batch.audit("verify --head \(first)")
      #expect(verified.status == 0, "\(wait) \(target) \(verified.output)\(verified.errors)")
    }
    try batch.keep()
    #expect(try batch.audit("verify").status == 0)
  }

  @Test func `a run that was stopped is kept as far as it went`() throws {
    let batch = try KeptBatch(bills: 20_000)
    let outcome = try batch.run(
      """
      mkfifo pipe; { cat boms.csv; until test -e over; do sleep 0.1; done; } > pipe &
      timeout --preserve-status -s INT 4 bomgate batch - \(KeptBatch.options) --store audit.db < pipe > out.csv
      status=$?; touch over; exit $status
      """)
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("kept in audit.db as run 1"))
    #expect(try batch.audit("list").output.contains("stopped, whole as far as it went"))
    #expect(try batch.run("bomgate audit export 1 | cmp - out.csv").status == 0)
    #expect(try batch.audit("verify").status == 0)
  }
}
