import Diagnostics
import Documents
import Evaluation
import Foundation
import Inventory
import Seeds
import Testing

@testable import Engine

/// Where the input is cut changes nothing of what comes out.
struct BlockTests {
  /// The first words of rows: id, line, and the verdict with the number of lines, or the code with the place.
  private func heads(_ rows: [String]) -> [String] {
    rows.map { $0.split(separator: " ").prefix(4).joined(separator: " ") }
  }

  @Test(arguments: 0..<8)
  func `a long table gives the same rows, however it is cut and by however many threads`(seed: UInt64) throws {
    let bench = try BatchBench()
    let table = RandomTable(seed: seed, bills: 60)
    let path = try bench.write(table.text, to: "boms.csv")
    let whole = try bench.rows(bench.options([path], jobs: 1, blockSize: 1 << 20))
    #expect(whole.map { String($0.prefix { $0 != " " }) } == table.ids)
    for (jobs, size) in [(1, 1), (3, 100), (2, 1_000), (4, 5_000)] {
      #expect(try bench.rows(bench.options([path], jobs: jobs, blockSize: size)) == whole, "\(jobs) \(size)")
    }
  }

  @Test(arguments: 0..<4)
  func `the rows are those that the file as a whole gives`(seed: UInt64) throws {
    let bench = try BatchBench()
    let path = try bench.write(RandomTable(seed: seed, bills: 40, isClean: true).text, to: "boms.csv")
    let options = try bench.options([path], blockSize: 700)
    let engine = try BatchBench.engine.get()
    let (bills, problems) = engine.bills(at: path, options.reading)
    #expect(problems.isEmpty)
    var judge = engine.judge(options.judging)
    let whole = try bills.map { bill in
      let assessment = try judge.assess(bill)
      // What the header gives rise to is a matter of the table and not of its first bill.
      let findings = assessment.findings.count { !($0.line == nil && $0.span?.range?.lowerBound.line == 1) }
      return "\(bill.materials.project.id ?? "-") \(bill.materials.firstLine ?? 0) \(assessment.verdict.rawValue) "
        + "\(assessment.bom.lineCount) \(findings)"
    }
    #expect(try bench.rows(options) == whole)
  }

  @Test func `what is wrong with one bill is a row with its place, and the others are judged`() throws {
    let bench = try BatchBench()
    let text = """
      bom_id,kind,quantity,model
      b1,server,2,"x
      y"
      b2,server,-2,x
      b3,cpu,1,"open
      b4,cpu,1,z
      b5,cpu,1,"a"b
      b6,cpu,1,z
      """
    let path = try bench.write(text, to: "boms.csv")
    for size in [1, 30, 1 << 18] {
      #expect(
        try heads(bench.rows(bench.options([path], blockSize: size))) == [
          "b1 2 undetermined 1", "b2 4 bad-quantity boms.csv:4:11", "b3 5 unclosed-quote boms.csv:5:10",
          "b4 6 undetermined 1", "b5 7 stray-quote boms.csv:7:13", "b6 8 undetermined 1",
        ])
    }
  }

  @Test func `lines of JSON are judged one by one, with their places`() throws {
    let bench = try BatchBench()
    func line(_ id: String) -> String {
      #"{"bom": 1, "project": {"id": "\#(id)"}, "lines": [{"kind": "cpu", "quantity": 1}]}"#
    }
    let text = [
      line("a"), "", #"{"bom": 1, "#, line("b"), #"{"bom": 1, "lines": [{"kind": "gpu", "quantity": 1}]}"#, line("c"),
    ]
    .joined(separator: "\n")
    let path = try bench.write(text, to: "boms.ndjson")
    for size in [1, 100, 1 << 18] {
      #expect(
        try heads(bench.rows(bench.options([path], blockSize: size))) == [
          "a 1 undetermined 1", "- 3 unclosed-bracket boms.ndjson:3:1", "b 4 undetermined 1",
          "- 5 unknown-value boms.ndjson:5:31", "c 6 undetermined 1",
        ])
    }
  }

  @Test(arguments: 0..<6)
  func `lines of a file give the rows of a stream, however they are cut and by however many threads`(
    seed: UInt64
  ) throws {
    let bench = try BatchBench()
    let text = Self.lines(seed: seed)
    let path = try bench.write(text, to: "boms.ndjson")
    var stream = try bench.options(["-"], jobs: 1, blockSize: 1 << 20, format: .ndjson)
    stream.content = BatchContent(name: path, bytes: Array(text.utf8), firstLine: 1)
    let rows = try bench.rows(stream)
    #expect(rows.count >= 40)
    for (jobs, size) in [(1, 1 << 20), (1, 1), (3, 100), (2, 1_000), (4, 9_000), (2, 1 << 15)] {
      #expect(try bench.rows(bench.options([path], jobs: jobs, blockSize: size)) == rows, "\(jobs) \(size)")
    }
  }

  /// Bills, some of which cannot be read, with blank lines, line breaks of both kinds, and lines longer than those in which
  /// the end of a line is looked for first.
  private static func lines(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    var text = random.chance(2) ? "\u{FEFF}" : ""
    for number in 0..<40 {
      let count = random.chance(8) ? 600 : Int.random(in: 1...5, using: &random)
      let lines = (0..<count).map { _ in
        let quantity = random.chance(30) ? "-1" : "\(Int.random(in: 1...99, using: &random))"
        return #"{"kind":"cpu","model":"Kunpeng 920","quantity":\#(quantity)}"#
      }
      text += #"{"bom_id":"b\#(number)","lines":[\#(lines.joined(separator: ","))]"# + (random.chance(20) ? "" : "}")
      if number < 39 || random.chance(2) { text += random.chance(2) ? "\n" : "\r\n" }
      if random.chance(6) { text += random.chance(2) ? "\n" : "  \r\n\n" }
    }
    return text
  }

  @Test func `what is cut off a file meanwhile is an error of the piece, and no other waits for it`() throws {
    let bench = try BatchBench()
    let path = try bench.write((0..<9).map { "line \($0)\n" }.joined(), to: "boms.ndjson")
    let cuts = LineCuts(try ByteStream(path, isCancelled: { false }), offset: 0, line: 1, pieceSize: 21)
    var pieces: [UnreadLines] = []
    while let piece = try cuts.next() { pieces.append(piece) }
    #expect(pieces.count >= 3)
    #expect(pieces.map(\.count).reduce(0, +) == 63)
    #expect(truncate(path, 40) == 0)

    var place = 0
    var spent: [UInt8] = []
    for piece in pieces {
      defer { place += piece.count }
      if place + piece.count <= 40 {
        let read = try piece.read(insteadOf: &spent)
        #expect((read.piece.firstLine, read.nextLine) == (place / 7 + 1, (place + piece.count) / 7 + 1))
        continue
      }
      let problems = #expect(throws: Problems.self) { try piece.read(insteadOf: &spent) }
      #expect(
        problems?.sorted.first?.rendered(in: .en).replacing(bench.folder + "/", with: "")
          == "boms.ndjson: error: it cannot be read (error 5) [not-readable]")
    }
  }

  @Test func `a line that is no text spoils no other`() throws {
    let bench = try BatchBench()
    let good = #"{"bom": 1, "project": {"id": "a"}, "lines": [{"kind": "cpu", "quantity": 1}]}"#
    let path = bench.folder + "/boms.ndjson"
    try Data(Array(good.utf8) + [0x0A, 0x7B, 0xFF, 0x0A] + Array(good.utf8)).write(to: URL(fileURLWithPath: path))
    let rows = try bench.rows(bench.options([path]))
    #expect(rows.count == 3)
    #expect(rows[1] == "- 2 invalid-utf8 boms.ndjson:2:2")
  }

  @Test func `an id that returns is refused with its place, wherever the table is cut`() throws {
    let bench = try BatchBench()
    let text =
      "bom_id,kind,quantity\n" + ["b1", "b2", "b3", "b2", "b4", "b1", "b0", "b2"].map { "\($0),cpu,1\n" }.joined()
    let path = try bench.write(text, to: "boms.csv")
    for size in [1, 14, 25, 1 << 18] {
      #expect(
        try heads(bench.rows(bench.options([path], jobs: 3, blockSize: size))) == [
          "b1 2 undetermined 1", "b2 3 undetermined 1", "b3 4 undetermined 1", "b2 5 bom-id-returns boms.csv:5:1",
          "b4 6 undetermined 1", "b1 7 bom-id-returns boms.csv:7:1", "b0 8 undetermined 1",
          "b2 9 bom-id-returns boms.csv:9:1",
        ], "\(size)")
    }
  }

  @Test(arguments: 0..<4)
  func `rows of a bill that stand apart are put together where that is wanted`(seed: UInt64) throws {
    let bench = try BatchBench()
    let table = RandomTable(seed: seed, bills: 30, isClean: true)
    let sorted = try bench.write(table.text, to: "sorted.csv")
    // Records are shuffled as wholes, but the first ones of each bill stay in the order of the bills.
    let bytes = Array(table.text.utf8)
    var begins: [Int] = []
    _ = bytes.withUnsafeBufferPointer {
      RecordWalk(separator: .comma).begins(of: $0, from: 0, isLast: true, into: &begins)
    }
    let ends = begins.dropFirst() + [bytes.count]
    let records = zip(begins, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }.filter { $0 != "\n" }
    var rounds: [[String]] = []
    var seen: [String: Int] = [:]
    for record in records.dropFirst() {
      let id = String(record.prefix { $0 != "," }).replacing("\"", with: "")
      let round = seen[id] ?? 0
      seen[id] = round + 1
      if rounds.count <= round { rounds.append([]) }
      rounds[round].append(record)
    }
    let mixed = try bench.write(records[0] + rounds.joined().joined(), to: "mixed.csv")
    var options = try bench.options([mixed], blockSize: 500)
    options.isUnsorted = true
    func bare(_ rows: [String]) -> [String] {
      rows.map { $0.split(separator: " ").enumerated().filter { $0.offset != 1 }.map(\.element).joined(separator: " ") }
    }
    #expect(try bare(bench.rows(options)) == bare(bench.rows(bench.options([sorted]))))
  }

  @Test func `a header that comes again is passed over, and another one ends the table`() throws {
    let bench = try BatchBench()
    let head = "bom_id,kind,quantity\n"
    let same = try bench.write(head + "b1,cpu,1\n" + head + "b2,cpu,1\n", to: "same.csv")
    let other = try bench.write(head + "b1,cpu,1\nkind,bom_id,quantity\ncpu,b2,1\ncpu,b3,1\n", to: "other.csv")
    for size in [1, 1 << 18] {
      #expect(
        try heads(bench.rows(bench.options([same, other, same], blockSize: size))) == [
          "b1 2 undetermined 1", "b2 4 undetermined 1", "b1 2 undetermined 1",
          "kind 3 second-header other.csv:3:1",
          "b1 2 undetermined 1", "b2 4 undetermined 1",
        ])
    }
  }

  @Test(arguments: [("gb18030", 0x8000_0632), ("utf16", 10)])
  func `a table in another encoding is read`(name: String, encoding: UInt) throws {
    let bench = try BatchBench()
    let text = "清单编号,类别,数量,型号\n甲,cpu,1,鲲鹏920\n乙,accelerator,2,昇腾910B3\n"
    let path = bench.folder + "/boms.csv"
    try #require(text.data(using: String.Encoding(rawValue: encoding))).write(to: URL(fileURLWithPath: path))
    #expect(try bench.rows(bench.options([path], blockSize: 1)).map { String($0.prefix(1)) } == ["甲", "乙"])
  }
}
