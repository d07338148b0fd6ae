import Quantities
import Testing

@Suite struct MoneyTests {
  @Test(arguments: ["0", "1", "0.0001", "1450000", "12.34", "-5.25", "999999999999.9999", "1e24", "-1e24"])
  func `an amount has up to four decimals`(text: String) throws {
    let amount = try Rational(decimal: text)
    #expect(try Money(amount).amount == amount)
  }

  @Test(arguments: ["0.00001", "1.23456", "1/3", "-0.00005", "1/30000"])
  func `a finer amount is refused`(text: String) throws {
    let amount = try Rational(exact: text)
    #expect(throws: Money.Fault.tooFine) { try Money(amount) }
  }

  @Test(arguments: [
    "1e30", "-1e30", "1000000000000000000000001", "1000000000000000000000000.0001", "-1000000000000000000000000.5",
  ])
  func `an amount past the limit is refused`(text: String) throws {
    let amount = try Rational(decimal: text)
    #expect(throws: Money.Fault.overflow) { try Money(amount) }
  }
}
