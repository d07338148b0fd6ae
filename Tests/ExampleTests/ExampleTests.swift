import Foundation
import Testing
import Transcripts

/// Every example is run as its page says, and does what its page says.
struct ExampleTests {
  @Test func `there are the scenarios that the index names`() throws {
    let index = try String(contentsOfFile: Repository.path("Examples/README.md"), encoding: .utf8)
    let named = index.matches(of: /\]\(([a-z0-9-]+)\/\)/).map { String($0.1) }
    #expect(named.filter { !Scenario.others.contains($0) }.sorted() == Scenario.all.map(\.name))
    #expect(Scenario.all.count >= 8)
  }

  @Test(arguments: Scenario.all)
  func `a scenario has a page, a bill and a transcript`(scenario: Scenario) throws {
    #expect(try scenario.files.contains("README.md"))
    #expect(try scenario.files.contains("transcript.txt"))
    #expect(try !scenario.bills.isEmpty)
    #expect(try !scenario.transcript.blocks.isEmpty)
  }

  @Test(arguments: Scenario.all)
  func `a scenario leaves no file of it unused`(scenario: Scenario) throws {
    let commands = try scenario.transcript.blocks.map(\.command)
    let derived = try scenario.derivations.map(\.command)
    for file in try scenario.files where file != "README.md" && file != "transcript.txt" {
      // A side file is found by itself, beside the bill of its name.
      if let bill = file.firstRange(of: ".project.yaml").map({ file[..<$0.lowerBound] + "." }) {
        #expect(try scenario.bills.contains { $0.hasPrefix(bill) }, "\(file) is beside no bill")
        continue
      }
      let isBill = try scenario.bills.contains(file)
      let name = isBill ? file : String(file.split(separator: "/")[0])
      #expect(commands.contains { $0.split(separator: " ").contains(Substring(name)) }, "\(file) is in no transcript")
      if isBill, !file.contains("waivers") {
        #expect(derived.contains { $0.split(separator: " ").contains(Substring(name)) }, "\(file) is not derived")
      }
    }
  }

  @Test(arguments: Scenario.all)
  func `a page shows commands that the transcript holds`(scenario: Scenario) throws {
    let shown = try scenario.page.matches(of: /```sh\n((?:.|\n)*?)```/).flatMap { $0.1.split(separator: "\n") }
    let held = try scenario.transcript.blocks.map(\.command)
    #expect(!shown.isEmpty)
    for command in shown { #expect(held.contains(String(command)), "\(command)") }
  }

  @Test(arguments: Scenario.all)
  func `what a page derives by hand is what the program finds`(scenario: Scenario) throws {
    let derivations = try scenario.derivations
    #expect(!derivations.isEmpty)
    for derivation in derivations {
      #expect(derivation.lines.contains { $0.contains("->") }, "\(derivation.command) derives no verdict")
      for mistake in try derivation.mistakes(in: scenario.folder) { Issue.record("\(derivation.command)\n\(mistake)") }
    }
  }

  @Test(arguments: Scenario.all)
  func `the program prints what the transcript shows`(scenario: Scenario) throws {
    let shown = try scenario.transcript
    let printed = try shown.replayed(in: scenario.folder)
    if Transcript.isRecording { try printed.write(to: scenario.folder + "/transcript.txt") }
    for (old, new) in zip(shown.blocks, printed.blocks) where !Transcript.isRecording {
      #expect(new.text == old.text, "\(new.command)")
      #expect(!new.text.contains("[stderr]"), "\(new.command)")
    }
  }

  @Test(arguments: [
    "--lang zh", "--lang en", "--format json", "explain ", "--as-of ", "--basis first", "--evidence catalogue",
  ])
  func `the examples show this option`(option: String) throws {
    #expect(try Scenario.all.contains { try $0.transcript.blocks.contains { $0.command.contains(option) } })
  }

  // What it measures belongs to the machine and not to the tests; that it runs does not.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func `the benchmarks can be run`() throws {
    let outcome = try Program.run("/usr/bin/python3 run.py --help", in: Repository.path("Examples/benchmarks"))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("BINARY is .build/release/bomgate"))
  }
}
