import Foundation
import Testing
import Transcripts

/// A past verdict can be computed again.
struct ReplayTests {
  private static func same(_ count: Int) -> String {
    "✓ computed \(count) \(count == 1 ? "bill" : "bills") again: the same as what was kept, byte for byte\n"
  }

  @Test(arguments: [
    ("boms.csv", "", 3000), ("- < boms.csv", "", 3000), ("boms.csv", "--unsorted", 3000),
    ("boms.csv", "--format ndjson", 3000), ("lines.ndjson", "", 2),
    ("lines.ndjson", "--columns bom_id,error.message", 2),
    ("d", "", 4), ("d nowhere.yaml", "--format ndjson", 5), ("apart.csv", "", 3), ("bad-side.csv", "", 1),
    ("boms.csv", "--waivers waivers.yaml --today 2025-01-01 --enforce targets --evidence catalogue", 3000),
    ("sheet.csv", "--table-columns columns.yaml --region 370200 --facility data-center --fact pue=1.2", 1),
  ])
  func `what was kept comes out the same, though the files are gone`(inputs: String, options: String, bills: Int) throws
  {
    let bill = #"{"bom": 1, "project": {"id": "j1"}, "lines": [{"kind": "cpu", "quantity": 1}]}"#
    let batch = try KeptBatch(
      [
        "lines.ndjson": bill + "\n{\"bom\": 1\n", "d/a.yaml": "bom: 1\nlines: [{kind: cpu, quantity: 1}]\n",
        "d/b.csv": KeptBatch.table(1), "d/b.project.yaml": "project: {name: 试, enterprise: 甲}\n",
        "d/c.yaml": "bom: 1\nlines: [{kind: gpu}]\n", "d/d.json": bill,
        "apart.csv": KeptBatch.table(2) + KeptBatch.table(1).dropFirst(KeptBatch.head.count),
        "bad-side.csv": KeptBatch.table(1), "bad-side.project.yaml": "projekt: 1\n",
        "sheet.csv": "甲,乙,丙\n服务器,华为,3\n", "columns.yaml": "table: 1\ncolumns: {甲: category, 乙: brand, 丙: quantity}\n",
        "waivers.yaml": """
        waivers:
          - {policy: cn-sd-qingdao-haizhixin, requirement: domestic-cards-70, bom: b3, reason: 试点, approver: 张三,
            expires: 2024-12-31}

        """,
      ], bills: 3000)
    let outcome = try batch.keep(inputs, options)
    #expect(outcome.errors.contains("kept in audit.db as run 1"))
    try batch.run("rm -r d *.csv *.ndjson *.yaml")
    let replay = try batch.audit("replay 1")
    #expect(replay.output == Self.same(bills), "\(outcome.errors)")
    #expect(replay.status == 0)
  }

  @Test func `the examples come out the same, whatever they are in`() throws {
    let batch = try KeptBatch()
    try batch.run("cp -r '\(Repository.path("Examples"))' bids")
    let outcome = try batch.keep("bids", "-o all.ndjson")
    let bills = try #require(outcome.errors.firstMatch(of: /(\d+) bills/))
    try batch.run("mv bids gone")
    #expect(try batch.audit("replay 1").output == Self.same(try #require(Int(bills.1))))
  }

  @Test func `a program is told the same`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    let replay = try batch.audit("replay 1 --format json")
    #expect(
      replay.output == """
        {
          "bills" : 4,
          "differences" : [

          ],
          "differing" : 0,
          "run" : 1,
          "status" : "complete"
        }

        """)
    #expect(replay.status == 0)
  }

  @Test func `one bill can be computed again alone`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    #expect(try batch.audit("replay 1 --bom b3").output == Self.same(1))
    #expect(try batch.audit("replay 1 --bom b33").status == 2)
  }

  @Test func `rules of one's own are kept too`() throws {
    let batch = try KeptBatch(["more/policies/mine.yaml": Self.policy])
    let outcome = try batch.run(
      "bomgate batch boms.csv --add-rules more --policy mine --as-of 2025-03-01 --store audit.db --lang en")
    #expect(outcome.errors.contains("4 bills: 4 compliant"))
    try batch.run("rm -r more boms.csv")
    #expect(try batch.audit("replay 1").output == Self.same(4))
  }

  @Test func `a result that the rules do not give is found`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.tamper(
      KeptBatch.disarmed
        + "UPDATE entries SET decisions = replace(decisions, '\"fail\"', '\"pass\"') WHERE kind = 'block'"
    )
    let replay = try batch.audit("replay 1")
    #expect(replay.output == "✗ block 1  b3\n1 place differs\n")
    #expect(replay.status == 1)
    #expect(try batch.audit("show 1 --bom b3").status == 1)
    let told = try batch.audit("replay 1 --format json")
    #expect(
      told.output == """
        {
          "bills" : 3,
          "differences" : [
            {
              "bill" : "b3",
              "block" : 1
            }
          ],
          "differing" : 1,
          "run" : 1,
          "status" : "complete"
        }

        """)
    #expect(told.status == 1)
  }

  @Test(arguments: [
    ("$.form[0]", "'other'"), ("$.form[0]", "'files'"), ("$.form[0]", "'problem'"), ("$.form[1]", "'-9'"),
    ("$.form[4]", "'9223372036854775807'"), ("$.form[4]", "'-5'"), ("$.form[5]", "'1:9223372036854775807'"),
    ("$.form[5]", "'x'"), ("$.form[6]", "'0 1'"), ("$.form", "json('[]')"),
    ("$.form", "json('[\"lines\",\"x\",\"-1\"]')"),
    ("$.form", "json('[\"files\",\"-7\"]')"), ("$.form", "json('[\"files\",\"1\",\"x\",\"1\",\"\",\"999999\"]')"),
  ])
  func `whatever somebody writes into a store, it is found and nothing breaks`(place: String, value: String) throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.tamper(
      KeptBatch.disarmed + "UPDATE entries SET about = json_set(about, '\(place)', \(value)) WHERE kind = 'block'")
    let outcome = try batch.audit("replay 1")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasPrefix("✗ block 1 "))
    #expect([0, 1].contains(try batch.audit("anomalies 1").status))
  }

  @Test(arguments: ["x''", "x'00'", "CAST('a,b' || char(10) AS BLOB)", "CAST(bytes || bytes AS BLOB)"])
  func `bytes that are others give other verdicts or none, and nothing breaks`(value: String) throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.tamper(
      KeptBatch.disarmed + """
        UPDATE contents SET bytes = \(value) WHERE digest = (SELECT source FROM entries WHERE kind = 'block')
        """)
    #expect(try batch.audit("replay 1").status == 1)
    #expect(try batch.audit("verify").status == 1)
  }

  private static let policy = """
    policy: mine
    title: {zh: 自己的, en: mine}
    issuer: {zh: 甲, en: A}
    document: {number: null, issued: 2020-01-01, url: null}
    status: in-force
    effective: {from: 2020-01-01, until: null}
    clauses:
      few: {quote: 卡不超过一百张, source: 内部, read: verbatim}
    measures:
      cards: {total: {of: quantity, among: {kind: accelerator}}}
    requirements:
      few: {clause: few, force: mandatory, measure: cards, at_most: 100}

    """
}
