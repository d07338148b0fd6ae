import Evaluation
import Quantities
import Testing

@Suite struct ShareTests {
  private static let kernel = "- {kind: cpu, model: Kernelchip, quantity: "
  private static let elbe = "- {kind: cpu, model: Elbechip, quantity: "
  private static let unknown = "- {kind: cpu, model: Zeta Q77, quantity: "

  @Test(arguments: [
    // Surely of, surely not of, and either.
    ([(kernel, "3"), (elbe, "1")], "0.75"), ([(kernel, "3")], "1"), ([(elbe, "3")], "0"),
    ([(kernel, "3"), (unknown, "1")], "[0.75, 1]"), ([(elbe, "3"), (unknown, "1")], "[0, 0.25]"),
    ([(unknown, "1")], "[0, 1]"), ([(kernel, "1"), (elbe, "2")], "1/3"), ([(kernel, "0.5"), (elbe, "1.5")], "0.25"),
    // A quantity that may be 0 and may be anything.
    ([(kernel, "3"), (elbe, "unknown")], "[0, 1]"), ([(kernel, "unknown"), (elbe, "3")], "[0, 1]"),
    ([(kernel, "unknown"), (elbe, "unknown")], "[0, 1]"), ([(kernel, "3"), (kernel, "unknown")], "1"),
    ([(elbe, "3"), (elbe, "unknown")], "0"), ([(unknown, "unknown")], "[0, 1]"),
    // Sums of 0 over 0: only such lines can be there.
    ([(kernel, "unknown")], "1"), ([(elbe, "unknown")], "0"),
  ])
  func `a share by quantity is the interval that the unknowns allow`(lines: [(String, String)], interval: String) throws
  {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, at_least: 50%",
      lines: lines.map { $0.0 + $0.1 + "}" }.joined(separator: "\n"))
    #expect(result.interval == interval)
  }

  private static let nova = "- {kind: accelerator, model: Nova Prime, quantity: "
  private static let sirius = "- {kind: accelerator, model: Sirius Max, quantity: "
  private static let plain = "- {kind: accelerator, model: Plainboard, quantity: "
  private static let northern = "- {kind: cpu, vendor: Northwind, quantity: "

  @Test(arguments: [
    ([(nova, "2"), (sirius, "1")], "[4/7, 0.8]"), ([(sirius, "1")], "0"),
    // A figure that is missing lies between 0 and the bound of its kind, 8.
    ([(nova, "1"), (plain, "1")], "[1/3, 1]"), ([(plain, "1")], "0"), ([(nova, "2"), (plain, "3")], "[0.25, 1]"),
    // A kind without a bound: the limit.
    ([(kernel, "1"), (elbe, "1")], "[0, 1]"), ([(northern, "1"), (kernel, "1")], "1"),
    ([(northern, "1"), (sirius, "1")], "[0, 1]"), ([(northern, "1")], "1"), ([(elbe, "1")], "0"),
    ([(nova, "1"), (sirius, "unknown")], "[0, 1]"),
  ])
  func `a share by a figure of one unit regards its limits`(lines: [(String, String)], interval: String) throws {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: compute, by: fp16_tflops}}, at_least: 50%",
      lines: lines.map { $0.0 + $0.1 + "}" }.joined(separator: "\n"))
    #expect(result.interval == interval)
  }

  @Test(arguments: [
    // Whether a product nobody knows is tagged is open, so it is only possibly among.
    ("- {kind: cpu, vendor: Northwind, model: Zeta Q77, quantity: 3}", "1"),
    ("- {kind: cpu, vendor: Southgate, model: Zeta Q77, quantity: 3}", "0"),
    ("- {kind: cpu, model: Zeta Q77, quantity: 3}", "[0, 1]"),
    (
      "- {kind: cpu, vendor: Northwind, quantity: 3, tags: [x]}\n- {kind: cpu, vendor: Southgate, quantity: 1}",
      "[0.75, 1]"
    ),
    (
      "- {kind: cpu, vendor: Southgate, quantity: 3, tags: [x]}\n- {kind: cpu, vendor: Northwind, quantity: 1}",
      "[0, 0.25]"
    ),
    ("- {kind: cpu, vendor: Northwind, quantity: 3}\n- {kind: cpu, vendor: Southgate, quantity: 1}", "[0, 1]"),
  ])
  func `lines that are only possibly among are left out where that moves the end`(lines: String, interval: String)
    throws
  {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {tags: x}, by: quantity}}, at_least: 50%", lines: lines)
    #expect(result.interval == interval)
  }

  @Test(arguments: [
    ("quantity", "- {kind: os, quantity: 3}"), ("amount", "- {kind: cpu, quantity: 3, unit_price: 0}"),
    ("fp16_tflops", "- {kind: cpu, quantity: 3, specs: {fp16_tflops: 0}}"),
    ("fp16_tflops", "- {kind: cpu, quantity: unknown, specs: {fp16_tflops: 0}}"),
  ])
  func `a share of nothing does not exist`(basis: String, lines: String) throws {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: {kind: cpu}, by: \(basis)}}, at_least: 50%", lines: lines)
    #expect(result.interval == nil)
    #expect(result.verdict == .notApplicable)
    #expect(result.reason == .noLine)
  }

  @Test(arguments: [
    ("lines", "[0.5, 0.75]"), ("quantity", "[0.2, 0.9]"),
  ])
  func `lines count one each, and a line of the other kind not at all`(basis: String, interval: String) throws {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: compute, by: \(basis)}}, at_least: 50%",
      lines: """
        - {kind: cpu, model: Kernelchip, quantity: 1}
        - {kind: accelerator, model: Nova Prime, quantity: 1}
        - {kind: accelerator, model: Sirius Max, quantity: 1}
        - {kind: accelerator, model: Zeta Q77, quantity: 7}
        - {kind: os, model: Northroot, quantity: 1000}
        """)
    #expect(result.interval == interval)
  }

  @Test func `a part counts its number times that of its parents`() throws {
    let result = try Bench.judge(
      "measure: {share: {of: domestic, among: compute, by: quantity}}, at_least: 50%",
      lines: """
        - kind: server
          quantity: 3
          contains:
            - {kind: accelerator, model: Nova Prime, quantity: 8}
            - kind: other
              quantity: 2
              contains: [{kind: cpu, model: Elbechip, quantity: 0.5}]
        """)
    // 24 of 27.
    #expect(result.interval == "8/9")
    #expect(result.measure?.parts.map(\.weight.description) == ["24", "3"])
  }
}
