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
  /// What the row says that is bought.
  var name: String?
  /// What stands in the number's cell.
  var numberText: String?
  /// The draft that holds it.
  var parent: Int?
  var lot: String?
  /// The quantity as listed; nil where it is no single number.
  var quantity: Rational?
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
  private var ties: [Ties] = []

  /// What ties it to other rows. Most sheets say none of it, and have many rows.
  private struct Ties {
    var parentText: (text: String, span: SourceSpan)?
    var bom: (id: String, span: SourceSpan)?
    var project: [TableField: (text: String, span: SourceSpan)] = [:]
    var serials = SerialNumbers()
  }

  /// A position that begins in a place.
  init(span: SourceSpan) {
    line = Line(kind: .other, quantity: .nonNegative, span: span)
  }

  /// Notes something of it.
  mutating func note(
    _ code: String, _ severity: Finding.Severity = .warning, zh: String, en: String, at span: SourceSpan? = nil
  ) {
    notes.append(
      Note(code: code, severity: severity, message: Localized(zh: zh, en: en), span: span ?? line.span))
  }

  /// What it says of the line that it belongs to.
  var parentText: (text: String, span: SourceSpan)? {
    get { ties.first?.parentText }
    set { tie { $0.parentText = newValue } }
  }

  /// The bill of a long table that it belongs to.
  var bom: (id: String, span: SourceSpan)? {
    get { ties.first?.bom }
    set { tie { $0.bom = newValue } }
  }

  /// What the row says of the project.
  var project: [TableField: (text: String, span: SourceSpan)] {
    get { ties.first?.project ?? [:] }
    set { tie { $0.project = newValue } }
  }

  /// The serial numbers of what was delivered.
  var serials: SerialNumbers { ties.first?.serials ?? SerialNumbers() }

  /// Takes serial numbers.
  mutating func add(_ serials: SerialNumbers) {
    tie { $0.serials.add(serials) }
  }

  private mutating func tie(_ change: (inout Ties) -> Void) {
    if ties.isEmpty { ties.append(Ties()) }
    change(&ties[0])
  }
}
