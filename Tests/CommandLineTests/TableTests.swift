import Foundation
import Testing
import Transcripts

/// Procurement sheets on the command line: told apart, mapped, beside their side files.
struct TableTests {
  static let sheet = "名称,品牌,型号,数量,单价（元）\nAI加速卡,华为,昇腾910B3,7,5\nAI加速卡,NVIDIA,A800,3,5\n"
  static let project =
    "project: {id: x, region: \"370200\", facility: intelligent-computing-center, date: 2025-03-01}\n"
  static let options = "--region 370200 --facility intelligent-computing-center --as-of 2025-03-01"

  @Test(arguments: [
    "bid.csv", "bid.tsv", "bid.txt", "bid", "bid.dat --input-format table",
  ])
  func `a sheet is told by its name, else by its header`(name: String) throws {
    let file = String(name.prefix { $0 != " " })
    let text = file == "bid.tsv" ? Self.sheet.replacing(",", with: "\t") : Self.sheet
    let outcome = try Scratch([file: text])
      .run("bomgate check \(name) \(Self.options) --policy cn-sd-qingdao-haizhixin --format json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"low\":\"0.7\"") || outcome.output.contains("\"low\": \"0.7\""))
  }

  @Test func `a sheet comes from standard input too`() throws {
    let outcome = try Scratch(["a.csv": Self.sheet])
      .run("bomgate check - \(Self.options) --policy cn-sd-qingdao-haizhixin --format json < a.csv")
    #expect(outcome.status == 0)
  }

  @Test func `the project stands beside it, and options lie over that`() throws {
    let scratch = try Scratch(["bid.csv": Self.sheet, "bid.project.yaml": Self.project])
    let outcome = try scratch.run("bomgate convert bid.csv --region 640500 --lang en")
    #expect(
      outcome.output.contains(
        "  id: x\n  region: \"640500\"\n  facility: intelligent-computing-center\n  date: 2025-03-01\n"))
  }

  @Test func `a mapping is printed, changed and given back`() throws {
    let scratch = try Scratch(["bid.csv": "名称,数量,单价\nAI加速卡,7,5\n"])
    let open = try scratch.run("bomgate convert bid.csv --lang en")
    #expect(open.output.contains("[money-unit-unknown]"))
    let mapped = try scratch.run(
      "bomgate convert bid.csv --show-columns > map.yaml; echo 'money: 万元' >> map.yaml; bomgate convert bid.csv --columns map.yaml --lang en"
    )
    #expect(mapped.status == 0)
    #expect(mapped.output.contains("unit_price: 50000  # 2:9"))
    #expect(!mapped.output.contains("["))
  }

  @Test func `a bad sheet spoils none of the others`() throws {
    let outcome = try Scratch(["a.csv": "甲,乙\n1,2\n", "b.csv": Self.sheet])
      .run("bomgate check a.csv b.csv \(Self.options) --policy cn-sd-qingdao-haizhixin --format ndjson --lang en")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("a.csv: error: no header was found"))
    #expect(outcome.output.hasPrefix("{"))
  }

  @Test(arguments: [
    ("bomgate convert bid.csv --columns map.yaml --lang en", "map.yaml:1:1: error: `table` is missing [missing-key]"),
    (
      "bomgate convert x.yaml --show-columns --lang en",
      "x.yaml: error: the file is no table and has no columns [no-table]"
    ),
    ("bomgate convert empty.csv --lang en", "empty.csv: error: the file is empty [empty-file]"),
  ])
  func `what cannot be done says so`(command: String, expected: String) throws {
    let outcome = try Scratch([
      "bid.csv": Self.sheet, "map.yaml": "columns: {}\n", "x.yaml": "bom: 1\nlines: []\n", "empty.csv": "\n",
    ]).run(command)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix(expected))
  }
}
