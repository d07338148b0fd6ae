import Diagnostics
import Evaluation
import Foundation
import Inventory
import Seeds
import Synchronization
import Testing

@testable import Engine

/// A run that was killed goes on to the bytes of one that was not.
struct ResumeTests {
  /// What a run writes of a block.
  struct Piece: Sendable {
    var rows: [UInt8]
    var explanations: [UInt8]
    var tally: BatchTally
  }

  static func render(_ entries: [BatchEntry]) -> Piece {
    var tally = BatchTally()
    for entry in entries {
      switch entry.result {
      case .success(let assessment): tally.add(assessment)
      case .failure: tally.addError()
      }
    }
    let rows = entries.map { BatchBench.row($0, in: "") + "\n" }.joined()
    let digests = entries.map { "\($0.id ?? "") \($0.digest())\n" }.joined()
    return Piece(rows: Array(rows.utf8), explanations: Array(digests.utf8), tally: tally)
  }

  /// A store in memory: the rows of each block, by run.
  final class Store {
    private(set) var runs: [(mark: String?, blocks: [[UInt8]])] = []
    private var unsure = 0

    /// Those of the last run.
    var rows: [UInt8] { Array((runs.last?.blocks ?? []).joined()) }

    /// Does what is asked of a store that is opened.
    func open(_ mark: String?, _ resumes: Bool) -> Int {
      if resumes, let place = runs.lastIndex(where: { $0.mark == mark }) {
        runs.append(runs.remove(at: place))
      } else {
        runs.append((mark, []))
      }
      return runs[runs.count - 1].blocks.count
    }

    func add(_ block: [UInt8]) {
      runs[runs.count - 1].blocks.append(block)
      unsure += 1
    }

    /// All is on the disk.
    func confirm() { unsure = 0 }

    /// Whoever writes it dies with some blocks in hand.
    func lose(_ count: Int) {
      if !runs.isEmpty { runs[runs.count - 1].blocks.removeLast(min(count, unsure)) }
      confirm()
    }
  }

  /// That a run is killed at a step, of which so many bytes are let through.
  private static func killed(at step: Int, letting bytes: Int) -> WriteFaults {
    let steps = Mutex(step)
    return WriteFaults { _ in
      steps.withLock { left in
        left -= 1
        return left == 0 ? bytes : nil
      }
    }
  }

  /// One run to its end, or to the fault that is put in its way.
  static func run(
    _ options: BatchOptions, to path: String, signature: [String] = ["1"], mark: String = "a", resumes: Bool,
    store: Store? = nil, faults: WriteFaults = WriteFaults()
  ) throws -> BatchTally {
    let output = try BatchOutput(
      path, explanations: path + ".explain", header: Array("header\n".utf8), signature: signature, mark: mark,
      resumes: resumes, store: store.map { store in { store.open($0, $1) } }, faults: faults)
    let run = BatchRun(try BatchBench.engine.get(), options, isCancelled: { false }, render: Self.render)
    var tally = output.resumption?.tally ?? BatchTally()
    var position = output.resumption?.position ?? BatchPosition()
    if let resumption = output.resumption, !resumption.isDone { try run.resume(at: resumption.position) }
    var kept = store.map { _ in position.kept ?? 0 }
    if output.resumption?.isDone != true {
      try run.run { result in
        tally.add(result.output.tally)
        position = result.position
        kept = kept.map { $0 + 1 }
        position.kept = kept
        try output.append(
          result.output.rows, explanations: result.output.explanations, position: position, tally: tally)
        store?.add(result.output.rows)
      }
    }
    store?.confirm()
    try output.finish(position: position, tally: tally)
    return tally
  }

  private func contents(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  /// Tables, lines, single files and one that is missing: everything in which a run can stand.
  private func inputs(_ bench: BatchBench) throws -> [String] {
    let bill = "bom: 1\nproject: {id: y}\nlines: [{kind: cpu, quantity: 2}]\n"
    let line = #"{"bom": 1, "project": {"id": "j"}, "lines": [{"kind": "cpu", "quantity": 1}]}"# + "\n"
    _ = try bench.write(bill, to: "folder/a.yaml")
    _ = try bench.write(bill + "---\n" + bill, to: "folder/b.yaml")
    let mixed = "bom_id,kind,quantity\n" + ["b5", "b2", "b3", "b2", "b9", "b5"].map { "\($0),cpu,1\n" }.joined()
    return [
      try bench.write(RandomTable(seed: 3, bills: 12).text, to: "one.csv"), bench.folder + "/folder",
      try bench.write(String(repeating: line, count: 12), to: "lines.ndjson"), bench.folder + "/missing.yaml",
      try bench.write(mixed, to: "mixed.csv"),
    ]
  }

  @Test(arguments: 0..<50)
  func `a run killed at any moment, again and again, ends with the bytes of one run`(seed: UInt64) throws {
    let bench = try BatchBench()
    let paths = try inputs(bench)
    var options = try bench.options(paths, jobs: 2, blockSize: 150)
    options.isUnsorted = seed % 5 == 4
    let path = bench.folder + "/results.csv"
    let whole = try Self.run(options, to: bench.folder + "/whole.csv", resumes: false)
    var random = SeededGenerator(seed: seed)
    var kills = 0
    while true {
      let faults = Self.killed(
        at: Int.random(in: 1...40, using: &random), letting: Int.random(in: 0...300, using: &random))
      do {
        let tally = try Self.run(options, to: path, resumes: true, faults: faults)
        #expect(tally == whole)
        break
      } catch is WriteFaults.Killed {
        kills += 1
        #expect(kills < 500)
      }
    }
    #expect(try contents(path) == contents(bench.folder + "/whole.csv"))
    #expect(try contents(path + ".explain") == contents(bench.folder + "/whole.csv.explain"))
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
    #expect(!left.contains { $0.hasSuffix(".part") || $0.hasSuffix(".journal") }, "\(left)")
  }

  @Test(arguments: 0..<50)
  func `a store that is given a run has each of its rows once, whatever it and the run lost`(seed: UInt64) throws {
    let bench = try BatchBench()
    let options = try bench.options(try inputs(bench), jobs: 2, blockSize: 150)
    let path = bench.folder + "/results.csv"
    _ = try Self.run(options, to: bench.folder + "/whole.csv", resumes: false)
    var random = SeededGenerator(seed: seed)
    let store = Store()
    var runs = 0
    while true {
      runs += 1
      let faults = Self.killed(
        at: Int.random(in: 1...40, using: &random), letting: Int.random(in: 0...300, using: &random))
      // At first somebody leaves the store out now and then, and what then is judged is not in it.
      let isLeftOut = runs < 4 && random.chance(3)
      do {
        _ = try Self.run(
          options, to: path, mark: "\(runs)", resumes: true, store: isLeftOut ? nil : store, faults: faults)
        if !isLeftOut { break }
      } catch is WriteFaults.Killed {
        if !isLeftOut { store.lose(Int.random(in: 0...4, using: &random)) }
        #expect(runs < 1000)
      }
    }
    let whole = try contents(bench.folder + "/whole.csv")
    #expect(try contents(path) == whole)
    #expect(Array("header\n".utf8) + store.rows == whole)
  }

  @Test func `a store that has more of a run than its journal is refused`() throws {
    let bench = try BatchBench()
    let table = try bench.write(RandomTable(seed: 3, bills: 40).text, to: "one.csv")
    let store = Store()
    let (options, path) = try interrupted(bench, [table], store: store)
    store.add([1])
    store.add([2])
    #expect(code { _ = try Self.run(options, to: path, resumes: true, store: store) } == "store-ahead")
    // Another store has nothing of it, and is given all.
    let other = Store()
    #expect(code { _ = try Self.run(options, to: path, resumes: true, store: other) } == nil)
    #expect(try contents(path) == Array("header\n".utf8) + other.rows)
  }

  /// A run that is killed at its twentieth step.
  private func interrupted(_ bench: BatchBench, _ paths: [String], store: Store? = nil) throws -> (BatchOptions, String)
  {
    let options = try bench.options(paths, jobs: 1, blockSize: 150)
    let path = bench.folder + "/results.csv"
    let faults = Self.killed(at: 20, letting: 0)
    #expect(throws: WriteFaults.Killed.self) {
      _ = try Self.run(options, to: path, resumes: false, store: store, faults: faults)
    }
    return (options, path)
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Problems)?.sorted.first?.code
    }
  }

  @Test func `what is no longer the same is refused`() throws {
    let bench = try BatchBench()
    let table = try bench.write(RandomTable(seed: 3, bills: 40).text, to: "one.csv")
    let (options, path) = try interrupted(bench, [table])
    #expect(code { _ = try Self.run(options, to: path, signature: ["2"], resumes: true) } == "options-changed")
    let other = try bench.options([try bench.write("x", to: "other.csv")], blockSize: 150)
    #expect(code { _ = try Self.run(other, to: path, resumes: true) } == "inputs-changed")
    #expect(code { _ = try Self.run(bench.options([], blockSize: 150), to: path, resumes: true) } == "inputs-changed")
    let text = try String(contentsOfFile: table, encoding: .utf8)
    _ = try bench.write(text + "z,370200,cpu,,,1,\n", to: "one.csv")
    #expect(code { _ = try Self.run(options, to: path, resumes: true) } == "inputs-changed")
    try FileManager.default.removeItem(atPath: path + ".part")
    #expect(code { _ = try Self.run(options, to: path, resumes: true) } == "part-missing")
    // Without --resume it begins anew.
    #expect(code { _ = try Self.run(options, to: path, resumes: false) } == nil)
  }

  @Test func `only one run writes a file at a time`() throws {
    let bench = try BatchBench()
    let path = bench.folder + "/results.csv"
    let open = { try BatchOutput(path, explanations: nil, header: [], signature: [], mark: "", resumes: false) }
    let first = try open()
    #expect(code { _ = try open() } == "output-in-use")
    try first.finish(position: BatchPosition(), tally: BatchTally())
  }

  @Test func `a line of a journal is read as it was written`() throws {
    var record = Journal.Record(
      position: BatchPosition(), tally: BatchTally(), length: 10, explanationLength: 0, isDone: false)
    #expect(Journal.Record(record.text) == record)
    record.position.inputs = 3
    record.position.offset = 1 << 40
    record.position.line = 77
    record.position.fingerprint = "sha256:00"
    record.position.lastID = "清单 1\n\u{0}"
    record.position.orders = .length
    record.position.isClosed = true
    record.position.kept = 12
    record.isDone = true
    record.tally.addError()
    #expect(Journal.Record(record.text) == record)
    record.position.lastID = ""
    #expect(Journal.Record(record.text) == record)
    for text in [
      "", "1 2 3", "a 0 0 0 1 - - - 3-- errors=0", "1 0 0 0 1 - - - 3-- errors=x",
      "1 0 0 0 1 - - - --- errors=0",
    ] {
      #expect(Journal.Record(text) == nil)
    }
  }
}
