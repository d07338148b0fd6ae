import Foundation
import Seeds
import Testing
import Transcripts

/// `worker`: one process of a larger job gives the rows of `batch` and the sums of `portfolio`.
struct WorkerTests {
  private static let plan = "cn-compute-plan-2023-2025"
  private static let begin = Frames.frame(#"{"frame": "rules"}"#)

  /// Bills a line: good ones, open ones, ones that nobody can read, and empty lines.
  private static func lines(_ random: inout SeededGenerator, count: Int) -> [String] {
    (1...count).map { number in
      if random.chance(9) { return random.chance(2) ? "" : #"{"bom": 1, "lines": ["# }
      let cards = Int.random(in: 0...9, using: &random)
      return """
        {"bom": 1, "project": {"id": "\(random.chance(5) ? "p" : "p\(number)")", "region": "370200", \
        "facility": "intelligent-computing-center", "buyer": "enterprise", "date": "\(random.chance(4) ? 2026 : 2025)-03-01"}, \
        "lines": [{"kind": "accelerator", "vendor": "华为", "model": "昇腾910B3", "quantity": \(cards)}, \
        {"kind": "accelerator", "vendor": "NVIDIA", "model": "A800", "quantity": 3}]}
        """
    }
  }

  /// The same lines in frames of any number of them.
  private static func frames(_ lines: [String], _ random: inout SeededGenerator) -> [Data] {
    var frames: [Data] = []
    var first = 0
    while first < lines.count {
      let end = min(lines.count, first + Int.random(in: 1...40, using: &random))
      let text = lines[first..<end].map { $0 + "\n" }.joined()
      frames.append(Frames.frame(#"{"frame": "lines", "source": "a.ndjson", "line": \#(first + 1)}"#, text))
      first = end
    }
    return frames
  }

  @Test(arguments: 1...6, ["ndjson", "csv"])
  func `lines cut anywhere give the bytes of one batch`(seed: Int, format: String) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let lines = Self.lines(&random, count: 120)
    let scratch = try Scratch(["a.ndjson": lines.map { $0 + "\n" }.joined()])
    let options = "--format \(format) --lang en" + (seed % 2 == 0 ? " --columns bom_id,source,line,error.at" : "")
    let batch = try scratch.run("bomgate batch a.ndjson \(options)")
    let work = try scratch.work(options, [Self.begin] + Self.frames(lines, &random))
    #expect(work.outcome.status == 0)
    let head = String(decoding: work.answers[0].payload, as: UTF8.self)
    #expect(head.isEmpty == (format == "ndjson"))
    #expect(head + work.answers.dropFirst().map(\.rows).joined() == batch.output)
    #expect(batch.errors.contains("could not be judged"))
  }

  @Test func `a table in a frame gives the rows of a batch, and says what nobody reads`() throws {
    let table = BatchTests.three.replacing("quantity\n", with: "quantity,colour\n").replacing("\nb", with: ",red\nb")
    let scratch = try Scratch(["boms.csv": table])
    let batch = try scratch.run("bomgate batch boms.csv \(BatchTests.options) --format ndjson --lang en")
    let work = try scratch.work(
      "\(BatchTests.options) --lang en",
      [Self.begin, Frames.frame(#"{"frame": "table", "source": "boms.csv"}"#, table)])
    #expect(work.answers[1].rows == batch.output)
    #expect(work.answers[1].header["bills"] == "4")
    #expect(work.answers[1].header["errors"] == "1")
    #expect(work.outcome.status == 0)
    #expect(work.outcome.errors.contains("warning: "))
    #expect(work.outcome.errors.contains("[bad-quantity]"))
  }

  @Test(arguments: 1...4)
  func `the sums of frames merge to the bytes of one portfolio`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    // A project that is in two frames is refused, so no id comes twice.
    let lines = Self.lines(&random, count: 90).filter { !$0.contains("\"p\"") }
    let scratch = try Scratch(["a.ndjson": lines.map { $0 + "\n" }.joined()])
    let terms = seed % 2 == 0 ? "--year 2025 --by vendor" : "--year 2025"
    let whole = try scratch.run("bomgate portfolio a.ndjson --policy \(Self.plan) \(terms) --lang en")
    let work = try scratch.work(
      "--portfolio \(Self.plan) \(terms)", [Self.begin] + Self.frames(lines, &random))
    let sums = work.answers.dropFirst().map(\.sums)
    #expect(sums.count > 1)
    // One file, in any order.
    try scratch.write(Data(sums.reversed().joined().utf8), to: "sums.ndjson")
    let merged = try scratch.run("bomgate merge sums.ndjson --lang en")
    #expect(merged.output == whole.output)
    #expect(merged.status == whole.status)
  }

  @Test func `a frame that is added twice is refused, even where it has only bills that do not count`() throws {
    let scratch = try Scratch()
    let line = #"{"bom": 1, "project": {"date": "2026-03-01"}, "lines": [{"kind": "cpu", "quantity": 1}]}"# + "\n"
    let work = try scratch.work(
      "--portfolio \(Self.plan) --year 2025",
      [Self.begin]
        + [1, 1, 2].map { Frames.frame(#"{"frame": "lines", "source": "a.ndjson", "line": \#($0)}"#, line) })
    let sums = work.answers.dropFirst().map(\.sums)
    try scratch.write(Data((sums[0] + sums[1]).utf8), to: "twice.ndjson")
    try scratch.write(Data((sums[0] + sums[2]).utf8), to: "two.ndjson")
    let twice = try scratch.run("bomgate merge twice.ndjson --lang en")
    #expect(twice.status == 2)
    #expect(twice.output.isEmpty)
    #expect(
      twice.errors == """
        twice.ndjson: error: the bills that this part left out are counted already and not once more [repeated-part]
          help: give each part once

        1 error

        """)
    let two = try scratch.run("bomgate merge two.ndjson --lang en")
    #expect(two.output.contains("2 bills of a later day left out"))
  }

  @Test func `rules in the first frame are those of the options`() throws {
    let policy = try String(
      contentsOfFile: Repository.path("Examples/carriers-2024/rules/policies/carriers-ai-2024.yaml"), encoding: .utf8)
    let table = BatchTests.table([("b1", "7", 3)])
    let definitions = "definitions: {domestic: {vendor_country: CN}}\n"
    for isAdded in [true, false] {
      let files = ["policies/p.yaml": policy].merging(isAdded ? [:] : ["definitions.yaml": definitions]) { $1 }
      let scratch = try Scratch(Dictionary(uniqueKeysWithValues: files.map { ("r/" + $0.key, $0.value) }))
      let text = String(decoding: try JSONEncoder().encode(files), as: UTF8.self)
      let (payload, option) =
        isAdded ? (#"{"add_rules": [\#(text)]}"#, "--add-rules r") : (#"{"rules": \#(text)}"#, "--rules r")
      let frame = Frames.frame(#"{"frame": "table", "source": "a.csv"}"#, table)
      let given = try scratch.work(
        "--as-of 2025-03-01", [Frames.frame(#"{"frame": "rules"}"#, payload), frame])
      let chosen = try scratch.work("--as-of 2025-03-01 " + option, [Self.begin, frame])
      try #require(given.answers.count == 2)
      #expect(given.answers[1].rows.contains("carriers-ai-2024"))
      #expect(given.answers[1].rows == chosen.answers[1].rows)
      #expect(given.answers[0].header["rules"] == chosen.answers[0].header["rules"])
    }
  }

  @Test func `nothing to do is done well`() throws {
    for frames in [[], [Self.begin]] {
      let work = try Scratch().work("", frames)
      #expect(work.outcome.status == 0)
      #expect(work.outcome.errors.isEmpty)
      #expect(work.answers.count == frames.count)
    }
  }

  @Test(arguments: [
    (
      [Data("bom_id,kind\n".utf8)],
      """
      <stdin>: error: the header of frame 1 has 1651469663 bytes, and at most 65536 are taken [frame-too-large]
        help: a frame begins with two lengths of four bytes, the higher bytes first: that of its header and that of its payload
      """
    ),
    (
      [Data([0, 0, 0])],
      "<stdin>: error: frame 1 is cut short: 8 more bytes were to come, and 3 came [frame-cut]\n"
    ),
    (
      [begin, Frames.frame(#"{"frame": "lines"}"#, "{}\n").dropLast()],
      "<stdin>: error: frame 2 is cut short: 3 more bytes were to come, and 2 came [frame-cut]\n"
    ),
    (
      [begin, Frames.lengths(18, 5)],
      "<stdin>: error: frame 2 is cut short: 18 more bytes were to come, and 0 came [frame-cut]\n"
    ),
    (
      [begin, Frames.lengths(18, 67_108_865)],
      """
      <stdin>: error: the payload of frame 2 has 67108865 bytes, and at most 67108864 are taken [frame-too-large]
        help: put fewer bills into a frame
      """
    ),
    (
      [Frames.frame(#"{"frame": "lines"}"#, "{}\n")],
      """
      error: the first frame must be the rules [bad-frame]
        help: send `{"frame": "rules"}` first; an empty payload is the built-in rules
      """
    ),
    ([begin, begin], "error: rules are given once, in the first frame [bad-frame]\n"),
    (
      [begin, Frames.frame(#"{"frame": "rows"}"#)],
      """
      <stdin>#2:1:11: error: unknown frame `rows` [unknown-value]
        1 | {"frame": "rows"}
          |           ^^^^^^
        help: known are `rules`, `lines`, `table`
      """
    ),
    ([begin, Frames.frame("{}")], "<stdin>#2:1:1: error: `frame` is missing [missing-key]\n"),
    (
      [begin, Frames.frame(#"{"frame": "lines", "line": 0}"#)],
      "<stdin>#2:1:28: error: `line` must be an integer from 1 up [bad-frame]\n"
    ),
    (
      [begin, Frames.frame(#"{"frame": "lines", "lime": 1}"#)],
      "<stdin>#2:1:20: error: unknown key `lime` [unknown-key]\n"
    ),
    ([Frames.frame(#"{"frame": "rules"}"#, "[]")], "<stdin>:1:1: error: a frame of rules must be a mapping"),
    (
      [Frames.frame(#"{"frame": "rules"}"#, #"{"rules": {"policies/p.yaml": "policy: x"}}"#)],
      "policies/p.yaml:1:1: error: `title` is missing [missing-key]\n"
    ),
  ])
  func `a frame that is broken ends the worker with a message and 2`(frames: [Data], message: String) throws {
    let work = try Scratch().work("--lang en", frames)
    #expect(work.outcome.status == 2)
    #expect(work.outcome.errors.hasPrefix(message), "\(work.outcome.errors)")
  }

  @Test func `a frame that is cut is said in Chinese too`() throws {
    let work = try Scratch().work("--lang zh", [Data([0])])
    #expect(work.outcome.errors == "<stdin>: 错误: 第 1 帧没有完：还应有 8 字节，只来了 1 字节 [frame-cut]\n\n1 个错误\n")
  }

  @Test(arguments: ["--portfolio \(plan)", "--year 2025", "--by region", "--portfolio \(plan) --year 0"])
  func `a portfolio is asked for whole`(options: String) throws {
    #expect(try Scratch().work(options, []).outcome.status == 64)
  }
}
