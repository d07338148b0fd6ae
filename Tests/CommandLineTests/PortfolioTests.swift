import Foundation
import Testing
import Transcripts

/// Many projects together: `portfolio`, its parts, and `merge`.
struct PortfolioTests {
  private static let plan = "--policy cn-compute-plan-2023-2025"

  /// A center of a province with domestic cards.
  private static func bill(_ id: String?, region: String, cards: Int, date: String = "2025-03-01") -> String {
    """
    bom: 1
    project: {\(id.map { "id: \($0), " } ?? "")region: "\(region)", facility: intelligent-computing-center, date: \(date), buyer: enterprise}
    lines: [{kind: accelerator, vendor: 华为, model: 昇腾910B3, quantity: \(cards)}]

    """
  }

  private static let files = [
    "a.yaml": bill("a", region: "110105", cards: 10), "b.yaml": bill("b", region: "640500", cards: 20),
    "c.yaml": bill(nil, region: "640100", cards: 40), "d.yaml": bill("d", region: "520100", cards: 80),
    "late.yaml": bill("late", region: "520100", cards: 160, date: "2026-01-01"),
    "unreadable.yaml": Bills.unreadable,
  ]

  @Test(
    arguments: [nil, "region", "year", "buyer", "vendor"] as [String?],
    ["--lang zh", "--lang en", "--format json", "--format html"])
  func `parts that are merged in any order print the bytes of one run`(by: String?, format: String) throws {
    let terms = "\(Self.plan) --year 2025" + (by.map { " --by \($0)" } ?? "")
    let scratch = try Scratch(Self.files)
    let whole = try scratch.run("bomgate portfolio a.yaml b.yaml c.yaml d.yaml late.yaml \(terms) \(format)")
    #expect(whole.status == 0)
    #expect(!whole.output.isEmpty)
    for (name, inputs) in [("1", "d.yaml late.yaml"), ("2", "b.yaml"), ("3", "c.yaml a.yaml")] {
      let part = try scratch.run("bomgate portfolio \(inputs) \(terms) --partial \(name).json")
      #expect(part.status == 0)
    }
    for order in ["1.json 2.json 3.json", "3.json 1.json 2.json"] {
      let merged = try scratch.run("bomgate merge \(order) \(format)")
      #expect(merged.status == 0)
      #expect(merged.output == whole.output)
    }
  }

  @Test func `the number of threads changes no byte`() throws {
    let rows = (1...3000).map { number in
      "b\(number),\(["110105", "640500", "xx"][number % 3]),intelligent-computing-center,2025-03-01,accelerator,华为,昇腾910B3,\(number)\n"
    }
    let head = "bom_id,region,facility,date,kind,vendor,model,quantity\n"
    let scratch = try Scratch(["boms.csv": head + rows.joined()].merging(Self.files) { $1 })
    let line = "bomgate portfolio boms.csv a.yaml unreadable.yaml late.yaml \(Self.plan) --year 2025 --by region"
    let outcomes = try [1, 2, 4].map { jobs in
      try scratch.run("\(line) --format json --jobs \(jobs) --partial \(jobs).json; cat \(jobs).json")
    }
    #expect(outcomes[0].output.contains("\"source\":\"boms.csv\""))
    #expect(outcomes[0].errors.hasPrefix("boms.csv:3:4: error: unknown region `xx` [unknown-region]\n"))
    for outcome in outcomes.dropFirst() {
      #expect(outcome.output == outcomes[0].output)
      #expect(outcome.errors == outcomes[0].errors)
    }
    let none = try scratch.run("\(line) --jobs 0")
    #expect(none.status == 64)
    #expect(none.errors.contains("--jobs 0：应为1到1024 · 1 to 1024"))
  }

  @Test func `a bill that cannot be read is said, missed and 2, and the others count`() throws {
    let scratch = try Scratch(Self.files)
    let line = "bomgate portfolio a.yaml unreadable.yaml b.yaml \(Self.plan) --year 2025 --lang en --partial p.json"
    let outcome = try scratch.run(line)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("unreadable.yaml:2:"))
    #expect(outcome.output.contains("Bills     2 bills counted · 1 bill with errors left out\n"))
    let merged = try scratch.run("bomgate merge p.json --lang en")
    #expect(merged.status == 2)
    #expect(merged.output == outcome.output)
  }

  @Test func `a project counts once`() throws {
    let scratch = try Scratch(Self.files)
    let again = try scratch.run("cp a.yaml e.yaml; bomgate portfolio a.yaml e.yaml \(Self.plan) --year 2025 --lang zh")
    #expect(again.status == 2)
    #expect(
      again.errors.hasPrefix(
        "e.yaml: 错误: 项目 `a` 已经计入（a.yaml），不再计一次 [repeated-project]\n  建议: 同一项目只给一份清单；若是不同的项目，请给各自的 `project.id`\n"))
    #expect(again.output.contains("计入 1 份"))
    let line = """
      bomgate portfolio a.yaml \(Self.plan) --year 2025 --partial 1.json > 1.txt
      bomgate portfolio e.yaml \(Self.plan) --year 2025 --partial 2.json > 2.txt
      bomgate merge 1.json 2.json --lang en
      """
    let merged = try scratch.run(line)
    #expect(merged.status == 2)
    #expect(merged.output.isEmpty)
    #expect(
      merged.errors.hasPrefix(
        "2.json: error: project `a` is counted already (a.yaml) and not once more [repeated-project]\n"))
  }

  @Test(arguments: [
    ("--year 2024", "`as_of`"), ("--year 2025 --by region", "`by`"),
    ("--year 2025 --evidence catalogue", "`evidence`"), ("--year 2025 --basis first", "`basis_first`"),
    ("--year 2025 --enforce targets", "`enforce_targets`"),
  ])
  func `parts of other terms are refused`(options: String, names: String) throws {
    let line = """
      bomgate portfolio a.yaml \(Self.plan) --year 2025 --partial 1.json > 1.txt
      bomgate portfolio b.yaml \(Self.plan) \(options) --partial 2.json > 2.txt
      bomgate merge 1.json 2.json --lang en
      """
    let outcome = try Scratch(Self.files).run(line)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix(
        "2.json: error: this partial portfolio differs from 1.json in \(names) and cannot be added to it [other-terms]\n"
      ))
  }

  @Test(arguments: [
    ("s/sha256:./sha256:-/", "other-rules"), ("s/partial.1/partial-9/", "no-partial"),
    ("s/\"later\":0/\"later\":-1/", "damaged-partial"), ("s/\"sums\":\\[\"3/\"sums\":[\"x/", "damaged-partial"),
    ("s/\"source\"/\"sauce\"/", "damaged-partial"), ("s/}$//", "syntax"),
  ])
  func `a part that is none, of other rules or damaged is refused`(change: String, code: String) throws {
    let line = """
      bomgate portfolio a.yaml \(Self.plan) --year 2025 --partial 1.json > 1.txt
      sed -i '\(change)' 1.json; bomgate merge 1.json --lang en
      """
    let outcome = try Scratch(Self.files).run(line)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("1.json"))
    #expect(outcome.errors.contains(code == "syntax" ? "error: " : "[\(code)]"), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("", "name one policy with --policy"),
    ("--policy cn-nx-hub-32 --policy us-export-limits --year 2025", "name one policy"),
    (plan, "give either --year or --as-of"),
    ("\(plan) --year 2025 --as-of 2025-01-01", "give either --year or --as-of"),
    ("\(plan) --year 0", "there is no such year"), ("\(plan) --year 2025 --top=-1", "0 or more"),
    ("\(plan) --year 2025 --waivers w.yaml", "waivers are for single bills"),
  ])
  func `what is asked must be said whole`(options: String, message: String) throws {
    let outcome = try Scratch(Self.files).run("bomgate portfolio a.yaml \(options)")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `a policy without such an indicator and a bill without a date are said`() throws {
    let scratch = try Scratch([
      "a.yaml": "bom: 1\nproject: {region: \"640500\"}\nlines: [{kind: cpu, quantity: 1}]\n"
    ])
    let policy = try scratch.run("bomgate portfolio a.yaml --policy cn-nx-hub-32 --year 2025 --lang en")
    #expect(policy.status == 2)
    #expect(
      policy.errors.hasPrefix(
        "error: policy `cn-nx-hub-32` has no indicator over many projects [no-portfolio-indicator]\n  help: those that have are `cn-compute-plan-2023-2025`\n"
      ))
    let undated = try scratch.run("bomgate portfolio a.yaml \(Self.plan) --as-of 2025-12-31 --lang en")
    #expect(undated.status == 2)
    #expect(
      undated.errors.hasPrefix(
        "a.yaml: error: there is no date, so it is open whether the bill counts [no-date]\n  help: write `date: year-month-day` under `project`\n"
      ))
  }

  @Test func `targets decide the exit status only where they are enforced`() throws {
    let scratch = try Scratch(Self.files)
    #expect(try scratch.run("bomgate portfolio a.yaml \(Self.plan) --year 2025").status == 0)
    #expect(try scratch.run("bomgate portfolio a.yaml \(Self.plan) --year 2025 --enforce targets").status == 1)
  }

  @Test func `the report in JSON has every project, the text only the largest`() throws {
    let scratch = try Scratch(Self.files)
    let line = "bomgate portfolio a.yaml b.yaml c.yaml d.yaml \(Self.plan) --year 2025 --top 2"
    let text = try scratch.run("\(line) --lang zh").output
    #expect(text.contains("    项目        d       25.04 PFLOPS\n                c.yaml  12.52 PFLOPS\n"))
    #expect(text.contains("另有 2 个项目"))
    let report = try scratch.run("\(line) --format json").report
    #expect(report["schema"] as? String == "bomgate.portfolio/1")
    let projects = try #require(report["projects"] as? [[String: Any]])
    #expect(projects.map { $0["id"] as? String } == ["a", "b", "d", nil])
    let parts = try #require(projects[1]["parts"] as? [[String: Any]])
    #expect(parts[0]["requirement"] as? String == "national-compute-scale")
    #expect(parts[0]["counted_low"] as? String == "6260")
  }
}
