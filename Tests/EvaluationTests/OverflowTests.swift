import Diagnostics
import Evaluation
import Quantities
import Testing

@Suite struct OverflowTests {
  private func message(
    _ requirement: String, lines: String, project: String = "{parts: listed}", _ language: Language = .en
  ) throws -> String {
    let book = try Bench.book([Bench.policy("requirements: {r: {clause: c, force: mandatory, \(requirement)}}")])
    let bill = try Bench.bill(lines, project: project, in: book)
    let day = try #require(Day("2025-03-01"))
    do throws(Problems) {
      _ = try Assessor(book: book).assess(bill, on: day)
      Issue.record("nothing overflowed")
      return ""
    } catch {
      return error.sorted.map { $0.rendered(in: language) }.joined(separator: "\n")
    }
  }

  private static let many = "- {kind: cpu, quantity: 8e37}\n- {id: last, kind: cpu, quantity: 8e37}"

  @Test func `a sum past the limit names the line at which it got there`() throws {
    let expected = """
      bill.yaml:5:3: error: at line `last` the sum grows past what exact arithmetic holds [overflow]
        5 | - {id: last, kind: cpu, quantity: 8e37}
          |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: check the quantity and the price of that line
      """
    for requirement in [
      "measure: {total: {of: quantity, among: {kind: cpu}}}, at_least: 1",
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, at_least: 50%",
    ] {
      #expect(try message(requirement, lines: Self.many) == expected)
    }
  }

  @Test func `an amount past the limit names its line, in both languages`() throws {
    let lines = "- {kind: os, quantity: 1}\n- {kind: cpu, quantity: 1e37, unit_price: 1e20}"
    let requirement = "none: {kind: os}"
    #expect(
      try message(requirement, lines: lines) == """
        bill.yaml:5:3: error: at line `2` the sum grows past what exact arithmetic holds [overflow]
          5 | - {kind: cpu, quantity: 1e37, unit_price: 1e20}
            |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: check the quantity and the price of that line
        """)
    #expect(
      try message(requirement, lines: lines, .zh) == """
        bill.yaml:5:3: 错误: 加到第 `2` 行时，合计超出精确计算的范围 [overflow]
          5 | - {kind: cpu, quantity: 1e37, unit_price: 1e20}
            |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          建议: 请核对这一行的数量和单价
        """)
  }

  @Test func `a figure of many units past the limit names its line`() throws {
    let lines = "- {id: a, kind: cpu, quantity: 1e37, specs: {fp16_tflops: 1e37}}"
    let text = try message("measure: {total: {of: fp16_tflops, among: {kind: cpu}}}, at_least: 1", lines: lines)
    #expect(text.hasPrefix("bill.yaml:4:3: error: at line `a` the sum grows past"))
  }

  @Test func `where no line is at fault the bill is`() throws {
    let text = try message(
      "measure: {product: [{fact: investment}, {fact: investment}]}, at_least: 1", lines: "- {kind: os, quantity: 1}",
      project: "{facts: {investment: 1e20}}")
    #expect(text == "bill.yaml: error: a number grows past what exact arithmetic holds [overflow]")
  }

  @Test func `large numbers that still fit are compared exactly`() throws {
    let lines = "- {kind: cpu, model: Kernelchip, quantity: 4e37}\n- {kind: cpu, model: Elbechip, quantity: 1}"
    let share = "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}"
    #expect(try Bench.judge("\(share), below: 100%", lines: lines).verdict == .pass)
    #expect(try Bench.judge("\(share), at_least: 99.9999999999999999%", lines: lines).verdict == .pass)
  }
}
