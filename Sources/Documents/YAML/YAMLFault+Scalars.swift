internal import Diagnostics

extension YAMLFault {
  /// Faults inside a scalar, a tag, an anchor or a directive.
  var lexical: Diagnostic? {
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return Diagnostic(
        .error, "unclosed-quote", Localized(zh: "引号没有闭合", en: "the quote is not closed"), at: span(at: contextPlace),
        help: Localized(zh: "在文字末尾补上同样的引号", en: "close the text with the same quote"))
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Diagnostic(
        .error, "bad-escape", Localized(zh: "双引号中的转义有误", en: "an escape in double quotes is wrong"),
        at: span(at: place),
        help: Localized(
          zh: "反斜杠写作 `\\\\`，或改用单引号", en: "write `\\\\` for a backslash, or use single quotes"),
        notes: [Diagnostic.Note(Localized(zh: "文字从这里开始", en: "the text begins here"), at: span(at: contextPlace))])
    case "did not find expected alphabetic or numeric character":
      let sign = context.contains("alias") ? "*" : "&"
      return Diagnostic(
        .error, "bad-anchor",
        Localized(
          zh: "`\(sign)` 后的名称只能用字母、数字、`-` 和 `_`",
          en: "a name after `\(sign)` may only have letters, digits, `-` and `_`"),
        at: span(at: place), help: Localized(zh: "如果这是文字，请加引号", en: "quote the value if it is a text"))
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      return Diagnostic(
        .error, "bad-block-header",
        Localized(zh: "这一行不应再有其他内容", en: "nothing else may follow on this line"), at: span(at: place),
        help: Localized(
          zh: "`|` 或 `>` 后面只能有 `+`、`-`、1 到 9 和注释", en: "after `|` or `>` only `+`, `-`, 1 to 9 and a comment may stand")
      )
    case _ where context.contains("tag"), "found undefined tag handle":
      return Diagnostic(
        .error, "unsupported-tag", Localized(zh: "`!` 后的标签有误", en: "the tag after `!` is wrong"), at: span(at: place),
        help: Localized(zh: "删去标签；如果 `!` 是文字，请加引号", en: "delete the tag; quote the value if the `!` is part of it"))
    case _ where context.contains("directive"), "found duplicate %YAML directive", "found incompatible YAML document",
      "found duplicate %TAG directive":
      return Diagnostic(
        .error, "bad-directive", Localized(zh: "以 `%` 开头的指令有误", en: "a directive that begins with `%` is wrong"),
        at: span(at: place),
        help: Localized(zh: "删去这一行；如果 `%` 是文字，请加引号", en: "delete the line; quote the text if the `%` is part of it"))
    default: return nil
    }
  }

  /// Faults of the bytes themselves.
  var reading: Diagnostic? {
    switch problem {
    case "control characters are not allowed":
      return Diagnostic(
        .error, "control-character", Localized(zh: "这里有一个不可见的控制字符", en: "a control character stands here"),
        at: span(at: place), help: Localized(zh: "删去该字符", en: "delete it"))
    case _ where problem.contains("UTF-8") || problem == "invalid Unicode character":
      return Diagnostic(
        .error, "invalid-utf8", Localized(zh: "这里不是有效的 UTF-8", en: "this is no valid UTF-8"), at: span(at: place))
    default: return nil
    }
  }
}
