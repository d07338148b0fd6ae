internal import Diagnostics

extension YAMLFault {
  /// Faults of indentation, colons and brackets.
  var structural: Diagnostic? {
    switch problem {
    case "found character that cannot start any token", "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return character(at: place) == "\t" ? tab : reserved
    case "mapping values are not allowed in this context": return strayColon
    case "could not find expected ':'": return missingColon
    case "did not find expected key", "did not find expected '-' indicator": return indentation
    case "block sequence entries are not allowed in this context":
      return Diagnostic(
        .error, "misplaced-dash", Localized(zh: "这里不能开始列表项", en: "a list item cannot begin here"), at: span(at: place),
        help: Localized(
          zh: "列表项要另起一行；如果 `-` 是文字，请加引号",
          en: "begin the list on a line of its own; quote the text if the `-` is part of it"))
    case "mapping keys are not allowed in this context":
      return Diagnostic(
        .error, "misplaced-key", Localized(zh: "这里不能出现键", en: "a key cannot stand here"), at: span(at: place),
        help: Localized(
          zh: "键要另起一行；如果 `?` 是文字，请加引号",
          en: "begin the key on a line of its own; quote the text if the `?` is part of it"))
    case "did not find expected ',' or ']'": return bracket("]", what: Localized(zh: "列表", en: "list"))
    case "did not find expected ',' or '}'": return bracket("}", what: Localized(zh: "映射", en: "mapping"))
    case "did not find expected node content", "did not find expected <document start>": return content
    default: return nil
    }
  }

  private var tab: Diagnostic {
    Diagnostic(
      .error, "tab-indentation", Localized(zh: "缩进用了制表符", en: "a tab is used for indentation"), at: span(at: place),
      help: Localized(zh: "改用空格缩进", en: "use spaces"))
  }

  private var reserved: Diagnostic {
    let character = character(at: place).map { String($0) } ?? ""
    return Diagnostic(
      .error, "reserved-character",
      Localized(zh: "值不能以字符 `\(character)` 开头", en: "a value cannot begin with the character `\(character)`"),
      at: span(at: place),
      help: Localized(zh: "请给整个值加引号", en: "quote the whole value"))
  }

  private var strayColon: Diagnostic {
    fullWidthColon
      ?? Diagnostic(
        .error, "unquoted-colon", Localized(zh: "这里不能出现冒号", en: "a colon cannot stand here"), at: span(at: place),
        help: Localized(
          zh: "如果冒号是文字的一部分，请给整个值加引号；如果这是一个键，请检查缩进",
          en: "quote the whole value if the colon is part of it; check the indentation if this is a key"))
  }

  private var missingColon: Diagnostic {
    if place.line == contextPlace.line, place.column > contextPlace.column + 1_000 {
      return Diagnostic(
        .error, "key-too-long", Localized(zh: "键超过 1024 个字符", en: "a key is longer than 1024 characters"),
        at: span(at: contextPlace),
        help: Localized(zh: "缩短键；如果这是文字，请检查缩进", en: "shorten the key; check the indentation if this is a text"))
    }
    return fullWidthColon
      ?? Diagnostic(
        .error, "missing-colon", Localized(zh: "键后没有冒号", en: "there is no colon after the key"),
        at: span(at: contextPlace),
        help: Localized(
          zh: "在键后写冒号和空格 `: `；如果这是上一行文字的继续，请缩进",
          en: "write `: ` after the key; indent the line if it continues the text above"))
  }

  /// A `：` where the colon of a key was meant: on the line of the fault or on the one above, which then reads on.
  private var fullWidthColon: Diagnostic? {
    for number in [Int(contextPlace.line), Int(place.line) - 1] where number > 0 {
      guard let line = file.line(number), !line.contains(": "), !line.hasSuffix(":"),
        let index = line.unicodeScalars.firstIndex(of: "：")
      else { continue }
      let column = line.unicodeScalars.distance(from: line.startIndex, to: index) + 1
      return Diagnostic(
        .error, "full-width-colon", Localized(zh: "键后用了全角冒号", en: "a full-width colon stands after the key"),
        at: span(at: SourceLocation(line: number, column: column)),
        help: Localized(zh: "改为半角冒号加空格 `: `", en: "write a plain colon and a space, `: `"))
    }
    return nil
  }

  private var indentation: Diagnostic {
    let before = file.line(Int(place.line))?.unicodeScalars.prefix(Int(place.column) - 1).last { $0 != " " }
    if before == "\"" || before == "'" {
      return Diagnostic(
        .error, "text-after-quote", Localized(zh: "引号之后还有文字", en: "text follows the closing quote"),
        at: span(at: place),
        help: Localized(
          zh: "把引号放到文字末尾；文字中的引号，单引号写作 `''`，双引号写作 `\\\"`",
          en: "put the quote at the end; inside the text write `''` in single quotes, `\\\"` in double quotes"))
    }
    let isList = problem.contains("'-'")
    let note =
      isList
      ? Localized(zh: "列表从这里开始", en: "the list begins here") : Localized(zh: "映射从这里开始", en: "the mapping begins here")
    return Diagnostic(
      .error, "bad-indentation",
      isList
        ? Localized(zh: "这里应是以 `- ` 开头的列表项", en: "a list item that begins with `- ` is expected here")
        : Localized(zh: "这里应是键，或缩进有误", en: "a key is expected here, or the indentation is wrong"), at: span(at: place),
      help: Localized(
        zh: "让同一层的各行缩进相同",
        en: "give the lines of one level the same indentation"),
      notes: contextPlace == place ? [] : [Diagnostic.Note(note, at: span(at: contextPlace))])
  }

  private func bracket(_ closing: Character, what: Localized) -> Diagnostic {
    let opening = closing == "]" ? "[" : "{"
    if isAtEnd {
      return Diagnostic(
        .error, "unclosed-bracket", Localized(zh: "括号 `\(opening)` 没有闭合", en: "the bracket `\(opening)` is not closed"),
        at: span(at: contextPlace),
        help: Localized(zh: "在\(what.zh)末尾加 `\(closing)`", en: "close the \(what.en) with `\(closing)`"))
    }
    return Diagnostic(
      .error, "missing-comma", Localized(zh: "这里应是 `,` 或 `\(closing)`", en: "`,` or `\(closing)` is expected here"),
      at: span(at: place),
      help: Localized(
        zh: "用 `,` 分隔，用 `\(closing)` 结束；含有标点的文字请加引号",
        en: "separate with `,` and end with `\(closing)`; quote a text that holds punctuation"),
      notes: [
        Diagnostic.Note(
          Localized(zh: "\(what.zh)从这里开始", en: "the \(what.en) begins here"), at: span(at: contextPlace))
      ])
  }

  private var content: Diagnostic {
    if isAtEnd, context.contains("flow") {
      return Diagnostic(
        .error, "unclosed-bracket", Localized(zh: "括号没有闭合", en: "a bracket is not closed"), at: span(at: place),
        help: Localized(zh: "补上缺少的 `]` 或 `}`", en: "add the missing `]` or `}`"))
    }
    let character = character(at: place).map { String($0) } ?? ""
    return Diagnostic(
      .error, "unexpected-text", Localized(zh: "这里不应出现 `\(character)`", en: "`\(character)` is not expected here"),
      at: span(at: place),
      help: Localized(zh: "删去，或给整个值加引号", en: "delete it, or quote the whole value"))
  }
}
