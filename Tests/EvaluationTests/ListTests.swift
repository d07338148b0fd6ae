import Evaluation
import Testing

@Suite struct ListTests {
  private func judge(_ line: String, _ list: String, on day: String = "2025-03-01") throws -> Verdict {
    try Bench.judge(
      "every: {among: {kind: [cpu, accelerator, os]}, must: {list: \(list)}}", lines: "- {quantity: 1, \(line)}",
      on: day
    )
    .verdict
  }

  @Test(arguments: [
    // Published on 2024-05-20, valid until 2027-05-19; the list is not whole, so that its absence means nothing.
    ("kind: cpu, model: Kernelchip", "2024-05-19", Verdict.undetermined),
    ("kind: cpu, model: Kernelchip", "2024-05-20", .pass),
    ("kind: cpu, model: Kernelchip", "2027-05-19", .pass),
    ("kind: cpu, model: Kernelchip", "2027-05-20", .undetermined),
    // Without a last day.
    ("kind: os, model: Northroot", "2024-05-19", .undetermined), ("kind: os, model: Northroot", "2099-01-01", .pass),
    // Its last day has passed.
    ("kind: accelerator, model: Nova Prime", "2024-12-31", .pass),
    ("kind: accelerator, model: Nova Prime", "2025-01-01", .undetermined),
  ])
  func `an entry holds from its first day to its last`(line: String, day: String, verdict: Verdict) throws {
    #expect(try judge(line, "{name: approved}", on: day) == verdict)
  }

  @Test(arguments: [
    ("kind: cpu, model: Elbechip", Verdict.fail), ("kind: accelerator, model: Sirius Max", .fail),
    ("kind: accelerator, model: Pollux", .fail),
    ("kind: os, model: Openroot", .undetermined), ("kind: os, model: Openroot, origin: foreign", .fail),
    ("kind: cpu, model: Zeta Q77", .undetermined), ("kind: cpu, vendor: Southgate, model: Zeta Q77", .fail),
    ("kind: cpu, origin: foreign", .fail), ("kind: cpu, origin: domestic", .undetermined),
    ("kind: accelerator, model: Gemini", .undetermined),
  ])
  func `what the list surely leaves out is not on it, all else is open`(line: String, verdict: Verdict) throws {
    #expect(try judge(line, "{name: approved}") == verdict)
  }

  @Test(arguments: [
    ("kind: accelerator, model: Sirius Max", "2023-01-01", Verdict.pass),
    ("kind: accelerator, model: Sirius Max", "2022-12-31", .fail),
    ("kind: accelerator, model: Nova Prime", "2025-03-01", .fail),
    ("kind: cpu, model: Zeta Q77", "2025-03-01", .undetermined),
    ("kind: accelerator, model: Gemini", "2025-03-01", .pass),
    ("kind: accelerator, model: Pollux", "2025-03-01", .undetermined),
    ("kind: accelerator, model: Pollux", "2022-12-31", .fail), ("kind: cpu", "2025-03-01", .undetermined),
  ])
  func `absence from a whole list is an answer, but not for an unknown product`(
    line: String, day: String, verdict: Verdict
  ) throws {
    #expect(try judge(line, "{name: closed}", on: day) == verdict)
  }

  @Test(arguments: [
    ("kind: cpu, model: Kernelchip", "{name: approved, level: I}", Verdict.pass),
    ("kind: cpu, model: Kernelchip", "{name: approved, level: II}", .undetermined),
    ("kind: os, model: Northroot", "{name: approved, level: I}", .undetermined),
    ("kind: os, model: Northroot", "{name: approved, level: II}", .pass),
    ("kind: cpu, model: Elbechip", "{name: approved, level: I}", .fail),
    // On a whole list another level is an answer, and a level that was not seen is none.
    ("kind: accelerator, model: Gemini North", "{name: closed, level: A}", .pass),
    ("kind: accelerator, model: Gemini North", "{name: closed, level: B}", .fail),
    ("kind: accelerator, model: Gemini", "{name: closed, level: B}", .fail),
    ("kind: accelerator, model: Sirius Max", "{name: closed, level: A}", .undetermined),
    ("kind: accelerator, model: Pollux", "{name: closed, level: A}", .undetermined),
    ("kind: accelerator, model: Nova Prime", "{name: closed, level: A}", .fail),
  ])
  func `a level is one that was seen`(line: String, list: String, verdict: Verdict) throws {
    #expect(try judge(line, list) == verdict)
  }

  @Test func `an entry that has run out is a finding, until then none`() throws {
    let policy = Bench.policy("requirements: {r: {clause: c, force: mandatory, none: {kind: cpu}}}")
    func codes(_ day: String) throws -> [String] {
      try Bench.assess(policy, lines: "- {kind: accelerator, model: Nova Prime, quantity: 1}", on: day).codes
    }
    #expect(try codes("2024-12-31") == [])
    #expect(try codes("2025-01-01") == ["list-entry-lapsed"])
    #expect(try codes("2021-12-31") == [])
  }
}
