internal import Diagnostics

/// Texts that are written one after the other, to be read in the same order.
struct KeptTexts {
  private(set) var texts: [String] = []

  mutating func add(_ text: String) { texts.append(text) }
  mutating func add(_ number: Int) { texts.append(String(number)) }

  /// Problems as far as a row of results shows them: what and where, not the lines around it.
  mutating func add(_ problems: Problems) {
    let shown = problems.sorted
    add(problems.errorCount)
    add(shown.count)
    for diagnostic in shown {
      add(diagnostic.severity.rawValue)
      add(diagnostic.code)
      add(diagnostic.message)
      add(diagnostic.help == nil ? 0 : 1)
      if let help = diagnostic.help { add(help) }
      add(diagnostic.span == nil ? 0 : 1)
      guard let span = diagnostic.span else { continue }
      add(span.file.name)
      let start = span.range.map { span.file.shown($0.lowerBound) }
      add(Int(start?.line ?? 0))
      add(Int(start?.column ?? 0))
    }
  }

  private mutating func add(_ text: Localized) {
    add(text.zh)
    add(text.en)
  }
}

/// Reads what `KeptTexts` wrote; nil wherever something else stands there.
struct KeptTextReader {
  private let texts: [String]
  private var place = 0

  init(_ texts: [String]) { self.texts = texts }

  /// What comes next, without taking it.
  var next: String? { place < texts.count ? texts[place] : nil }

  mutating func text() -> String? {
    guard let next else { return nil }
    place += 1
    return next
  }

  /// A number that can be added to others without care: somebody may have written anything.
  mutating func number() -> Int? {
    text().flatMap { Int($0) }.flatMap { (-1...1 << 48).contains($0) ? $0 : nil }
  }

  mutating func problems() -> Problems? {
    guard let errors = number(), let count = number(), count <= Problems.limit else { return nil }
    var problems = Problems()
    for _ in 0..<max(0, count) {
      guard let severity = text().flatMap({ Diagnostic.Severity(rawValue: $0) }), let code = text(),
        let message = localized(), let hasHelp = number()
      else { return nil }
      let help = hasHelp == 1 ? localized() : nil
      guard let hasSpan = number() else { return nil }
      var span: SourceSpan?
      if hasSpan == 1 {
        guard let name = text(), let line = number(), let column = number() else { return nil }
        let start = SourceLocation(line: line, column: column)
        span = SourceSpan(file: SourceFile(name: name, bytes: []), range: line > 0 ? start..<start : nil)
      }
      problems.add(Diagnostic(severity, code, message, at: span, help: help))
    }
    while problems.errorCount < errors, errors <= 1 << 30 { problems.countError() }
    return problems
  }

  private mutating func localized() -> Localized? {
    guard let zh = text(), let en = text() else { return nil }
    return Localized(zh: zh, en: en)
  }
}
