import Diagnostics
import Testing

@Suite struct ChineseFaultTests {
  @Test(arguments: [
    Fault(
      "statu: x\n" + Books.plain,
      """
      policy.yaml:9:1: 错误: 未知的键 `statu` [unknown-key]
        9 | statu: x
          | ^^^^^
        建议: 是否想写 `status`？
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: domestc}}",
      """
      policy.yaml:9:55: 错误: 未知的定义 `domestc` [unknown-definition]
        9 | requirements: {r: {clause: c, force: mandatory, none: domestc}}
          |                                                       ^^^^^^^
        建议: 是否想写 `domestic`？
      """),
    Fault(
      "",
      """
      policy.yaml:8:3: 错误: 条款 `c` 没有被任何要求或补贴引用 [unused-clause]
        8 |   c: {quote: quote, source: source, read: verbatim}
          |   ^
        建议: 若只是背景，请写 `context: true`
      """),
    Fault(
      Books.plain + "\ngrants: {g: {clause: c, amount: {rate: 5%}}}",
      """
      policy.yaml:10:33: 错误: 比例没有写基数 [missing-key]
        10 | grants: {g: {clause: c, amount: {rate: 5%}}}
           |                                 ^^^^^^^^^^
        建议: 写上 `of: <指标>`
      """),
    Fault(
      Books.plain + "\napplies_to: {any: []}",
      """
      policy.yaml:10:19: 错误: 条件的列表是空的 [empty]
        10 | applies_to: {any: []}
           |                   ^^
        建议: 至少写一项，或删去这个键
      """),
    Fault(
      "definitions: {domestic: {made_in: CN}}\n" + Books.plain,
      """
      policy.yaml:9:15: 错误: 定义 `domestic` 已经存在 [redefined]
        9 | definitions: {domestic: {made_in: CN}}
          |               ^^^^^^^^
        definitions.yaml:2:13: 第一处在这里
        2 |   domestic: {vendor_country: CN}
          |             ^^^^^^^^^^^^^^^^^^^^
      """),
  ])
  func `a fault is told in Chinese too`(fault: Fault) throws {
    #expect(try Books.fault(in: .zh, Books.policy(fault.parts)) == fault.message)
  }
}
