import Seeds
import Quantities
import Testing

@Suite struct RationalTextTests {
  @Test(arguments: [
    ("0", 0, 1), ("-0", 0, 1), ("+5", 5, 1), ("007", 7, 1), ("64", 64, 1), ("-3", -3, 1),
    ("1_000", 1000, 1), ("10_000_000", 10_000_000, 1), ("1_0_0", 100, 1), ("1_000.2_5", 400_1, 4),
    ("1e6", 1_000_000, 1), ("1E6", 1_000_000, 1), ("1e+6", 1_000_000, 1), ("25e-2", 1, 4), ("-1.5e3", -1500, 1),
    ("1e-3", 1, 1000), ("1e0", 1, 1), ("0e999", 0, 1), ("0.000e-999", 0, 1), ("1e00000000000000000002", 100, 1),
    ("1.18", 59, 50), ("0.9", 9, 10), ("0.90", 9, 10), ("1.0", 1, 1), ("0.0001", 1, 10_000),
  ])
  func `a decimal is read exactly`(text: String, top: Int, bottom: Int) throws {
    #expect(try Rational(decimal: text) == Rational(Int128(top), over: Int128(bottom)))
  }

  @Test(arguments: [
    "", "-", "+", ".", "_", "e6", "1__0", "1_", "_1", "-_1", "1_.5", "1._5", "1_e5", "1e_5", "1e5_0", ".5", "-.5", "1.",
    "1.e5", "1.5.2", "1e", "1e+", "1e-", "1e1.5", "1e5e5", "--1", "+-1", "1-", "1 000", " 1", "1 ", "1,000", "0x10",
    "1/2", "abc", "NaN", "inf", "90%", "１", "１０", "1０", "٣", "²", "1\u{0}", "１_０００",
  ])
  func `what is not written as a decimal is malformed`(text: String) {
    #expect(throws: NumberFault.malformed) { try Rational(decimal: text) }
  }

  @Test(arguments: [
    "1e999", "-1e999", "1e-999", "1e38", "1e99999999999999999999", "1e-99999999999999999999",
    "1234567890123456789012345678901234567890", "0.1234567890123456789012345678901234567890",
    "9999999999999999999999999999999999999999", "85070591730234615865843651857942052865",
  ])
  func `a number past the limit overflows`(text: String) {
    #expect(throws: NumberFault.overflow) { try Rational(decimal: text) }
  }

  @Test func `2^126 itself can be read and printed`() throws {
    let text = "85070591730234615865843651857942052864"
    #expect(try Rational(decimal: text) == Rational(whole: Rational.limit))
    #expect(try Rational(whole: Rational.limit).description == text)
    #expect(try Rational(decimal: "-" + text).description == "-" + text)
    #expect(try Rational(decimal: "1e37").description == "1" + String(repeating: "0", count: 37))
  }

  @Test(arguments: [
    (37, 40, "0.925"), (12, 13, "12/13"), (-12, 13, "-12/13"), (1, 2, "0.5"), (-1, 2, "-0.5"), (5, 1, "5"), (0, 1, "0"),
    (1, 10_000, "0.0001"), (-1, 8, "-0.125"), (1, 3, "1/3"), (10, 4, "2.5"), (1_000_001, 1_000_000, "1.000001"),
  ])
  func `a number is printed as a decimal where it ends, else as a fraction`(top: Int, bottom: Int, text: String) throws
  {
    #expect(try Rational(Int128(top), over: Int128(bottom)).description == text)
  }

  @Test func `what was printed reads back as the same number`() throws {
    var random = SeededGenerator(seed: 31)
    for round in 0..<4000 {
      var value = try random.rational(bits: [126, 64, 20][round % 3])
      if round % 4 == 0 {
        // A denominator of twos and fives only, so that the decimal ends.
        var bottom: Int128 = 1
        for _ in 0..<Int.random(in: 0...30, using: &random) { bottom *= Bool.random(using: &random) ? 2 : 5 }
        value = try Rational(random.magnitude(), over: bottom)
      }
      #expect(try Rational(exact: value.description) == value, "\(value)")
    }
  }

  @Test(arguments: [("12/13", 12, 13), ("-6/8", -3, 4), ("0.925", 37, 40), ("1/-2", -1, 2), ("0/5", 0, 1)])
  func `a fraction of two numbers is read`(text: String, top: Int, bottom: Int) throws {
    #expect(try Rational(exact: text) == Rational(Int128(top), over: Int128(bottom)))
  }

  @Test(arguments: ["1/0", "0/0", "1/2/3", "/2", "1/", "a/b"])
  func `a fraction without a value is malformed`(text: String) {
    #expect(throws: NumberFault.malformed) { try Rational(exact: text) }
  }

  @Test(arguments: [
    (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (1, 8, 2, "0.13"), (-1, 8, 2, "-0.13"), (-1, 1000, 2, "0.00"),
    (5, 1, 2, "5.00"),
    (199, 200, 0, "1"), (1, 3, 12, "0.333333333333"), (1, 3, 40, "0.333333333333"), (0, 1, 1, "0.0"),
  ])
  func `a number is rounded for display`(top: Int, bottom: Int, places: Int, text: String) throws {
    #expect(try Rational(Int128(top), over: Int128(bottom)).decimal(places: places) == text)
  }

  @Test func `a cut for display never says more than there is`() throws {
    #expect(try Rational(8999, over: 10_000).decimal(places: 2, .down) == "0.89")
    #expect(try Rational(8999, over: 10_000).decimal(places: 2) == "0.90")
    #expect(try Rational(whole: Rational.limit).decimal(places: 2) == nil)
  }
}
