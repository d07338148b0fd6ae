internal import Diagnostics

/// A text whose parts may differ in colour. `\u{A0}` in it is a space at which no line breaks.
struct Phrase: Sendable, ExpressibleByStringInterpolation {
  /// A part of one colour.
  struct Run: Sendable {
    var text: String
    var ink: Ink
  }

  private(set) var runs: [Run]

  init(_ text: String, _ ink: Ink = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text, ink: ink)]
  }

  init(stringLiteral value: String) {
    self.init(value)
  }

  init(runs: [Run]) {
    self.runs = runs
  }

  /// What stands between two parts of a line; the dot stays at the end of the first.
  static let dot = Phrase("\u{A0}· ")

  var isEmpty: Bool { runs.isEmpty }

  /// The columns that it takes on one line.
  var width: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }

  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(runs: left.runs + right.runs)
  }

  static func += (left: inout Phrase, right: Phrase) {
    left = left + right
  }

  /// The parts that are not empty, with dots between them.
  static func dotted(_ parts: [Phrase]) -> Phrase {
    var result = Phrase("")
    for part in parts where !part.isEmpty { result += result.isEmpty ? part : dot + part }
    return result
  }

  /// The text for a terminal, with or without colours.
  func painted(_ color: Bool) -> String {
    runs.reduce(into: "") { text, run in
      let plain = run.text.utf8.contains(0xC2) ? run.text.withPlainSpaces : run.text
      text += color ? run.ink.paint(plain) : plain
    }
  }
}

extension String {
  /// The text with a common space for each one at which no line breaks.
  fileprivate var withPlainSpaces: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte == 0xA0, bytes.last == 0xC2 { bytes[bytes.count - 1] = UInt8(ascii: " ") } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
