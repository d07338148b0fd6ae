import Testing
import Transcripts

/// What the command line says of a project lies over what the bill says.
struct OverrideTests {
  @Test(arguments: [
    // The policy starts on 2024-04-01.
    ("--as-of 2024-03-31", "not_applicable", 0), ("--as-of 2024-04-01", "fail", 1),
    ("--region 宁夏", "not_applicable", 0), ("--region 370200", "fail", 1), ("--region CN-SD", "undetermined", 3),
    ("--region Qingdao", "fail", 1), ("--region 崂山", "fail", 1), ("--facility data-center", "not_applicable", 0),
    ("--facility intelligent-computing-center", "fail", 1),
  ])
  func `the day, the place and the facility decide what applies`(option: String, verdict: String, status: Int32) throws
  {
    let outcome = try Scratch(Bills.files).run("bomgate check fails.yaml --format json \(option)")
    #expect(outcome.status == status)
    #expect(try outcome.report["verdict"] as? String == verdict)
  }

  @Test(arguments: [
    ("", "no"), ("--buyer enterprise", "no"), ("--buyer party-government", "yes"),
    ("--buyer enterprise --buyer public-institution", "yes"),
  ])
  func `the buyer decides what applies`(option: String, applies: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate check passes.yaml --format json \(option)")
    #expect(try outcome.policies["cn-green-dc-procurement-2023"]?["applies"] as? String == applies)
  }

  @Test(arguments: [
    ("--fact pue=1.3", "pass"), ("--fact pue=1.31", "fail"), ("--fact pue=1.4 --fact pue=1.2", "pass"),
    ("", "undetermined"),
    ("--fact pue=1.35 --as-of 2024-12-31", "pass"),
  ])
  func `a fact decides what it is asked for`(option: String, verdict: String) throws {
    let outcome = try Scratch(Bills.files).run(
      "bomgate check passes.yaml --buyer party-government --format json \(option)")
    #expect(try outcome.requirement("cn-green-dc-procurement-2023", "pue-cap")["verdict"] as? String == verdict)
  }

  @Test func `a fact on the command line wins over the bill`() throws {
    let bill = Bills.cards(domestic: 7, foreign: 3, project: "  facts: {pue: 1.5, wue: 1}\n")
    let scratch = try Scratch(["bill.yaml": bill])
    let outcome = try scratch.run("bomgate check bill.yaml --buyer party-government --fact pue=1.1 --format json")
    #expect(try outcome.requirement("cn-green-dc-procurement-2023", "pue-cap")["verdict"] as? String == "pass")
    #expect(try outcome.requirement("cn-green-dc-procurement-2023", "water-cap")["verdict"] as? String == "pass")
  }

  @Test(arguments: [
    // A table with a column for each, plain and not, in one piece and in blocks; bills in JSON, one a line.
    ("bills.csv", "bom_id,region,date,kind,vendor,model,quantity\nb1,福建,2025-03-01,accelerator,华为,昇腾910B3,7\n"),
    ("bills.csv", "bom_id,region,date,kind,vendor,model,quantity\nb1,福建,2025-03-01,accelerator,华为,\"昇腾\n910B3\",7\n"),
    (
      "bills.ndjson",
      #"{"bom_id":"b1","region":"350000","date":"2025-03-01","lines":[{"kind":"accelerator","model":"A800","quantity":1}]}"#
        + "\n"
    ),
    ("bills.yaml", Bills.passes.replacing("id: qd", with: "id: b1").replacing("370200", with: "350000")),
  ])
  func `the place on the command line wins over that of every kind of file, in check and in batch`(
    file: String, text: String
  ) throws {
    let scratch = try Scratch([file: text])
    let checked = try scratch.run("bomgate check \(file) --region 640500 --format ndjson")
    #expect(checked.output.contains(#""region":"640500""#))
    let rows = try scratch.run("bomgate batch \(file) --region 640500 --columns bom_id,region")
    #expect(rows.output == "bom_id,region\nb1,640500\n")
  }

  @Test func `a day on the command line stands in for one that is missing`() throws {
    let scratch = try Scratch(["bill.yaml": Bills.passes.replacing("  date: 2025-03-01\n", with: "")])
    #expect(try scratch.run("bomgate check bill.yaml").status == 2)
    let outcome = try scratch.run("bomgate check bill.yaml --as-of 2025-03-01 --format json")
    #expect(outcome.status == 0)
    #expect(try outcome.report["as_of"] as? String == "2025-03-01")
  }

  @Test(arguments: [
    ("--region 宁厦", "unknown region `宁厦` [unknown-region]", "did you mean `宁夏`?"),
    ("--facility datacenter", "unknown facility `datacenter` [unknown-value]", "did you mean `data-center`?"),
    ("--buyer state", "unknown buyer `state` [unknown-value]", "known are `party-government`"),
    ("--as-of 2025-02-30", "`2025-02-30` is not a date [bad-date]", "write year-month-day, such as `2025-03-01`"),
    ("--as-of \"20250301'\"", "is not a date [bad-date]", "write year-month-day"),
    ("--fact peu=1.2", "unknown fact `peu` [unknown-fact]", "did you mean `pue`?"),
    ("--fact pue=low", "`low` is not a figure [wrong-type]", "write it as `0.9`, `90%` or `2000 PFLOPS`"),
    ("--fact pue", "`--fact pue` is not name=value [bad-fact]", "such as `--fact pue=1.18`"),
    ("--fact contract_from=soon", "`soon` is not a date [bad-date]", "write year-month-day"),
    ("--fact commitment_letter=ja", "[wrong-type]", ""),
    ("--fact 'contract_fee=3 TB'", "[wrong-unit]", "the unit here is `CNY`"),
  ])
  func `a value that is none is refused before any report`(option: String, message: String, help: String) throws {
    let outcome = try Scratch(Bills.files).run("bomgate check passes.yaml \(option)")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
    #expect(outcome.errors.contains(help))
  }

  @Test func `all that is wrong with the options is said at once`() throws {
    let outcome = try Scratch(Bills.files)
      .run("bomgate check passes.yaml --region 宁厦 --as-of soon --fact peu=1 --fact pue=low")
    for code in ["[unknown-region]", "[bad-date]", "[unknown-fact]", "[wrong-type]"] {
      #expect(outcome.errors.contains(code))
    }
  }
}
