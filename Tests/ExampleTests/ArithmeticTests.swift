import Testing

/// The measure must be right before anything is measured by it.
struct ArithmeticTests {
  @Test(arguments: [
    ("1 + 2×3", "7"), ("(1 + 2)*3", "9"), ("1/3 + 1/6", "1/2"), ("7 - 2 - 1", "4"), ("12/4/3", "1"), ("90%", "9/10"),
    ("0.925 = 37/40", "37/40"), ("10_000_000", "10000000"), ("50% × 4 = 2", "2"),
  ])
  func `a line of arithmetic has this value`(text: String, value: String) throws {
    #expect(try Arithmetic.value(of: text).description == value)
  }

  @Test(arguments: ["", "1 +", "(1", "1 2", "1/0", "1 = 2", "1/3 = 0.333", "x", "1..2"])
  func `a line that is wrong is refused`(text: String) {
    #expect(throws: Mistake.self) { try Arithmetic.value(of: text) }
  }

  @Test(arguments: [
    "a/b: 0.9 >= 90% -> fail", "a/b: 0.899 >= 90% -> pass", "a/b: 0.8 .. 1 >= 90% -> pass", "a/b: 0.5 > 0.5 -> pass",
    "a/b: 0.5 <= 0.4 -> pass", "a/b: 0.3 .. 0.5 <= 0.4 -> fail", "a/b: 0 .. ∞ <= 3 -> pass", "a b c: 1 -> pass",
    "-> pass so it is",
  ])
  func `a verdict that does not follow is refused`(line: String) {
    #expect(throws: Mistake.self) { try Statement(line) }
  }

  @Test(arguments: [
    "a/b: 0.9 >= 90% -> pass", "a/b: 0.8 .. 1 >= 90% -> undetermined", "a/b by amount: 1/2 < 60% -> pass",
    "a/b: 4 .. ∞ <= 3 -> fail", "a/b: 4 .. ∞ >= 3 -> pass", "a/b -> undetermined basis [s1, s2]", "-> not_applicable",
  ])
  func `a verdict that follows is taken`(line: String) throws {
    _ = try Statement(line)
  }
}
