import Testing

/// Faults inside a scalar, a tag, an anchor, a directive.
struct YAMLScalarFaultTests {
  @Test(arguments: faults)
  func `a fault is shown where it is, with what to do`(_ fault: Fault) {
    fault.check(in: "a.yaml")
  }
}

private let faults: [Fault] = [
  Fault(
    "a quote that is not closed", "a: \"open\nb: 1\n",
    #"""
    a.yaml:1:4: error: the quote is not closed [unclosed-quote]
      1 | a: "open
        |    ^
      help: close the text with the same quote
    """#,
    zh: #"""
      引号没有闭合|在文字末尾补上同样的引号
      """#),
  Fault(
    "a quote that a document ends", "'a\n---\nb'\n",
    #"""
    a.yaml:1:1: error: the quote is not closed [unclosed-quote]
      1 | 'a
        | ^
      help: close the text with the same quote
    """#,
    zh: #"""
      引号没有闭合|在文字末尾补上同样的引号
      """#),
  Fault(
    "text behind a quote", "a: \"x\" y\n",
    #"""
    a.yaml:1:8: error: text follows the closing quote [text-after-quote]
      1 | a: "x" y
        |        ^
      help: put the quote at the end; inside the text write `''` in single quotes, `\"` in double quotes
    """#,
    zh: #"""
      引号之后还有文字|把引号放到文字末尾；文字中的引号，单引号写作 `''`，双引号写作 `\"`
      """#),
  Fault(
    "a quote inside quotes", "a: 'it's'\n",
    #"""
    a.yaml:1:8: error: text follows the closing quote [text-after-quote]
      1 | a: 'it's'
        |        ^
      help: put the quote at the end; inside the text write `''` in single quotes, `\"` in double quotes
    """#,
    zh: #"""
      引号之后还有文字|把引号放到文字末尾；文字中的引号，单引号写作 `''`，双引号写作 `\"`
      """#),
  Fault(
    "an unknown escape", "a: \"C:\\data\"\n",
    #"""
    a.yaml:1:7: error: an escape in double quotes is wrong [bad-escape]
      1 | a: "C:\data"
        |       ^
      a.yaml:1:4: the text begins here
      1 | a: "C:\data"
        |    ^
      help: write `\\` for a backslash, or use single quotes
    """#,
    zh: #"""
      双引号中的转义有误|文字从这里开始|反斜杠写作 `\\`，或改用单引号
      """#),
  Fault(
    "a cut escape", "a: \"\\u12\"\n",
    #"""
    a.yaml:1:7: error: an escape in double quotes is wrong [bad-escape]
      1 | a: "\u12"
        |       ^
      a.yaml:1:4: the text begins here
      1 | a: "\u12"
        |    ^
      help: write `\\` for a backslash, or use single quotes
    """#,
    zh: #"""
      双引号中的转义有误|文字从这里开始|反斜杠写作 `\\`，或改用单引号
      """#),
  Fault(
    "a reserved character", "a: @x\n",
    #"""
    a.yaml:1:4: error: a value cannot begin with the character `@` [reserved-character]
      1 | a: @x
        |    ^
      help: quote the whole value
    """#,
    zh: #"""
      值不能以字符 `@` 开头|请给整个值加引号
      """#),
  Fault(
    "a percent sign first", "a: %x\n",
    #"""
    a.yaml:1:4: error: a value cannot begin with the character `%` [reserved-character]
      1 | a: %x
        |    ^
      help: quote the whole value
    """#,
    zh: #"""
      值不能以字符 `%` 开头|请给整个值加引号
      """#),
  Fault(
    "text behind a block's sign", "a: |x\n  b\n",
    #"""
    a.yaml:1:5: error: nothing else may follow on this line [bad-block-header]
      1 | a: |x
        |     ^
      help: after `|` or `>` only `+`, `-`, 1 to 9 and a comment may stand
    """#,
    zh: #"""
      这一行不应再有其他内容|`|` 或 `>` 后面只能有 `+`、`-`、1 到 9 和注释
      """#),
  Fault(
    "an anchor without a name", "a: & b\n",
    #"""
    a.yaml:1:5: error: a name after `&` may only have letters, digits, `-` and `_` [bad-anchor]
      1 | a: & b
        |     ^
      help: quote the value if it is a text
    """#,
    zh: #"""
      `&` 后的名称只能用字母、数字、`-` 和 `_`|如果这是文字，请加引号
      """#),
  Fault(
    "an alias without a name", "a: *\n",
    #"""
    a.yaml:1:5: error: a name after `*` may only have letters, digits, `-` and `_` [bad-anchor]
      1 | a: *
        |     ^
      help: quote the value if it is a text
    """#,
    zh: #"""
      `*` 后的名称只能用字母、数字、`-` 和 `_`|如果这是文字，请加引号
      """#),
  Fault(
    "a wrong tag", "a: !<x\n",
    #"""
    a.yaml:1:7: error: the tag after `!` is wrong [unsupported-tag]
      1 | a: !<x
        |       ^
      help: delete the tag; quote the value if the `!` is part of it
    """#,
    zh: #"""
      `!` 后的标签有误|删去标签；如果 `!` 是文字，请加引号
      """#),
  Fault(
    "a tag handle that is not declared", "a: !x!y 1\n",
    #"""
    a.yaml:1:4: error: the tag after `!` is wrong [unsupported-tag]
      1 | a: !x!y 1
        |    ^
      help: delete the tag; quote the value if the `!` is part of it
    """#,
    zh: #"""
      `!` 后的标签有误|删去标签；如果 `!` 是文字，请加引号
      """#),
  Fault(
    "a tag that means a number", "a: !!int 3\n",
    #"""
    a.yaml:1:4: error: the tag `!!int` is not supported here [unsupported-tag]
      1 | a: !!int 3
        |    ^
      help: delete the tag; quote the value where a text is meant
    """#,
    zh: #"""
      不支持标签 `!!int`|删去标签；如需文字，请给值加引号
      """#),
  Fault(
    "a tag of another kind", "a: !!map [1]\n",
    #"""
    a.yaml:1:4: error: the tag `!!map` is not supported here [unsupported-tag]
      1 | a: !!map [1]
        |    ^
      help: delete the tag; quote the value where a text is meant
    """#,
    zh: #"""
      不支持标签 `!!map`|删去标签；如需文字，请给值加引号
      """#),
  Fault(
    "a tag of one's own", "a: !Ref x\n",
    #"""
    a.yaml:1:4: error: the tag `!Ref` is not supported here [unsupported-tag]
      1 | a: !Ref x
        |    ^
      help: delete the tag; quote the value where a text is meant
    """#,
    zh: #"""
      不支持标签 `!Ref`|删去标签；如需文字，请给值加引号
      """#),
  Fault(
    "an unknown directive", "%FOO\n---\na: 1\n",
    #"""
    a.yaml:1:5: error: a directive that begins with `%` is wrong [bad-directive]
      1 | %FOO
        |     ^
      help: delete the line; quote the text if the `%` is part of it
    """#,
    zh: #"""
      以 `%` 开头的指令有误|删去这一行；如果 `%` 是文字，请加引号
      """#),
  Fault(
    "a version that is not YAML 1", "%YAML 2.0\n---\n",
    #"""
    a.yaml:1:1: error: a directive that begins with `%` is wrong [bad-directive]
      1 | %YAML 2.0
        | ^
      help: delete the line; quote the text if the `%` is part of it
    """#,
    zh: #"""
      以 `%` 开头的指令有误|删去这一行；如果 `%` 是文字，请加引号
      """#),
  Fault(
    "a percent sign at a line's start", "a: 1\n%b: 2\n",
    #"""
    a.yaml:2:3: error: a directive that begins with `%` is wrong [bad-directive]
      2 | %b: 2
        |   ^
      help: delete the line; quote the text if the `%` is part of it
    """#,
    zh: #"""
      以 `%` 开头的指令有误|删去这一行；如果 `%` 是文字，请加引号
      """#),
  Fault(
    "a control character", "a: \u{7}\n",
    #"""
    a.yaml:1:4: error: a control character stands here [control-character]
      1 | a: ␇
        |    ^
      help: delete it
    """#,
    zh: #"""
      这里有一个不可见的控制字符|删去该字符
      """#),
  Fault(
    "a line separator", "a: x\u{2028}b\n",
    #"""
    a.yaml:1:5: error: an invisible line separator U+2028 stands here [line-separator]
      1 | a: x�b
        |     ^
      help: delete it; where it is meant, write it as an escape in double quotes
    """#,
    zh: #"""
      这里有一个看不见的换行字符 U+2028|删去该字符；如需保留，请在双引号中写成转义
      """#),
]
