import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Quantities

/// The built-in catalogue, for readers that look products up.
enum BuiltIn {
  static let engine = Result { try Engine(rules: RuleFile.builtIn) }

  static func catalog() throws -> Catalog { try engine.get().book.catalog }
}

extension BillOfMaterials {
  /// The lines as a table: place, kind, quantity, names, components, specs.
  var table: String {
    var rows: [String] = []
    func add(_ line: Line, place: String) {
      let names = [line.vendor, line.model].map { $0 ?? "–" }.joined(separator: " | ")
      var row = "\(place) \(line.kind.rawValue) × \(line.quantity) \(names)"
      if let components = line.components { row += " = " + components.joined(separator: ", ") }
      for (name, value) in line.specs.sorted(by: { $0.key < $1.key }) {
        if case .number(let number) = value { row += " \(name) \(number)" }
      }
      if line.isOption { row += " (option)" }
      rows.append(row)
      for (index, part) in (line.contents ?? []).enumerated() {
        add(part, place: part.id ?? "\(line.id ?? place)/\(index + 1)")
      }
    }
    for (index, line) in lines.enumerated() { add(line, place: line.id ?? "\(index + 1)") }
    return rows.joined(separator: "\n")
  }

  /// The findings, one a line: code, line, place in the file.
  var remarks: String {
    findings.map { finding in
      "\(finding.code) \(finding.line ?? "–") \(finding.span?.description ?? "–")"
    }.joined(separator: "\n")
  }

  /// The text at the place of a field.
  func text(of field: LineField, in line: Line) -> String? {
    guard let span = line.places[field], let range = span.range else { return nil }
    let text = span.file.line(Int(range.lowerBound.line)) ?? ""
    let scalars = Array(text.unicodeScalars)
    let low = Int(range.lowerBound.column) - 1
    let high = min(Int(range.upperBound.column) - 1, scalars.count)
    guard low <= high else { return nil }
    return String(String.UnicodeScalarView(scalars[low..<high]))
  }
}

extension Problems {
  /// All of them as they are shown.
  func rendered(in language: Language) -> String {
    sorted.map { $0.rendered(in: language) }.joined(separator: "\n")
  }
}

/// What a reader made of a text: the bill, or what it reported.
struct Reading {
  var bills: [BillOfMaterials]
  var problems: Problems

  init(_ read: (inout Problems) throws -> [BillOfMaterials]) rethrows {
    var problems = Problems()
    bills = try read(&problems)
    self.problems = problems
  }

  static func dmidecode(_ text: String) throws -> Reading {
    let reader = DmidecodeReader(catalog: try BuiltIn.catalog())
    return Reading { reader.read(SourceFile(name: "host.txt", bytes: Array(text.utf8)), &$0) }
  }

  static func lspci(_ text: String) throws -> Reading {
    let reader = LspciReader(catalog: try BuiltIn.catalog())
    return Reading { reader.read(SourceFile(name: "lspci.txt", bytes: Array(text.utf8)), &$0) }
  }

  static func lshw(_ text: String) throws -> Reading {
    let reader = LshwReader(catalog: try BuiltIn.catalog())
    let document = try JSON.document(in: SourceFile(name: "lshw.json", bytes: Array(text.utf8)))
    return Reading { reader.read(document, &$0) }
  }

  static func redfish(_ texts: [(path: String, text: String)]) throws -> Reading {
    let reader = RedfishReader(catalog: try BuiltIn.catalog())
    let documents = try texts.map { path, text in
      (path: path, document: try JSON.document(in: SourceFile(name: path, bytes: Array(text.utf8))))
    }
    return Reading { reader.read(documents, &$0) }
  }
}
