import Evaluation
import Policy
import Quantities
import Testing

@Suite struct DistanceTests {
  private static let share = "measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}"

  private static func lines(_ domestic: Int, _ foreign: Int) -> String {
    "- {kind: cpu, model: Kernelchip, quantity: \(domestic)}\n- {kind: cpu, model: Elbechip, quantity: \(foreign)}"
  }

  @Test(arguments: [(1, 1), (3, 1), (7, 5), (90, 11), (13, 87)])
  func `so many more, and not one less, make a share high enough`(domestic: Int, foreign: Int) throws {
    for (threshold, comparison) in [
      (50, "at_least"), (50, "above"), (90, "at_least"), (90, "above"), (33, "above"), (99, "at_least"),
    ] {
      let requirement = "\(Self.share), \(comparison): \(threshold)%"
      let result = try Bench.judge(requirement, lines: Self.lines(domestic, foreign))
      guard result.verdict == .fail else {
        #expect(result.distance == nil)
        continue
      }
      guard case .add(let more, .quantity) = result.distance, let count = Int("\(more)") else {
        Issue.record("\(String(describing: result.distance)) for \(requirement)")
        continue
      }
      #expect(try Bench.judge(requirement, lines: Self.lines(domestic + count, foreign)).verdict == .pass)
      #expect(try Bench.judge(requirement, lines: Self.lines(domestic + count - 1, foreign)).verdict == .fail)
    }
  }

  @Test(arguments: [(2, 1), (3, 1), (7, 5), (90, 11)])
  func `so many fewer, and not one less, make a share low enough`(domestic: Int, foreign: Int) throws {
    for (threshold, comparison) in [(50, "at_most"), (50, "below"), (10, "at_most"), (33, "below")] {
      let requirement = "\(Self.share), \(comparison): \(threshold)%"
      let result = try Bench.judge(requirement, lines: Self.lines(domestic, foreign))
      guard case .remove(let fewer, .quantity) = result.distance, let count = Int("\(fewer)") else {
        Issue.record("\(String(describing: result.distance)) for \(requirement)")
        continue
      }
      if count < domestic {
        #expect(try Bench.judge(requirement, lines: Self.lines(domestic - count, foreign)).verdict == .pass)
      }
      #expect(try Bench.judge(requirement, lines: Self.lines(domestic - count + 1, foreign)).verdict == .fail)
    }
  }

  @Test(arguments: [
    ("\(share), at_least: 100%", "replace 1"), ("\(share), at_least: 101%", "none"), ("\(share), above: 100%", "none"),
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, at_least: 9", "add 5"),
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, above: 9", "add 6"),
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, at_most: 1", "remove 3"),
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, below: 1", "remove 4"),
    ("measure: {total: {of: amount, among: {kind: cpu}}}, at_least: 1", "add 1"),
    ("measure: {fact: pue}, at_most: 1.2", "lower 0.3"), ("measure: {fact: pue}, at_least: 1.7", "raise 0.2"),
    ("measure: {fact: racks}, at_least: 1", "none"),
    ("every: {among: {kind: cpu}, must: domestic}", "lines 1"), ("none: {kind: cpu}", "lines 2"),
    ("every: {among: {kind: cpu}, must: {kind: cpu}}", "none"),
    ("project: {hub: true}", "none"),
  ])
  func `what would settle a requirement is said in its own units`(requirement: String, expected: String) throws {
    let result = try Bench.judge(requirement, lines: Self.lines(3, 1), project: "{parts: listed, facts: {pue: 1.5}}")
    let text =
      switch result.distance {
      case .add(let number, _): "add \(number)"
      case .replace(let number, _): "replace \(number)"
      case .remove(let number, _): "remove \(number)"
      case .raise(let number): "raise \(number)"
      case .lower(let number): "lower \(number)"
      case .lines(let count): "lines \(count)"
      case nil: "none"
      }
    #expect(text == expected)
  }
}
