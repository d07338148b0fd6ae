internal import Diagnostics

/// A text in the making, line by line.
struct Page {
  let style: TextStyle
  private var lines: [String] = []

  init(_ style: TextStyle) {
    self.style = style
  }

  /// The text, each line ended; empty lines at the end are left out.
  var text: String {
    let last = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    return lines[..<last].reduce(into: "") { $0 += $1 + "\n" }
  }

  /// An empty line, but never two.
  mutating func space() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A phrase, broken where it is too long; its further lines stand `hanging` columns further in.
  mutating func put(_ phrase: Phrase, indent: Int = 0, hanging: Int = 0) {
    put(
      phrase, after: Phrase(String(repeating: " ", count: indent)),
      then: Phrase(String(repeating: " ", count: indent + hanging)))
  }

  /// A phrase behind one lead, its further lines behind another.
  mutating func put(_ phrase: Phrase, after lead: Phrase, then rest: Phrase) {
    let (lead, rest) = (lead.clean, rest.clean)
    let wrapped = phrase.clean.wrapped(
      first: max(20, style.width - lead.width), rest: max(20, style.width - rest.width))
    for (number, line) in wrapped.enumerated() { write((number == 0 ? lead : rest) + line) }
  }

  /// A label in a column of its own, and a phrase beside it.
  mutating func put(_ label: String, _ phrase: Phrase, indent: Int, column: Int) {
    let pad = max(1, column - label.displayWidth)
    let margin = String(repeating: " ", count: indent)
    put(
      phrase, after: Phrase(margin) + Phrase(label, .faint) + Phrase(String(repeating: " ", count: pad)),
      then: Phrase(margin + String(repeating: " ", count: column)))
  }

  /// A phrase at the left and one at the right end of a line; where both do not fit, the right one goes below.
  mutating func put(_ left: Phrase, right: Phrase, indent: Int = 0) {
    let (left, right) = (left.clean, right.clean)
    let room = style.width - indent - left.width - right.width
    guard room >= 2 else {
      put(left, indent: indent, hanging: 2)
      put(right, indent: max(indent, style.width - right.width))
      return
    }
    write(Phrase(String(repeating: " ", count: indent)) + left + Phrase(String(repeating: " ", count: room)) + right)
  }

  /// A line across the page with a title in it, and a word at its right end.
  mutating func rule(_ sign: String, _ title: Phrase, right: Phrase = "") {
    let (title, right) = (title.clean, right.clean)
    let lead = Phrase(String(repeating: sign, count: 2) + " ", .faint)
    let end = right.isEmpty ? Phrase("") : " " + right + Phrase(" " + String(repeating: sign, count: 2), .faint)
    let room = style.width - lead.width
    // The last line of the title leaves room for the word at the end.
    let widths = stride(from: room, through: room / 2, by: -2)
    let wraps = widths.lazy.map { title.wrapped(first: $0, rest: $0) }
    let lines =
      wraps.first { ($0.last?.width ?? 0) <= room - end.width - 3 } ?? title.wrapped(first: room, rest: room) + [""]
    for (number, line) in lines.enumerated() {
      let margin = number == 0 ? lead : Phrase(String(repeating: " ", count: lead.width))
      guard number == lines.count - 1 else {
        write(margin + line)
        continue
      }
      let text = line.isEmpty ? margin : margin + line + " "
      write(text + Phrase(String(repeating: sign, count: max(0, style.width - text.width - end.width)), .faint) + end)
    }
  }

  private mutating func write(_ line: Phrase) {
    var text = line.painted(style.color)
    while text.utf8.last == UInt8(ascii: " ") { text.unicodeScalars.removeLast() }
    lines.append(text)
  }
}

extension Phrase {
  /// The phrase with every control character made visible; line breaks are spaces.
  var clean: Phrase {
    guard runs.contains(where: { $0.text.mayHoldControls }) else { return self }
    return Phrase(
      runs: runs.map { run in
        var flat = String.UnicodeScalarView()
        for scalar in run.text.unicodeScalars { flat.append(scalar == "\n" || scalar == "\t" ? " " : scalar) }
        return Run(text: String(flat).printable, ink: run.ink)
      })
  }
}

extension String {
  /// Whether a look at the bytes leaves a control character possible; most texts are cleared by it.
  fileprivate var mayHoldControls: Bool {
    utf8.contains { $0 < 0x20 || $0 == 0x7F }
      || unicodeScalars.contains { $0.value < 0xA0 ? $0.value > 0x7F : (0x2028...0x2069).contains($0.value) }
  }
}
