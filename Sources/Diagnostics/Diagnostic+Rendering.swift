extension Diagnostic {
  /// The problem as a person reads it: `file:line:column`, what is wrong, the source line with the place marked, what
  /// to do. `style` wraps a part in colour, or returns it as it is.
  public func rendered(in language: Language, style: (String, Part) -> String = { text, _ in text }) -> String {
    let word = severity.word[language]
    let place = span.map { $0.description.printable + ": " } ?? ""
    let head = style(place, .place) + style(word, .severity(severity))
    var lines = [head + ": " + message[language].printable + " [\(code)]"]
    lines += snippet(of: span, style: style)
    for note in notes {
      let place = note.span.map { $0.description.printable + ": " } ?? ""
      lines.append("  " + style(place, .place) + note.message[language].printable)
      lines += snippet(of: note.span, style: style)
    }
    if let help {
      lines.append("  " + style(language == .zh ? "建议" : "help", .help) + ": " + help[language].printable)
    }
    return lines.joined(separator: "\n")
  }

  /// A part of a rendered problem, for colour.
  public enum Part: Sendable {
    case place, severity(Severity), marker, help
  }

  private func snippet(of span: SourceSpan?, style: (String, Part) -> String) -> [String] {
    guard let span, let range = span.range, let window = span.file.window(around: range) else { return [] }
    let shown = window.scalars.map { $0 == "\t" ? " " : $0.printable }
    let number = "\(span.file.shown(range.lowerBound).line)"
    let lead = shown[..<window.marked.lowerBound].reduce(0) { $0 + $1.displayWidth }
    let marked = shown[window.marked].reduce(0) { $0 + $1.displayWidth }
    let margin = String(repeating: " ", count: number.count)
    let text = String(String.UnicodeScalarView(shown))
    return [
      "  \(number) | " + (window.isCutBefore ? "…" : "") + text + (window.isCutAfter ? "…" : ""),
      "  \(margin) | " + String(repeating: " ", count: lead + (window.isCutBefore ? 1 : 0))
        + style(String(repeating: "^", count: max(1, marked)), .marker),
    ]
  }
}

extension Diagnostic.Severity {
  /// The word that a reader sees.
  public var word: Localized {
    switch self {
    case .error: Localized(zh: "错误", en: "error")
    case .warning: Localized(zh: "警告", en: "warning")
    }
  }
}
