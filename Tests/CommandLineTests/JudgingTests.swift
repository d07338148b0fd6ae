import Testing
import Transcripts

/// The options that change how a bill is judged.
struct JudgingTests {
  private static let cards = ("cn-sd-qingdao-haizhixin", "domestic-cards-70")

  @Test func `only the policies asked for are judged`() throws {
    let outcome = try Scratch(Bills.files)
      .run("bomgate check fails.yaml --policy us-export-limits --policy cn-compute-plan-2023-2025 --format json")
    #expect(try outcome.policies.keys.sorted() == ["cn-compute-plan-2023-2025", "us-export-limits"])
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    ("", "pass", nil as String?), ("--evidence claims", "pass", nil),
    ("--evidence catalogue", "undetermined", "claim-only"),
  ])
  func `claims count unless the catalogue alone is asked`(option: String, verdict: String, reason: String?) throws {
    let rest =
      "  - {kind: accelerator, vendor: 某厂商, model: 样机, quantity: 2, origin: domestic, specs: {fp16_tflops: 320}}\n"
    let outcome = try Scratch(["bill.yaml": Bills.cards(domestic: 5, foreign: 3, rest: rest)])
      .run("bomgate check bill.yaml --format json \(option)")
    let requirement = try outcome.requirement(Self.cards.0, Self.cards.1)
    #expect(requirement["verdict"] as? String == verdict)
    #expect(requirement["reason"] as? String == reason)
    let measure = requirement["measure"] as? [String: Any]
    #expect(measure?["verified_low"] as? String == "0.5")
    #expect(measure?["verified_high"] as? String == "0.7")
  }

  @Test(arguments: [("", "undetermined", 3), ("--basis all", "undetermined", 3), ("--basis first", "pass", 0)])
  func `bases that disagree leave it open unless the first is asked`(
    option: String, verdict: String, status: Int32
  ) throws {
    let bill = Bills.cards(domestic: 7, foreign: 3).replacing("昇腾910B3", with: "昇腾310")
    let outcome = try Scratch(["bill.yaml": bill]).run("bomgate check bill.yaml --format json \(option)")
    #expect(outcome.status == status)
    #expect(try outcome.report["verdict"] as? String == verdict)
  }

  @Test(arguments: [
    ("", "pass", 0), ("--enforce targets", "undetermined", 3), ("--enforce targets --fact otn_coverage=10%", "fail", 1),
  ])
  func `targets decide only where they are enforced`(option: String, verdict: String, status: Int32) throws {
    let outcome = try Scratch(Bills.files).run("bomgate check passes.yaml --format json \(option)")
    #expect(outcome.status == status)
    #expect(try outcome.report["verdict"] as? String == verdict)
  }

  @Test func `rules of one's own take the place of the built-in ones, or are added`() throws {
    let policy = """
      policy: house-rule
      title: {zh: 本单位规定, en: House rule}
      issuer: {zh: 本单位, en: This house}
      document: {number: null, issued: 2024-01-01, url: null}
      status: in-force
      effective: {from: 2024-01-01}
      clauses:
        cards: {quote: 加速卡至少一张, source: 内部, read: verbatim}
      requirements:
        cards: {clause: cards, force: mandatory, measure: cards, at_least: 11}
      measures:
        cards: {total: {of: quantity, among: {kind: accelerator}}}
      """
    let scratch = try Scratch(Bills.files.merging(["rules/policies/house.yaml": policy]) { $1 })
    let alone = try scratch.run("bomgate check passes.yaml --rules rules --format json")
    #expect(try alone.policies.keys.sorted() == ["house-rule"])
    #expect(alone.status == 1)
    let added = try scratch.run("bomgate check passes.yaml --add-rules rules --format json")
    #expect(try added.policies.keys.contains("house-rule"))
    #expect(try added.policies.count > 10)
    let digests = try [alone, added].map { try ($0.report["rules"] as? [String: Any])?["digest"] as? String }
    #expect(digests[0] != digests[1])
  }

  @Test func `an explanation is of the policies asked for`() throws {
    let scratch = try Scratch(Bills.files)
    let line = "bomgate explain fails.yaml --policy cn-sd-qingdao-haizhixin --policy us-export-limits"
    let outcome = try scratch.run(line)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("cn-sd-qingdao-haizhixin"))
    #expect(outcome.output.contains("us-export-limits"))
    #expect(outcome.errors.isEmpty)
    #expect(try scratch.run("bomgate explain unreadable.yaml --policy us-export-limits").status == 2)
  }
}
