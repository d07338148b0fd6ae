internal import Quantities

/// A line of an explanation that holds a number: `label value = operation · note`.
struct Step {
  var label: String
  var value: String
  var operation: String?
  var notes: [String]
  var children: [Branch]

  init(_ label: String, _ value: String, _ operation: String? = nil, notes: [String] = [], _ children: [Branch] = []) {
    self.label = label
    self.value = value
    self.operation = operation
    self.notes = notes
    self.children = children
  }

  init(_ label: String, _ value: Bound, _ operation: String? = nil, notes: [String] = [], _ children: [Branch] = []) {
    self.init(label, Numerals.exact(value), operation, notes: notes, children)
  }

  var branch: Branch {
    var phrase = label.isEmpty ? Phrase("") : Phrase(label + "\u{A0}")
    phrase += Phrase(value, .strong)
    if let operation { phrase += Phrase(" = " + operation) }
    return Branch(Phrase.dotted([phrase] + notes.map { Phrase($0, .faint) }), children)
  }
}

/// Operations over the numbers beneath, as they are written.
enum Operation {
  /// At most this many terms of a sum are written out.
  static let termLimit = 12

  static func sum(_ terms: [Bound]) -> String? {
    guard !terms.isEmpty else { return nil }
    return terms.count <= termLimit ? terms.map(Numerals.exact).joined(separator: " + ") : "Σ \(terms.count)"
  }

  static func product(_ factors: [Bound]) -> String { factors.map(Numerals.exact).joined(separator: " × ") }

  static func quotient(_ top: Bound, _ bottom: Bound) -> String { Numerals.exact(top) + " ÷ " + Numerals.exact(bottom) }

  static func difference(_ from: Bound, _ what: Bound) -> String { Numerals.exact(from) + " − " + Numerals.exact(what) }

  static func least(_ values: [Bound]) -> String { "min(" + values.map(Numerals.exact).joined(separator: "; ") + ")" }

  static func most(_ values: [Bound]) -> String { "max(" + values.map(Numerals.exact).joined(separator: "; ") + ")" }
}
