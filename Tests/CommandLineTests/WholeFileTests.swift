import Glibc
import Testing
import Transcripts

/// A file that is written is there as a whole or not at all.
struct WholeFileTests {
  /// A shell in which no file grows past 32 KiB: a write beyond fails, as on a full disk.
  private static let full = "trap '' XFSZ; ulimit -f 64; "
  /// The superuser without the right to write where the permissions forbid it.
  private static let bound = geteuid() == 0 ? "setpriv --bounding-set=-dac_override --inh-caps=-dac_override " : ""
  private static let portfolio = "bomgate portfolio boms.csv --policy cn-compute-plan-2023-2025 --year 2025"

  private static func scratch() throws -> Scratch {
    let rows = (1...1000).map {
      "b\($0),110105,intelligent-computing-center,2025-03-01,accelerator,华为,昇腾910B3,\($0)\n"
    }
    return try Scratch([
      "boms.csv": "bom_id,region,facility,date,kind,vendor,model,quantity\n" + rows.joined(), "d/old.json": "old\n",
    ])
  }

  @Test(arguments: [
    (full + portfolio + " --partial d/old.json", EFBIG),
    ("chmod 555 d; \(bound)\(portfolio) --partial d/old.json", EACCES),
    (full + "bomgate audit export 1 -o d/old.json", EFBIG),
    ("chmod 555 d; \(bound)bomgate audit export 1 -o d/old.json", EACCES),
  ])
  func `where there is no room or no right, the old file is what it was and nothing else remains`(
    line: String, error: Int32
  ) throws {
    let scratch = try Self.scratch()
    _ = try scratch.run("bomgate batch boms.csv --format ndjson --store audit.db > /dev/null")
    // What the shell itself prints is no file, which would have no room either.
    let outcome = try scratch.run("(( \(line) ) 2>&1 > /dev/null; echo $?) | cat")
    #expect(outcome.output == "bomgate: d/old.json：无法写入 · it could not be written (error \(error))\n74\n")
    #expect(try scratch.run("chmod 755 d; ls -A d; cat d/old.json").output == "old.json\nold\n")
  }

  @Test func `a folder that is not there gets no file`() throws {
    let scratch = try Self.scratch()
    let outcome = try scratch.run("\(Self.portfolio) --partial e/new.json")
    #expect(outcome.status == 74)
    #expect(outcome.errors == "bomgate: e/new.json：无法写入 · it could not be written (error \(ENOENT))\n")
    #expect(try scratch.run("ls -A").output == "boms.csv\nd\n")
  }

  @Test func `a file that is replaced keeps its permissions, and a link still leads to it`() throws {
    let scratch = try Self.scratch()
    #expect(
      try scratch.run("chmod 640 d/old.json; ln -s d/old.json link.json; \(Self.portfolio) --partial link.json").status
        == 0)
    let found = try scratch.run("ls -A d; stat -c %a d/old.json; readlink link.json; head -c 40 d/old.json")
    #expect(found.output == "old.json\n640\nd/old.json\n{\"schema\":\"bomgate.portfolio-partial/1\",")
  }

  @Test func `what is no file on a disk is written to as it is`() throws {
    let scratch = try Self.scratch()
    let outcome = try scratch.run(
      """
      \(Self.portfolio) --partial /dev/full
      mkfifo pipe; cat pipe > copy & \(Self.portfolio) --partial pipe; wait; head -c 40 copy
      """)
    #expect(outcome.errors == "bomgate: /dev/full：无法写入 · it could not be written (error \(ENOSPC))\n")
    #expect(outcome.output.hasSuffix("{\"schema\":\"bomgate.portfolio-partial/1\","))
    #expect(try scratch.run("test -p pipe").status == 0)
  }
}
