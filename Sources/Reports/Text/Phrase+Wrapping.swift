internal import Diagnostics

extension Phrase {
  /// The phrase in lines, the first at most `first` columns wide and the others at most `rest`; only what cannot be
  /// broken is wider. Chinese breaks between any two characters that punctuation does not hold together.
  func wrapped(first: Int, rest: Int) -> [Phrase] {
    if width <= first { return [self] }
    var lines: [Phrase] = []
    var line: [Run] = []
    var used = 0
    for word in words() {
      let limit = lines.isEmpty ? first : rest
      if used > 0, used + word.gap + word.width > limit {
        lines.append(Phrase(runs: line))
        line = []
        used = 0
      } else if word.gap > 0 {
        let ink = word.runs.first.flatMap { next in line.last.map { $0.ink == next.ink ? next.ink : .plain } } ?? .plain
        line.append(String(repeating: " ", count: word.gap), ink)
        used += word.gap
      }
      for run in word.runs { line.append(run.text, run.ink) }
      used += word.width
    }
    return lines + [Phrase(runs: line)]
  }

  /// The phrase cut to a number of columns, with `…` where something is left out.
  func cut(to limit: Int) -> Phrase {
    guard width > limit else { return self }
    var kept: [Run] = []
    var used = 0
    for run in runs {
      for scalar in run.text.unicodeScalars {
        if used + scalar.displayWidth > limit - 1 { return Phrase(runs: kept) + Phrase("…", run.ink) }
        kept.append(String(scalar), run.ink)
        used += scalar.displayWidth
      }
    }
    return Phrase(runs: kept)
  }

  /// What must stay on one line, and how many spaces stand before it.
  private struct Word {
    var runs: [Run] = []
    var width = 0
    var gap = 0
  }

  private func words() -> [Word] {
    var words: [Word] = []
    var word = Word()
    var last: Unicode.Scalar?
    func close() {
      if !word.runs.isEmpty { words.append(word) }
    }
    for run in runs {
      let text = run.text.unicodeScalars
      // Where that begins which the word has not got yet: it is copied in one piece.
      var start = text.startIndex
      func take(upTo end: String.Index) {
        if start < end { word.runs.append(Run(text: String(text[start..<end]), ink: run.ink)) }
        start = end
      }
      for index in text.indices {
        let scalar = text[index]
        if scalar == " " || scalar == "\n" || scalar == "\t" {
          if last != nil {
            take(upTo: index)
            close()
            word = Word()
          }
          word.gap += 1
          last = nil
          start = text.index(after: index)
          continue
        }
        if let previous = last, scalar.canFollowBreak(after: previous) {
          take(upTo: index)
          close()
          word = Word()
        }
        word.width += scalar.displayWidth
        last = scalar
      }
      take(upTo: text.endIndex)
    }
    close()
    return words
  }
}

extension [Phrase.Run] {
  fileprivate mutating func append(_ text: String, _ ink: Ink) {
    if let last, last.ink == ink { self[count - 1].text += text } else { append(Phrase.Run(text: text, ink: ink)) }
  }
}

extension Unicode.Scalar {
  /// Whether a line may end before this character: beside a wide one, unless punctuation holds the two together.
  fileprivate func canFollowBreak(after last: Unicode.Scalar) -> Bool {
    guard displayWidth == 2 || last.displayWidth == 2 else { return false }
    return displayWidth > 0 && !isClosing && !last.isOpening && self != "\u{A0}" && last != "\u{A0}"
  }

  /// Punctuation that stays with what is before it.
  private var isClosing: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "！", "？", "）", "】", "》", "」", "』", "〉", "”", "’", "…", "—", "%", "‰", "·", ",", ".",
      ";",
      ":", "!", "?", ")", "]", "}":
      true
    default: false
    }
  }

  /// Punctuation that stays with what is behind it.
  private var isOpening: Bool {
    switch self {
    case "（", "【", "《", "「", "『", "〈", "“", "‘", "(", "[", "{": true
    default: false
    }
  }
}
