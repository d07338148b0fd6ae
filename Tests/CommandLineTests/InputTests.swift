import Foundation
import Testing
import Transcripts

/// Where a bill can come from, and what cannot be one.
struct InputTests {
  @Test(arguments: [
    ("nowhere.yaml", "nowhere.yaml: error: there is no such file [no-such-file]\n"),
    ("passes.yaml/x", "passes.yaml/x: error: there is no such file [no-such-file]\n"),
    (".", ".: error: this is a folder [is-a-folder]\n  help: name the files, such as `./*.yaml`\n"),
    // Its first page is never mapped, so that not even the administrator can read it.
    ("/proc/self/mem", "/proc/self/mem: error: it cannot be read (error 5) [not-readable]\n"),
    ("/dev/null", "/dev/null: error: the file is empty [empty-file]\n"),
    ("''", ": error: there is no such file [no-such-file]\n"),
  ])
  func `what cannot be read is said`(path: String, message: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate check \(path)")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(message))
  }

  // Limits of the data segment: the heap cannot grow past them, whatever the size of the input.
  @Test(arguments: [
    ("check", "sparse.yaml", 64), ("check", "/dev/zero", 160), ("batch", "sparse.yaml", 64),
    ("batch", "sparse.json", 64),
  ])
  func `what is too large ends within bounds`(command: String, path: String, mebibytes: Int) throws {
    let line = "truncate -s 1G sparse.yaml sparse.json; ulimit -d \(mebibytes * 1024); bomgate \(command) \(path)"
    let outcome = try Scratch().run(line)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.hasPrefix(
        """
        \(path): error: the file is larger than 64 MiB [too-large]
          help: `bomgate batch` reads `.ndjson`, with a bill a line, and long tables in `.csv` piece by piece, however \
        large; cut other files into several

        """))
  }

  @Test(.timeLimit(.minutes(1))) func `a billion laughs end within 100 MB`() throws {
    var bill = "bom: 1\nproject: {date: 2025-03-01}\nlines:\n  - &a0 {kind: other, quantity: 1}\n"
    for level in 1...12 {
      let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bill += "  - &a\(level) {kind: other, quantity: 1, contains: [\(parts)]}\n"
    }
    let outcome = try Scratch(["laughs.yaml": bill]).run("ulimit -d 102400; bomgate check laughs.yaml")
    #expect(outcome.status == 2)
    let message = "laughs.yaml:11:47: error: with its aliases expanded the file holds more than 4000000 values"
    #expect(outcome.errors.hasPrefix(message))
  }

  @Test(arguments: [
    ("- < passes.yaml", "<stdin>"), ("passes.yaml", "passes.yaml"), ("./passes.yaml", "./passes.yaml"),
    ("/dev/stdin < passes.yaml", "/dev/stdin"),
  ])
  func `a report names its source as it was given`(bill: String, source: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate check --format json \(bill)")
    #expect(outcome.status == 0)
    #expect(try (outcome.report["bom"] as? [String: Any])?["source"] as? String == source)
  }

  static let json = """
    {"bom": 1,
     "project": {"region": "370200", "facility": "intelligent-computing-center", "buyer": "enterprise", "date": "2025-03-01"},
     "lines": [
       {"kind": "accelerator", "model": "昇腾910B3", "quantity": 7}, {"kind": "accelerator", "model": "A800", "quantity": 3.0}]}
    """

  @Test(arguments: [
    ("bill.json", String.Encoding.utf8, [UInt8]()), ("bill.yaml", .utf8, []), ("bill.txt", .utf8, []),
    ("bill.json", .utf8, [0xEF, 0xBB, 0xBF]), ("bill.json", .utf16LittleEndian, [0xFF, 0xFE]),
    ("bill.yaml", .utf16BigEndian, [0xFE, 0xFF]), ("bill.yaml", .utf16LittleEndian, []),
  ])
  func `a bill may be JSON, with a byte order mark, in UTF-16`(
    name: String, encoding: String.Encoding, mark: [UInt8]
  ) throws {
    let scratch = try Scratch()
    try scratch.write(Data(mark) + (Self.json.data(using: encoding) ?? Data()), to: name)
    let outcome = try scratch.run("bomgate check \(name) --format json")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let measure = try outcome.requirement("cn-sd-qingdao-haizhixin", "domestic-cards-70")["measure"] as? [String: Any]
    #expect(measure?["low"] as? String == "0.7")
  }

  @Test func `an empty bill is read and decides nothing`() throws {
    let outcome = try Scratch(["bill.yaml": "bom: 1\nlines: []\n"])
      .run("bomgate check bill.yaml --as-of 2025-03-01 --region 新疆 --facility edge --buyer enterprise --format json")
    #expect(outcome.status == 0)
    #expect(try outcome.report["verdict"] as? String == "not_applicable")
    #expect(try outcome.findings.contains("no-policy-decided"))
  }

  @Test func `a missing region leaves open what it decides, and the report says so`() throws {
    let bill = Bills.fails.replacing("  region: \"370200\"\n", with: "")
    let outcome = try Scratch(["bill.yaml": bill]).run("bomgate check bill.yaml --format json")
    #expect(outcome.status == 3)
    #expect(try outcome.findings.contains("region-missing"))
    let requirement = try outcome.requirement("cn-sd-qingdao-haizhixin", "domestic-cards-70")
    #expect(requirement["verdict"] as? String == "undetermined")
    #expect(requirement["reason"] as? String == "applicability")
    // What passes passes in any place.
    let passing = Bills.passes.replacing("  region: \"370200\"\n", with: "")
    let other = try Scratch(["bill.yaml": passing]).run("bomgate check bill.yaml --policy cn-sd-qingdao-haizhixin")
    #expect(other.status == 0)
  }
}
