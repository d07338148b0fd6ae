import Seeds
import Quantities
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [
    // value, step, down, up, half up, half even
    ("2.5", "1", "2", "3", "3", "2"), ("3.5", "1", "3", "4", "4", "4"), ("-2.5", "1", "-2", "-3", "-3", "-2"),
    ("-3.5", "1", "-3", "-4", "-4", "-4"), ("0.5", "1", "0", "1", "1", "0"), ("-0.5", "1", "0", "-1", "-1", "0"),
    ("2.4", "1", "2", "3", "2", "2"), ("2.6", "1", "2", "3", "3", "3"), ("-2.4", "1", "-2", "-3", "-2", "-2"),
    ("-2.6", "1", "-2", "-3", "-3", "-3"), ("7", "1", "7", "7", "7", "7"), ("-7", "1", "-7", "-7", "-7", "-7"),
    ("0", "0.01", "0", "0", "0", "0"), ("1.005", "0.01", "1", "1.01", "1.01", "1"),
    ("1.015", "0.01", "1.01", "1.02", "1.02", "1.02"), ("0.0099", "0.01", "0", "0.01", "0.01", "0.01"),
    ("25102.7", "1", "25102", "25103", "25103", "25103"), ("1250", "500", "1000", "1500", "1500", "1000"),
    ("1750", "500", "1500", "2000", "2000", "2000"), ("1/3", "1/4", "0.25", "0.5", "0.25", "0.25"),
    ("3/8", "1/4", "0.25", "0.5", "0.5", "0.5"), ("1/8", "1/4", "0", "0.25", "0.25", "0"),
    ("12345.6789", "10000", "10000", "20000", "10000", "10000"),
  ])
  func `a number is rounded to the multiple that the mode says`(
    value: String, step: String, down: String, up: String, halfUp: String, halfEven: String
  ) throws {
    let number = try Rational(exact: value)
    let to = try Rational(exact: step)
    #expect(try number.rounded(to: to, .down) == Rational(exact: down))
    #expect(try number.rounded(to: to, .up) == Rational(exact: up))
    #expect(try number.rounded(to: to, .halfUp) == Rational(exact: halfUp))
    #expect(try number.rounded(to: to, .halfEven) == Rational(exact: halfEven))
  }

  @Test(arguments: Rounding.allCases)
  func `the result is a multiple less than a step away, and rounding again changes nothing`(mode: Rounding) throws {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<500 {
      let value = try random.rational(bits: 40)
      let step = try Rational(max(1, random.magnitude(bits: 20)), over: max(1, random.magnitude(bits: 20)))
      let rounded = try value.rounded(to: step, mode)
      #expect(try (rounded / step).isWhole)
      let difference = try rounded - value
      #expect(-step < difference && difference < step)
      #expect(try rounded.rounded(to: step, mode) == rounded)
      #expect(try (-value).rounded(to: step, mode) == -rounded)
      if mode == .halfUp || mode == .halfEven {
        let half = try step / Rational(2)
        #expect(-half <= difference && difference <= half)
      }
    }
  }

  @Test func `the modes are written as policies write them`() {
    #expect(Rounding.allCases.map(\.rawValue) == ["down", "up", "half_up", "half_even"])
  }
}
