import Seeds
import Quantities
import Testing

@Suite struct RationalComparisonTests {
  @Test func `the order is that of cross multiplication, and never overflows`() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<4000 {
      let (a, b) = (try random.rational(), try random.rational())
      let left = WideInteger(a.numerator) * WideInteger(b.denominator)
      let right = WideInteger(b.numerator) * WideInteger(a.denominator)
      #expect((a < b) == (left < right), "\(a), \(b)")
      #expect((a == b) == (left == right), "\(a), \(b)")
      #expect([a < b, a == b, a > b].count { $0 } == 1)
    }
  }

  @Test func `neighbours near the limit are told apart`() throws {
    let limit = Rational.limit
    // (n - 1) / n grows with n; no shorter arithmetic can tell these from 1.
    let nearly = try Rational(limit - 1, over: limit)
    let lower = try Rational(limit - 2, over: limit - 1)
    #expect(lower < nearly && nearly < .one && lower < .one)
    #expect(-nearly < -lower && -Rational.one < -nearly)
    #expect(try Rational(1, over: limit) > .zero)
    #expect(try Rational(-1, over: limit) < .zero)
    #expect(try Rational(whole: limit) > Rational(whole: limit - 1))
    #expect(try Rational(whole: -limit) < Rational(1, over: limit))
    #expect(try Rational(limit, over: 3) > Rational(limit - 1, over: 3))
  }

  @Test func `a share at its threshold is neither above nor below it`() throws {
    let threshold = try Rational(decimal: "0.9")
    #expect(
      try Rational(9_000_000_000_000_000_000_000_000_000, over: 10_000_000_000_000_000_000_000_000_000) == threshold)
    #expect(
      try Rational(8_999_999_999_999_999_999_999_999_999, over: 10_000_000_000_000_000_000_000_000_000) < threshold)
  }

  @Test func `the order agrees with addition`() throws {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<500 {
      let (a, b, c) = (
        try random.rational(bits: 30), try random.rational(bits: 30), try random.rational(bits: 30)
      )
      #expect(try (a < b) == (a + c < b + c))
      #expect(try (a < b) == ((b - a) > .zero))
      if c > .zero { #expect(try (a < b) == (a * c < b * c)) }
    }
  }
}
