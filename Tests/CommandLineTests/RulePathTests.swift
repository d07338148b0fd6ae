import Testing
import Transcripts

/// Rules that are named file by file.
struct RulePathTests {
  private static let policy = """
    policy: our-cards
    title: {zh: 本院卡数, en: Our cards}
    issuer: {zh: 本院, en: us}
    document: {number: null, issued: 2024-01-01}
    status: in-force
    applies_to: {region: "370000"}
    effective: {from: 2024-01-01, until: null}
    clauses:
      half: {quote: 一半, source: internal, read: verbatim}
    measures:
      rate: {share: {of: {origin: domestic}, among: {kind: accelerator}, by: quantity}}
    requirements:
      half: {clause: half, force: mandatory, measure: rate, at_least: 65%, title: {zh: 六成五, en: 65 %}}

    """
  private static let catalog = """
    vendors:
      own: {names: [某厂商], country: CN}
    components:
      own-card: {kind: accelerator, vendor: own, model: 样机, sources: [internal]}

    """
  private static let files = Bills.files.merging(["our.yaml": policy, "cards.yaml": catalog]) { first, _ in first }

  @Test(arguments: [
    ("--rules our.yaml", "fails.yaml", ["our-cards"], 1 as Int32),
    ("--rules our.yaml --rules cards.yaml", "passes.yaml", ["our-cards"], 0),
    ("--add-rules our.yaml --policy our-cards", "fails.yaml", ["our-cards"], 1),
  ])
  func `a file of rules is a book, or added to one`(
    options: String, bill: String, policies: [String], status: Int32
  ) throws {
    let claimed = try Scratch(Self.files).run("bomgate convert \(bill)").output
      .replacing("model: 昇腾910B3", with: "model: 昇腾910B3\n    origin: domestic")
      .replacing("model: A800", with: "model: A800\n    origin: foreign")
    let outcome = try Scratch(Self.files.merging(["claimed.yaml": claimed]) { first, _ in first })
      .run("bomgate check claimed.yaml --region 青岛 --format json \(options)")
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(try outcome.policies.keys.sorted() == policies)
  }

  @Test(arguments: ["--rules a/p.yaml --rules b/p.yaml", "--rules a/p.yaml --add-rules b/p.yaml"])
  func `two files of one name are two files`(options: String) throws {
    let other = Self.policy.replacing("our-cards", with: "their-cards")
    let outcome = try Scratch(Bills.files.merging(["a/p.yaml": Self.policy, "b/p.yaml": other]) { first, _ in first })
      .run("bomgate check passes.yaml \(options) --format json")
    #expect(try outcome.policies.keys.sorted() == ["our-cards", "their-cards"])
  }

  @Test(arguments: [
    (
      "zh",
      """
      notes.yaml: 错误: 看不出这是规则库的哪一部分 [no-rule-file]
        建议: 政策文件有 `policy:`，目录文件有 `components:` 或 `vendors:`；其余请放在规则文件夹里

      """
    ),
    (
      "en",
      """
      notes.yaml: error: nothing says what part of a rule book this is [no-rule-file]
        help: a policy has `policy:`, a catalogue file `components:` or `vendors:`; put all else into a folder of rules

      """
    ),
  ])
  func `a file that is no rules is an error`(language: String, message: String) throws {
    let outcome = try Scratch(Bills.files.merging(["notes.yaml": "notes: [a, b]\n"]) { first, _ in first })
      .run("bomgate check passes.yaml --rules notes.yaml --lang \(language)")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }
}
