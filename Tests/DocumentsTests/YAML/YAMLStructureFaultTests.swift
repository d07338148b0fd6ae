import Testing

/// Faults of indentation, colons, brackets and documents.
struct YAMLStructureFaultTests {
  @Test(arguments: faults)
  func `a fault is shown where it is, with what to do`(_ fault: Fault) {
    fault.check(in: "a.yaml")
  }
}

private let faults: [Fault] = [
  Fault(
    "a tab for indentation", "lines:\n\t- x\n",
    #"""
    a.yaml:2:1: error: a tab is used for indentation [tab-indentation]
      2 |  - x
        | ^
      help: use spaces
    """#,
    zh: #"""
      缩进用了制表符|改用空格缩进
      """#),
  Fault(
    "a tab between spaces", "lines:\n  - a: 1\n\t b: 2\n",
    #"""
    a.yaml:3:1: error: a tab is used for indentation [tab-indentation]
      3 |   b: 2
        | ^
      help: use spaces
    """#,
    zh: #"""
      缩进用了制表符|改用空格缩进
      """#),
  Fault(
    "a tab in a block", "a: >\n\tx\n",
    #"""
    a.yaml:2:1: error: a tab is used for indentation [tab-indentation]
      2 |  x
        | ^
      help: use spaces
    """#,
    zh: #"""
      缩进用了制表符|改用空格缩进
      """#),
  Fault(
    "a colon inside a value", "name: 华为: 昇腾\n",
    #"""
    a.yaml:1:9: error: a colon cannot stand here [unquoted-colon]
      1 | name: 华为: 昇腾
        |           ^
      help: quote the whole value if the colon is part of it; check the indentation if this is a key
    """#,
    zh: #"""
      这里不能出现冒号|如果冒号是文字的一部分，请给整个值加引号；如果这是一个键，请检查缩进
      """#),
  Fault(
    "a key below a value", "a: b\n  c: d\n",
    #"""
    a.yaml:2:4: error: a colon cannot stand here [unquoted-colon]
      2 |   c: d
        |    ^
      help: quote the whole value if the colon is part of it; check the indentation if this is a key
    """#,
    zh: #"""
      这里不能出现冒号|如果冒号是文字的一部分，请给整个值加引号；如果这是一个键，请检查缩进
      """#),
  Fault(
    "a key without a colon", "a: 1\nb\nc: 2\n",
    #"""
    a.yaml:2:1: error: there is no colon after the key [missing-colon]
      2 | b
        | ^
      help: write `: ` after the key; indent the line if it continues the text above
    """#,
    zh: #"""
      键后没有冒号|在键后写冒号和空格 `: `；如果这是上一行文字的继续，请缩进
      """#),
  Fault(
    "a full-width colon", "name：华为\nid: 1\n",
    #"""
    a.yaml:1:5: error: a full-width colon stands after the key [full-width-colon]
      1 | name：华为
        |     ^^
      help: write a plain colon and a space, `: `
    """#,
    zh: #"""
      键后用了全角冒号|改为半角冒号加空格 `: `
      """#),
  Fault(
    "a full-width colon on the last line", "id: 1\nname：华为\n",
    #"""
    a.yaml:2:5: error: a full-width colon stands after the key [full-width-colon]
      2 | name：华为
        |     ^^
      help: write a plain colon and a space, `: `
    """#,
    zh: #"""
      键后用了全角冒号|改为半角冒号加空格 `: `
      """#),
  Fault(
    "too little indentation", "a:\n  b: 1\n c: 2\n",
    #"""
    a.yaml:3:2: error: a key is expected here, or the indentation is wrong [bad-indentation]
      3 |  c: 2
        |  ^
      a.yaml:1:1: the mapping begins here
      1 | a:
        | ^
      help: give the lines of one level the same indentation
    """#,
    zh: #"""
      这里应是键，或缩进有误|映射从这里开始|让同一层的各行缩进相同
      """#),
  Fault(
    "a key inside a list", "a:\n  - 1\n  b: 2\n",
    #"""
    a.yaml:3:3: error: a list item that begins with `- ` is expected here [bad-indentation]
      3 |   b: 2
        |   ^
      a.yaml:2:3: the list begins here
      2 |   - 1
        |   ^
      help: give the lines of one level the same indentation
    """#,
    zh: #"""
      这里应是以 `- ` 开头的列表项|列表从这里开始|让同一层的各行缩进相同
      """#),
  Fault(
    "a dash behind a key", "a: - b\n",
    #"""
    a.yaml:1:4: error: a list item cannot begin here [misplaced-dash]
      1 | a: - b
        |    ^
      help: begin the list on a line of its own; quote the text if the `-` is part of it
    """#,
    zh: #"""
      这里不能开始列表项|列表项要另起一行；如果 `-` 是文字，请加引号
      """#),
  Fault(
    "a question mark behind a key", "a: ? b\n",
    #"""
    a.yaml:1:4: error: a key cannot stand here [misplaced-key]
      1 | a: ? b
        |    ^
      help: begin the key on a line of its own; quote the text if the `?` is part of it
    """#,
    zh: #"""
      这里不能出现键|键要另起一行；如果 `?` 是文字，请加引号
      """#),
  Fault(
    "a list that is not closed", "a: [1, 2\n",
    #"""
    a.yaml:1:4: error: the bracket `[` is not closed [unclosed-bracket]
      1 | a: [1, 2
        |    ^
      help: close the list with `]`
    """#,
    zh: #"""
      括号 `[` 没有闭合|在列表末尾加 `]`
      """#),
  Fault(
    "a mapping that is not closed", "a: {x: 1\n",
    #"""
    a.yaml:1:4: error: the bracket `{` is not closed [unclosed-bracket]
      1 | a: {x: 1
        |    ^
      help: close the mapping with `}`
    """#,
    zh: #"""
      括号 `{` 没有闭合|在映射末尾加 `}`
      """#),
  Fault(
    "a list that runs into a key", "a: [1, 2\nb: 3\n",
    #"""
    a.yaml:2:2: error: `,` or `]` is expected here [missing-comma]
      2 | b: 3
        |  ^
      a.yaml:1:4: the list begins here
      1 | a: [1, 2
        |    ^
      help: separate with `,` and end with `]`; quote a text that holds punctuation
    """#,
    zh: #"""
      这里应是 `,` 或 `]`|列表从这里开始|用 `,` 分隔，用 `]` 结束；含有标点的文字请加引号
      """#),
  Fault(
    "a wrong bracket", "a: {x: 1, y: [1, 2}\n",
    #"""
    a.yaml:1:19: error: `,` or `]` is expected here [missing-comma]
      1 | a: {x: 1, y: [1, 2}
        |                   ^
      a.yaml:1:14: the list begins here
      1 | a: {x: 1, y: [1, 2}
        |              ^
      help: separate with `,` and end with `]`; quote a text that holds punctuation
    """#,
    zh: #"""
      这里应是 `,` 或 `]`|列表从这里开始|用 `,` 分隔，用 `]` 结束；含有标点的文字请加引号
      """#),
  Fault(
    "a bracket that nothing opened", "a: ]\n",
    #"""
    a.yaml:1:4: error: `]` is not expected here [unexpected-text]
      1 | a: ]
        |    ^
      help: delete it, or quote the whole value
    """#,
    zh: #"""
      这里不应出现 `]`|删去，或给整个值加引号
      """#),
  Fault(
    "a comma too many", "a: [,]\n",
    #"""
    a.yaml:1:5: error: `,` is not expected here [unexpected-text]
      1 | a: [,]
        |     ^
      help: delete it, or quote the whole value
    """#,
    zh: #"""
      这里不应出现 `,`|删去，或给整个值加引号
      """#),
  Fault(
    "text behind a document's end", "a: 1\n...\nb: 2\n",
    #"""
    a.yaml:3:1: error: `b` is not expected here [unexpected-text]
      3 | b: 2
        | ^
      help: delete it, or quote the whole value
    """#,
    zh: #"""
      这里不应出现 `b`|删去，或给整个值加引号
      """#),
  Fault(
    "no document", "# nothing\n",
    #"""
    a.yaml: error: the file holds no document [no-document]
    """#,
    zh: #"""
      文件中没有内容
      """#),
  Fault(
    "several documents", "--- a\n--- b\n",
    #"""
    a.yaml:2:1: error: the file holds several documents; the second begins here [several-documents]
      2 | --- b
        | ^
      help: keep one document, or make files of the others
    """#,
    zh: #"""
      文件中有多个文档，第二个从这里开始|只保留一个文档，或拆成多个文件
      """#),
]
