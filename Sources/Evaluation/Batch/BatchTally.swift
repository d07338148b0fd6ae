internal import Inventory
public import Quantities

/// What many bills came to: how many have which verdict, how many could not be read, and the money of all. Tallies of
/// parts add up to that of the whole.
public struct BatchTally: Hashable, Sendable {
  /// The money of one currency.
  public struct Money: Hashable, Sendable {
    /// The sum of the low ends, and of the high ends where there are any; nil where it grows past what exact arithmetic
    /// holds.
    public var amount: Interval?
    /// How many bills have no high end.
    public var open: Int

    /// A sum, and how many bills have no high end.
    public init(amount: Interval? = .zero, open: Int = 0) {
      self.amount = amount
      self.open = open
    }
  }

  /// How many bills have each verdict.
  public var verdicts: [Verdict: Int] = [:]
  /// How many could not be read or judged.
  public var errors = 0
  /// How many have a waiver that has expired.
  public var expired = 0
  /// The totals of grants by currency.
  public var money: [String: Money] = [:]

  /// Nothing.
  public init() {}

  /// All bills, those included that could not be read.
  public var count: Int { verdicts.values.reduce(errors, +) }

  /// Adds a bill.
  public mutating func add(_ assessment: Assessment) {
    add(assessment.verdict, assessment.totals)
    if assessment.findings.contains(where: { $0.code == "waiver-expired" }) { expired += 1 }
  }

  /// Adds a bill with its verdict and its money.
  public mutating func add(_ verdict: Verdict, _ totals: [GrantTotal]) {
    verdicts[verdict, default: 0] += 1
    for total in totals {
      var sum = Money()
      if total.amount.high == .infinity {
        sum.open = 1
        sum.amount = total.amount.low.number.map { Interval(exactly: $0) }
      } else {
        sum.amount = total.amount
      }
      add(sum, of: total.currency)
    }
  }

  /// Adds a bill that could not be read or judged.
  public mutating func addError() { errors += 1 }

  /// Adds what other bills came to, as many times as there are such bills.
  public mutating func add(_ other: BatchTally, times count: Int = 1) {
    verdicts.merge(other.verdicts.mapValues { $0 * count }, uniquingKeysWith: +)
    errors += other.errors * count
    expired += other.expired * count
    for (currency, money) in other.money {
      var sum = money
      if count != 1 { sum.amount = money.amount.flatMap { try? $0 * Interval(exactly: Rational(count)) } }
      sum.open *= count
      add(sum, of: currency)
    }
  }

  private mutating func add(_ more: Money, of currency: String) {
    var sum = money[currency] ?? Money()
    if let left = sum.amount, let right = more.amount { sum.amount = try? left + right } else { sum.amount = nil }
    sum.open += more.open
    money[currency] = sum
  }
}
