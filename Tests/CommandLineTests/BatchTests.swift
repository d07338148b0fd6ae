import Foundation
import Testing
import Transcripts

/// Many bills on the command line: one row each, whatever they are in.
struct BatchTests {
  static let head = "bom_id,region,facility,kind,vendor,model,quantity\n"
  static let options = "--as-of 2025-03-01 --policy cn-sd-qingdao-haizhixin"
  static let columns = "--columns bom_id,line,verdict,error,error.at"

  /// A long table: bills with so many domestic and foreign cards.
  static func table(_ bills: [(id: String, domestic: String, foreign: Int)]) -> String {
    head
      + bills.map { bill in
        let place = "\(bill.id),370200,intelligent-computing-center,accelerator"
        return "\(place),华为,昇腾910B3,\(bill.domestic)\n\(place),NVIDIA,A800,\(bill.foreign)\n"
      }.joined()
  }

  static let three = table([("b1", "7", 3), ("b2", "6", 4), ("b3", "-1", 3), ("b4", "8", 2)])

  @Test func `a long table gives a row a bill, in its order, and a bad one with its place`() throws {
    let scratch = try Scratch(["boms.csv": Self.three])
    let rows =
      "bom_id,line,verdict,error,error.at\nb1,2,pass,,\nb2,4,fail,,\nb3,6,,bad-quantity,boms.csv:6:63\nb4,8,pass,,\n"
    for input in ["boms.csv", "- < boms.csv"] {
      for jobs in ["", "--jobs 1", "--jobs 7"] {
        let outcome = try scratch.run("bomgate batch \(Self.options) \(Self.columns) \(jobs) \(input)")
        #expect(outcome.output == (input == "boms.csv" ? rows : rows.replacing("boms.csv", with: "<stdin>")))
        #expect(outcome.status == 2)
        #expect(
          outcome.errors.hasSuffix(
            """
            1 error
            4 bills: 2 compliant, 1 not compliant, 1 that could not be judged
            grants of all bills (CNY): 0.00

            """))
      }
    }
  }

  @Test(arguments: ["csv", "ndjson"]) func `a bill whose lines are too much is named by the line that was one too many`(
    format: String
  ) throws {
    let (small, large) = (["9", "10.5"], ["99999999999999.1234", "99999999999999.1234"])
    // Those before it are of one outcome, so that it comes by a reader that knows all of its lines.
    let bills = (1...20).map { ("a\($0)", [small]) } + [("b1", Array(repeating: large, count: 400))]
    let isTable = format == "csv"
    let texts = bills.map { id, lines in
      isTable
        ? lines.map { "\(id),server,NF5280,\($0[0]),\($0[1])\n" }.joined()
        : #"{"bom_id":"\#(id)","lines":["#
          + lines.map { #"{"kind":"server","model":"NF5280","quantity":\#($0[0]),"unit_price":\#($0[1])}"# }
          .joined(separator: ",") + "]}\n"
    }
    let text = (isTable ? "bom_id,kind,model,quantity,unit_price\n" : "") + texts.joined()
    let scratch = try Scratch(["boms.\(format)": text])
    let outcome = try scratch.run("bomgate batch boms.\(format) --as-of 2025-01-01 --columns bom_id,error,error.at")
    let whole = try scratch.run("bomgate check boms.\(format) --as-of 2025-01-01 --lang en")
    let row = try #require(outcome.output.split(separator: "\n").last)
    #expect(row.hasPrefix("b1,overflow,boms.\(format):\(isTable ? "362" : "21"):"))
    // The same place as that of a check.
    #expect(whole.errors.contains(row.split(separator: ",")[2] + ": error: at line `341` the sum grows past"))
  }

  @Test(arguments: ["csv", "ndjson"]) func `each row names its own file, however alike the bills of several are`(
    format: String
  ) throws {
    let lines = (1...40).map {
      #"{"bom": 1, "project": {"id": "p\#($0)", "date": "2025-03-01"}, "lines": [{"kind": "cpu", "quantity": 1}]}"#
        + "\n"
    }.joined()
    let scratch = try Scratch(["d/1.ndjson": lines, "d/2.ndjson": lines])
    let outcome = try scratch.run("bomgate batch d --jobs 1 --format \(format) --columns bom_id,source")
    for file in ["d/1.ndjson", "d/2.ndjson"] {
      #expect(outcome.output.split(separator: "\n").count { $0.contains(file) } == 40)
    }
  }

  @Test(arguments: [
    ("passes.yaml", 0), ("fails.yaml passes.yaml", 1), ("open.yaml passes.yaml", 3), ("unreadable.yaml fails.yaml", 2),
    ("nowhere.yaml", 2), ("'*s.yaml'", 1), (".", 2), ("passes.yaml nowhere.yaml", 2),
  ])
  func `the worst bill decides the exit status`(inputs: String, status: Int) throws {
    #expect(try Scratch(Bills.files).run("bomgate batch \(inputs)").status == Int32(status))
  }

  @Test func `files of every format stand beside each other, those of a folder by name`() throws {
    let line =
      #"{"bom": 1, "project": {"id": "j1", "date": "2025-03-01"}, "lines": [{"kind": "cpu", "quantity": 1}]}"# + "\n"
    let scratch = try Scratch(
      [
        "d/2.ndjson": line + line, "d/1/b.csv": Self.three, "d/3.yaml": Bills.passes + "---\n" + Bills.fails,
        "d/note.md": "x",
      ])
    let outcome = try scratch.run(
      "bomgate batch d passes.yaml \(Self.options) --columns bom_id,source,line,verdict,error")
    #expect(
      outcome.output == """
        bom_id,source,line,verdict,error
        b1,d/1/b.csv,2,pass,
        b2,d/1/b.csv,4,fail,
        b3,d/1/b.csv,6,,bad-quantity
        b4,d/1/b.csv,8,pass,
        j1,d/2.ndjson,1,not_applicable,
        j1,d/2.ndjson,2,not_applicable,
        qd,d/3.yaml,1,pass,
        qd,d/3.yaml,12,fail,
        ,passes.yaml,,,no-such-file

        """)
    #expect(outcome.errors.contains("1 file in folders looked like no bill and was not read\n"))
  }

  @Test func `the rows are in the file only when all are there, and the reports of failing bills beside them`() throws {
    let scratch = try Scratch(["boms.csv": Self.three, "fails.yaml": Bills.fails])
    let outcome = try scratch.run("bomgate batch boms.csv fails.yaml \(Self.options) -o out.ndjson --explain failing")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.folder).sorted()
    #expect(files == ["boms.csv", "fails.yaml", "out.explain.ndjson", "out.ndjson"])
    let rows = try String(contentsOfFile: scratch.path("out.ndjson"), encoding: .utf8).split(separator: "\n")
    #expect(rows.count == 5)
    #expect(rows.allSatisfy { $0.hasPrefix(#"{"schema":"bomgate.row/1","bom_id":""#) })
    let reports = try String(contentsOfFile: scratch.path("out.explain.ndjson"), encoding: .utf8).split(separator: "\n")
    #expect(reports.count == 2)
    // A file's report is the one that check gives.
    let check = try scratch.run("bomgate check fails.yaml \(Self.options) --format ndjson")
    #expect(reports.last.map { $0 + "\n" } == Substring(check.output))
    let digest = try scratch.run("sed -n 4,5p boms.csv | sha256sum").output.prefix(64)
    #expect(reports.first?.contains(#""digest":"sha256:\#(digest)""#) == true)
  }

  @Test func `rows of a bill that stand apart are refused, or put together where that is wanted`() throws {
    let lines = Self.three.split(separator: "\n")
    let mixed = ([lines[0], lines[1], lines[3], lines[2], lines[4]].joined(separator: "\n")) + "\n"
    let scratch = try Scratch(["boms.csv": mixed])
    let refused = try scratch.run("bomgate batch boms.csv \(Self.options) \(Self.columns)")
    #expect(refused.output.contains("\nb1,4,,bom-id-returns,boms.csv:4:1\n"))
    #expect(refused.errors.contains("help: sort the rows by the bill's id, or use --unsorted"))
    let outcome = try scratch.run("bomgate batch boms.csv \(Self.options) \(Self.columns) --unsorted")
    #expect(outcome.output == "bom_id,line,verdict,error,error.at\nb1,2,pass,,\nb2,3,fail,,\n")
    #expect(
      try scratch.run("bomgate batch - \(Self.options) \(Self.columns) --unsorted < boms.csv").output == outcome.output)
  }

  @Test func `whoever says so need not list that a server has no cards`() throws {
    let flat =
      #"{"bom_id": "f", "region": "370200", "facility": "intelligent-computing-center", "date": "2025-03-01", "#
      + #""lines": [{"kind": "server", "vendor": "某厂", "quantity": 2}]}"#
    let scratch = try Scratch([
      "boms.ndjson": flat, "boms.csv": Self.head + "s,370200,intelligent-computing-center,server,某厂,X,2\n",
    ])
    for (option, verdict) in [("", "undetermined"), ("--parts listed", "not_applicable")] {
      let outcome = try scratch.run("bomgate batch boms.ndjson boms.csv \(Self.options) --columns verdict \(option)")
      #expect(outcome.output == "verdict\n\(verdict)\n\(verdict)\n")
    }
  }

  @Test(arguments: [
    "", "boms.csv --resume", "boms.csv --explain failing", "boms.csv -o out.txt", "boms.csv --jobs 0",
    "boms.csv --jobs x",
    "- -o out.csv --resume", "boms.csv --format json", "boms.csv -o out.csv --explain all",
  ])
  func `wrong usage is 64`(arguments: String) throws {
    #expect(try Scratch(["boms.csv": Self.three]).run("bomgate batch \(arguments)").status == 64)
  }

  @Test(arguments: ["> /dev/full", "-o /dev/full --format csv"])
  func `a full disk is 74`(output: String) throws {
    let outcome = try Scratch(["boms.csv": Self.three]).run("bomgate batch boms.csv \(Self.options) \(output)")
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasSuffix("could not be written (error 28)\n"))
  }

  @Test func `a file that may not grow leaves no result, and the run can go on`() throws {
    let bills = (0..<400).map { ("b\(1000 + $0)", "\(1 + $0 % 9)", 3) }
    let scratch = try Scratch(["boms.csv": Self.table(bills)])
    let line = "bomgate batch boms.csv \(Self.options) -o out.csv"
    // A limit of 4 blocks of 512 bytes, of which the program is told by an error and not by a signal.
    let outcome = try scratch.run("trap '' XFSZ; ulimit -f 4; \(line)")
    #expect(outcome.status == 74)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out.csv")))
    #expect(try scratch.run(line + " --resume").status == 1)
    let resumed = try Data(contentsOf: URL(fileURLWithPath: scratch.path("out.csv")))
    #expect(try scratch.run(line).status == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("out.csv"))) == resumed)
  }

  @Test func `a reader that goes away ends the run quietly`() throws {
    let scratch = try Scratch(["boms.csv": Self.three])
    let line = "{ sleep 0.3; bomgate batch boms.csv \(Self.options) 2> errors; echo $? > status; } | sleep 0"
    #expect(try scratch.run(line).status == 0)
    #expect(try String(contentsOfFile: scratch.path("status"), encoding: .utf8) != "74\n")
    #expect(try !String(contentsOfFile: scratch.path("errors"), encoding: .utf8).contains("bomgate:"))
  }

  @Test func `whoever interrupts it is told how it goes on`() throws {
    let scratch = try Scratch(["boms.csv": Self.three])
    // A pipe to which nobody writes keeps the run waiting.
    let line = """
      mkfifo endless
      sleep 60 > endless &
      timeout --preserve-status -s INT 3 bomgate batch boms.csv endless \(Self.options) -o out.csv --lang en
      status=$?
      kill $!
      exit $status
      """
    let outcome = try scratch.run(line)
    #expect(outcome.status == 130)
    #expect(
      outcome.errors.hasSuffix(
        "stopped: the results of 4 bills are whole; run the same command with --resume to go on\n"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out.csv")))
    // Another language would be other bytes.
    let other = try scratch.run("bomgate batch boms.csv endless \(Self.options) -o out.csv --lang zh --resume")
    #expect(other.errors.contains("[options-changed]"))
    let stream = line.replacing("boms.csv endless", with: "-").replacing("-o out.csv", with: "< endless")
    let streamed = try scratch.run(stream.replacing("mkfifo endless", with: ""))
    #expect(streamed.status == 130)
    #expect(streamed.errors == "stopped: the results of 0 bills are whole\n")
  }

  @Test(arguments: 0..<4)
  func `a process that is killed again and again ends with the bytes of one that was not`(seed: Int) throws {
    var random = Seeded(seed)
    let bills = (0..<200).map { ("b\(1000 + $0)", "\(1 + $0 % 9)", 3) }
    let scratch = try Scratch(["boms.csv": Self.table(bills)])
    let many = Array(repeating: "boms.csv", count: 12).joined(separator: " ")
    let line = "bomgate batch \(many) --as-of 2025-03-01 --explain failing --jobs 2"
    let whole = try scratch.run(line + " -o whole.csv")
    #expect(whole.status == 1)
    for _ in 0..<4 {
      let delay = Int.random(in: 30...900, using: &random)
      _ = try scratch.run("timeout -s KILL \(Double(delay) / 1000) \(line) -o out.csv --resume")
    }
    let last = try scratch.run(line + " -o out.csv --resume")
    #expect(last.status == 1)
    #expect(last.errors == whole.errors)
    for name in ["", ".explain"] {
      let (one, other) = (
        "whole\(name).\(name.isEmpty ? "csv" : "ndjson")", "out\(name).\(name.isEmpty ? "csv" : "ndjson")"
      )
      #expect(try scratch.run("cmp \(one) \(other)").status == 0)
    }
  }

  @Test func `its help shows how it is used, and says what the columns are`() throws {
    let help = try Scratch().run("bomgate batch --help").output
    for text in [
      "bomgate batch bids/ -o results.csv", "--resume", "--unsorted", "POLICY/REQUIREMENT.verdict", "--explain",
    ] {
      #expect(help.contains(text), "\(text)")
    }
    #expect(try Scratch().run("bomgate --generate-completion-script bash").output.contains("--unsorted"))
  }
}

/// Random numbers that are the same on every run.
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
