internal import Diagnostics
internal import Quantities

/// A position in the making: its line, and what the row says beside it.
struct RowDraft {
  /// Something to be known of it, for which its place in the bill is not yet known.
  struct Note {
    var code: String
    var severity: Finding.Severity
    var message: Localized
    var span: SourceSpan
  }

  var line: Line
  /// The number of the row within its sheet.
  var row: Int
  /// What the row says that is bought.
  var name: String?
  /// Its number, as levels: 1.2 is [1, 2].
  var number: [Int] = []
  /// What stands in the number's cell.
  var numberText: String?
  /// What it says of the line that it belongs to.
  var parentText: (text: String, span: SourceSpan)?
  /// The draft that holds it.
  var parent: Int?
  var lot: String?
  var bom: (id: String, span: SourceSpan)?
  /// The quantity as listed; nil where it is no single number.
  var quantity: Rational?
  /// The total as listed, in the currency's unit.
  var total: Rational?
  var totalSpan: SourceSpan?
  /// Whether it has a name and nothing else, so that it is a heading if others belong to it.
  var isBare = false
  /// Whether it is such a heading, and no position.
  var isHeading = false
  /// Whether the lot came to nothing, so that it is not counted.
  var isFailed = false
  /// Whether it is no position, and stands here for the bill of a long table that it belongs to.
  var isLeftOut = false
  /// Fields on which two columns contradict each other, so that they stay unknown.
  var conflicts: Set<LineField> = []
  var notes: [Note] = []
  /// What the row says of the project.
  var project: [TableField: (text: String, span: SourceSpan)] = [:]

  /// A position that begins in a place.
  init(span: SourceSpan, row: Int) {
    line = Line(kind: .other, quantity: .nonNegative, span: span)
    self.row = row
  }

  /// Notes something of it.
  mutating func note(
    _ code: String, _ severity: Finding.Severity = .warning, zh: String, en: String, at span: SourceSpan? = nil
  ) {
    notes.append(
      Note(code: code, severity: severity, message: Localized(zh: zh, en: en), span: span ?? line.span))
  }

  /// The amount of the position: as listed, else quantity times price.
  var amount: Rational? {
    if let total { return total }
    guard let quantity, let price = line.unitPrice else { return nil }
    return try? quantity * price
  }
}
