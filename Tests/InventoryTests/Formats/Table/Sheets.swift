import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Quantities

/// Tables as people write them, read with the built-in catalogue.
enum Sheets {
  static let engine = Result { try Engine(rules: RuleFile.builtIn) }

  /// A reader with what the built-in rules know.
  static func reader(mapping: TableMapping? = nil) throws -> TableReader {
    let book = try engine.get().book
    return TableReader(
      catalog: book.catalog, vocabulary: book.vocabulary, regions: book.regions, mapping: mapping)
  }

  /// A mapping file.
  static func mapping(_ text: String) throws -> TableMapping {
    var problems = Problems()
    let document = try YAML.document(in: SourceFile(name: "map.yaml", bytes: Array(text.utf8)))
    guard let mapping = TableMapping(document, &problems) else { throw problems }
    return mapping
  }

  /// The bills of separated values.
  static func read(
    _ text: String, name: String = "a.csv", mapping: String? = nil, project: Project = Project()
  ) throws -> [BillOfMaterials] {
    try read([table(text, name: name)], mapping: mapping, project: project)
  }

  /// The bills of some tables.
  static func read(
    _ tables: [Table], mapping: String? = nil, project: Project = Project()
  ) throws -> [BillOfMaterials] {
    var problems = Problems()
    let bills = try reader(mapping: mapping.map { try Self.mapping($0) }).read(tables, project: project, &problems)
    if !problems.isEmpty { throw problems }
    return bills
  }

  /// What is wrong with separated values, as an English reader sees it.
  static func problems(_ text: String, mapping: String? = nil) -> String {
    do {
      _ = try read(text, mapping: mapping)
      return ""
    } catch let problems as Problems {
      return problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  static func table(_ text: String, name: String = "a.csv") throws -> Table {
    try CSV.table(in: SourceFile(name: name, bytes: Array(text.utf8)))
  }

  /// A sheet of a workbook, from its rows; a blank row is an empty one.
  static func sheet(
    _ name: String, _ rows: [[String]], merges: [Table.Merge] = [], hidden: Set<Int> = [], isHidden: Bool = false
  ) -> Table {
    let file = SourceFile(
      name: "a.xlsx",
      sheet: Sheet(name: name) { row in
        guard row >= 1, row <= rows.count else { return [] }
        return rows[row - 1].enumerated().filter { !$0.element.isEmpty }.map {
          .init(column: $0.offset + 1, text: $0.element)
        }
      })
    var found: [Table.Row] = []
    for (row, texts) in rows.enumerated() {
      let cells = texts.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        Table.Cell(
          column: column + 1, text: text,
          range: SourceLocation(line: row + 1, column: column + 1)..<SourceLocation(line: row + 1, column: column + 2))
      }
      if !cells.isEmpty { found.append(Table.Row(number: row + 1, cells: cells, isHidden: hidden.contains(row + 1))) }
    }
    return Table(file: file, rows: found, merges: merges, isHidden: isHidden)
  }
}

extension BillOfMaterials {
  /// Its lines as text: kind, vendor, model, quantity, price, then what else is known; parts are indented.
  var outline: String { lines.map { $0.outline(indent: "") }.joined(separator: "\n") }

  /// The codes of what its reader says, with the line each is about.
  var codes: [String] {
    findings.map { finding in finding.line.map { "\(finding.code)@\($0)" } ?? finding.code }
  }

  /// The English message of a finding.
  func message(_ code: String) -> String? { findings.first { $0.code == code }?.message.en }
}

extension Line {
  fileprivate func outline(indent: String) -> String {
    var words = [kind.rawValue, vendor ?? "–", model ?? "–", "×\(quantity)"]
    if let unitPrice { words.append("@\(unitPrice)") }
    if let origin { words.append(origin.rawValue) }
    switch madeIn {
    case .code(let code)?: words.append("made in \(code)")
    case .notChina?: words.append("made abroad")
    case nil: break
    }
    if let lot { words.append("lot \(lot)") }
    if let supplier { words.append("from \(supplier)") }
    if isOption { words.append("option") }
    let parts = (contents ?? []).map { $0.outline(indent: indent + "  ") }
    return ([indent + words.joined(separator: " | ")] + parts).joined(separator: "\n")
  }
}
