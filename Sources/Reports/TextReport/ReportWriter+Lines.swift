internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Quantities

extension ReportWriter {
  /// At most this many lines are shown for one requirement.
  static let lineLimit = 5

  /// The lines that decide a requirement.
  mutating func writeLines(_ result: RequirementAssessment, _ indent: Int) {
    let shown = DecidingLine.lines(of: result, atMost: Self.lineLimit)
    guard !shown.isEmpty else { return }
    let rows = shown.map { row($0) }
    let room = page.style.width - indent - column
    let places = min(24, rows.map(\.place.displayWidth).max() ?? 0)
    let counts = rows.map(\.count.displayWidth).max() ?? 0
    // The reason has at least 20 columns beside the rest, or stands below it.
    let free = min(room / 2 - 6, room - places - counts - 26)
    let titles = min(max(10, free), rows.map(\.title.displayWidth).max() ?? 0)
    for (index, row) in rows.enumerated() {
      let label = index == 0 ? say("相关行", "Lines") : ""
      let lead =
        Phrase(String(repeating: " ", count: indent)) + Phrase(label, .faint)
        + Phrase(String(repeating: " ", count: column - label.displayWidth)) + Phrase(row.place, places) + "  "
        + Phrase(row.title, titles) + "  " + Phrase(String(repeating: " ", count: counts - row.count.displayWidth))
        + Phrase(row.count)
      let below = Phrase(String(repeating: " ", count: free < 10 ? indent + column + 2 : lead.width + 2))
      if free < 10 {
        page.put(lead)
        page.put(Phrase(row.why), after: below, then: below)
      } else {
        page.put(Phrase(row.why), after: lead + "  ", then: below)
      }
    }
    let rest = result.lines.count - shown.count
    if rest > 0 {
      put("", Phrase(say("另有 \(rest) 行", "and \(rest) more"), .faint), indent)
    }
  }

  private struct Row {
    var place: String
    var title: String
    var count: String
    var why: String
  }

  private func row(_ deciding: DecidingLine) -> Row {
    let line = assessment.bom.lines[deciding.line]
    return Row(
      place: line.place, title: say.title(line), count: "× " + say.interval(line.quantity, .plain),
      why: say.why(deciding, line, assessment.context))
  }
}

extension Phrase {
  /// A text in a cell of a table: cut or filled to its columns.
  fileprivate init(_ text: String, _ columns: Int) {
    let cut = Phrase(text).clean.cut(to: columns)
    self = cut + Phrase(String(repeating: " ", count: max(0, columns - cut.width)))
  }
}
