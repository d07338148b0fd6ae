import Testing

/// Faults of keys and aliases, which do not end the reading.
struct YAMLKeyFaultTests {
  @Test(arguments: faults)
  func `a fault is shown where it is, with what to do`(_ fault: Fault) {
    fault.check(in: "a.yaml")
  }
}

private let faults: [Fault] = [
  Fault(
    "keys given twice, all of them", "a: 1\na: 2\nb: 1\n'a': 3\nb: 4\n",
    #"""
    a.yaml:2:1: error: the key `a` is given twice [duplicate-key]
      2 | a: 2
        | ^
      a.yaml:1:1: it is first given here
      1 | a: 1
        | ^
      help: delete one of them, or rename it
    a.yaml:4:1: error: the key `a` is given twice [duplicate-key]
      4 | 'a': 3
        | ^^^
      a.yaml:1:1: it is first given here
      1 | a: 1
        | ^
      help: delete one of them, or rename it
    a.yaml:5:1: error: the key `b` is given twice [duplicate-key]
      5 | b: 4
        | ^
      a.yaml:3:1: it is first given here
      3 | b: 1
        | ^
      help: delete one of them, or rename it
    """#,
    zh: #"""
      键 `a` 重复|第一次出现在这里|删去其中一个，或改名
      键 `a` 重复|第一次出现在这里|删去其中一个，或改名
      键 `b` 重复|第一次出现在这里|删去其中一个，或改名
      """#),
  Fault(
    "a key given twice in brackets", "a: {x: 1, x: 2}\n",
    #"""
    a.yaml:1:11: error: the key `x` is given twice [duplicate-key]
      1 | a: {x: 1, x: 2}
        |           ^
      a.yaml:1:5: it is first given here
      1 | a: {x: 1, x: 2}
        |     ^
      help: delete one of them, or rename it
    """#,
    zh: #"""
      键 `x` 重复|第一次出现在这里|删去其中一个，或改名
      """#),
  Fault(
    "a key that an alias repeats", "&k key: v\n*k : w\n",
    #"""
    a.yaml:2:1: error: the key `key` is given twice [duplicate-key]
      2 | *k : w
        | ^^
      a.yaml:1:4: it is first given here
      1 | &k key: v
        |    ^^^
      help: delete one of them, or rename it
    """#,
    zh: #"""
      键 `key` 重复|第一次出现在这里|删去其中一个，或改名
      """#),
  Fault(
    "a list as a key", "? [1]\n: 2\n",
    #"""
    a.yaml:1:3: error: a key cannot be a list or a mapping [key-not-scalar]
      1 | ? [1]
        |   ^
      help: write a name as the key
    """#,
    zh: #"""
      键不能是列表或映射|键要写成一个名称
      """#),
  Fault(
    "a mapping as a key", "{a: 1}: 2\n",
    #"""
    a.yaml:1:1: error: a key cannot be a list or a mapping [key-not-scalar]
      1 | {a: 1}: 2
        | ^
      help: write a name as the key
    """#,
    zh: #"""
      键不能是列表或映射|键要写成一个名称
      """#),
  Fault(
    "an alias for a list as a key", "a: &x [1]\n*x : 2\n",
    #"""
    a.yaml:2:1: error: a key cannot be a list or a mapping [key-not-scalar]
      2 | *x : 2
        | ^
      help: write a name as the key
    """#,
    zh: #"""
      键不能是列表或映射|键要写成一个名称
      """#),
  Fault(
    "an alias that is not defined", "a: *nope\n",
    #"""
    a.yaml:1:4: error: the alias `*nope` is not defined [undefined-alias]
      1 | a: *nope
        |    ^^^^^
      help: mark the value it stands for with `&nope` before it; quote it if it is a text
    """#,
    zh: #"""
      别名 `*nope` 没有定义|在前面用 `&nope` 标出它指的值；如果是文字，请加引号
      """#),
  Fault(
    "an alias that is misspelt", "a: &server 1\nb: *sever\n",
    #"""
    a.yaml:2:4: error: the alias `*sever` is not defined [undefined-alias]
      2 | b: *sever
        |    ^^^^^^
      help: did you mean `*server`?
    """#,
    zh: #"""
      别名 `*sever` 没有定义|是否指 `*server`？
      """#),
  Fault(
    "an alias inside what it stands for", "a: &x\n  b: [*x]\n",
    #"""
    a.yaml:2:7: error: the alias `*x` stands for a value that it is part of [alias-cycle]
      2 |   b: [*x]
        |       ^^
      a.yaml:2:3: the value begins here
      2 |   b: [*x]
        |   ^
      help: point to another value, or write the value out
    """#,
    zh: #"""
      别名 `*x` 指向包含它自身的值|该值从这里开始|改指其他值，或直接写出值
      """#),
  Fault(
    "problems before the one that ends the reading", "a: 1\nb: {c: 1, c: 2}\nd: *x\ne: [\n",
    #"""
    a.yaml:2:11: error: the key `c` is given twice [duplicate-key]
      2 | b: {c: 1, c: 2}
        |           ^
      a.yaml:2:5: it is first given here
      2 | b: {c: 1, c: 2}
        |     ^
      help: delete one of them, or rename it
    a.yaml:3:4: error: the alias `*x` is not defined [undefined-alias]
      3 | d: *x
        |    ^^
      help: mark the value it stands for with `&x` before it; quote it if it is a text
    a.yaml:4:5: error: a bracket is not closed [unclosed-bracket]
      4 | e: [
        |     ^
      help: add the missing `]` or `}`
    """#,
    zh: #"""
      键 `c` 重复|第一次出现在这里|删去其中一个，或改名
      别名 `*x` 没有定义|在前面用 `&x` 标出它指的值；如果是文字，请加引号
      括号没有闭合|补上缺少的 `]` 或 `}`
      """#),
]
