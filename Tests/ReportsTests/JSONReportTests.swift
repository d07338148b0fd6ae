import Diagnostics
import Documents
import Evaluation
import Inventory
import Policy
import Quantities
import Reports
import Testing

@Suite struct JSONReportTests {
  /// The contract: these keys, in this order; more may stand behind them.
  private static let contract: [(path: [String], keys: [String])] = [
    (
      [],
      [
        "schema", "tool", "rules", "catalog", "as_of", "evidence", "bom", "verdict", "policies", "grants_total",
        "findings",
      ]
    ),
    (["tool"], ["name", "version"]), (["rules"], ["digest"]), (["catalog"], ["digest"]),
    (["bom"], ["id", "name", "source", "digest", "region", "lines"]),
    (["policies"], ["id", "applies", "reason", "verdict", "requirements", "grants"]),
    (
      ["policies", "requirements"],
      ["id", "force", "verdict", "reason", "measure", "comparison", "value", "lines"]
    ),
    (
      ["policies", "requirements", "measure"],
      ["id", "by", "low", "high", "verified_low", "verified_high", "also"]
    ),
    (["policies", "requirements", "measure", "also"], ["by", "low", "high", "verdict"]),
    (["policies", "grants"], ["id", "eligible", "low", "high", "currency"]),
    (["grants_total"], ["low", "high", "currency"]),
    (["findings"], ["code", "severity", "message", "line", "location"]), (["findings", "message"], ["zh", "en"]),
    (["findings", "location"], ["file", "line", "column"]),
  ]

  @Test(arguments: 0..<60)
  func `the report is valid JSON with the keys of the contract in its order`(seed: Int) throws {
    for book in [try Shelf.small(), try Shelf.builtIn()] {
      let report = try report(RandomBill.bill(seed, book), book)
      let text = JSONReport.render(report)
      let root = try parse(text)
      for (path, keys) in Self.contract {
        for node in nodes(root, path) where node.kind == .mapping {
          #expect(Array(node.entries.map(\.key.text).prefix(keys.count)) == keys, "\(path)")
        }
      }
      #expect(text.hasSuffix("}\n"))
      #expect(!text.contains("\t"))
    }
  }

  @Test(arguments: 0..<60)
  func `numbers are exact strings, ends without bound are null, money has two decimals`(seed: Int) throws {
    let book = try Shelf.small()
    let report = try report(RandomBill.bill(seed, book), book)
    let root = try parse(JSONReport.render(report))
    for (node, policy) in zip(nodes(root, ["policies"]), report.assessment.policies) {
      for (node, result) in zip(nodes(node, ["requirements"]), policy.requirements) {
        #expect(node["value"].flatMap(number) == result.value)
        #expect(nodes(node, ["lines"]).map(\.text) == result.lines.map { report.assessment.bom.lines[$0].place })
        guard let measure = result.measure, let shown = node["measure"] else { continue }
        #expect(shown["low"].flatMap(number) == measure.value?.low.number)
        #expect(shown["high"].flatMap(number) == measure.value?.high.number)
        #expect(shown["verified_low"].flatMap(number) == result.verified?.low.number)
        #expect(nodes(shown, ["also"]).count == measure.bases.count - 1)
      }
      for (node, grant) in zip(nodes(node, ["grants"]), policy.grants) {
        #expect(node["low"].flatMap(number) == grant.amount.low.number)
        #expect(node["high"].flatMap(number) == grant.amount.high.number)
        #expect(node["open"]?.text == (grant.isOpen ? "true" : "false"))
        let decimals = try #require(node["low"]).text.split(separator: ".").last?.count ?? 0
        #expect(decimals >= (grant.grant.id == "voucher" ? 3 : 2))
      }
    }
  }

  @Test
  func `several reports are an array, and one a line`() throws {
    let book = try Shelf.small()
    let reports = try ["pass", "fail"].map { try report(Shelf.bill($0, book), book) }
    let array = try parse(JSONReport.renderAll(reports))
    #expect(array.items.map { $0["verdict"]?.text } == ["pass", "fail"])
    #expect(JSONReport.renderAll([]) == "[]\n")
    for report in reports {
      let line = JSONReport.line(report)
      #expect(line.filter { $0 == "\n" }.count == 1 && line.hasSuffix("\n"))
      #expect(flat(try parse(line)) == flat(try parse(JSONReport.render(report))))
    }
  }

  @Test
  func `text of the bill is escaped`() throws {
    let book = try Shelf.small()
    var bill = try Shelf.bill("pass", book)
    let name = "a\"b\\c\n\t\u{1}\u{7F}\u{1F600}中文"
    bill.project.name = name
    let root = try parse(JSONReport.render(try report(bill, book)))
    #expect(root["bom"]?["name"]?.text == name)
  }

  private func parse(_ text: String) throws -> Node {
    try JSON.document(in: SourceFile(name: "report.json", bytes: Array(text.utf8))).root
  }

  /// The nodes at a path, through arrays.
  private func nodes(_ node: Node, _ path: [String]) -> [Node] {
    let here = node.kind == .sequence ? Array(node.items) : [node]
    guard let key = path.first else { return here }
    return here.filter { $0.kind == .mapping }.compactMap { $0[key] }.flatMap { nodes($0, Array(path.dropFirst())) }
  }

  private func number(_ node: Node) -> Rational? {
    node.isNull ? nil : try? Rational(exact: node.text)
  }

  private func flat(_ node: Node) -> [String] {
    switch node.kind {
    case .mapping: node.entries.flatMap { [$0.key.text] + flat($0.value) }
    case .sequence: ["["] + node.items.flatMap(flat) + ["]"]
    default: [node.text]
    }
  }
}
