import Foundation
import Testing
import Transcripts

/// Several bills in one file, formats told apart, and the canonical form.
struct FormatTests {
  private func verdicts(_ outcome: Program.Outcome) throws -> [String?] {
    let reports = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]] ?? []
    return reports.map { $0["verdict"] as? String }
  }

  static let line =
    #"{"bom": 1, "project": {"id": "ID", "region": "370200", "facility": "intelligent-computing-center", "date": "2025-03-01"}, "lines": [{"kind": "accelerator", "model": "昇腾910B3", "quantity": 7}, {"kind": "accelerator", "model": "A800", "quantity": COUNT}]}"#

  private func line(_ id: String, foreign: Int) -> String {
    Self.line.replacing("ID", with: id).replacing("COUNT", with: "\(foreign)")
  }

  @Test func `each document of a YAML file is a bill`() throws {
    let outcome = try Scratch(["two.yaml": Bills.passes + "---\n" + Bills.fails])
      .run("bomgate check two.yaml --format json --policy cn-sd-qingdao-haizhixin")
    #expect(outcome.status == 1)
    #expect(try verdicts(outcome) == ["pass", "fail"])
  }

  @Test func `a bad document of a file spoils none of the others`() throws {
    let outcome = try Scratch(["two.yaml": Bills.passes + "---\n" + Bills.unreadable])
      .run("bomgate check two.yaml --format json --lang en")
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("{"))
    #expect(outcome.errors.contains("two.yaml:13:16: error: unknown kind `gpu` [unknown-value]"))
  }

  @Test(arguments: ["bills.ndjson", "bills.jsonl", "bills.json", "bills", "bills.txt --input-format ndjson"])
  func `each line of newline-delimited JSON is a bill`(name: String) throws {
    let text = line("a", foreign: 3) + "\n\n" + line("b", foreign: 4) + "\r\n" + line("c", foreign: 3)
    let file = String(name.prefix { $0 != " " })
    let outcome = try Scratch([file: text])
      .run("bomgate check \(name) --format json --policy cn-sd-qingdao-haizhixin")
    #expect(try verdicts(outcome) == ["pass", "fail", "pass"])
    #expect(outcome.status == 1)
  }

  @Test func `a line that is no JSON spoils none of the others`() throws {
    let text = line("a", foreign: 3) + "\n{\"bom\": 1, \"lines\": [\n" + line("c", foreign: 3) + "\n"
    let outcome = try Scratch(["bills.ndjson": text]).run(
      "bomgate check bills.ndjson --format json --lang en --policy cn-sd-qingdao-haizhixin")
    #expect(outcome.status == 2)
    #expect(try verdicts(outcome) == ["pass", "pass"])
    #expect(outcome.errors.hasPrefix("bills.ndjson:2:21: error: the bracket `[` is not closed [unclosed-bracket]\n"))
  }

  /// One bill in three spellings, and in the canonical form that `convert` makes of each.
  @Test func `a long table, a line of JSON and YAML say the same`() throws {
    let table = """
      bom_id,region,year,line,kind,vendor,model,quantity,unit_price,origin,vendor_country,made_in
      nx-1,宁夏,2025,1,server,浪潮,NF5688,64,1250000.5,domestic,,VN
      nx-1,宁夏,2025,2,accelerator,NVIDIA,H20,8,99000,foreign,US,foreign
      nx-1,宁夏,2025,3,other,图腾,R1,2,,unknown,CN,

      """
    let lines = [
      #"{"kind": "server", "vendor": "浪潮", "model": "NF5688", "quantity": 64, "unit_price": 1250000.5, "origin": "domestic", "made_in": "VN"}"#,
      #"{"kind": "accelerator", "vendor": "NVIDIA", "model": "H20", "quantity": 8, "unit_price": 99000, "origin": "foreign", "vendor_country": "US", "made_in": "foreign"}"#,
      #"{"kind": "other", "vendor": "图腾", "model": "R1", "quantity": 2, "vendor_country": "CN"}"#,
    ]
    let project = #"{"id": "nx-1", "region": "宁夏", "year": 2025}"#
    let scratch = try Scratch([
      "a.csv": table, "a.ndjson": #"{"bom": 1, "project": \#(project), "lines": [\#(lines.joined(separator: ", "))]}"#,
      "a.yaml": "bom: 1\nproject: \(project)\nlines:\n" + lines.map { "  - \($0)\n" }.joined(),
    ])
    let bare = "| sed 's/ *#.*//' | grep ."
    let outcomes = try ["csv", "ndjson", "yaml"].map { try scratch.run("bomgate convert a.\($0) \(bare)").output }
    #expect(outcomes[0].contains("  date: 2025-12-31\n"))
    #expect(outcomes[0].contains("    unit_price: 1250000.5\n    origin: domestic\n    made_in: VN\n"))
    #expect(outcomes[1] == outcomes[0])
    #expect(outcomes[2] == outcomes[0])
    let again = try scratch.run("bomgate convert a.csv > b.yaml; bomgate convert b.yaml \(bare)")
    #expect(again.output == outcomes[0])
  }

  @Test func `the canonical form names the place of each field`() throws {
    let bill = """
      bom: 1
      project: {id: x, date: 2025-03-01, facts: {pue: 1.18}}
      lines:
        - {id: s1, kind: server, model: "#1: a", quantity: 2, contains: [{kind: cpu, component: cpu-kunpeng-920, quantity: {at_least: 1, at_most: 4}}]}
        - {kind: os, model: "920", quantity: unknown, made_in: foreign}

      """
    let outcome = try Scratch(["x.yaml": bill]).run("bomgate convert x.yaml --lang en")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        # converted from x.yaml
        bom: 1
        project:
          id: x
          date: 2025-03-01
          facts: {pue: 1.18}
        lines:
          - id: s1  # 4:5
            kind: server  # 4:5
            model: "#1: a"  # 4:5
            quantity: 2  # 4:5
            contains:
              - kind: cpu  # 4:68
                component: cpu-kunpeng-920  # 4:68
                quantity: {at_least: 1, at_most: 4}  # 4:68
          - kind: os  # 5:5
            model: "920"  # 5:5
            quantity: unknown  # 5:5
            made_in: foreign  # 5:5

        """)
  }

  @Test(arguments: ["passes", "fails", "open"])
  func `a bill and its canonical form are judged alike`(name: String) throws {
    let scratch = try Scratch(Bills.files)
    let converted = try scratch.run(
      "bomgate convert \(name).yaml > again.yaml; bomgate check again.yaml --format json | sed 's/again.yaml/\(name).yaml/'"
    )
    let direct = try scratch.run("bomgate check \(name).yaml --format json")
    func plain(_ outcome: Program.Outcome) throws -> NSDictionary {
      var report = try outcome.report
      var bom = report["bom"] as? [String: Any] ?? [:]
      bom["digest"] = nil
      report["bom"] = bom
      let findings = report["findings"] as? [[String: Any]] ?? []
      report["findings"] = findings.map { $0["code"] as? String ?? "" }
      return report as NSDictionary
    }
    #expect(try plain(converted) == plain(direct))
  }
}
