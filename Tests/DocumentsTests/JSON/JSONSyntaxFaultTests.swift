import Testing

/// Faults between the values, most of which end the reading.
struct JSONSyntaxFaultTests {
  @Test(arguments: faults)
  func `a fault is shown where it is, with what to do`(_ fault: Fault) {
    fault.check(in: "a.json")
  }
}

private let faults: [Fault] = [
  Fault(
    "nothing", " \n",
    #"""
    a.json: error: the file holds no document [no-document]
    """#,
    zh: #"""
      文件中没有内容
      """#),
  Fault(
    "a mapping that is not closed", "{\"a\": [1],\n",
    #"""
    a.json:1:1: error: the bracket `{` is not closed [unclosed-bracket]
      1 | {"a": [1],
        | ^
      help: add `}`; the file may also be cut off
    """#,
    zh: #"""
      括号 `{` 没有闭合|补上 `}`；文件也可能不完整
      """#),
  Fault(
    "a list that is not closed", "[1, 2",
    #"""
    a.json:1:1: error: the bracket `[` is not closed [unclosed-bracket]
      1 | [1, 2
        | ^
      help: add `]`; the file may also be cut off
    """#,
    zh: #"""
      括号 `[` 没有闭合|补上 `]`；文件也可能不完整
      """#),
  Fault(
    "a comma behind the last entry", "{\"a\": 1,}",
    #"""
    a.json:1:8: error: no comma may follow the last value [trailing-comma]
      1 | {"a": 1,}
        |        ^
      help: delete the comma
    """#,
    zh: #"""
      最后一项后面不能有逗号|删去逗号
      """#),
  Fault(
    "a comma behind the last item", "[1, [2,],]",
    #"""
    a.json:1:7: error: no comma may follow the last value [trailing-comma]
      1 | [1, [2,],]
        |       ^
      help: delete the comma
    a.json:1:9: error: no comma may follow the last value [trailing-comma]
      1 | [1, [2,],]
        |         ^
      help: delete the comma
    """#,
    zh: #"""
      最后一项后面不能有逗号|删去逗号
      最后一项后面不能有逗号|删去逗号
      """#),
  Fault(
    "a comma before the first item", "[,1]",
    #"""
    a.json:1:2: error: there is a comma too many [extra-comma]
      1 | [,1]
        |  ^
      help: delete the comma
    """#,
    zh: #"""
      多余的逗号|删去逗号
      """#),
  Fault(
    "two commas", "[1,,2]",
    #"""
    a.json:1:4: error: there is a comma too many [extra-comma]
      1 | [1,,2]
        |    ^
      help: delete the comma
    """#,
    zh: #"""
      多余的逗号|删去逗号
      """#),
  Fault(
    "a comma instead of a key", "{,}",
    #"""
    a.json:1:2: error: there is a comma too many [extra-comma]
      1 | {,}
        |  ^
      help: delete the comma
    """#,
    zh: #"""
      多余的逗号|删去逗号
      """#),
  Fault(
    "no colon", "{\"a\" 1}",
    #"""
    a.json:1:6: error: there is no colon after the key [missing-colon]
      1 | {"a" 1}
        |      ^
      help: write `:` between the key and its value
    """#,
    zh: #"""
      键后没有冒号|在键和值之间写 `:`
      """#),
  Fault(
    "no value", "{\"a\": }",
    #"""
    a.json:1:7: error: a value is expected here, not `}` [missing-value]
      1 | {"a": }
        |       ^
      help: write a value, or `null` if there is none
    """#,
    zh: #"""
      这里应是一个值，而不是 `}`|写出值，没有值时写 `null`
      """#),
  Fault(
    "a key without quotes", "{a: 1}",
    #"""
    a.json:1:2: error: a key in double quotes is expected here [key-not-quoted]
      1 | {a: 1}
        |  ^
      help: write the key in double quotes
    """#,
    zh: #"""
      这里应是双引号中的键|键要写在双引号中
      """#),
  Fault(
    "no comma between items", "[1 2]",
    #"""
    a.json:1:4: error: `,` or `]` is expected here [missing-comma]
      1 | [1 2]
        |    ^
      a.json:1:1: the bracket is opened here
      1 | [1 2]
        | ^
      help: separate with `,` and end with `]`
    """#,
    zh: #"""
      这里应是 `,` 或 `]`|括号从这里开始|用 `,` 分隔，用 `]` 结束
      """#),
  Fault(
    "no comma between entries", "{\"a\": 1 \"b\": 2}",
    #"""
    a.json:1:9: error: `,` or `}` is expected here [missing-comma]
      1 | {"a": 1 "b": 2}
        |         ^
      a.json:1:1: the bracket is opened here
      1 | {"a": 1 "b": 2}
        | ^
      help: separate with `,` and end with `}`
    """#,
    zh: #"""
      这里应是 `,` 或 `}`|括号从这里开始|用 `,` 分隔，用 `}` 结束
      """#),
  Fault(
    "a wrong bracket", "[1}",
    #"""
    a.json:1:3: error: `,` or `]` is expected here [missing-comma]
      1 | [1}
        |   ^
      a.json:1:1: the bracket is opened here
      1 | [1}
        | ^
      help: separate with `,` and end with `]`
    """#,
    zh: #"""
      这里应是 `,` 或 `]`|括号从这里开始|用 `,` 分隔，用 `]` 结束
      """#),
  Fault(
    "a comment before a key", "{ // c\n}",
    #"""
    a.json:1:3: error: a key in double quotes is expected here [key-not-quoted]
      1 | { // c
        |   ^
      help: JSON has no comments; use YAML for that
    """#,
    zh: #"""
      这里应是双引号中的键|JSON 没有注释；需要注释请用 YAML
      """#),
  Fault(
    "a comment before a value", "[1, # c\n]",
    #"""
    a.json:1:5: error: a value is expected here, not `#` [missing-value]
      1 | [1, # c
        |     ^
      help: JSON has no comments; use YAML for that
    """#,
    zh: #"""
      这里应是一个值，而不是 `#`|JSON 没有注释；需要注释请用 YAML
      """#),
  Fault(
    "two values", "[1]\n[2]\n",
    #"""
    a.json:2:1: error: there is more after the JSON value [text-after-document]
      2 | [2]
        | ^
      help: a file holds one JSON value
    """#,
    zh: #"""
      JSON 值之后还有其他内容|一个文件只能有一个 JSON 值
      """#),
  Fault(
    "keys given twice, all of them", "{\"a\": 1, \"b\": 2, \"a\": 3, \"\\u0061\": 4}",
    #"""
    a.json:1:18: error: the key `a` is given twice [duplicate-key]
      1 | {"a": 1, "b": 2, "a": 3, "\u0061": 4}
        |                  ^^^
      a.json:1:2: it is first given here
      1 | {"a": 1, "b": 2, "a": 3, "\u0061": 4}
        |  ^^^
      help: delete one of them, or rename it
    a.json:1:26: error: the key `a` is given twice [duplicate-key]
      1 | {"a": 1, "b": 2, "a": 3, "\u0061": 4}
        |                          ^^^^^^^^
      a.json:1:2: it is first given here
      1 | {"a": 1, "b": 2, "a": 3, "\u0061": 4}
        |  ^^^
      help: delete one of them, or rename it
    """#,
    zh: #"""
      键 `a` 重复|第一次出现在这里|删去其中一个，或改名
      键 `a` 重复|第一次出现在这里|删去其中一个，或改名
      """#),
]
