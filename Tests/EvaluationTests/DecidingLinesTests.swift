import Evaluation
import Inventory
import Testing

@Suite struct DecidingLinesTests {
  private static let lines = """
    - {id: k3, kind: cpu, model: Kernelchip, quantity: 3, unit_price: 1}
    - {id: e2, kind: cpu, model: Elbechip, quantity: 2, unit_price: 9}
    - {id: k5, kind: cpu, model: Kernelchip, quantity: 5, unit_price: 1}
    - {id: e4, kind: cpu, model: Elbechip, quantity: 4}
    - {id: e2b, kind: cpu, model: Elbechip, quantity: 2, unit_price: 9}
    - {id: os, kind: os, vendor: Southgate, quantity: 99, unit_price: 1}
    """
  private static let openLines = """
    - {id: k3, kind: cpu, model: Kernelchip, quantity: 3}
    - {id: u1, kind: cpu, model: Zeta Q77, quantity: 1}
    - {id: e2, kind: cpu, model: Elbechip, quantity: 2}
    - {id: u4, kind: cpu, quantity: 4}
    - {id: u1b, kind: cpu, quantity: 1}
    - {id: some, kind: cpu, model: Kernelchip, quantity: unknown}
    """

  private func deciding(_ requirement: String, _ lines: String) throws -> [String] {
    let result = try Bench.assess(
      Bench.policy("requirements: {r: {clause: c, force: mandatory, \(requirement)}}"), lines: lines)
    return try result.requirement().lines.map { result.bom.lines[$0].place }
  }

  @Test(arguments: [
    // A share that is too low fails by what is surely not of, the heaviest first, ties in the bill's order.
    ("measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, at_least: 90%", ["e4", "e2", "e2b"]),
    ("measure: {share: {of: domestic, among: {kind: cpu}, by: lines}}, at_least: 90%", ["e2", "e4", "e2b"]),
    // One that is too high by what surely is.
    ("measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, below: 10%", ["k5", "k3"]),
    // A total that is too high by what is surely in it; nothing in it makes it too low.
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, at_most: 10", ["k5", "e4", "k3", "e2", "e2b"]),
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, at_least: 100", []),
    ("measure: {count: {among: {kind: cpu}}}, at_most: 2", ["k3", "e2", "k5", "e4", "e2b"]),
    // A condition by the lines that break it.
    ("every: {among: {kind: cpu}, must: domestic}", ["e4", "e2", "e2b"]),
    ("none: {kind: cpu, not: domestic}", ["e4", "e2", "e2b"]),
    // A pass by none.
    ("measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, at_least: 50%", []),
    ("none: {kind: network}", []),
    ("every: {among: {kind: os}, must: {kind: os}}", []), ("measure: {fact: pue}, at_least: 1", []),
    // One whose weight may be 0 does not hold the share down for sure.
    ("measure: {share: {of: domestic, among: {kind: cpu}, by: amount}}, at_least: 90%", ["e2", "e2b"]),
  ])
  func `a failure rests on the lines that surely count against it`(requirement: String, places: [String]) throws {
    #expect(try deciding(requirement, Self.lines) == places)
  }

  @Test(arguments: [
    ("measure: {share: {of: domestic, among: {kind: cpu}, by: quantity}}, at_least: 90%", ["some", "u4", "u1", "u1b"]),
    ("measure: {total: {of: quantity, among: {kind: cpu}}}, at_least: 100", ["some"]),
    ("measure: {count: {among: {kind: cpu}}}, at_least: 6", ["some"]),
    ("every: {among: {kind: cpu, quantity: {at_most: 1}}, must: domestic}", ["u1", "u1b"]),
    ("none: {kind: cpu, quantity: {at_most: 1}, not: domestic}", ["u1", "u1b"]),
  ])
  func `what is open rests on the lines of which too little is known`(requirement: String, places: [String]) throws {
    #expect(try deciding(requirement, Self.openLines) == places)
  }

  @Test func `a sure failure is not blamed on lines that are open`() throws {
    let places = try deciding("every: {among: {kind: cpu}, must: domestic}", Self.openLines)
    #expect(places == ["e2"])
  }

  @Test func `an open product names each line once`() throws {
    let share = "{share: {of: domestic, among: {kind: cpu}, by: quantity}}"
    let places = try deciding(
      "measure: {product: [{total: {of: quantity, among: {kind: cpu}}}, \(share)]}, at_least: 20", Self.openLines)
    #expect(places == ["some", "u4", "u1", "u1b"])
  }
}
