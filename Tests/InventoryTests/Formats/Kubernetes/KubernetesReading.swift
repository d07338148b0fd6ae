import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Quantities

/// What the reader of Kubernetes made of a text, as lines that a person can compare.
struct KubernetesReading {
  private(set) var bills: [BillOfMaterials] = []
  private(set) var problems = Problems()

  static let engine = Result { try Engine(rules: RuleFile.builtIn) }

  init(_ text: String, name: String = "stream.yaml") throws {
    try self.init(bytes: Array(text.utf8), name: name)
  }

  init(bytes: [UInt8], name: String) throws {
    let reader = KubernetesReader(catalog: try Self.engine.get().book.catalog)
    guard let file = try? SourceFile.decoding(bytes, name: name) else { return }
    do {
      let documents = name.hasSuffix(".json") ? [try JSON.document(in: file)] : try YAML.documents(in: file)
      bills = reader.read(documents, &problems)
    } catch {
      problems.add(KubernetesReader.refusal(of: file).map { Problems($0) } ?? error)
    }
  }

  /// Every line: place, kind, vendor, model, quantity, and the components that it may be.
  var lines: [String] { bills.flatMap { Self.texts(of: $0.lines) } }

  private static func texts(of lines: [Line]) -> [String] {
    lines.flatMap { line in
      let names = [line.vendor, line.model].compactMap(\.self).joined(separator: " ")
      let components = line.components.map { $0.count == 1 ? " = \($0[0])" : " = 1 of \($0.count)" } ?? ""
      let text = "\(line.id ?? "–"): \(line.kind) \(names) × \(line.quantity.description)\(components)"
      return [text] + texts(of: line.contents ?? []).map { "  " + $0 }
    }
  }

  /// How many accelerators there are.
  var accelerators: String {
    func sum(_ lines: [Line]) -> Interval? {
      try? lines.reduce(Interval.zero) { total, line in
        if line.kind == .accelerator { return try total + line.quantity }
        guard let parts = sum(line.contents ?? []) else { throw Overflow() }
        return try total + parts * line.quantity
      }
    }
    return sum(bills.flatMap(\.lines))?.description ?? "–"
  }

  /// The codes of the findings, in their order.
  var codes: [String] { bills.flatMap { $0.findings.map(\.code) } }

  /// The findings, as an English and as a Chinese reader sees them.
  func findings(_ language: Language) -> [String] {
    bills.flatMap(\.findings).map { finding in
      "\(finding.span?.description ?? "–"): \(finding.line.map { $0 + ": " } ?? "")\(finding.message[language]) [\(finding.code)]"
    }
  }

  /// All that was reported, as an English reader sees it.
  var english: String { problems.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n") }

  /// The Chinese words of each problem, with bars before its help.
  var chinese: [String] {
    problems.sorted.map { ([$0.message] + [$0.help].compactMap(\.self)).map(\.zh).joined(separator: "|") }
  }
}
