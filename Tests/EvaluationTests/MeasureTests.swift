import Evaluation
import Quantities
import Testing

@Suite struct MeasureTests {
  private static let project = "{parts: listed, facts: {pue: 1.25, investment: 60, start: 2025-01-10, end: 2025-02-10}}"
  private static let lines = """
    - {kind: cpu, model: Kernelchip, quantity: 3}
    - {kind: cpu, model: Elbechip, quantity: unknown}
    - {kind: accelerator, quantity: 2}
    """

  private func value(_ measure: String, project: String = project, lines: String = lines) throws -> String? {
    try Bench.judge("measure: \(measure), at_least: 0", lines: lines, project: project).interval
  }

  @Test(arguments: [
    ("{count: {among: {kind: accelerator}}}", "1"), ("{count: {among: {kind: cpu}}}", "[1, 2]"),
    ("{count: {among: {kind: os}}}", "0"),
    ("{count: {among: domestic}}", "[1, 2]"), ("{total: {of: lines, among: {kind: cpu}}}", "[1, 2]"),
    ("{total: {of: quantity, among: {kind: accelerator}}}", "2"),
    ("{total: {of: quantity, among: {kind: cpu}}}", "[3, ∞]"),
    ("{total: {of: quantity, among: {kind: os}}}", "0"),
    ("{total: {of: fp16_tflops, among: {kind: accelerator}}}", "[0, 16]"),
    ("{total: {of: quantity, among: {kind: accelerator, tags: x}}}", "[0, 2]"), ("{fact: pue}", "1.25"),
  ])
  func `a count and a total are intervals too`(measure: String, expected: String) throws {
    #expect(try value(measure) == expected)
  }

  @Test(arguments: [
    ("from: start, until: end", "31"), ("from: end, until: start", "0"), ("from: 2025-01-01, until: 2026-01-01", "365"),
    ("from: 2024-01-01, until: 2025-01-01", "366"), ("from: start, until: 2025-01-10", "0"),
    ("from: start, until: end, within: [2025-01-20, 2025-01-30]", "10"),
    ("from: start, until: end, within: [2024-01-01, 2025-01-30]", "20"),
    ("from: start, until: end, within: [2025-02-01, 2026-01-01]", "9"),
    ("from: start, until: end, within: [2025-03-01, 2025-12-31]", "0"),
    ("from: start, until: end, within: [2024-01-01, 2024-12-31]", "0"),
    ("from: start, until: end, within: [start, end]", "31"),
    ("from: 2025-01-01, until: 2025-12-31, within: [start, 2025-01-31]", "21"),
  ])
  func `days are the plain difference of what overlaps`(days: String, expected: String) throws {
    #expect(try value("{days: {\(days)}}") == expected)
  }

  @Test(arguments: [
    "from: start, until: end", "from: 2025-01-01, until: end",
    "from: 2025-01-01, until: 2025-02-01, within: [start, end]",
  ])
  func `days of a date that is missing are any number`(days: String) throws {
    let result = try Bench.judge("measure: {days: {\(days)}}, above: 3", lines: Self.lines, project: "{}")
    #expect(result.interval == "[0, ∞]")
    #expect(result.reason == .missingFact)
    #expect(result.missing.contains("end") || result.missing.contains("start"))
  }

  @Test(
    arguments: [
      ("[{fact: pue}, {fact: investment}]", "75"), ("[{fact: investment}]", "60"),
      ("[{total: {of: quantity, among: {kind: cpu}}}, {fact: pue}]", "[3.75, ∞]"),
      // Nothing of what has no limit is nothing.
      ("[{total: {of: quantity, among: {kind: cpu}}}, {count: {among: {kind: os}}}]", "0"),
      ("[{total: {of: quantity, among: {kind: cpu}}}, {count: {among: {kind: accelerator, tags: x}}}]", "[0, ∞]"),
      ("[{share: {of: domestic, among: {kind: cpu}, by: quantity}}, {fact: investment}]", "[0, 60]"),
      ("[{fact: renewable_share}, {fact: pue}]", "[-∞, ∞]"),
      ("[{fact: renewable_share}, {count: {among: {kind: os}}}]", "0"),
      ("[{share: {of: domestic, among: {kind: os}, by: quantity}}, {fact: pue}]", nil),
    ] as [(String, String?)])
  func `a product follows interval arithmetic`(factors: String, expected: String?) throws {
    let result = try Bench.judge(
      "measure: {product: \(factors)}, at_least: 0", lines: Self.lines, project: Self.project)
    #expect(result.interval == expected)
    #expect((result.verdict == .notApplicable) == (expected == nil))
  }

  @Test(
    arguments: [
      ("{fact: investment}", "{fact: pue}", "48"), ("{fact: investment}", "{count: {among: {kind: cpu}}}", "[30, 60]"),
      ("{fact: investment}", "{total: {of: quantity, among: {kind: cpu}}}", "[0, 20]"),
      ("{total: {of: quantity, among: {kind: cpu}}}", "{fact: pue}", "[2.4, ∞]"),
      // The divisor may be 0.
      ("{fact: investment}", "{count: {among: {kind: os}}}", "[0, ∞]"),
      ("{fact: investment}", "{fact: renewable_share}", "[0, ∞]"),
      ("{fact: investment}", "{count: {among: {kind: accelerator, tags: x}}}", "[0, ∞]"),
      ("{count: {among: {kind: os}}}", "{count: {among: {kind: os}}}", "[0, ∞]"),
      ("{fact: pue}", "{share: {of: domestic, among: {kind: os}, by: quantity}}", nil),
      ("{share: {of: domestic, among: {kind: os}, by: quantity}}", "{fact: pue}", nil),
    ] as [(String, String, String?)])
  func `a quotient follows interval arithmetic`(of: String, to: String, expected: String?) throws {
    #expect(try value("{quotient: {of: \(of), to: \(to)}}") == expected)
  }
}
