import Diagnostics
import Documents
import Inventory
import Quantities
import Seeds

/// Long tables for tests, and what is compared of the bills that two readers make of them.
enum LongTables {
  static let header =
    "bom_id,region,date,line,kind,vendor,model,quantity,unit_price(元),origin,lot,supplier,option,year,vendor_country"

  /// The bills of the fast reader, and what it reports; nil where it leaves the table to the careful one.
  static func fast(_ text: String, project: Project = Project()) throws -> (
    bills: [BillOfMaterials], problems: String
  )? {
    var problems = Problems()
    let file = SourceFile(name: "a.csv", bytes: Array(text.utf8))
    guard let bills = try Sheets.reader().readLong(file, project: project, &problems) else { return nil }
    return (bills, problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n"))
  }

  /// The bills of the careful reader, and what it reports.
  static func careful(_ text: String, project: Project = Project()) throws -> (
    bills: [BillOfMaterials], problems: String
  ) {
    var problems = Problems()
    let bills = try Sheets.reader().read([Sheets.table(text)], project: project, &problems)
    return (bills, problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n"))
  }

  /// All that a bill says, a line a fact.
  static func described(_ bills: [BillOfMaterials]) -> [String] {
    bills.flatMap { bill -> [String] in
      let project = bill.project
      let head =
        "bill \(project.id ?? "-") \(project.region ?? "-") \(project.date?.description ?? "-") \(project.buyers ?? []) \(String(describing: project.facility)) \(project.currency) \(String(describing: project.prices)) \(project.name ?? "-") \(project.enterprise ?? "-") \(project.listsParts) \(project.facts.map { "\($0.key)=\($0.value)" }.sorted())"
      let findings = bill.findings.map { finding in
        "finding \(finding.code) \(finding.severity) \(finding.line ?? "-") \(described(finding.span)) \(finding.message.zh) \(finding.message.en)"
      }
      return [head] + bill.lines.map(described) + findings
    }
  }

  private static func described(_ line: Line) -> String {
    let contents = (line.contents ?? []).map { "\n  contains \(described($0))" }.joined()
    let places = line.places.map { "\($0.key)=\(described($0.value))" }.sorted().joined(separator: " ")
    return
      "line \(line.id ?? "-") \(line.kind) \(line.components ?? []) \(line.tags) \(line.specs.map { "\($0.key)=\($0.value)" }.sorted()) \(line.vendor ?? "-") \(line.model ?? "-") \(line.quantity) \(line.unitPrice?.description ?? "-") \(String(describing: line.origin)) \(String(describing: line.madeIn)) \(String(describing: line.vendorCountry)) \(line.supplier ?? "-") \(line.lot ?? "-") \(line.isOption) \(line.contents?.count ?? -1) at \(described(line.span)) \(places)\(contents)"
  }

  private static func described(_ span: SourceSpan?) -> String {
    guard let range = span?.range else { return "file" }
    return
      "\(range.lowerBound.line):\(range.lowerBound.column)-\(range.upperBound.line):\(range.upperBound.column)"
  }

  /// A quantity of at most one decimal times a price of at most four; nothing where there is none, or where it has more than
  /// four.
  private static func total(of quantity: String, at price: String) -> String {
    func scaled(_ text: String, _ places: Int) -> Int? {
      let parts = text.split(separator: ".")
      let decimals = parts.count > 1 ? String(parts[1]) : ""
      return Int(parts[0] + decimals + String(repeating: "0", count: places - decimals.count))
    }
    guard !price.isEmpty, let count = scaled(quantity, 1), let each = scaled(price, 4) else { return "" }
    let product = count * each
    guard product % 10 == 0 else { return "" }
    let decimals = String(product / 10 % 10_000 + 10_000).dropFirst()
    return "\(product / 100_000).\(decimals)"
  }

  /// The header with the words that people write, or with the canonical names.
  private static func titles(hasPlaces: Bool, _ random: inout SeededGenerator) -> String {
    let words: [String: [String]] = [
      "bom_id": ["清单编号"], "region": ["地区", "Region"], "date": ["采购日期"], "line": ["序号", "No."], "kind": ["设备类型", "类别"],
      "vendor": ["制造商", "品牌", " 厂商"], "model": ["规格型号", "★型号"], "quantity": ["数量", "QTY"],
      "unit_price(元)": ["单价（元）", "含税单价（元）"], "origin": ["是否国产"], "lot": ["包号"],
      "supplier": ["供应商名称"], "option": ["是否选配"], "year": ["采购年度"], "vendor_country": ["品牌国别"], "made_in": ["原产地"],
    ]
    let isCanonical = random.chance(2)
    let titles = (Self.header + (hasPlaces ? ",made_in" : "")).split(separator: ",").map { name in
      let name = String(name)
      guard !isCanonical, !random.chance(3) else { return name }
      return words[name]?.randomElement(using: &random) ?? name
    }.joined(separator: ",")
    // Only beside the canonical name of the id prices are in yuan though nothing says so.
    let mayLackUnit = titles.hasPrefix("bom_id,") && random.chance(4)
    return mayLackUnit ? titles.replacing("unit_price(元)", with: "unit_price") : titles
  }

  /// Columns that only people's tables have, or that nobody knows.
  private static func further(isOdd: Bool, _ random: inout SeededGenerator) -> [(title: String, texts: [String])] {
    let plain = [
      ("设备名称", ["服务器", "AI加速卡", "一体机", ""]), ("单位", ["台", "套", "", "个"]), ("备注", ["", "含三年质保", "详见附件"]),
      ("内部编码", ["", "x-1", "7", "-"]), ("规格", ["2U", "8卡", ""]), ("项目名称", []), ("是否信创", ["是", "否", ""]),
    ]
    let odd = [
      ("备注", ["", "选配", "合计", "=1+1"]), ("单位", ["台", "万台", "合计", "第一包"]), ("内部编码", ["", "小计", "包2", "#N/A"]),
      ("项目名称", ["", "甲", "乙", "合计"]), ("设备名称", ["", "合计", "服务器", "/", "备件"]), ("数量（万台）", ["1", ""]),
      ("税率", ["", "13%"]),
      ("型号", ["X"]), ("规格", ["", "投标人：某公司"]),
    ]
    return (plain + (isOdd ? odd : [])).filter { _ in random.chance(4) }
  }

  /// A table of a few bills; where it is odd, a cell here and there is what only the careful reader can read.
  static func random(isOdd: Bool, _ random: inout SeededGenerator) -> String {
    let ending = random.chance(3) ? "\r\n" : "\n"
    let products = [
      "server,华为,Atlas 800 9000", "cpu,Intel,Xeon Gold 6348", "accelerator,\"NVIDIA\",\"A100, 80 GB\"",
      "os,麒麟软件,银河麒麟 V10", "storage,浪潮,\"AS\"\"5\n00\"", "cable,FS,MPO-12", "服务器,新华三,/", "rack,国产,R1",
    ]
    let origins = ["CN", "中国", "domestic", "unknown", "", "US", "foreign", "火星"]
    let odd: [Int: [String]] = [
      0: ["", "-", "合计", "a1", "\"\(Int.random(in: 1...5, using: &random))00\"", " B0001 ", "=1"],
      1: ["Mars", "青岛"], 2: ["2025-13-01", "yesterday"], 3: ["1.1", "2.1", "1.2", "1.1.1", "一", "x", "1-2"],
      4: [",,", "合计,,", "cpu,,", "quantity,kind,model", "\"a\"b,c,d", "\"open,x,y", "包1,,", "选配,,"],
      5: ["0", "-1", "约10", "6台", "1,5", "007", "1.", "\"1,000\"", "", "99999999999999999999", "０", "六", "0.0"],
      6: ["1.23456", "面议", "-2", "1万元", "$5", "5 USD", "￥7", "壹佰元整"], 7: ["=1+1", "@x", "1", "0"],
      10: ["是", "可选", "优惠"], 11: ["25", "2024", "二〇二五", "2025.5"],
    ]
    let hasPlaces = random.chance(2)
    let more = random.chance(2) ? further(isOdd: isOdd, &random) : []
    let hasTotals = random.chance(3)
    var text = titles(hasPlaces: hasPlaces, &random)
    text += more.map { "," + $0.title }.joined() + (hasTotals ? ",合价（元）" : "") + ending
    for bill in 1...Int.random(in: 1...5, using: &random) {
      let region = ["宁夏", "370200", "", "Beijing"].randomElement(using: &random) ?? ""
      let date = random.chance(3) ? "" : "2025-03-0\(bill)"
      let year = ["", "2025", date.isEmpty ? "2023" : "2025"].randomElement(using: &random) ?? ""
      let id = ["nx-\(bill)", "B000\(bill)", "项目\(bill)", "\(bill)00", "d\(bill)t"].randomElement(using: &random) ?? ""
      for line in 1...Int.random(in: 1...6, using: &random) {
        let price =
          random.chance(4) ? "" : "\(Int.random(in: 0...90_000, using: &random)).\(["5", "25", "1234"][line % 3])"
        let quantity = random.chance(5) ? "2.5" : "\(Int.random(in: 1...500, using: &random))"
        var cells = [
          id, region, date, random.chance(6) ? "" : "\(line)",
          products.randomElement(using: &random) ?? "", quantity, price,
          origins.randomElement(using: &random) ?? "", "包1", random.chance(3) ? "" : "Acme Ltd",
          random.chance(8) ? "是" : "", year, ["", "CN", "foreign", "火星"].randomElement(using: &random) ?? "",
        ]
        if hasPlaces { cells.append(["", "CN", "VN", "foreign", "火星"].randomElement(using: &random) ?? "") }
        for column in more {
          cells.append(column.texts.randomElement(using: &random) ?? "\(bill)号智算中心（一期 \(id)）")
        }
        if hasTotals {
          cells.append(isOdd && random.chance(9) ? "12" : random.chance(5) ? "" : total(of: quantity, at: price))
        }
        if isOdd, random.chance(12), let place = odd.keys.sorted().randomElement(using: &random) {
          cells[place] = odd[place]?.randomElement(using: &random) ?? ""
        }
        if isOdd, random.chance(40) {
          text +=
            ["", ",,,,,,,,,,,,,,", ",,,,,选配,,,,,,,,", "说明", "合计,,,,,,,12,,,,,", "x,宁夏"].randomElement(using: &random)
            ?? ""
          text += ending
        }
        if isOdd, random.chance(60) { cells.removeLast(Int.random(in: 1...5, using: &random)) }
        if isOdd, random.chance(80) { cells.append("more") }
        // A bill that has left out all its rows.
        if isOdd, random.chance(12), line == 1 { cells[5] = "0" }
        text += cells.joined(separator: ",") + ending
      }
    }
    return text
  }
}
