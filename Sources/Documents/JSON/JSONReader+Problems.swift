internal import Diagnostics

extension JSONReader {
  /// The stretch from a byte of this line to the byte to be read next, ASCII all through.
  private func span(from first: Int) -> SourceSpan {
    builder.span(from: SourceLocation(line: line, column: first - columnBase), to: location)
  }

  private func text(from first: Int) -> String {
    // A megabyte of digits need not become a string to have its beginning quoted.
    String(decoding: bytes[first..<min(index, first + 400)], as: UTF8.self).excerpt
  }

  /// The character to be read next, as a message quotes it.
  private var character: String {
    String(String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.prefix(1))
  }

  /// Everything found, with the fault that ends the reading.
  mutating func stopped(
    _ code: String, _ message: Localized, at span: SourceSpan, help: Localized? = nil,
    notes: [Diagnostic.Note] = []
  ) -> Problems {
    builder.problems.error(code, message, at: span, help: help, notes: notes)
    return builder.problems
  }

  /// The text ends inside a collection.
  mutating func cut() -> Problems {
    let opening = builder.tape.entries[builder.frame.index]
    let (bracket, closing) = builder.frame.isMapping ? ("{", "}") : ("[", "]")
    return stopped(
      "unclosed-bracket", Localized(zh: "括号 `\(bracket)` 没有闭合", en: "the bracket `\(bracket)` is not closed"),
      at: builder.span(at: opening.start),
      help: Localized(
        zh: "补上 `\(closing)`；文件也可能不完整", en: "add `\(closing)`; the file may also be cut off"))
  }

  mutating func unclosedQuote(at start: SourceLocation) -> Problems {
    stopped(
      "unclosed-quote", Localized(zh: "引号没有在本行闭合", en: "the quote is not closed on its line"),
      at: builder.span(at: start),
      help: Localized(zh: "补上 `\"`；换行写作 `\\n`", en: "add `\"`; write a line break as `\\n`"))
  }

  mutating func textBehind() -> Problems {
    stopped(
      "text-after-document", Localized(zh: "JSON 值之后还有其他内容", en: "there is more after the JSON value"),
      at: builder.span(at: location), help: Localized(zh: "一个文件只能有一个 JSON 值", en: "a file holds one JSON value"))
  }

  mutating func noKey() -> Problems {
    if bytes[index] == UInt8(ascii: ",") { return extraComma() }
    return stopped(
      "key-not-quoted", Localized(zh: "这里应是双引号中的键", en: "a key in double quotes is expected here"),
      at: builder.span(at: location),
      help: commentHelp ?? Localized(zh: "键要写在双引号中", en: "write the key in double quotes"))
  }

  mutating func noColon() -> Problems {
    stopped(
      "missing-colon", Localized(zh: "键后没有冒号", en: "there is no colon after the key"),
      at: builder.span(at: location), help: Localized(zh: "在键和值之间写 `:`", en: "write `:` between the key and its value"))
  }

  mutating func noComma() -> Problems {
    let closing = builder.frame.isMapping ? "}" : "]"
    return stopped(
      "missing-comma", Localized(zh: "这里应是 `,` 或 `\(closing)`", en: "`,` or `\(closing)` is expected here"),
      at: builder.span(at: location),
      help: commentHelp
        ?? Localized(
          zh: "用 `,` 分隔，用 `\(closing)` 结束", en: "separate with `,` and end with `\(closing)`"),
      notes: [
        Diagnostic.Note(
          Localized(zh: "括号从这里开始", en: "the bracket is opened here"),
          at: builder.span(at: builder.tape.entries[builder.frame.index].start))
      ])
  }

  mutating func noValue() -> Problems {
    if bytes[index] == UInt8(ascii: ",") { return extraComma() }
    let help =
      bytes[index] == UInt8(ascii: "'")
      ? Localized(zh: "文字要写在双引号中", en: "write a text in double quotes")
      : commentHelp ?? Localized(zh: "写出值，没有值时写 `null`", en: "write a value, or `null` if there is none")
    return stopped(
      "missing-value", Localized(zh: "这里应是一个值，而不是 `\(character)`", en: "a value is expected here, not `\(character)`"),
      at: builder.span(at: location), help: help)
  }

  private mutating func extraComma() -> Problems {
    stopped(
      "extra-comma", Localized(zh: "多余的逗号", en: "there is a comma too many"), at: builder.span(at: location),
      help: Localized(zh: "删去逗号", en: "delete the comma"))
  }

  private var commentHelp: Localized? {
    guard bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "#") else { return nil }
    return Localized(zh: "JSON 没有注释；需要注释请用 YAML", en: "JSON has no comments; use YAML for that")
  }

  mutating func reportTrailingComma(at comma: SourceLocation) {
    guard builder.hasRoomForProblem() else { return }
    builder.problems.error(
      "trailing-comma", Localized(zh: "最后一项后面不能有逗号", en: "no comma may follow the last value"),
      at: builder.span(at: comma), help: Localized(zh: "删去逗号", en: "delete the comma"))
  }

  mutating func reportControl(_ byte: UInt8) {
    guard builder.hasRoomForProblem() else { return }
    let escape = byte == UInt8(ascii: "\t") ? "\\t" : "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    builder.problems.error(
      "control-character", Localized(zh: "文字中有未转义的控制字符", en: "a control character in a text is not escaped"),
      at: builder.span(at: location), help: Localized(zh: "写作 `\(escape)`", en: "write `\(escape)`"))
  }

  mutating func reportEscape(from first: Int) {
    guard builder.hasRoomForProblem() else { return }
    let escape = text(from: first)
    builder.problems.error(
      "bad-escape", Localized(zh: "转义 `\(escape)` 有误", en: "the escape `\(escape)` is wrong"), at: span(from: first),
      help: Localized(zh: "反斜杠写作 `\\\\`", en: "write `\\\\` for a backslash"))
  }

  mutating func reportSurrogate(from first: Int) {
    guard builder.hasRoomForProblem() else { return }
    let escape = text(from: first)
    builder.problems.error(
      "lone-surrogate", Localized(zh: "`\(escape)` 只是半个字符", en: "`\(escape)` is half a character"),
      at: span(from: first),
      help: Localized(zh: "写出成对的两个转义，或直接写出该字符", en: "write both escapes of the pair, or the character itself"))
  }

  mutating func reportNumber(from first: Int, at start: SourceLocation) {
    guard builder.hasRoomForProblem() else { return }
    let number = text(from: first)
    builder.problems.error(
      "bad-number", Localized(zh: "`\(number)` 不是 JSON 数字", en: "`\(number)` is no JSON number"),
      at: builder.span(from: start, to: location),
      help: Localized(
        zh: "数字不能有前导零、单位或分隔符；文字要加引号", en: "a number has no leading zero, unit or separator; quote a text"))
  }

  mutating func reportWord(from first: Int, at start: SourceLocation) {
    guard builder.hasRoomForProblem() else { return }
    let word = text(from: first)
    builder.problems.error(
      "text-not-quoted", Localized(zh: "`\(word)` 没有引号", en: "`\(word)` is not in quotes"),
      at: builder.span(from: start, to: location),
      help: Localized(
        zh: "文字要写在双引号中；不加引号的只有 `true`、`false`、`null` 和数字",
        en: "write a text in double quotes; only `true`, `false`, `null` and numbers go without"))
  }
}
