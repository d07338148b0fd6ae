import Seeds
import Quantities
import Testing

@Suite struct RationalArithmeticTests {
  enum Operation: CaseIterable {
    case sum, difference, product, quotient

    func callAsFunction(_ a: Rational, _ b: Rational) throws(Overflow) -> Rational {
      switch self {
      case .sum: try a + b
      case .difference: try a - b
      case .product: try a * b
      case .quotient: try a / b
      }
    }

    /// The numerator and the denominator, not reduced, as wide as they come.
    func reference(_ a: Rational, _ b: Rational) -> (top: WideInteger, bottom: WideInteger) {
      let (p, q) = (WideInteger(a.numerator), WideInteger(a.denominator))
      let (r, s) = (WideInteger(b.numerator), WideInteger(b.denominator))
      switch self {
      case .sum: return (p * s + r * q, q * s)
      case .difference: return (p * s + WideInteger(-1) * r * q, q * s)
      case .product: return (p * r, q * s)
      case .quotient: return (p * s, q * r)
      }
    }
  }

  @Test(arguments: Operation.allCases)
  func `a result is exact and in lowest terms, and overflow is thrown only where it leaves the limit`(
    operation: Operation
  ) throws {
    var random = SeededGenerator(seed: 11)
    var overflows = 0
    for round in 0..<1500 {
      let bits = [126, 126, 80, 64, 40][round % 5]
      var (a, b) = (try random.rational(bits: bits), try random.rational(bits: bits))
      if round % 7 == 0 {
        // Denominators with a large factor in common, so that the result gets smaller again.
        let shared = max(1, random.magnitude(bits: 60))
        a = try Rational(random.magnitude(), over: shared * max(1, random.magnitude(bits: 60)))
        b = try Rational(-random.magnitude(), over: shared * max(1, random.magnitude(bits: 60)))
      }
      if operation == .quotient, b == .zero { continue }
      let (top, bottom) = operation.reference(a, b)
      let limit = WideInteger(Rational.limit)
      do throws(Overflow) {
        let result = try operation(a, b)
        #expect(WideInteger(result.numerator) * bottom == top * WideInteger(result.denominator), "\(a), \(b)")
        #expect(result.denominator > 0 && result.denominator <= Rational.limit)
        #expect(result.numerator.magnitude <= Rational.limit.magnitude)
        let divisor = WideInteger.greatestCommonDivisor(
          WideInteger(result.numerator).magnitude, WideInteger(result.denominator))
        #expect(divisor == WideInteger(1), "\(a), \(b)")
      } catch {
        overflows += 1
        let divisor = WideInteger.greatestCommonDivisor(top.magnitude, bottom.magnitude)
        #expect(top.magnitude > limit * divisor || bottom.magnitude > limit * divisor, "\(a), \(b)")
      }
    }
    #expect((100..<1400).contains(overflows))
  }

  @Test func `the laws of arithmetic hold`() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<1000 {
      let (a, b, c) = (
        try random.rational(bits: 20), try random.rational(bits: 20), try random.rational(bits: 20)
      )
      #expect(try a + b == b + a)
      #expect(try (a + b) + c == a + (b + c))
      #expect(try a * b == b * a)
      #expect(try (a * b) * c == a * (b * c))
      #expect(try a * (b + c) == a * b + a * c)
      #expect(try a + .zero == a && a * .one == a && a * .zero == .zero)
      #expect(try a - b == a + -b && a - a == .zero && -(-a) == a)
      if b != .zero { #expect(try a / b * b == a) }
    }
  }

  @Test func `equal numbers are one value however they are written`() throws {
    #expect(try Rational(6, over: 8) == Rational(3, over: 4))
    #expect(try Rational(3, over: -4) == Rational(-3, over: 4))
    #expect(try Rational(-3, over: -4).hashValue == Rational(3, over: 4).hashValue)
    #expect(try Rational(0, over: -7) == .zero)
    #expect(try Rational(Int128.min, over: Int128.min) == .one)
    #expect(try Rational(Int128.max, over: Int128.max) == .one)
    #expect(try Rational(8, over: 4).isWhole)
    #expect(try Rational(-1, over: 2).isNegative && !Rational.zero.isNegative)
  }

  @Test func `a division by zero is an error, never a trap`() {
    #expect(throws: Overflow()) { try Rational(1, over: 0) }
    #expect(throws: Overflow()) { try Rational(0, over: 0) }
    #expect(throws: Overflow()) { try Rational.one / .zero }
  }

  @Test func `the limit itself is a number, and one more is not`() throws {
    let limit = Rational.limit
    #expect(try Rational(whole: limit).numerator == limit)
    #expect(try Rational(whole: -limit).numerator == -limit)
    #expect(throws: Overflow()) { try Rational(whole: limit + 1) }
    #expect(throws: Overflow()) { try Rational(whole: .min) }
    #expect(try Rational(1, over: limit).denominator == limit)
    #expect(throws: Overflow()) { try Rational(1, over: limit + 1) }
    #expect(throws: Overflow()) { try Rational(whole: limit) + .one }
    #expect(try Rational(whole: limit) - Rational(whole: limit) == .zero)
    #expect(try Rational(whole: limit) / Rational(whole: limit) == .one)
  }

  @Test func `twice the limit overflows as a sum, on both sides of zero`() throws {
    let limit = try Rational(whole: Rational.limit)
    #expect(throws: Overflow()) { try limit + limit }
    #expect(throws: Overflow()) { try -limit + -limit }
    #expect(throws: Overflow()) { try limit - -limit }
    #expect(throws: Overflow()) { try limit * Rational(2) }
  }

  @Test func `a sum that comes back within the limit is no overflow`() throws {
    // Over the common denominator the terms add up to 2^128; then 2^60 goes out of both.
    let shared = Int128(1) << 60
    let left = try Rational((Int128(1) << 125) + 3, over: shared * 3)
    let right = try Rational((Int128(1) << 125) - 5, over: shared * 5)
    #expect(try left + right == Rational(Int128(1) << 68, over: 15))
    #expect(try -left - right == Rational(-(Int128(1) << 68), over: 15))
    #expect(try left + right - right == left)
  }
}
