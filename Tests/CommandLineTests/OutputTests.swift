import Foundation
import Testing
import Transcripts

/// Where reports go, in which language, and what happens where they cannot go.
struct OutputTests {
  // The status of the run is told apart from that of the pipe.
  @Test(arguments: [
    ("passes.yaml", 0), ("fails.yaml passes.yaml", 1), ("fails.yaml --format json", 1),
    ("open.yaml --format ndjson", 3), ("unreadable.yaml passes.yaml", 2),
  ])
  func `a reader that goes away ends the run quietly`(bills: String, status: Int) throws {
    let scratch = try Scratch(Bills.files)
    let line = "{ bomgate check \(bills) 2> errors; echo $? > status; } | sleep 0"
    // The reader is gone before the first byte: sleep never reads, and the run waits for it.
    let outcome = try scratch.run(line.replacing("{ bomgate", with: "{ sleep 0.3; bomgate"))
    #expect(outcome.status == 0)
    #expect(try String(contentsOfFile: scratch.path("status"), encoding: .utf8) == "\(status)\n")
    let errors = try String(contentsOfFile: scratch.path("errors"), encoding: .utf8)
    #expect(!errors.contains("bomgate:"))
  }

  @Test(arguments: [
    "check passes.yaml", "check fails.yaml --format json", "check open.yaml --format ndjson", "rules list",
    "explain passes.yaml --policy cn-sd-qingdao-haizhixin", "rules show cn-nx-hub-32", "catalog find 昇腾910B3",
  ])
  func `a full disk is 74`(arguments: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate \(arguments) > /dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.errors == "bomgate: 输出无法写入 · the output could not be written (error 28)\n")
  }

  @Test(arguments: [
    "passes.yaml open.yaml fails.yaml passes.yaml open.yaml --format ndjson",
    "passes.yaml --format ndjson open.yaml fails.yaml passes.yaml open.yaml",
    "passes.yaml open.yaml fails.yaml --format=ndjson passes.yaml open.yaml",
    "--format ndjson -- passes.yaml open.yaml fails.yaml passes.yaml open.yaml",
    "--no-fail-on-expired --format ndjson passes.yaml open.yaml fails.yaml passes.yaml open.yaml",
    "passes.yaml --format ndjson open.yaml fails.yaml passes.yaml --no-fail-on-expired open.yaml",
  ])
  func `options stand before, between and behind the bills`(arguments: String) throws {
    let scratch = try Scratch(Bills.files)
    let outcome = try scratch.run("bomgate check \(arguments)")
    let ordered = try ["passes", "open", "fails", "passes", "open"].map {
      try scratch.run("bomgate check \($0).yaml --format ndjson").output
    }
    #expect(outcome.output == ordered.joined())
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: ["text", "json", "ndjson"])
  func `the same bills give the same bytes`(format: String) throws {
    let line = "bomgate check passes.yaml open.yaml fails.yaml --format \(format)"
    let first = try Scratch(Bills.files).run(line)
    let second = try Scratch(Bills.files).run(line)
    #expect(first.output == second.output)
    #expect(first.output.hasSuffix("\n"))
  }

  @Test(arguments: [
    ([:], "en"), (["LANG": "zh_CN.UTF-8"], "zh"), (["LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"], "zh"),
    (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"], "en"), (["LANG": ""], "en"),
  ])
  func `the language is that of the environment`(environment: [String: String], language: String) throws {
    let scratch = try Scratch(Bills.files)
    let outcome = try scratch.run("bomgate check passes.yaml unreadable.yaml", environment: environment)
    let asked = try scratch.run("bomgate check passes.yaml unreadable.yaml --lang \(language)")
    #expect(outcome.output == asked.output)
    #expect(outcome.errors == asked.errors)
    #expect(asked.errors.contains(language == "zh" ? "错误" : "error:"))
  }

  @Test(arguments: [
    ([:], "", false), (["TERM": "xterm"], "", false), (["FORCE_COLOR": "1"], "", true), ([:], "--color always", true),
    (["NO_COLOR": "1"], "--color always", true), (["FORCE_COLOR": "1"], "--color never", false),
    (["FORCE_COLOR": ""], "", false),
  ])
  func `colour is only where somebody wants it`(environment: [String: String], option: String, isColored: Bool) throws {
    let scratch = try Scratch(Bills.files)
    let outcome = try scratch.run("bomgate check fails.yaml unreadable.yaml \(option)", environment: environment)
    #expect(outcome.output.contains("\u{1B}[") == isColored)
    #expect(outcome.errors.contains("\u{1B}[") == isColored)
    let plain = try scratch.run("bomgate check fails.yaml unreadable.yaml")
    #expect(outcome.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.output)
  }

  static let terminals: [([String: String], Bool)] = [
    (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "xterm", "NO_COLOR": ""], true),
    (["TERM": "dumb"], false),
  ]

  // script(1) gives a run a terminal of its own.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")), arguments: terminals)
  func `a terminal gets colour unless somebody forbids it`(environment: [String: String], isColored: Bool) throws {
    let line = "script -qec 'bomgate check passes.yaml' /dev/null"
    let outcome = try Scratch(Bills.files).run(line, environment: environment)
    #expect(outcome.output.contains("\u{1B}[") == isColored)
  }

  @Test(arguments: ["text", "json"])
  func `an array is only for several bills`(format: String) throws {
    let scratch = try Scratch(Bills.files)
    let one = try scratch.run("bomgate check passes.yaml --format \(format)").output
    let two = try scratch.run("bomgate check passes.yaml fails.yaml --format \(format)").output
    #expect(one.hasPrefix(format == "json" ? "{" : "══"))
    #expect(two.hasPrefix(format == "json" ? "[" : "══"))
    if format == "json" {
      let reports = try JSONSerialization.jsonObject(with: Data(two.utf8)) as? [[String: Any]]
      #expect(reports?.compactMap { $0["verdict"] as? String } == ["pass", "fail"])
    }
  }

  @Test func `of several bills with one that can be read there is still an array`() throws {
    let outcome = try Scratch(Bills.files).run("bomgate check unreadable.yaml passes.yaml --format json")
    #expect(try (JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [Any])?.count == 1)
    let none = try Scratch(Bills.files).run("bomgate check unreadable.yaml nowhere.yaml --format json")
    #expect(none.output == "[]\n" || none.output == "[\n]\n")
  }
}
