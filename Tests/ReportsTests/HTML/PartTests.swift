import Quantities
import Testing

@testable import Reports

/// Which part of a total one of its summands is.
struct PartTests {
  @Test(arguments: [
    ([3, 3], [10, 10], "0.3"), ([0, 0], [10, 10], "0"), ([0, 5], [0, 5], "[0, 1]"), ([2, 2], [4, 8], "[0.25, 0.5]"),
    ([1, 3], [4, 8], "[1/6, 0.5]"),
  ])
  func `a part is given from the least to the most`(part: [Int], total: [Int], share: String) throws {
    let found = Interval(Rational(part[0]), Rational(part[1])).part(
      of: Interval(Rational(total[0]), Rational(total[1])))
    #expect(try #require(found).description == share)
  }

  @Test func `without a total or a bound there is none`() {
    #expect(Interval.zero.part(of: .zero) == nil)
    #expect(Interval.one.part(of: .nonNegative) == nil)
    #expect(Interval.nonNegative.part(of: .nonNegative) == nil)
  }

  @Test func `whatever the summands turn out to be, their parts lie within`() throws {
    var random = Seeded(7)
    for _ in 0..<300 {
      let summands = (0..<4).map { _ in
        Interval(Rational(Int.random(in: 0...9, using: &random)), Rational(Int.random(in: 0...9, using: &random)))
      }
      let total = try summands.reduce(Interval.zero) { try $0 + $1 }
      let points = summands.map { summand in
        let (low, high) = (summand.low.number ?? .zero, summand.high.number ?? .zero)
        return Rational(Int.random(in: Int(low.numerator)...Int(high.numerator), using: &random))
      }
      let sum = try points.reduce(Rational.zero) { try $0 + $1 }
      guard sum > .zero else { continue }
      for (summand, point) in zip(summands, points) {
        #expect(try #require(summand.part(of: total)).contains(try point / sum))
      }
    }
  }
}
