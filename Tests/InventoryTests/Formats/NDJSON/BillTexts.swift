import Diagnostics
import Documents
import Engine
import Inventory
import Seeds

/// Bills in JSON, one a line, for tests.
enum BillTexts {
  static func reader() throws -> BomReader { try Sheets.engine.get().bomReader }

  /// The bills of the careful reader, and what it reports.
  static func careful(_ file: SourceFile) throws -> (facts: [String], problems: String) {
    var problems = Problems()
    var bills: [BillOfMaterials] = []
    try JSON.forEachLine(in: file) { line in
      switch line {
      case .success(let document):
        guard var reader = try? reader(), let bill = reader.read(document, &problems) else { return }
        bills.append(bill)
      case .failure(let found): problems.add(found)
      }
    }
    return (LongTables.described(bills), rendered(problems))
  }

  /// The same of the fast reader.
  static func fast(_ file: SourceFile) throws -> (facts: [String], problems: String) {
    var problems = Problems()
    let bills = try reader().readLines(file, &problems)
    return (LongTables.described(bills), rendered(problems))
  }

  /// Which of the bills of a text are plain.
  static func plain(_ text: String) throws -> [Bool] {
    var reader = NDJSONReader(try reader())
    var found: [Bool] = []
    reader.read(SourceFile(name: "a.ndjson", bytes: Array(text.utf8))) { found += $0.bills.map(\.isPlain) }
    return found
  }

  private static func rendered(_ problems: Problems) -> String {
    problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n") + "\n\(problems.errorCount)"
  }

  /// A file of some bills; where it is odd, something here and there is what only the careful reader can read.
  static func random(isOdd: Bool, _ random: inout SeededGenerator) -> String {
    let ending = random.chance(4) ? "\r\n" : "\n"
    var text = ""
    for bill in 1...Int.random(in: 1...6, using: &random) {
      let isFlat = random.chance(2)
      let blank = random.chance(3) ? " " : ""
      var lines: [String] = []
      for line in 1...Int.random(in: 1...8, using: &random) {
        lines.append(Self.line(line, isFlat: isFlat, blank: blank, isOdd: isOdd, &random))
      }
      let name = random.chance(3) ? ",\"name\":\(blank)\"项目 \(bill)\"" : ""
      let date = ["2025-03-01", "2024-12-31"].randomElement(using: &random) ?? ""
      let place = #""region":"宁夏","date":"\#(date)""#
      let list = "\"lines\":\(blank)[\(lines.joined(separator: ",\(blank)"))]"
      text +=
        isFlat
        ? "{\"bom_id\":\(blank)\"B\(bill)\(bill)\"\(name),\(place),\(list)}"
        : random.chance(4)
          ? "{\"bom\":1,\(list),\(blank)\"project\":{\"id\":\"p1\",\(place)}}"
          : "{\"bom\":1,\"project\":{\"id\":\(blank)\"p\(bill)\"\(name),\(place)},\(list)}"
      if isOdd, random.chance(15) { text += ["  ", ",", "{}", "\r", "\u{2028}"].randomElement(using: &random) ?? "" }
      text += ending
      if random.chance(8) { text += ["", "  ", "\t"].randomElement(using: &random) ?? "" + ending }
    }
    return text
  }

  private static func line(
    _ number: Int, isFlat: Bool, blank: String, isOdd: Bool, _ random: inout SeededGenerator
  ) -> String {
    let products = [
      #""kind":"server","vendor":"华为","model":"Atlas 800: 9000""#,
      #""kind":"cpu","vendor":"Intel","model":"Xeon {Gold}""#,
      #""kind":"accelerator","vendor":"NVIDIA","model":"A100 \u0038\"0"#, #""kind":"os","model":null"#,
      #""kind":"storage","vendor":"浪潮","model":"AS5600","specs":{"memory_gib":64},"tags":["a","b]}"]"#,
    ]
    let odd = [
      #""kind":"gpu""#, #""kind":"cpu","contains":[{"kind":"cpu","quantity":2}]"#, #""kind":"cpu","kind":"cpu""#,
      #""kind":"cpu","colour":3"#, #""kind":"cpu","made_in":"China""#, #""kind":"cpu","model":"a},{b":"#,
      #""kind":cpu"#,
      "\"kind\":\"cpu\",\"model\":\"tab\tin\"", #""kind":"cpu","model":"\q""#, #""kind":"cpu","option":"yes""#,
    ]
    var product = products.randomElement(using: &random) ?? ""
    if product.hasSuffix("0") { product += "\"" }
    if isOdd, random.chance(10) { product = odd.randomElement(using: &random) ?? "" }
    if isFlat, random.chance(6) { product = #""kind":"cable","model":"MPO""# }
    var quantity = random.chance(5) ? "2.5" : "\(Int.random(in: 1...500, using: &random))"
    if isOdd, random.chance(12) {
      quantity =
        ["0", "-1", "007", "1e2", "1.", ".5", "\"3\"", "null", "99999999999999999999", "7/3", "1.23456", "\"unknown\""]
        .randomElement(using: &random) ?? ""
    }
    var price = "\(Int.random(in: 0...90_000, using: &random)).\(["5", "25", "1234"][number % 3])"
    if isOdd, random.chance(20) {
      price = ["-2", "1.23456", "\"9\"", "null", "2E3"].randomElement(using: &random) ?? ""
    }
    let id = random.chance(30) ? "s1" : "s\(number)"
    var fields = [product, "\"quantity\":\(blank)\(quantity)"]
    if !random.chance(4) { fields.append("\"unit_price\":\(blank)\(price)") }
    if random.chance(2) { fields.append(#""origin":"\#(random.chance(2) ? "domestic" : "foreign")""#) }
    if isFlat, random.chance(6) { fields.append(random.chance(2) ? #""made_in":"""# : #""lot":"包1""#) }
    if random.chance(2) { fields.insert("\"id\":\(blank)\"\(id)\"", at: 0) }
    if isFlat { fields.insert("\"line\":\(blank)\(number)", at: 0) }
    if isOdd, random.chance(20) { fields.shuffle(using: &random) }
    return "{\(fields.joined(separator: ",\(blank)"))}"
  }
}
