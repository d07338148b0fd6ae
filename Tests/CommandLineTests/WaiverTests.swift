import Testing
import Transcripts

/// Exceptions that were granted, and those that were not.
struct WaiverTests {
  private static func waiver(
    policy: String = "cn-sd-qingdao-haizhixin", requirement: String = "domestic-cards-70", bom: String = "qd",
    expires: String = "2025-12-31"
  ) -> String {
    """
    waivers:
      - {policy: \(policy), requirement: \(requirement), bom: \(bom), reason: 过渡期, approver: 张三, expires: \(expires)}

    """
  }

  @Test(arguments: [
    ("fails.yaml", "2025-12-31", 0, nil as String?), ("open.yaml", "2025-12-31", 0, nil),
    ("fails.yaml", "2026-01-01", 1, "waiver-expired"), ("passes.yaml", "2025-12-31", 0, "waiver-unused"),
    ("passes.yaml", "2026-01-01", 1, "waiver-expired"),
  ])
  func `a waiver holds to its last day and leaves the verdict out`(
    bill: String, today: String, status: Int32, finding: String?
  ) throws {
    let scratch = try Scratch(Bills.files.merging(["waivers.yaml": Self.waiver()]) { $1 })
    let outcome = try scratch.run("bomgate check \(bill) --waivers waivers.yaml --today \(today) --format json")
    #expect(outcome.status == status)
    #expect(try outcome.findings.filter { $0.hasPrefix("waiver-") } == [finding].compactMap(\.self))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `an expired waiver may be let pass`() throws {
    let scratch = try Scratch(Bills.files.merging(["waivers.yaml": Self.waiver()]) { $1 })
    let line = "bomgate check passes.yaml --waivers waivers.yaml --today 2026-01-01 --no-fail-on-expired"
    #expect(try scratch.run(line).status == 0)
  }

  @Test func `a waiver of another bill has no effect`() throws {
    let scratch = try Scratch(Bills.files.merging(["waivers.yaml": Self.waiver(bom: "other")]) { $1 })
    let outcome = try scratch.run("bomgate check fails.yaml --waivers waivers.yaml --today 2025-06-01 --format json")
    #expect(outcome.status == 1)
    #expect(try outcome.findings.filter { $0.hasPrefix("waiver-") }.isEmpty)
  }

  @Test func `a waived requirement is still shown with its verdict`() throws {
    let scratch = try Scratch(Bills.files.merging(["waivers.yaml": Self.waiver()]) { $1 })
    let outcome = try scratch.run("bomgate check fails.yaml --waivers waivers.yaml --today 2025-06-01 --format json")
    let requirement = try outcome.requirement("cn-sd-qingdao-haizhixin", "domestic-cards-70")
    #expect(requirement["verdict"] as? String == "fail")
    let text = try scratch.run("bomgate check fails.yaml --waivers waivers.yaml --today 2025-06-01 --lang zh")
    #expect(text.output.contains("张三"))
    #expect(text.output.contains("过渡期"))
  }

  @Test(arguments: [
    (
      waiver(requirement: "domestic-cards-07"), "waivers.yaml:2:52: error: unknown requirement `domestic-cards-07`",
      "did you mean `domestic-cards-70`?"
    ),
    (waiver(policy: "cn-sd-qingdao"), "waivers.yaml:2:14: error: unknown policy `cn-sd-qingdao`", ""),
    (waiver(expires: "never"), "error: `never` is not a date [bad-date]", "write year-month-day"),
    ("waivers:\n  - {policy: us-export-limits}\n", "`reason` is missing", "add `reason:`"),
    ("waiver: []\n", "`waivers` is missing", "add `waivers:`"), ("- x\n", "must be a mapping", ""),
    ("", "the file is empty", ""),
  ])
  func `a file of waivers that is wrong stops the run`(text: String, message: String, help: String) throws {
    let scratch = try Scratch(Bills.files.merging(["waivers.yaml": text]) { $1 })
    let outcome = try scratch.run("bomgate check passes.yaml --waivers waivers.yaml --today 2025-06-01")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
    #expect(outcome.errors.contains(help))
  }
}
