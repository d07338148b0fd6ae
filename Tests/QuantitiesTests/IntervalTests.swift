import Seeds
import Quantities
import Testing

@Suite struct IntervalTests {
  private func bound(_ random: inout SeededGenerator) throws -> Bound {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: .infinity
    case 1: .negativeInfinity
    case 2: .zero
    default: .finite(try random.smallRational())
    }
  }

  private func interval(_ random: inout SeededGenerator) throws -> Interval {
    while true {
      let (low, high) = (try bound(&random), try bound(&random))
      // A single infinite point is no interval of numbers.
      if low.number != nil || low != high { return Interval(low, high) }
    }
  }

  /// Points of an interval: its ends, some between them, and far ones where it has no end.
  private func samples(_ interval: Interval) throws -> [Rational] {
    let far = Rational(1_000_000)
    let low = try interval.low.number ?? (interval.high.number ?? .zero) - far
    let high = try interval.high.number ?? (interval.low.number ?? .zero) + far
    var points = [low, high, try (low + high) / Rational(2), try (low + low + high) / Rational(3)]
    points += [Rational.zero, .one, -Rational.one, try Rational(1, over: 1000)]
    return points.filter(interval.contains)
  }

  @Test func `every sampled sum, product and quotient lies in the result`() throws {
    var random = SeededGenerator(seed: 51)
    for _ in 0..<400 {
      let (a, b) = (try interval(&random), try interval(&random))
      let oppose =
        (a.low == .negativeInfinity && b.high == .infinity) || (a.high == .infinity && b.low == .negativeInfinity)
      let sum = oppose ? nil : try a + b
      let product = try a * b
      let quotient = try a / b
      let divisorHoldsZero = b.contains(.zero)
      if divisorHoldsZero { #expect(quotient == .nonNegative) }
      for x in try samples(a) {
        for y in try samples(b) {
          if let sum { #expect(try sum.contains(x + y), "\(a) + \(b)") }
          #expect(try product.contains(x * y), "\(a) · \(b)")
          if !divisorHoldsZero { #expect(try quotient.contains(x / y), "\(a) / \(b)") }
        }
      }
    }
  }

  @Test func `finite ends of a sum and a product are reached`() throws {
    var random = SeededGenerator(seed: 52)
    for _ in 0..<400 {
      let (a, b) = (
        Interval(try random.smallRational(), try random.smallRational()),
        Interval(try random.smallRational(), try random.smallRational())
      )
      let ends = [a.low, a.high].compactMap(\.number)
      let others = [b.low, b.high].compactMap(\.number)
      let sums = try ends.flatMap { x in try others.map { try x + $0 } }
      let products = try ends.flatMap { x in try others.map { try x * $0 } }
      #expect(try (a + b).low.number == sums.min() && (a + b).high.number == sums.max())
      #expect(try (a * b).low.number == products.min() && (a * b).high.number == products.max())
    }
  }

  @Test func `no units of a thing without a bound are still none`() throws {
    #expect(try Interval.zero * .nonNegative == .zero)
    #expect(try Interval.nonNegative * .zero == .zero)
    #expect(try Interval.zero * .everything == .zero)
    #expect(try Bound.zero * .infinity == .zero && Bound.negativeInfinity * .zero == .zero)
    #expect(try Interval(.zero, .finite(Rational(3))) * .nonNegative == .nonNegative)
  }

  @Test(arguments: [
    (Interval.zero), (.nonNegative), (.everything), (Interval(Rational(-1), Rational(1))),
    (Interval(Rational(-1), .zero)),
    (Interval(Rational.zero, Rational(5))), (Interval(.negativeInfinity, .zero)),
  ])
  func `a quotient whose divisor can be 0 is anything from 0 up`(divisor: Interval) throws {
    #expect(try Interval(exactly: Rational(6)) / divisor == .nonNegative)
    #expect(try Interval.zero / divisor == .nonNegative)
  }

  @Test func `a quotient by an interval off 0 has exact ends`() throws {
    let six = Interval(exactly: Rational(6))
    #expect(try six / Interval(Rational(2), Rational(3)) == Interval(Rational(2), Rational(3)))
    #expect(try six / Interval(Rational(-3), Rational(-2)) == Interval(Rational(-3), Rational(-2)))
    #expect(try six / Interval(.finite(Rational(2)), .infinity) == Interval(.zero, Rational(3)))
    #expect(try Interval.nonNegative / Interval(.finite(.one), .infinity) == .nonNegative)
    #expect(
      try Interval(Rational(-6), Rational(6)) / Interval(Rational(2), Rational(3))
        == Interval(Rational(-3), Rational(3)))
  }

  @Test func `ends are cut, put in order and joined`() throws {
    let interval = Interval(Rational(-2), Rational(5))
    #expect(Interval(Rational(5), Rational(-2)) == interval)
    #expect(interval.atLeast(.zero) == Interval(.zero, Rational(5)))
    #expect(interval.atLeast(Rational(9)) == Interval(exactly: Rational(9)))
    #expect(interval.atMost(.finite(.one)) == Interval(Rational(-2), .one))
    #expect(interval.atMost(.infinity) == interval)
    #expect(Interval.everything.atLeast(.zero) == .nonNegative)
    #expect(interval.hull(Interval(exactly: Rational(8))) == Interval(Rational(-2), Rational(8)))
    #expect(interval.hull(.nonNegative) == Interval(.finite(Rational(-2)), .infinity))
    #expect(interval.exact == nil && Interval.one.exact == .one && Interval(.infinity, .infinity).exact == nil)
    #expect(interval.contains(Rational(-2)) && interval.contains(Rational(5)) && !interval.contains(Rational(6)))
  }

  @Test func `an interval past the limit is an overflow`() throws {
    let limit = Interval(exactly: try Rational(whole: Rational.limit))
    #expect(throws: Overflow()) { try limit + .one }
    #expect(throws: Overflow()) { try limit * Interval(.zero, Rational(2)) }
    #expect(throws: Overflow()) { try limit / Interval(exactly: Rational(1, over: 2)) }
  }

  @Test func `infinities lie beyond all numbers`() throws {
    let huge = Bound.finite(try Rational(whole: Rational.limit))
    let ordered = [Bound.negativeInfinity, .finite(-Rational.one), .zero, huge, .infinity]
    for (i, a) in ordered.enumerated() {
      for (j, b) in ordered.enumerated() {
        #expect((a < b) == (i < j), "\(a) < \(b)")
        #expect((a == b) == (i == j))
      }
    }
    #expect(ordered.map(\.sign) == [-1, -1, 0, 1, 1])
    #expect(Interval.nonNegative.description == "[0, ∞]" && Interval.everything.description == "[-∞, ∞]")
    #expect(Interval(exactly: try Rational(1, over: 4)).description == "0.25")
  }
}
