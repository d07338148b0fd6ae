import Testing

/// Faults inside a value.
struct JSONValueFaultTests {
  @Test(arguments: faults)
  func `a fault is shown where it is, with what to do`(_ fault: Fault) {
    fault.check(in: "a.json")
  }
}

private let faults: [Fault] = [
  Fault(
    "single quotes", "['a']",
    #"""
    a.json:1:2: error: a value is expected here, not `'` [missing-value]
      1 | ['a']
        |  ^
      help: write a text in double quotes
    """#,
    zh: #"""
      这里应是一个值，而不是 `'`|文字要写在双引号中
      """#),
  Fault(
    "numbers that JSON does not have", "[01, -, 1., .5, +1, 1e, 0x1F, 90%]",
    #"""
    a.json:1:2: error: `01` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |  ^^
      help: a number has no leading zero, unit or separator; quote a text
    a.json:1:6: error: `-` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |      ^
      help: a number has no leading zero, unit or separator; quote a text
    a.json:1:9: error: `1.` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |         ^^
      help: a number has no leading zero, unit or separator; quote a text
    a.json:1:13: error: `.5` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |             ^^
      help: a number has no leading zero, unit or separator; quote a text
    a.json:1:17: error: `+1` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |                 ^^
      help: a number has no leading zero, unit or separator; quote a text
    a.json:1:21: error: `1e` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |                     ^^
      help: a number has no leading zero, unit or separator; quote a text
    a.json:1:25: error: `0x1F` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |                         ^^^^
      help: a number has no leading zero, unit or separator; quote a text
    a.json:1:31: error: `90%` is no JSON number [bad-number]
      1 | [01, -, 1., .5, +1, 1e, 0x1F, 90%]
        |                               ^^^
      help: a number has no leading zero, unit or separator; quote a text
    """#,
    zh: #"""
      `01` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      `-` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      `1.` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      `.5` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      `+1` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      `1e` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      `0x1F` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      `90%` 不是 JSON 数字|数字不能有前导零、单位或分隔符；文字要加引号
      """#),
  Fault(
    "words without quotes", "[NaN, True, tru, 昇腾]",
    #"""
    a.json:1:2: error: `NaN` is not in quotes [text-not-quoted]
      1 | [NaN, True, tru, 昇腾]
        |  ^^^
      help: write a text in double quotes; only `true`, `false`, `null` and numbers go without
    a.json:1:7: error: `True` is not in quotes [text-not-quoted]
      1 | [NaN, True, tru, 昇腾]
        |       ^^^^
      help: write a text in double quotes; only `true`, `false`, `null` and numbers go without
    a.json:1:13: error: `tru` is not in quotes [text-not-quoted]
      1 | [NaN, True, tru, 昇腾]
        |             ^^^
      help: write a text in double quotes; only `true`, `false`, `null` and numbers go without
    a.json:1:18: error: `昇腾` is not in quotes [text-not-quoted]
      1 | [NaN, True, tru, 昇腾]
        |                  ^^^^
      help: write a text in double quotes; only `true`, `false`, `null` and numbers go without
    """#,
    zh: #"""
      `NaN` 没有引号|文字要写在双引号中；不加引号的只有 `true`、`false`、`null` 和数字
      `True` 没有引号|文字要写在双引号中；不加引号的只有 `true`、`false`、`null` 和数字
      `tru` 没有引号|文字要写在双引号中；不加引号的只有 `true`、`false`、`null` 和数字
      `昇腾` 没有引号|文字要写在双引号中；不加引号的只有 `true`、`false`、`null` 和数字
      """#),
  Fault(
    "a tab in a string", "[\"华\t为\"]",
    #"""
    a.json:1:4: error: a control character in a text is not escaped [control-character]
      1 | ["华 为"]
        |     ^
      help: write `\t`
    """#,
    zh: #"""
      文字中有未转义的控制字符|写作 `\t`
      """#),
  Fault(
    "an escape character in a string", "[\"\u{1B}[31m\"]",
    #"""
    a.json:1:3: error: a control character in a text is not escaped [control-character]
      1 | ["␛[31m"]
        |   ^
      help: write `\u001b`
    """#,
    zh: #"""
      文字中有未转义的控制字符|写作 `\u001b`
      """#),
  Fault(
    "a line break in a string", "[\"a\nb\"]",
    #"""
    a.json:1:2: error: the quote is not closed on its line [unclosed-quote]
      1 | ["a
        |  ^
      help: add `"`; write a line break as `\n`
    """#,
    zh: #"""
      引号没有在本行闭合|补上 `"`；换行写作 `\n`
      """#),
  Fault(
    "a string that is not closed", "[\"abc",
    #"""
    a.json:1:2: error: the quote is not closed on its line [unclosed-quote]
      1 | ["abc
        |  ^
      help: add `"`; write a line break as `\n`
    """#,
    zh: #"""
      引号没有在本行闭合|补上 `"`；换行写作 `\n`
      """#),
  Fault(
    "an unknown escape", "[\"C:\\data\"]",
    #"""
    a.json:1:5: error: the escape `\d` is wrong [bad-escape]
      1 | ["C:\data"]
        |     ^^
      help: write `\\` for a backslash
    """#,
    zh: #"""
      转义 `\d` 有误|反斜杠写作 `\\`
      """#),
  Fault(
    "a cut escape", "[\"\\u12\"]",
    #"""
    a.json:1:3: error: the escape `\u12` is wrong [bad-escape]
      1 | ["\u12"]
        |   ^^^^
      help: write `\\` for a backslash
    """#,
    zh: #"""
      转义 `\u12` 有误|反斜杠写作 `\\`
      """#),
  Fault(
    "the first half of a pair", "[\"\\uD83D\"]",
    #"""
    a.json:1:3: error: `\uD83D` is half a character [lone-surrogate]
      1 | ["\uD83D"]
        |   ^^^^^^
      help: write both escapes of the pair, or the character itself
    """#,
    zh: #"""
      `\uD83D` 只是半个字符|写出成对的两个转义，或直接写出该字符
      """#),
  Fault(
    "the second half of a pair", "[\"\\uDE00\"]",
    #"""
    a.json:1:3: error: `\uDE00` is half a character [lone-surrogate]
      1 | ["\uDE00"]
        |   ^^^^^^
      help: write both escapes of the pair, or the character itself
    """#,
    zh: #"""
      `\uDE00` 只是半个字符|写出成对的两个转义，或直接写出该字符
      """#),
  Fault(
    "a first half before another character", "[\"\\uD83D\\u0041\"]",
    #"""
    a.json:1:3: error: `\uD83D` is half a character [lone-surrogate]
      1 | ["\uD83D\u0041"]
        |   ^^^^^^
      help: write both escapes of the pair, or the character itself
    """#,
    zh: #"""
      `\uD83D` 只是半个字符|写出成对的两个转义，或直接写出该字符
      """#),
  Fault(
    "a stray character", "[@]",
    #"""
    a.json:1:2: error: a value is expected here, not `@` [missing-value]
      1 | [@]
        |  ^
      help: write a value, or `null` if there is none
    """#,
    zh: #"""
      这里应是一个值，而不是 `@`|写出值，没有值时写 `null`
      """#),
]
