import Foundation
import Seeds
import Testing
import Transcripts

/// Runs that were stopped, went on, and are one run in their store.
struct ResumedRunTests {
  private static let line = "bomgate batch boms.csv \(KeptBatch.options) --jobs 2 --store audit.db"

  /// That the store has a whole run of that number whose results are those of the file.
  private func expectWhole(_ batch: KeptBatch, run: Int = 1, bills: Int, _ file: String = "out.csv") throws {
    #expect(try batch.run("bomgate audit export \(run) | cmp - \(file)").status == 0)
    #expect(try batch.audit("replay \(run)").output.contains("computed \(bills) bills again: the same"))
    try batch.query("SELECT status, (SELECT count(*) FROM bills b WHERE b.run = r.run) FROM runs r WHERE run = \(run)")
    {
      #expect($0 == ["complete|\(bills)"])
    }
  }

  @Test(arguments: 0..<3)
  func `a run that is killed again and again and goes on is one run in its store`(seed: UInt64) throws {
    let batch = try KeptBatch(bills: 20_000)
    let began = ContinuousClock.now
    try batch.run("\(Self.line.replacing("audit.db", with: "whole.db")) -o whole.csv")
    let length = (ContinuousClock.now - began) / .milliseconds(1)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let wait = length * Double.random(in: 0.2..<1, using: &random) / 1000
      let target = random.chance(2) ? "--foreground" : ""
      try batch.run("timeout \(target) -s KILL \(wait) \(Self.line) -o out.csv --resume > /dev/null 2>&1")
    }
    let last = try batch.run("\(Self.line) -o out.csv --resume")
    #expect(last.status == 1, "\(last.errors)")
    #expect(try batch.run("cmp whole.csv out.csv").status == 0)
    let verified = try batch.audit("verify --head \(try #require(KeptBatch.head(of: last)))")
    #expect(verified.status == 0, "\(verified.output)")
    var runs = 0
    try batch.query("SELECT max(run) FROM runs") { runs = $0.first.flatMap { Int($0) } ?? 0 }
    try expectWhole(batch, run: runs, bills: 20_000)
  }

  private static let both = line.replacing("boms.csv", with: "boms.csv rest.csv")

  /// A run of two tables that a signal stopped behind the first, for the second was a pipe to which nobody wrote. Now it is
  /// there.
  private func stopped(_ batch: KeptBatch, _ line: String = both + " -o out.csv") throws -> Program.Outcome {
    let outcome = try batch.run(
      """
      rm -f rest.csv; mkfifo rest.csv; sleep 60 > rest.csv &
      timeout --preserve-status -s INT 4 \(line)
      status=$?; kill $!; exit $status
      """)
    try batch.run("rm rest.csv; sed s/^b/c/ boms.csv > rest.csv; sed -i s/^com_id/bom_id/ rest.csv")
    return outcome
  }

  @Test func `a run that a signal stopped stays open, and its end is that of the whole`() throws {
    let batch = try KeptBatch(bills: 3000)
    let outcome = try stopped(batch)
    #expect(outcome.status == 130)
    let head = try #require(KeptBatch.head(of: outcome))
    #expect(outcome.errors.contains("kept in audit.db as run 1, incomplete, head sha256:"))
    #expect(outcome.errors.hasSuffix("run the same command with --resume to go on\n"))
    #expect(try batch.audit("list").output.contains("incomplete"))
    #expect(try batch.audit("export 1").errors == "the run is incomplete, and this is a part of it\n")
    let resumed = try batch.run("\(Self.both) -o out.csv --resume")
    #expect(resumed.status == 1, "\(resumed.errors)")
    let verified = try batch.audit("verify --head \(head)")
    #expect(verified.output.hasPrefix("✓ 1 run, "), "\(verified.output)")
    try expectWhole(batch, bills: 6000)
    try batch.query("SELECT kind FROM entries WHERE kind <> 'block' ORDER BY number") {
      #expect($0 == ["run", "resumption", "end"])
    }
  }

  @Test func `a store that has nothing of the run is given all of it`() throws {
    let batch = try KeptBatch(bills: 3000)
    #expect(try stopped(batch).status == 130)
    let line = Self.both.replacing("audit.db", with: "other.db")
    #expect(try batch.run("\(line) -o out.csv --resume").status == 1)
    #expect(try batch.run("bomgate audit export 1 --store other.db | cmp - out.csv").status == 0)
    #expect(try batch.audit("replay 1 --store other.db").output.contains("computed 6000 bills again: the same"))
  }

  @Test func `what went on without its store begins anew in it`() throws {
    let batch = try KeptBatch(bills: 3000)
    #expect(try stopped(batch).status == 130)
    let line = Self.both + " -o out.csv --resume"
    #expect(try stopped(batch, line.replacing("--store audit.db", with: "")).status == 130)
    #expect(try batch.run(line).status == 1)
    try expectWhole(batch, bills: 6000)
  }

  @Test func `a run that could not begin leaves nothing, and what was stopped before can still go on`() throws {
    let batch = try KeptBatch(bills: 3000)
    try batch.run("cp $(command -v bomgate) here")
    #expect(try batch.run("./here \(Self.line.dropFirst("bomgate ".count)) -o new.csv").status == 2)
    #expect(try batch.run("ls | grep -c ^new").output == "0\n")
    #expect(try stopped(batch).status == 130)
    #expect(try batch.run("./here \(Self.both.dropFirst("bomgate ".count)) -o out.csv --resume").status == 2)
    #expect(try batch.run(Self.both + " -o out.csv --resume").status == 1)
    try expectWhole(batch, bills: 6000)
  }
}
