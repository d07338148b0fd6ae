import Testing
import Transcripts

/// What the exit status says, whatever the format.
struct StatusTests {
  static let bills: [(String, Int32)] = [
    ("passes.yaml", 0), ("fails.yaml", 1), ("open.yaml", 3), ("unreadable.yaml", 2), ("nowhere.yaml", 2),
    ("passes.yaml open.yaml", 3), ("open.yaml passes.yaml fails.yaml", 1),
    ("fails.yaml unreadable.yaml passes.yaml", 2),
    ("nowhere.yaml passes.yaml", 2), ("passes.yaml passes.yaml", 0),
  ]

  @Test(arguments: bills, ["text", "json", "ndjson"])
  func `the worst bill decides`(bills: (files: String, status: Int32), format: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate check \(bills.files) --format \(format)")
    #expect(outcome.status == bills.status)
  }

  @Test func `a bad bill stops no other`() throws {
    let outcome = try Scratch(Bills.files)
      .run("bomgate check passes.yaml unreadable.yaml fails.yaml --format ndjson")
    #expect(
      outcome.output.split(separator: "\n").map { $0.contains(#""verdict":"pass","policies""#) } == [true, false])
    #expect(outcome.errors.hasPrefix("unreadable.yaml:2:16: error: "))
    let first = try Scratch(Bills.files).run("bomgate check unreadable.yaml passes.yaml --lang en")
    #expect(first.output.hasPrefix("══ ✓ COMPLIANT"))
  }

  @Test(arguments: [
    "", "check", "frobnicate", "check passes.yaml --format xml", "check passes.yaml --evidence maybe",
    "check passes.yaml --lang fr", "check passes.yaml --basis second", "check passes.yaml --enforce all",
    "check passes.yaml --today 3", "check --frobnicate passes.yaml", "check passes.yaml --policy",
    "check passes.yaml --color sometimes", "explain passes.yaml", "rules show", "catalog find",
  ])
  func `wrong usage is 64, with what is right`(arguments: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate \(arguments)")
    if arguments.isEmpty {
      // Nothing asked for is a question for help.
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("SUBCOMMANDS:"))
      return
    }
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: bomgate "))
  }

  @Test(arguments: [
    (
      "--policy cn-nx-hub32",
      "error: there is no policy `cn-nx-hub32` [unknown-policy]\n  help: did you mean `cn-nx-hub-32`?\n"
    ),
    ("--include draft", "error: there is no policy `draft` [unknown-policy]\n  help: see `bomgate rules list`\n"),
    ("--rules nowhere", "nowhere: error: the folder of rules cannot be opened [no-such-folder]\n"),
    ("--add-rules nowhere", "nowhere: error: the folder of rules cannot be opened [no-such-folder]\n"),
    ("--waivers nowhere.yaml", "nowhere.yaml: error: there is no such file [no-such-file]\n"),
  ])
  func `an option that names nothing is an error before any bill is read`(option: String, message: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate check unreadable.yaml \(option)")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(message))
  }
}
