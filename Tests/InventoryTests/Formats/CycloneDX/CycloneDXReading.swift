import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Quantities

/// What the reader made of a document: its bills, or what it reported.
struct CycloneDXReading {
  static let engine = Result { try Engine(rules: RuleFile.builtIn) }

  var bills: [BillOfMaterials]
  var problems: Problems

  /// Reads a document, as XML where its name says so.
  init(_ text: String, name: String = "bom.json") throws {
    try self.init(SourceFile(name: name, bytes: Array(text.utf8)))
  }

  /// Reads a file of the fixtures.
  init(fixture: String) throws {
    let path = Repository.path("Tests/InventoryTests/Fixtures/cyclonedx/" + fixture)
    try self.init(SourceFile(name: fixture, bytes: InputFile.read(path)))
  }

  init(_ file: SourceFile) throws {
    let book = try Self.engine.get().book
    let reader = CycloneDXReader(catalog: book.catalog, vocabulary: book.vocabulary, regions: book.regions)
    var found = Problems()
    if file.name.hasSuffix(".xml") {
      bills = reader.read(try XML.document(in: file), &found)
    } else {
      bills = reader.read(try JSON.document(in: file), &found)
    }
    problems = found
  }

  /// Whether a text is taken for CycloneDX.
  static func recognises(_ text: String) throws -> Bool {
    CycloneDXReader.recognises(try JSON.document(in: SourceFile(name: "x", bytes: Array(text.utf8))).root)
  }

  /// The problems as they are shown.
  func faults(in language: Language = .en) -> String {
    problems.sorted.map { $0.rendered(in: language) }.joined(separator: "\n")
  }
}

extension BillOfMaterials {
  /// The lines, one a row: place, kind, quantity, names and what is claimed.
  var componentOutline: String {
    var rows: [String] = []
    func add(_ line: Line, _ place: String) {
      var row = "\(place) \(line.kind.rawValue) × \(line.quantity) \(line.vendor ?? "–") | \(line.model ?? "–")"
      if let components = line.components { row += " = " + components.joined(separator: ", ") }
      let claims: [(String, String?)] = [
        ("supplier", line.supplier), ("price", line.unitPrice?.description), ("origin", line.origin?.rawValue),
        ("country", line.vendorCountry.map { "\($0)" }), ("made in", line.madeIn.map { "\($0)" }), ("lot", line.lot),
        ("tags", line.tags.isEmpty ? nil : line.tags.joined(separator: "+")),
      ]
      for (name, claim) in claims { if let claim { row += "; \(name) \(claim)" } }
      for (name, value) in line.specs.sorted(by: { $0.key < $1.key }) { row += "; \(name) \(value)" }
      if line.isOption { row += "; option" }
      rows.append(row)
      for (index, part) in (line.contents ?? []).enumerated() { add(part, part.id ?? "\(place)/\(index + 1)") }
    }
    for (index, line) in lines.enumerated() { add(line, line.id ?? "\(index + 1)") }
    return rows.joined(separator: "\n")
  }

  /// The findings, one a row: code, line and place.
  var said: String {
    findings.map { "\($0.code) \($0.line ?? "–") \($0.span?.description ?? "–")" }.joined(separator: "\n")
  }
}

extension BillOfMaterials {
  /// The lines with all their parts.
  var allLines: [Line] {
    func all(_ lines: [Line]) -> [Line] { lines.flatMap { [$0] + all($0.contents ?? []) } }
    return all(lines)
  }

  /// The text at the place of a field.
  func written(_ field: LineField, of line: Line) -> String? {
    guard let span = line.places[field], let range = span.range, range.lowerBound.line == range.upperBound.line,
      let text = span.file.line(Int(range.lowerBound.line))
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    let low = Int(range.lowerBound.column) - 1
    let high = Int(range.upperBound.column) - 1
    guard low <= high, high <= scalars.count else { return nil }
    return String(String.UnicodeScalarView(scalars[low..<high]))
  }
}
