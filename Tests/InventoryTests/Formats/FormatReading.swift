import Diagnostics
import Inventory
import Quantities

/// What a reader of a format made of a text, as lines that a person can compare.
protocol FormatReading {
  var bills: [BillOfMaterials] { get }
  var problems: Problems { get }
}

extension FormatReading {
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
