import Quantities
import Seeds
import Testing

@testable import Evaluation

/// What a portfolio keeps of a bill.
struct PackedSumsTests {
  private static let numbers: [Rational] = [
    .zero, .one, Rational(63), Rational(64), Rational(8191), Rational(-5), Rational(1 << 40),
    (try? Rational(1, over: 3)) ?? .zero, (try? Rational(-1_000_000_007, over: 998_244_353)) ?? .zero,
    (try? Rational(whole: Rational.limit)) ?? .zero, (try? Rational(whole: -Rational.limit)) ?? .zero,
    (try? Rational(1, over: Rational.limit)) ?? .zero,
    (try? Rational(Rational.limit - 1, over: Rational.limit)) ?? .zero,
  ]

  private static func interval(_ random: inout SeededGenerator) -> Interval {
    let first = Bound.finite(numbers.randomElement(using: &random) ?? .zero)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .zero
    case 1, 2: return Interval(first, first)
    case 3: return Interval(first, .infinity)
    case 4: return Interval(.negativeInfinity, first)
    default: return Interval(first, .finite(numbers.randomElement(using: &random) ?? .zero))
    }
  }

  private static func sum(_ random: inout SeededGenerator) -> PortfolioSum {
    PortfolioSum(counted: interval(&random), against: interval(&random))
  }

  private static func sums(_ random: inout SeededGenerator) -> IndicatorSums {
    var sums = IndicatorSums(bases: Int.random(in: 0...3, using: &random))
    if random.chance(3) { return sums }
    for index in sums.bases.indices { sums.bases[index] = sum(&random) }
    sums.elsewhere = random.chance(2) ? sums.bases.first ?? .zero : sum(&random)
    if random.chance(3) { sums.foreignCurrencies = Int.random(in: 0...(1 << 40), using: &random) }
    for name in ["pue", "设施", ""] where random.chance(4) {
      sums.missing[name] = Int.random(in: 0...300, using: &random)
    }
    return sums
  }

  @Test(arguments: 0..<200)
  func `nothing is lost`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(9100 + seed))
    for _ in 0..<50 {
      let all = (0..<Int.random(in: 0...9, using: &random)).map { _ in Self.sums(&random) }
      let packed = PackedSums(all)
      #expect(packed.sums == all)
      for number in all.indices { #expect(packed.sum(of: number) == all[number].bases.first ?? .zero) }
      #expect(packed.sum(of: all.count) == .zero)
    }
  }
}
