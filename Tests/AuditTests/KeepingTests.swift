import Foundation
import Testing
import Transcripts

/// What a batch leaves in a store, and what can be asked of it.
struct KeepingTests {
  @Test func `a run says under which number and head it is kept, and is listed`() throws {
    let batch = try KeptBatch()
    let outcome = try batch.keep()
    let head = try #require(KeptBatch.head(of: outcome))
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix("kept in audit.db as run 1, head \(head)\n4 bills: 3 compliant, 1 not compliant\n"))
    let list = try batch.audit("list").output
    let lines = list.split(separator: "\n").map(String.init)
    #expect(lines[0].wholeMatch(of: /1  20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ  complete/) != nil)
    #expect(lines[1...2] == ["   inputs  boms.csv", "   4 bills: 3 compliant, 1 not compliant"])
    #expect(lines.last == "   head    \(head)")
  }

  @Test func `programs read the list as JSON`() throws {
    let batch = try KeptBatch()
    let head = KeptBatch.head(of: try batch.keep())
    let runs = try JSONSerialization.jsonObject(with: Data(try batch.audit("list --format json").output.utf8))
    let run = try #require((runs as? [[String: Any]])?.first)
    #expect(run["run"] as? Int == 1)
    #expect(run["bills"] as? Int == 4)
    #expect(run["verdicts"] as? [String: Int] == ["pass": 3, "fail": 1, "undetermined": 0, "not_applicable": 0])
    #expect(run["head"] as? String == head)
    #expect(run["status"] as? String == "complete")
  }

  @Test(arguments: [
    "-o out.csv", "-o out.ndjson", "-o out.csv --columns bom_id,verdict,line", "--format csv > out.csv",
  ])
  func `an export has the bytes that the batch wrote`(output: String) throws {
    let batch = try KeptBatch()
    try batch.keep("boms.csv nowhere.yaml", output)
    let name = output.contains("ndjson") ? "out.ndjson" : "out.csv"
    let copy = name.replacing("out", with: "copy")
    #expect(try batch.audit("export 1 -o \(copy)").status == 0)
    #expect(try batch.run("cmp \(name) \(copy) && bomgate audit export 1 | cmp - \(name)").status == 0)
  }

  @Test func `an export of another format is refused`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    let outcome = try batch.audit("export 1 -o out.ndjson")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        error: the results of run 1 are csv [other-format]
          help: end the name with .csv

        1 error

        """)
  }

  @Test func `the results are the same with a store and without`() throws {
    let batch = try KeptBatch(bills: 3000)
    try batch.keep("boms.csv nowhere.yaml", "-o kept.csv --jobs 4")
    try batch.run("bomgate batch boms.csv nowhere.yaml \(KeptBatch.options) -o plain.csv")
    #expect(try batch.run("cmp kept.csv plain.csv").status == 0)
  }

  @Test func `a bill is shown as check shows it, though its file is gone`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    let check = try batch.run("bomgate check boms.csv \(KeptBatch.options) --format ndjson").output
    try batch.run("rm boms.csv")
    let shown = try batch.audit("show 1 --bom b3 --format json")
    #expect(shown.status == 0)
    let report = try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? NSDictionary
    let lines = try check.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
    }
    #expect(report?["policies"] as? NSArray == lines[2]?["policies"] as? NSArray)
    #expect(report?["verdict"] as? String == "fail")
    #expect(try batch.audit("show 1 --bom b3").output.contains("not compliant"))
    let none = try batch.audit("show 1 --bom b5")
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("error: run 1 has no bill `b5` [no-such-bill]\n"))
  }

  @Test func `people can ask the store with SQL`() throws {
    let odd = """
      bom: 1
      project: {id: odd, region: "370200", facility: intelligent-computing-center}
      lines:
        - {kind: accelerator, vendor: 某厂, model: 样机, quantity: 1}
        - {kind: accelerator, vendor: 华为, model: 昇腾910B3, quantity: 9}

      """
    let batch = try KeptBatch(["odd.yaml": odd])
    let head = try #require(KeptBatch.head(of: try batch.keep("boms.csv odd.yaml nowhere.yaml", "--columns bom_id")))
    try batch.query("SELECT bom_id, source, line, verdict, error FROM verdicts") { rows in
      #expect(
        rows == [
          "b1|boms.csv|2|pass|–", "b2|boms.csv|4|pass|–", "b3|boms.csv|6|fail|–", "b4|boms.csv|8|pass|–",
          "odd|odd.yaml|–|pass|–", "–|nowhere.yaml|–|–|no-such-file",
        ])
    }
    try batch.query("SELECT bom_id, policy, requirement, verdict, low, high FROM requirements WHERE verdict = 'fail'") {
      #expect($0 == ["b3|cn-sd-qingdao-haizhixin|domestic-cards-70|fail|2/3|2/3"])
    }
    try batch.query("SELECT 'sha256:' || head FROM runs") { #expect($0 == [head]) }
    try batch.query("SELECT bom_id, severity, findings FROM findings WHERE findings > 0") {
      #expect($0 == ["odd|note|1"])
    }
  }

  @Test func `SQL says of many bills what their rows say`() throws {
    let batch = try KeptBatch(["odd.yaml": "bom: 1\nlines: [{kind: gpu}]\n"], bills: 500)
    let name = "cn-sd-qingdao-haizhixin/domestic-cards-70"
    try batch.keep(
      "boms.csv odd.yaml",
      "--jobs 4 -o out.csv --columns bom_id,\(name).verdict,\(name).low,\(name).high,findings.warning,findings.note")
    let rows = try String(contentsOfFile: batch.scratch.path("out.csv"), encoding: .utf8).split(separator: "\n")
      .dropFirst().dropLast().map { String($0.replacing(",", with: "|")) }
    #expect(rows.count == 500)
    try batch.query("SELECT count(*) > 0 FROM outcomes") { #expect($0 == ["1"]) }
    try batch.query(
      """
      SELECT r.bom_id, r.verdict, r.low, r.high, w.findings, n.findings FROM requirements r
      JOIN findings w ON w.bom_id = r.bom_id AND w.severity = 'warning'
      JOIN findings n ON n.bom_id = r.bom_id AND n.severity = 'note' ORDER BY r.line
      """
    ) { #expect($0 == rows) }
    try batch.query("SELECT count(*), count(DISTINCT digest), count(error) FROM verdicts") {
      #expect($0 == ["501|501|1"])
    }
  }

  @Test func `a store of another version is refused, and stays as it is`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.tamper("PRAGMA user_version = 1")
    for outcome in [try batch.audit("list"), try batch.keep()] {
      #expect(outcome.status == 2)
      #expect(
        outcome.errors.contains(
          """
          audit.db: error: the audit store was made by another version of bomgate, in another form [other-store-version]
            help: look into it with that version, and keep new runs in a store of their own
          """))
    }
    #expect(try batch.run("bomgate audit list --lang zh").errors.contains("这个审计库是另一版本的 bomgate 建立的，格式不同"))
    try batch.query("SELECT count(*) FROM runs") { #expect($0 == ["1"]) }
  }

  @Test func `a store is one run after another, with rules and bills kept once`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.keep()
    let contents = "SELECT count(*) FROM contents"
    try batch.query("SELECT count(*) FROM runs") { #expect($0 == ["2"]) }
    var before: [String] = []
    try batch.query(contents) { before = $0 }
    try batch.keep()
    try batch.query(contents) { #expect($0 == before) }
  }

  @Test(arguments: [
    (["--store boms.csv"], 2, "error: the file is no audit store [no-audit-store]"),
    (
      ["--store nowhere/audit.db"], 74,
      "error: the audit store cannot be read or written (SQLite 14) [store-not-written]"
    ),
  ])
  func `a store that cannot be is refused`(options: [String], status: Int, message: String) throws {
    let batch = try KeptBatch()
    let outcome = try batch.keep("boms.csv", options.joined(separator: " "))
    #expect(outcome.status == Int32(status))
    #expect(outcome.errors.contains(message))
    #expect(try batch.run("test -e out.csv").status == 1)
  }

  @Test func `a store that is not there is an error with advice`() throws {
    let outcome = try KeptBatch().audit("list")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        audit.db: error: there is no such audit store [no-such-file]
          help: make one with `bomgate batch --store`, name it with `--store`

        1 error

        """)
  }

  @Test func `without the program that knows stores, that is said, and everything else works`() throws {
    let batch = try KeptBatch()
    try batch.run("cp $(command -v bomgate) here")
    for line in ["./here audit list", "./here batch boms.csv \(KeptBatch.options) --store audit.db"] {
      let outcome = try batch.run(line)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("there is no such program, and it is the one that reads and writes audit stores"))
      #expect(outcome.output.isEmpty)
    }
    #expect(try batch.run("./here batch boms.csv \(KeptBatch.options)").status == 1)
  }
}
